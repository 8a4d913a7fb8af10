"""Ctrl-C while the solver works."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from lifeboat.commands.interrupts import interruptible

_DEAF = """
import time
from lifeboat.commands.interrupts import interruptible

def work(stop):
    print("working", flush=True)
    while True:
        time.sleep(0.01)

interruptible(work)
"""


def test_the_first_one_asks_to_stop(capsys: pytest.CaptureFixture[str]) -> None:
    def work(stop: Callable[[], bool]) -> str:
        assert not stop()
        signal.raise_signal(signal.SIGINT)
        while not stop():
            pass
        return "the best so far"

    assert interruptible(work) == "the best so far"
    assert "the best plan so far follows" in capsys.readouterr().err


def test_the_handler_of_before_is_back_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    interruptible(lambda stop: None)
    assert signal.getsignal(signal.SIGINT) is before


def test_what_goes_wrong_is_told() -> None:
    def work(stop: Callable[[], bool]) -> None:
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        interruptible(work)


def test_work_is_done_beside_the_main_thread() -> None:
    # Or else the main thread could not look at signals meanwhile.
    assert interruptible(lambda stop: threading.current_thread()) is not threading.main_thread()


def test_the_second_one_ends_even_who_does_not_listen() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _DEAF], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        running.stderr.readline()
        running.stderr.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == 130
