"""Ctrl-C, SIGTERM and SIGHUP while the solver works."""

import io
import signal
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from lifeboat.commands.interrupts import interruptible
from lifeboat.showing.terminal.progress import SearchProgress
from lifeboat.stopping import ENDING

_DEAF = """
import sys
import time
from lifeboat.commands.interrupts import interruptible
from lifeboat.showing.terminal.progress import SearchProgress

def work(stop):
    print("working", flush=True)
    while True:
        time.sleep(0.01)

interruptible(work, SearchProgress(sys.stderr))
"""

UNSEEN = SearchProgress(io.StringIO())

EACH = pytest.mark.parametrize("number", ENDING, ids=[it.name for it in ENDING])


@EACH
def test_the_first_one_asks_to_stop(
    number: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(stop: Callable[[], bool]) -> str:
        assert not stop()
        signal.raise_signal(number)
        while not stop():
            pass
        return "the best so far"

    assert interruptible(work, UNSEEN) == "the best so far"
    err = capsys.readouterr().err
    assert "Stopping" in err
    assert "what is known so far follows" in err
    assert (number == signal.SIGINT) != (number.name in err)


@EACH
def test_the_handler_of_before_is_back_afterwards(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    interruptible(lambda stop: None, UNSEEN)
    assert signal.getsignal(number) is before


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs SIGHUP")
def test_what_nohup_has_us_ignore_is_ignored() -> None:
    def work(stop: Callable[[], bool]) -> bool:
        signal.raise_signal(signal.SIGHUP)
        return stop()

    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert interruptible(work, UNSEEN) is False
    finally:
        signal.signal(signal.SIGHUP, before)


def test_it_stops_also_where_that_cannot_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that was closed sends SIGHUP, and takes no messages any more."""

    class Gone:
        def isatty(self) -> bool:
            return False

        def write(self, text: str) -> int:
            raise OSError(5, "Input/output error")

    def work(stop: Callable[[], bool]) -> str:
        signal.raise_signal(signal.SIGTERM)
        while not stop():
            pass
        return "the best so far"

    monkeypatch.setattr("sys.stderr", Gone())
    assert interruptible(work, UNSEEN) == "the best so far"


def test_what_goes_wrong_is_told() -> None:
    def work(stop: Callable[[], bool]) -> None:
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        interruptible(work, UNSEEN)


def test_work_is_done_beside_the_main_thread() -> None:
    # Or else the main thread could not look at signals meanwhile.
    worked = interruptible(lambda stop: threading.current_thread(), UNSEEN)
    assert worked is not threading.main_thread()


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals as POSIX has them")
@pytest.mark.parametrize("first", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("second", ["SIGINT", "SIGTERM"])
def test_the_second_one_ends_even_who_does_not_listen(first: str, second: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _DEAF], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.send_signal(signal.Signals[first])
        running.stderr.readline()
        running.stderr.readline()
        running.send_signal(signal.Signals[second])
        assert running.wait(timeout=60) == 130
