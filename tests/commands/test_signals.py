"""Signals outside of a search: the program ends, and leaves nothing half done."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lifeboat.commands.new import template
from lifeboat.commands.signals import EndedBySignal, end_by_signals, heeding
from lifeboat.stopping import ENDING
from repository import TINY

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="sends signals as POSIX has them")
WRITES = """
import os
import sys

from lifeboat.cli import main

def dawdle(*_):
    print("writing", file=sys.stderr, flush=True)
    sys.stdin.readline()

os.fsync = dawdle
sys.argv = ["lifeboat", "new", sys.argv[1]]
main()
"""


def test_each_raises_what_no_handler_of_errors_catches() -> None:
    before = {it: signal.getsignal(it) for it in ENDING}
    try:
        end_by_signals()
        for number in ENDING:
            with pytest.raises(EndedBySignal):
                signal.raise_signal(number)
        assert not issubclass(EndedBySignal, Exception)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_for_a_while_they_do_something_else() -> None:
    heard: list[int] = []
    with heeding(lambda number, _: heard.append(number)):
        for number in ENDING:
            signal.raise_signal(number)
    assert heard == list(ENDING)


@POSIX
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_write_under_way_is_finished_first(name: str, tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    with subprocess.Popen(
        [sys.executable, "-c", WRITES, path],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stderr
        assert running.stderr.readline() == "writing\n"
        running.send_signal(signal.Signals[name])
        _, err = running.communicate("go on\n" * 9, timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in err
    assert path.read_text("utf-8") == template()
    assert list(tmp_path.iterdir()) == [path]


@POSIX
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_who_watches_is_told_to_end(name: str) -> None:
    """That is how watching ends, so nothing is wrong."""
    with subprocess.Popen(
        [sys.executable, "-m", "lifeboat", "watch", TINY],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout
        assert running.stdout.readline()
        running.send_signal(signal.Signals[name])
        assert running.wait(timeout=60) == 0


BEFORE_AND_AFTER = """
import os, signal, sys
from lifeboat import cli
from lifeboat.commands import streams

_, name, moment = sys.argv

def hear(*_):
    os.kill(os.getpid(), getattr(signal, name))

if moment == "before":
    streams.prepare_streams = hear
else:
    cli.run = hear
sys.argv = ["lifeboat", "--version"]
cli.main()
"""


@POSIX
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_at_the_very_beginning_and_end_it_ends_as_anywhere(name: str, moment: str) -> None:
    command = [sys.executable, "-c", BEFORE_AND_AFTER, name, moment]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (130, "")
