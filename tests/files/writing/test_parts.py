"""A file is written beside its place and then put there; what killed runs left is cleared."""

from __future__ import annotations

import fcntl
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lifeboat.files.writing.parts import replace_whole

LEFT = ".lifeboat-00112233445566aa.part"
OTHERS = [".lifeboat-00112233445566aa.part~", "lifeboat-00112233445566aa.part", ".tiny.yaml.part"]


def names(folder: Path) -> list[str]:
    return sorted(it.name for it in folder.iterdir())


def test_a_new_file_and_nothing_else(tmp_path: Path) -> None:
    replace_whole(tmp_path / "plan.yaml", b"new")
    assert names(tmp_path) == ["plan.yaml"]
    assert (tmp_path / "plan.yaml").read_bytes() == b"new"


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    replace_whole(tmp_path / "ours", b"")
    (tmp_path / "usual").touch()
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("old")
    path.chmod(0o640)
    replace_whole(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


@pytest.mark.parametrize("letters", [245, 255])
def test_a_name_as_long_as_names_can_be(tmp_path: Path, letters: int) -> None:
    replace_whole(tmp_path / ("n" * letters), b"new")
    assert names(tmp_path) == ["n" * letters]


def test_what_nobody_may_read_is_read_by_nobody_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = tmp_path / "plan.yaml", []
    path.write_text("old")
    path.chmod(0o600)

    def look(_: object, file: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(file).st_mode))

    monkeypatch.setattr("lifeboat.files.writing.parts.keep_attributes", look)
    replace_whole(path, b"new")
    assert seen == [0o600]


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def ended(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("step", ["fsync", "replace", "fchmod"])
@pytest.mark.parametrize("fails", [full, ended])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fails: Callable[..., None]
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("old")
    monkeypatch.setattr(os, step, fails)
    with pytest.raises((OSError, KeyboardInterrupt)):
        replace_whole(path, b"new")
    assert (names(tmp_path), path.read_text()) == (["plan.yaml"], "old")


def to_the_process(number: int) -> None:
    os.kill(os.getpid(), number)


def to_another_thread(number: int) -> None:
    """As the system may choose, if there is one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(signal.raise_signal, number).result()


@pytest.mark.parametrize("send", [to_the_process, to_another_thread])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_to_end_waits_until_the_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, send: Callable[[int], None]
) -> None:
    number, sync, order = signal.Signals[name], os.fsync, []

    def sync_and_signal(file: int) -> None:
        send(number)
        sync(file)
        order.append("written")

    def end(*_: object) -> None:
        order.append("ended")
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", sync_and_signal)
    before = signal.signal(number, end)
    try:
        with pytest.raises(KeyboardInterrupt):
            replace_whole(tmp_path / "plan.yaml", b"new")
        assert signal.getsignal(number) is end
    finally:
        signal.signal(number, before)
    assert order == ["written", "ended"]
    assert names(tmp_path) == ["plan.yaml"]
    assert (tmp_path / "plan.yaml").read_bytes() == b"new"


_ENDED = """
import os, signal, sys, threading
from pathlib import Path
from lifeboat.files.writing.parts import replace_whole

sync = os.fsync

def sync_and_signal(file):
    threading.Thread(target=signal.raise_signal, args=[signal.Signals[sys.argv[2]]]).start()
    sync(file)

os.fsync = sync_and_signal
replace_whole(Path(sys.argv[1]) / "plan.yaml", b"new")
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_so_does_one_that_nobody_handles(tmp_path: Path, name: str) -> None:
    command = [sys.executable, "-c", _ENDED, str(tmp_path), name]
    ended = subprocess.run(command, check=False, capture_output=True)
    assert ended.returncode == -signal.Signals[name]
    assert names(tmp_path) == ["plan.yaml"]


def test_one_that_is_ignored_stays_so(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        replace_whole(tmp_path / "plan.yaml", b"new")
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_another_thread_writes_too(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(replace_whole, tmp_path / "plan.yaml", b"new").result()
    assert names(tmp_path) == ["plan.yaml"]


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / LEFT).write_text("half a pl")
    for name in OTHERS:
        (tmp_path / name).write_text("not ours")
    replace_whole(tmp_path / "plan.yaml", b"new")
    assert names(tmp_path) == sorted([*OTHERS, "plan.yaml"])


def test_links_and_folders_of_such_a_name_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    (tmp_path / LEFT).symlink_to("precious")
    (tmp_path / LEFT.replace("0", "1")).mkdir()
    replace_whole(tmp_path / "plan.yaml", b"new")
    assert (tmp_path / "precious").read_text() == "precious"
    assert (tmp_path / LEFT).is_symlink()


def test_the_part_of_a_living_writer_is_left_alone(tmp_path: Path) -> None:
    with (tmp_path / LEFT).open("w") as part:
        fcntl.flock(part, fcntl.LOCK_EX)
        replace_whole(tmp_path / "plan.yaml", b"new")
        assert names(tmp_path) == [LEFT, "plan.yaml"]
    replace_whole(tmp_path / "plan.yaml", b"newer")
    assert names(tmp_path) == ["plan.yaml"]


def test_a_part_is_locked_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, others = os.fsync, list[threading.Thread]()

    def meanwhile(file: int) -> None:
        if not others:
            others.append(threading.Thread(target=replace_whole, args=(tmp_path / "b", b"b")))
            others[0].start()
            others[0].join()
        sync(file)

    monkeypatch.setattr(os, "fsync", meanwhile)
    replace_whole(tmp_path / "a", b"a")
    assert names(tmp_path) == ["a", "b"]


def test_who_loses_a_part_before_it_is_locked_writes_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, removed = fcntl.flock, list[Path]()

    def late(file: object, how: int) -> None:
        if not removed:
            removed.extend(tmp_path.glob(".lifeboat-*.part"))
            removed[0].unlink()
        lock(file, how)  # type: ignore[arg-type]

    monkeypatch.setattr("lifeboat.files.writing.parts.flock", late)
    replace_whole(tmp_path / "plan.yaml", b"new")
    assert removed
    assert names(tmp_path) == ["plan.yaml"]
    assert (tmp_path / "plan.yaml").read_bytes() == b"new"


def test_it_does_not_try_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(os, "replace", gone)
    with pytest.raises(OSError, match="removes what is written"):
        replace_whole(tmp_path / "plan.yaml", b"new")


def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_here(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("lifeboat.files.writing.parts.flock", none_here)
    (tmp_path / LEFT).write_text("perhaps somebody writes it")
    replace_whole(tmp_path / "plan.yaml", b"new")
    assert names(tmp_path) == [LEFT, "plan.yaml"]


_HANGING = """
import os, sys, time
from pathlib import Path
from lifeboat.files.writing.parts import replace_whole

def hang(*_):
    print("written", flush=True)
    time.sleep(600)

os.replace = hang
replace_whole(Path(sys.argv[1]) / "plan.yaml", b"new")
"""


def test_a_killed_writer_leaves_the_old_file_and_a_part_that_the_next_one_clears(
    tmp_path: Path,
) -> None:
    (tmp_path / "plan.yaml").write_text("old")
    command = [sys.executable, "-c", _HANGING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "written\n"
        replace_whole(tmp_path / "other.yaml", b"other")
        assert len(names(tmp_path)) == 3, "its part is its own while it lives"
        writer.kill()
        writer.wait()
    assert (tmp_path / "plan.yaml").read_text() == "old"
    assert len(names(tmp_path)) == 3
    replace_whole(tmp_path / "other.yaml", b"other")
    assert names(tmp_path) == ["other.yaml", "plan.yaml"]


_WRITER = """
import sys
from pathlib import Path
from lifeboat.files.writing.parts import replace_whole

folder, letter = Path(sys.argv[1]), sys.argv[2]
for number in range(200):
    replace_whole(folder / "plan.yaml", (letter * 9_999).encode())
"""


def test_two_writers_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    writers = [subprocess.Popen([*command, letter], stderr=subprocess.PIPE) for letter in "ab"]
    told = [it.communicate(timeout=120)[1] for it in writers]
    assert [it.returncode for it in writers] == [0, 0], told
    assert names(tmp_path) == ["plan.yaml"]
    assert (tmp_path / "plan.yaml").read_text() in ("a" * 9_999, "b" * 9_999)
