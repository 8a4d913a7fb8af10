"""The horizon and windows: what closes at `as_of` is over, what opens at the end is too late."""

from __future__ import annotations

from typing import Any

import pytest

from mistaken import told
from tiny import jan

HIT = {"state": "unusable"}


def windows(*spans: str) -> dict[str, Any]:
    """When Finch may be launched; it is 1 January, and the horizon ends with the 10th."""
    return {"vehicles.Finch.modes.crewed.windows": list(spans)}


@pytest.mark.parametrize(
    ("horizon", "kind"),
    [
        ("..2029-12-31", "horizon-past"),
        ("..2030-01-01T00:00Z", "horizon-past"),
        ("..2030-01-01T00:01Z", None),
        # Of 60 years from 1 January 2030, fifteen have a leap day.
        ("..2089-12-31", None),
        ("..2090-01-01", "horizon-long"),
        ("2030-01-01..2030-01-10", None),
        ("2030-01-01T18:00Z..2030-01-10", None),
        ("2029-12-31..2030-01-10", "horizon-opens"),
        ("2030-01-02..2030-01-10", "horizon-opens"),
        ("2030-01-01..", "horizon-open"),
    ],
)
def test_a_horizon_begins_on_the_day_and_lasts_a_moment_or_sixty_years(
    horizon: str, kind: str | None
) -> None:
    always = windows("2030-01-01..")
    assert told({"horizon": horizon, **always}) == ([] if kind is None else [(kind, horizon)])


def test_windows_may_touch_in_any_order() -> None:
    """A day ends where the next one begins, and an instant where a window closes at it."""
    assert told(windows("2030-01-04..2030-01-09", "2030-01-02..2030-01-03")) == []
    noon = "2030-01-03T12:00Z"
    assert told(windows(f"{jan(2)}..{noon}", f"{noon}..{jan(9)}")) == []
    assert told(windows("2030-01-02..2030-01-04", "2030-01-04..2030-01-09")) == [
        ("windows-overlap", "2030-01-04..2030-01-09")
    ]


@pytest.mark.parametrize("longer", ["2030-01-02..2030-01-09", "2030-01-02..", "..2030-01-09"])
def test_every_window_inside_a_longer_one_is_told(longer: str) -> None:
    """Those on the 3rd and the 5th do not meet each other, but the first."""
    assert told(windows(longer, jan(3), jan(5))) == [
        ("windows-overlap", jan(3)),
        ("windows-overlap", jan(5)),
    ]


def test_windows_of_two_modes_may_overlap() -> None:
    other = {"windows": f"{jan(3)}..{jan(5)}", "crew": ["Cleo"]}
    assert told({"vehicles.Finch.modes.other": other}) == []


@pytest.mark.parametrize(("part", "value"), [("conditions", HIT), ("relocations", "south")])
def test_an_instant_is_written_once(part: str, value: Any) -> None:
    """Midnight, and one o'clock where it is an hour later."""
    twice = {jan(3): value, "2030-01-03T00:00Z": value, "2030-01-03T01:00+01:00": value}
    assert told({f"vehicles.Wren.{part}": twice}) == [
        ("date-twice", "2030-01-03T00:00Z"),
        ("date-twice", "2030-01-03T01:00+01:00"),
    ]
    assert told({f"vehicles.Wren.{part}": {jan(3): value, "2030-01-03T00:01Z": value}}) == []


def test_two_vehicles_may_be_hit_at_the_same_instant() -> None:
    hit = {jan(3): HIT}
    assert told({"vehicles.Wren.conditions": hit, "vehicles.Finch.conditions": hit}) == []
