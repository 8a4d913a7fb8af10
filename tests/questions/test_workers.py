"""Several questions at the same time: in which processes, in which order, and how they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

import jobs
from lifeboat.questions.workers import Workers, processors, rounds_left
from lifeboat.stopping import never

ASKED = [0, 1, 2]
TWO_WITHOUT_END = """
import sys
import jobs
from lifeboat.questions.workers import Workers
from lifeboat.stopping import never

if __name__ == "__main__":
    with Workers(2, never) as workers:
        workers.each(jobs.says_who_it_is, [sys.argv[1]] * 2, lambda _: None)
"""


def unheard(_: int) -> None:
    pass


def test_a_single_one_answers_in_this_very_process() -> None:
    with Workers(1, never) as workers:
        assert workers.each(jobs.whose, ASKED, unheard) == [(it, os.getpid()) for it in ASKED]


def test_several_answer_in_processes_of_their_own() -> None:
    with Workers(2, never) as workers:
        told = workers.each(jobs.whose, ASKED, unheard)
    assert [asked for asked, _ in told] == ASKED
    assert os.getpid() not in {process for _, process in told}


@pytest.mark.parametrize("count", [1, 2])
def test_answers_stand_in_the_order_of_the_questions(count: int) -> None:
    heard: list[int] = []
    with Workers(count, never) as workers:
        assert workers.each(jobs.last_first, ASKED, heard.append) == ASKED
    assert heard == [0, 1, 2, 3], "from none to all"


@pytest.mark.parametrize("count", [1, 2])
def test_answers_are_heard_one_by_one(count: int) -> None:
    with Workers(count, never) as workers:
        told = list(workers.as_answered(jobs.last_first, ASKED))
    assert sorted(told) == [(it, it) for it in ASKED]


@pytest.mark.parametrize("count", [1, 2])
def test_who_is_asked_nothing_answers_nothing(count: int) -> None:
    heard: list[int] = []
    with Workers(count, never) as workers:
        assert workers.each(jobs.last_first, [], heard.append) == []
    assert heard == [0]


@pytest.mark.parametrize("count", [1, 2])
def test_all_hear_that_they_are_to_stop(count: int) -> None:
    """Three questions without end, more than there are processes."""
    with Workers(count, lambda: True) as workers:
        assert workers.each(jobs.until_stopped, ASKED, unheard) == [True, True, True]


@pytest.mark.parametrize("count", [1, 2])
def test_what_goes_wrong_in_one_is_heard_here(count: int) -> None:
    with pytest.raises(ZeroDivisionError), Workers(count, never) as workers:
        workers.each(jobs.fails, ASKED, unheard)


def test_there_is_a_processor_to_work_on() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)


def test_signals_that_reach_all_are_left_to_the_main_process() -> None:
    with Workers(2, never) as workers:
        assert workers.each(jobs.survives_signals, ASKED, unheard) == ASKED


def test_the_main_process_hears_signals_as_before() -> None:
    if not hasattr(signal, "pthread_sigmask"):
        pytest.skip("needs signals that can be blocked")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    with Workers(2, never) as workers:
        workers.each(jobs.whose, ASKED, unheard)
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == before


def test_one_that_is_killed_is_heard_here() -> None:
    with pytest.raises(BrokenProcessPool), Workers(2, never) as workers:
        workers.each(jobs.is_killed, ASKED, unheard)


@pytest.mark.skipif(sys.platform == "win32", reason="looks for processes as POSIX has them")
def test_none_is_left_when_the_main_process_is_killed(tmp_path: Path) -> None:
    """Nothing can be done in a process that is killed: the others have to notice."""
    script, folder = tmp_path / "script.py", tmp_path / "who"
    script.write_text(TWO_WITHOUT_END, "utf-8")
    folder.mkdir()
    path = os.pathsep.join([str(Path(jobs.__file__).parent), *filter(None, sys.path)])
    with subprocess.Popen(
        [sys.executable, script, folder],
        env={**os.environ, "PYTHONPATH": path},
        stderr=subprocess.DEVNULL,
    ) as main:
        until(lambda: len(list(folder.iterdir())) == 2)
        main.kill()
    who = [int(it.name) for it in folder.iterdir()]
    until(lambda: not any(map(is_there, who)))


def until(true: Callable[[], bool]) -> None:
    """Wait for what has to come; less long than a job that nobody stops."""
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < jobs.PATIENCE / 2, "it never came"
        time.sleep(0.05)


def is_there(process: int) -> bool:
    """Whether a process runs; one that only waits for its parent to look is none."""
    stat = Path(f"/proc/{process}/stat")
    if stat.parent.parent.joinpath("self").exists():
        return stat.exists() and stat.read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


@pytest.mark.parametrize(
    ("number", "at_once", "more", "rounds"),
    [
        (3, 1, 0, [3, 2, 1]),
        (5, 2, 0, [3, 2, 2, 1, 1]),
        (1, 2, 4, [3]),
        (1, 4, 2, [2]),
        (1, 3, 8, [4]),
        (2, 4, 0, [1, 1]),
        (0, 2, 3, []),
    ],
)
def test_in_how_many_rounds_those_left_are_answered(
    number: int, at_once: int, more: int, rounds: list[int]
) -> None:
    assert rounds_left(number, at_once, more) == rounds
