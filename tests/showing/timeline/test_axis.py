"""Where moments are on a page."""

from __future__ import annotations

from datetime import datetime

import pytest

from lifeboat.days import DAY, read_moment
from lifeboat.showing.timeline.axis import Axis, panels


def axis(first: str, end: str) -> Axis:
    return Axis(read_moment(first), read_moment(end), 100.0, 200.0)


@pytest.mark.parametrize(
    ("instant", "x"),
    [("2030-01-01", 100), ("2030-01-06", 200), ("2030-01-11", 300), ("2029-12-01", 100)],
)
def test_time_runs_to_the_right_and_is_cut_at_the_edges(instant: str, x: float) -> None:
    assert axis("2030-01-01", "2030-01-11").x(read_moment(instant)) == x


@pytest.mark.parametrize(("days", "count"), [(10, 1), (400, 1), (401, 2), (1826, 5)])
def test_a_long_horizon_has_several_panels_that_join(days: int, count: int) -> None:
    first = read_moment("2030-01-01")
    found = list(panels(first, first + days * DAY, 0.0, 1.0))
    assert len(found) == count
    assert [it.end for it in found[:-1]] == [it.first for it in found[1:]]
    assert (found[0].first, found[-1].end) == (first, first + days * DAY)


def texts(it: Axis) -> list[str]:
    return [text for _, text in it.dates()]


def test_a_year_is_told_by_its_months_weeks_and_days_by_their_dates() -> None:
    assert texts(axis("2030-11-15", "2031-03-20")) == [
        "2030-11-15",
        "2030-12",
        "2031-01",
        "2031-02",
        "2031-03",
    ]
    assert texts(axis("2030-01-01", "2030-02-01"))[:3] == ["2030-01-01", "01-08", "01-15"]
    assert texts(axis("2030-01-01T06:00Z", "2030-01-04")) == ["2030-01-01", "01-02", "01-03"]


def test_no_date_lies_outside() -> None:
    for days in range(1, 800, 7):
        first = read_moment("2030-01-31")
        it = Axis(first, first + days * DAY, 0.0, 1.0)
        dates: list[datetime] = [instant for instant, _ in it.dates()]
        assert dates == sorted(set(dates))
        assert all(it.first <= instant < it.end for instant in dates)
