"""Several questions at the same time: in which processes, in which order, and how they end."""

from __future__ import annotations

import os

import pytest

import jobs
from lifeboat.questions.workers import Workers, processors
from lifeboat.stopping import never

ASKED = [0, 1, 2]


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
