"""What has to be ordered by when, and what is lost otherwise; routine is counted."""

from __future__ import annotations

from lifeboat.answers.option import DecideBy, Option
from lifeboat.counted import one_or_many
from lifeboat.showing.digest.section import Section, folded
from lifeboat.showing.words import date

_MOST = 5


def decisions(option: Option, *, elsewhere: str) -> Section:
    """The section about decisions; empty if there are none."""
    told = [it for it in option.decide_by if not elsewhere or not it.routine]
    rows = [(date(it.by), f"{_what(it)}, or lose {it.lost}") for it in told]
    kept, more = folded(rows, _MOST, elsewhere=elsewhere)
    left = [*told[len(kept) :], *(it for it in option.decide_by if it not in told)]
    notes = (_left_over(left, more, elsewhere),) if left else ()
    return Section("decide", ("by", "what"), kept, notes)


def _what(it: DecideBy) -> str:
    """What to order, with its date unless that is the day of the decision."""
    what = it.what.removesuffix(f" on {date(it.by)}")
    return what if what == it.what else f"{what} that day"


def _left_over(left: list[DecideBy], more: int, elsewhere: str) -> str:
    """How many decisions are not told, and by when the first of them is."""
    routine, first = len(left) - more, date(min(it.by for it in left))
    counts = [f"{more} more"] * bool(more)
    counts += [f"{routine} routine {one_or_many(routine, 'decisions')}"] * bool(routine)
    first = f"by {first}" if len(left) == 1 else f"the first by {first}"
    return f"and {' and '.join(counts)}, {first} ({elsewhere})"
