"""Writing a file whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from lifeboat.errors import MistakesError
from lifeboat.files.write import write_whole


def refused(path: object, *not_over: str) -> str:
    with pytest.raises(MistakesError) as error:
        write_whole(str(path), "new", not_over)
    return str(error.value)


def test_writes_a_new_file_and_nothing_else(tmp_path: Path) -> None:
    write_whole(str(tmp_path / "plan.yaml"), "é\n")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]
    assert (tmp_path / "plan.yaml").read_bytes() == b"\xc3\xa9\n"


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write_whole(str(tmp_path / "ours"), "")
    (tmp_path / "usual").touch()
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_keeps_the_permissions_of_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(str(path), "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_whole(str(tmp_path / "link"), "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "plan.yaml"
    path.write_text("old")
    monkeypatch.setattr(os, step, fail)
    assert refused(path) == f"error: '{path}' cannot be written: no space left on device"
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["plan.yaml"]


def test_an_interruption_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "plan.yaml"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(str(path), "new")
    assert [each.read_text() for each in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("way", ["same", "roundabout", "symbolic link", "hard link"])
def test_does_not_write_over_what_was_read(tmp_path: Path, way: str) -> None:
    read, target = tmp_path / "read.yaml", tmp_path / "target.yaml"
    read.write_text("old")
    if way == "symbolic link":
        target.symlink_to(read)
    elif way == "hard link":
        target.hardlink_to(read)
    else:
        target = read if way == "same" else tmp_path / "." / ".." / tmp_path.name / "read.yaml"
    assert "is what was read" in refused(target, str(read))
    assert read.read_text() == "old"


def test_does_not_write_where_a_missing_protected_file_would_be(tmp_path: Path) -> None:
    assert "is what was read" in refused(tmp_path / "a", str(tmp_path / "a"))
    assert not (tmp_path / "a").exists()


def test_writes_beside_a_protected_file(tmp_path: Path) -> None:
    (tmp_path / "read.yaml").write_text("old")
    write_whole(str(tmp_path / "plan.yaml"), "new", [str(tmp_path / "read.yaml")])
    assert (tmp_path / "plan.yaml").read_text() == "new"


def test_refuses_folders_and_devices(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"error: '{tmp_path}' is not an ordinary file"
    assert refused(os.devnull) == f"error: '{os.devnull}' is not an ordinary file"


def test_refuses_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "no" / "plan.yaml"
    assert refused(path) == f"error: '{path}' cannot be written: no such file or directory"


def test_refuses_a_read_only_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("old")
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write everything")
    assert refused(path) == f"error: '{path}' cannot be written: it is read-only"


def test_refuses_a_name_no_file_system_takes() -> None:
    assert "cannot be written" in refused("a\0b")
