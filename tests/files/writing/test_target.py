"""Where a name leads, and whether a file can be written there."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from lifeboat.errors import MistakesError
from lifeboat.files.writing.target import Target, as_yaml, target_of


def refused(path: object) -> str:
    with pytest.raises(MistakesError) as error:
        target_of(str(path))
    return str(error.value)


def test_a_file_that_is_there_and_one_that_is_not(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("old")
    assert target_of(str(there)) == Target(there, there.stat())
    assert target_of(str(tmp_path / "new")) == Target(tmp_path / "new", None)


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    assert target_of(str(tmp_path / "link")).path == tmp_path / "real"


def test_a_link_to_what_is_not_there_yet_is_followed(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "link").symlink_to("plans/new")
    assert target_of(str(tmp_path / "link")) == Target(tmp_path / "plans" / "new", None)


def test_a_link_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("gone/new")
    said = f"'{tmp_path / 'link'}' cannot be written: there is no folder '{tmp_path / 'gone'}'"
    assert refused(tmp_path / "link") == f"error: {said}"


@pytest.mark.parametrize("links", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b/x", "b": "b"}])
def test_links_that_lead_back_to_themselves(tmp_path: Path, links: dict[str, str]) -> None:
    for name, to in links.items():
        (tmp_path / name).symlink_to(to)
    assert "it is a link that leads back to itself" in refused(tmp_path / "a")
    assert {name: os.readlink(tmp_path / name) for name in links} == links


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link_to_a_folder(path: Path) -> None:
    (path.parent / "folder").mkdir()
    path.symlink_to("folder")


@pytest.mark.parametrize("make", [a_folder, a_link_to_a_folder])
def test_folders(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "it")
    assert refused(tmp_path / "it") == f"error: '{tmp_path / 'it'}' is a folder, not a file"


def test_the_name_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "that of a folder" in refused(f"{tmp_path}/new/")


def test_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("old")
    assert f"'{tmp_path / 'plan.yaml'}' is a file" in refused(tmp_path / "plan.yaml" / "new")


@pytest.mark.parametrize("name", ["no/plan.yaml", "no/such/plan.yaml"])
def test_a_folder_that_is_not_there_is_named_as_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = os.path.dirname(name)
    assert refused(name) == f"error: '{name}' cannot be written: there is no folder '{folder}'"


def test_no_name() -> None:
    assert "is no name of a file" in refused("")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("later", "later.yaml"),
        ("plans/later", "plans/later.yaml"),
        ("later.yml", "later.yml"),
        ("-", "-"),
        ("", ""),
        ("plans/", "plans/"),
    ],
)
def test_a_name_without_an_ending_gets_one(name: str, file: str) -> None:
    assert as_yaml(name) == file


def test_names_that_no_file_system_takes(tmp_path: Path) -> None:
    assert "cannot be written" in refused("a\0b")
    assert "cannot be written: file name too long" in refused(tmp_path / ("n" * 300))


def test_what_is_neither_file_nor_pipe(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(tmp_path / "s"))
        assert "is not an ordinary file" in refused(tmp_path / "s")
    if Path("/dev/zero").exists():
        assert "is not an ordinary file" in refused("/dev/zero")


def test_pipes_and_the_null_device_keep_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert target_of(str(tmp_path / "pipe")).is_stream
    assert target_of(os.devnull).is_stream


class TestAsSomebodyElse:
    """Asked by a user whose permissions count."""

    @pytest.fixture(autouse=True)
    def as_nobody(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "access", lambda path, how: _may(Path(path), how))
        monkeypatch.setattr(os, "geteuid", lambda: 12345)

    def test_a_read_only_file(self, tmp_path: Path) -> None:
        (tmp_path / "plan.yaml").write_text("old")
        (tmp_path / "plan.yaml").chmod(0o444)
        tmp_path.chmod(0o777)
        assert "cannot be written: it is read-only" in refused(tmp_path / "plan.yaml")

    def test_a_read_only_folder(self, tmp_path: Path) -> None:
        (tmp_path / "plan.yaml").write_text("old")
        (tmp_path / "plan.yaml").chmod(0o666)
        tmp_path.chmod(0o555)
        for name in ("plan.yaml", "new"):
            assert f"the folder '{tmp_path}' is read-only" in refused(tmp_path / name)

    def test_somebody_elses_file_in_a_folder_for_all(self, tmp_path: Path) -> None:
        (tmp_path / "plan.yaml").write_text("old")
        (tmp_path / "plan.yaml").chmod(0o666)
        tmp_path.chmod(0o1777)
        assert "it is somebody else's" in refused(tmp_path / "plan.yaml")
        assert target_of(str(tmp_path / "new")).found is None


def _may(path: Path, how: int) -> bool:
    """What everybody may do with a file."""
    return stat.S_IMODE(path.stat().st_mode) & how == how
