"""Vehicles on their way: nothing that contradicts what has been launched."""

from __future__ import annotations

from typing import Any

import pytest

from mistaken import mistakes, told
from tiny import TINY, jan

FINCH = "vehicles.Finch"
WRITTEN: dict[str, Any] = {"type": "boat", "launched": jan(4), "docked": jan(6)}
NOON = {"as_of": "2030-01-05T12:00Z"}


def written(**changes: Any) -> dict[str, Any]:
    return {**NOON, FINCH: {**WRITTEN, **changes}}


def planned(**changes: Any) -> dict[str, Any]:
    return {**NOON, **{f"{FINCH}.{key.replace('__', '.')}": it for key, it in changes.items()}}


@pytest.mark.parametrize(
    "more", [{}, {"port": "south"}, {"pad": "beach"}, {"leaves": jan(9)}, {"may_cancel": True}]
)
def test_it_may_be_written_with_its_docking(more: dict[str, Any]) -> None:
    assert told(written(**more)) == []


@pytest.mark.parametrize(
    ("day", "expected"), [(5, []), (4, []), (3, [("should-be-docked", jan(3))])]
)
def test_by_the_plan_of_record_it_is_on_its_way_or_should_be_docked(
    day: int, expected: list[tuple[str, str]]
) -> None:
    """A day up: on the 5th it is yet to be launched; launched on the 4th it docks on the 5th, the
    day of `as_of`; launched on the 3rd it was there before.
    """
    assert told(planned(planned=jan(day))) == expected


def test_a_window_that_does_not_hold_the_plan_means_that_it_has_not_flown() -> None:
    late = planned(modes__crewed__windows=f"{jan(6)}..{jan(9)}")
    assert told(late) == [("before-as-of", jan(4))]


def test_windows_of_what_has_flown_may_have_closed() -> None:
    assert told(planned(planned=jan(4), modes__crewed__windows=jan(4))) == []


@pytest.mark.parametrize(
    ("docks", "told_as"), [(jan(10), []), (jan(11), [("docks-beyond", jan(11))])]
)
def test_it_docks_within_the_horizon(docks: str, told_as: list[tuple[str, str]]) -> None:
    assert told(written(docked=docks)) == told_as


def test_keys_of_what_is_to_be_launched_are_told() -> None:
    assert told(written(planned=jan(4))) == [("flown-and-to-come", "planned")]


@pytest.mark.parametrize("seats", [1, 2])
def test_it_has_a_seat_for_everybody_it_carries(seats: int) -> None:
    dora = {"agency": "Tiny", "up": "Finch"}
    found = told({**written(seats=seats), "people.Dora": dora})
    assert found == ([] if seats == 2 else [("crew-large", "Finch")])


@pytest.mark.parametrize(
    ("pin", "key"),
    [
        ({"flies": False}, "flies"),
        ({"launch": jan(7)}, "launch"),
        ({"launch": jan(4)}, None),
        ({"mode": "crewed"}, None),
        ({"mode": "spare"}, "mode"),
    ],
)
def test_no_pin_undoes_a_launch(pin: dict[str, Any], key: str | None) -> None:
    spare = {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Cleo"]}
    edits = planned(planned=jan(4), modes__spare=spare)
    found = mistakes({**edits, "pins.A": {"vehicle": "Finch", **pin}})
    assert [it.kind for it in found] == ([] if key is None else ["pin-in-flight"])


@pytest.mark.parametrize("where", ["seat", "up"])
def test_nobody_is_aboard_by_what_is_on_its_way(where: str) -> None:
    ana = {**TINY["people"]["Ana"], where: "Finch"}
    (found,) = mistakes({**written(), "people.Ana": ana})
    assert "on its way" in found.message
