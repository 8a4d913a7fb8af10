"""How a question is asked: to the end and in silence unless somebody says otherwise."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from lifeboat.questions.run import Run


def asked(progress: Callable[[str], None]) -> Run:
    """With everything said that can be said."""
    return Run(
        time_limit=5.0,
        seed=9,
        progress=progress,
        found=lambda plan: progress(str(plan)),
        stop=lambda: True,
        digest="0123",
        edits=("--drop Heron",),
    )


def test_who_says_nothing_waits_to_the_end_and_hears_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Run().progress("working")
    assert capsys.readouterr() == ("", "")
    assert Run().time_limit is None
    assert not Run().stop()


def test_a_worker_asks_the_same_but_tells_nobody_and_is_stopped_in_its_own_way() -> None:
    heard: list[str] = []
    run = asked(heard.append)
    worker = run.in_a_worker()
    worker.progress("working")
    worker.found(None)
    assert heard == []
    assert not worker.stop()
    assert replace(worker, progress=run.progress, found=run.found, stop=run.stop) == run


def test_what_a_worker_asks_can_be_sent_to_another_process() -> None:
    """Not so who listens here, and what stops it here."""
    heard: list[str] = []
    run = asked(heard.append)
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(run)
    assert pickle.loads(pickle.dumps(run.in_a_worker())) == run.in_a_worker()


@pytest.mark.parametrize(
    ("limit", "begun", "until", "ends"),
    [
        (None, None, None, None),
        (5.0, 100.0, None, 105.0),
        (5.0, 100.0, 103.0, 103.0),
        (5.0, 100.0, 200.0, 105.0),
        (None, 100.0, 103.0, 103.0),
    ],
)
def test_an_answer_ends_with_its_own_time_or_with_the_time_for_all(
    limit: float | None, begun: float | None, until: float | None, ends: float | None
) -> None:
    assert Run(time_limit=limit, begun=begun, until=until).ends() == ends


def test_time_runs_from_when_a_question_is_asked_unless_it_began_earlier() -> None:
    before = time.monotonic()
    ends = Run(time_limit=5.0).ends()
    assert ends is not None
    assert before + 5 <= ends <= time.monotonic() + 5


@pytest.mark.parametrize(("limit", "kept"), [(10.0, 0.5), (1000.0, 1.5)])
def test_a_little_time_is_kept_for_what_comes_after_the_search(limit: float, kept: float) -> None:
    run = Run(begun=time.monotonic(), time_limit=limit)
    ends, search_ends = run.ends(), run.search_ends()
    assert ends is not None
    assert search_ends is not None
    assert ends - search_ends == pytest.approx(kept, rel=0.1)


def test_a_search_without_a_limit_has_no_end_and_one_too_late_ends_when_it_should_have() -> None:
    assert Run().search_ends() is None
    assert Run(time_limit=5.0, begun=-100.0).search_ends() == -95.0


def test_no_more_is_sought_when_the_time_for_all_is_over_or_somebody_says_so() -> None:
    now = time.monotonic()
    assert Run(until=now).is_over()
    assert Run(until=now + 3600, stop=lambda: True).is_over()
    assert not Run(until=now + 3600).is_over()
    assert not Run(time_limit=5.0, begun=now - 6).is_over(), "others may still be answered"


@pytest.mark.parametrize(("limit", "share"), [(None, 1000.0), (60.0, 60.0), (5000.0, 1000.0)])
def test_of_the_time_for_all_each_round_has_an_equal_share(
    limit: float | None, share: float
) -> None:
    """Three rounds are left, and three thousand seconds."""
    run = Run(time_limit=limit, until=time.monotonic() + 3000).with_share(3)
    assert run.time_limit == pytest.approx(share, rel=0.01)


def test_where_no_time_is_left_a_share_is_nothing_and_without_such_a_time_it_is_the_limit() -> None:
    assert Run(time_limit=60.0, until=time.monotonic() - 1).with_share(3).time_limit == 0
    assert Run(time_limit=60.0).with_share(3).time_limit == 60
