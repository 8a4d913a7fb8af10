"""Streams that are closed, full, or read by nobody: an answer, or one line, and the exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lifeboat.version import __version__
from repository import TINY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks a POSIX shell")
CLOSED = "lifeboat: the answer cannot be written: standard output is closed\n"
FULL = "lifeboat: the answer cannot be written: no space left on device\n"
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")


def in_a_shell(command: str, *, buffered: bool = True) -> tuple[int, str, str]:
    """Run `lifeboat` with redirections, as a shell has them."""
    python = sys.executable if buffered else f"{sys.executable} -u"
    done = subprocess.run(
        ["/bin/sh", "-c", command.replace("lifeboat", f"{python} -m lifeboat")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("buffered", [True, False])
@pytest.mark.parametrize("asked", ["--version", "--help", "schema", "new", "schema answer"])
def test_an_answer_without_an_output_is_told(asked: str, buffered: bool) -> None:
    assert in_a_shell(f"lifeboat {asked} >&-", buffered=buffered) == (2, "", CLOSED)


@needs_full
@pytest.mark.parametrize("buffered", [True, False])
@pytest.mark.parametrize("asked", ["--version", "--help", "schema", "new"])
def test_an_answer_that_does_not_fit_is_told(asked: str, buffered: bool) -> None:
    assert in_a_shell(f"lifeboat {asked} >/dev/full", buffered=buffered) == (2, "", FULL)


def test_mistakes_are_told_where_the_document_of_them_cannot_be() -> None:
    code, _, err = in_a_shell("lifeboat solve none.yaml --json >&-")
    assert code == 2
    assert err == f"error: there is no file 'none.yaml'\n{CLOSED}"


@pytest.mark.parametrize("where", ["2>&-", pytest.param("2>/dev/full", marks=needs_full)])
def test_what_cannot_be_told_on_standard_error_changes_nothing(where: str) -> None:
    assert in_a_shell(f"lifeboat --version {where}") == (0, f"lifeboat {__version__}\n", "")
    assert in_a_shell(f"lifeboat solve none.yaml {where}") == (2, "", "")
    assert in_a_shell(f"lifeboat nonsense {where}") == (2, "", "")


def test_a_file_never_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    """The first file opened would be number 0, 1 or 2: what is printed would be written into it."""
    path = tmp_path / "new.yaml"
    assert in_a_shell(f"lifeboat new {path} <&- >&- 2>&-") == (0, "", "")
    assert path.read_text("utf-8") == in_a_shell("lifeboat new")[1]


def test_without_an_output_a_plan_is_still_written(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    assert in_a_shell(f"lifeboat solve {TINY} -o {path} >&- 2>&-") == (2, "", "")
    assert "\nplan: 1\n" in path.read_text("utf-8")


def test_a_standard_input_that_is_closed_is_told() -> None:
    code, out, err = in_a_shell("lifeboat edit - <&-")
    assert (code, out) == (2, "")
    assert err.startswith("error: standard input is closed\n")


def test_a_standard_input_that_nobody_asks_for_may_be_closed() -> None:
    assert in_a_shell("lifeboat --version <&-") == (0, f"lifeboat {__version__}\n", "")


@pytest.mark.parametrize("buffered", [True, False])
def test_a_reader_that_has_enough_ends_the_answer(buffered: bool) -> None:
    """The code is in a file: a pipeline ends as its last command does."""
    command = "{ lifeboat schema; echo $? >&2; } | head -1"
    assert in_a_shell(command, buffered=buffered) == (0, "{\n", "141\n")


def test_a_reader_of_standard_error_that_has_enough_ends_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    in_a_shell(f"{{ sleep 0.3; lifeboat new {path} 2>&1 >/dev/null; }} | true")
    assert path.exists()


SLOW = """
import os, subprocess, sys
reads, writes = os.pipe()
os.set_blocking(writes, False)
try:
    while os.write(writes, b"x" * 65536):
        pass
except BlockingIOError:
    pass
streams = {"stdout": writes, "stderr": subprocess.PIPE}
if sys.argv[1] == "2":
    streams = {"stdout": subprocess.PIPE, "stderr": writes}
ran = subprocess.run([sys.executable, "-m", "lifeboat", *sys.argv[2:]], **streams, check=False)
print(ran.returncode, (ran.stderr or ran.stdout or b"").decode())
"""


def with_a_full_pipe(stream: str, *asked: str) -> tuple[str, str]:
    """Run `lifeboat` with a pipe that is full, and does not wait: code, and the other stream."""
    command = [sys.executable, "-c", SLOW, stream, *asked]
    said = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    code, _, rest = said.partition(" ")
    return code, rest.strip()


@pytest.mark.parametrize("asked", ["new", "schema", "--version", "--help"])
def test_an_output_that_is_full_and_does_not_wait_is_told(asked: str) -> None:
    code, told = with_a_full_pipe("1", asked)
    assert code == "2"
    assert told.startswith("lifeboat: the answer cannot be written: its reader is too slow")


def test_an_error_stream_that_is_full_and_does_not_wait_changes_nothing() -> None:
    assert with_a_full_pipe("2", "--version") == ("0", f"lifeboat {__version__}")
    assert with_a_full_pipe("2", "solve", "none.yaml") == ("2", "")
