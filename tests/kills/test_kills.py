"""A few kills while files are written; `tests/kills/run.py` makes as many as one likes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kills import trial
from kills.trial import JOBS, SIGNALS, Kill, drawn, faults


@pytest.mark.parametrize("name", SIGNALS, ids=lambda it: it.name)
@pytest.mark.parametrize("job", ["edit in place", "new scenario"])
def test_a_signal_while_a_file_is_written(name: object, job: str) -> None:
    assert isinstance(name, type(SIGNALS[0]))
    assert list(faults(Kill(job, name, is_slow=True, moment=0.5), Counter())) == []


def test_a_torn_file_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(kill: Kill, folder: Path, takes: float) -> tuple[int, str]:
        (folder / trial.FILE).write_text("lifeboat: 2\nname: half a sc")
        (folder / "left").touch()
        return 70, "Traceback"

    monkeypatch.setattr(trial, "_killed", torn)
    found = list(faults(Kill("new scenario", SIGNALS[1], is_slow=True, moment=0.5), Counter()))
    said = ["it ended with 70", "it said", "the file holds", "it left", "did not clear"]
    assert len(found) == len(said)
    assert all(it in fault for it, fault in zip(said, found, strict=True))


@pytest.mark.parametrize(
    ("told", "faulty"),
    [
        ("Fatal Python error: init_import_site: no\nTraceback\nKeyboardInterrupt\n", False),
        ("Fatal Python error: init_import_site\nTraceback\n  lifeboat\nKeyboardInterrupt\n", True),
        ("Traceback\n  runpy\nKeyboardInterrupt\n", True),
    ],
)
def test_what_python_says_before_a_line_of_ours_is_no_fault(
    told: str, faulty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "_killed", lambda *_: (1, told))
    tally = Counter[str]()
    found = list(faults(Kill("new scenario", SIGNALS[3], is_slow=False, moment=0.01), tally))
    assert bool(found) is faulty
    assert tally["ended before a line of ours"] == (not faulty)


def test_a_round_has_every_job_signal_and_disk() -> None:
    round_ = {(it.job, it.signal, it.is_slow) for it in map(drawn, range(40))}
    assert len(round_) == len(JOBS) * len(SIGNALS) * 2
    assert [drawn(7), drawn(7)] == [drawn(7)] * 2 != [drawn(7), drawn(47)]
