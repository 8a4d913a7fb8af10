"""How a question is asked: to the end and in silence unless somebody says otherwise."""

from __future__ import annotations

import pickle
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
    assert heard == []
    assert not worker.stop()
    assert replace(worker, progress=run.progress, stop=run.stop) == run


def test_what_a_worker_asks_can_be_sent_to_another_process() -> None:
    """Not so who listens here, and what stops it here."""
    heard: list[str] = []
    run = asked(heard.append)
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(run)
    assert pickle.loads(pickle.dumps(run.in_a_worker())) == run.in_a_worker()
