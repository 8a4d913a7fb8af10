from __future__ import annotations

from typing import Any

import pytest

from posing import audited, judged
from tiny import jan, plan, tiny

RULE = "crews-overlap"
PAIR = "Finch relieves Wren"


def relief(**figures: str) -> dict[str, object]:
    return {"vehicles.Finch.relieves": {"Wren": figures}}


def test_without_a_relief_it_is_kept() -> None:
    assert judged(RULE, tiny()) == []


@pytest.mark.parametrize(("overlap", "kept"), [("3d", True), ("3d 1h", False)])
def test_a_direct_handover_lasts_as_long_as_asked(overlap: str, kept: bool) -> None:
    """Docked on the 5th, the other leaves on the 8th."""
    found = judged(RULE, tiny(relief(overlap=overlap)))
    assert found == ([] if kept else [(PAIR, 5, 8)])


@pytest.mark.parametrize(("launch", "kept"), [(7, True), (8, False)])
def test_without_an_overlap_it_docks_by_the_day_the_other_leaves(launch: int, kept: bool) -> None:
    scenario, late = tiny(relief()), plan({"Finch": {"launch": jan(launch)}})
    assert judged(RULE, scenario, late) == ([] if kept else [(PAIR, 8, 9)])


@pytest.mark.parametrize(("indirect", "kept"), [("2d", True), ("1d", False)])
def test_an_indirect_handover_follows_within_its_time(indirect: str, kept: bool) -> None:
    """The other leaves on the 8th, it docks on the 10th."""
    scenario = tiny(relief(overlap="3d", indirect=indirect))
    late = plan({"Finch": {"launch": jan(9)}})
    assert judged(RULE, scenario, late) == ([] if kept else [(PAIR, 8, 10)])


@pytest.mark.parametrize(("overlap", "kept"), [("1d", True), ("2d", False)])
def test_an_overlap_is_asked_up_to_the_last_day_of_the_horizon(overlap: str, kept: bool) -> None:
    """It docks on the 9th, the other leaves on the 10th, the last day."""
    flights = plan({"Finch": {"launch": jan(8)}, "Wren": {"undock": jan(10)}})
    found = judged(RULE, tiny(relief(overlap=overlap)), flights)
    assert found == ([] if kept else [(PAIR, 9, 10)])


def test_one_that_does_not_leave_needs_no_relief() -> None:
    stays = plan({"Wren": {"stays": True}})
    assert judged(RULE, tiny(relief(overlap="9d")), stays) == []


def test_one_that_does_not_fly_needs_no_relief() -> None:
    scenario = tiny({"vehicles.Wren.relieves": {"Finch": {}}, "vehicles.Finch.may_cancel": True})
    assert judged(RULE, scenario, plan({"Finch": {"cancelled": True}})) == []


@pytest.mark.parametrize("may_cancel", [True, False])
def test_one_that_does_not_fly_relieves_nobody(may_cancel: bool) -> None:
    """Not even if it had to: that is another rule."""
    scenario = tiny({**relief(overlap="9d"), "vehicles.Finch.may_cancel": may_cancel})
    assert judged(RULE, scenario, plan({"Finch": {"cancelled": True}})) == []


AFTER = {
    "vehicles.Finch.planned": "2030-01-20",
    "vehicles.Finch.modes.crewed.windows": "2030-01-02..2030-02-28",
}


@pytest.mark.parametrize(
    ("relief", "broken"),
    [({"overlap": "1d"}, True), ({"indirect": "2d"}, True), ({"indirect": "3d"}, False)],
)
def test_a_relief_that_comes_after_the_horizon_is_waited_for(
    relief: dict[str, str], broken: bool
) -> None:
    """Wren leaves on the 8th; from the 11th on Finch may be there."""
    scenario = tiny({**AFTER, "vehicles.Finch.relieves": {"Wren": relief}})
    found = judged(RULE, scenario, plan({"Finch": {"later": True}}))
    assert bool(found) == broken


def test_a_relief_that_is_given_up_is_waited_for_by_nobody() -> None:
    """That Finch has to fly, after the horizon if not within, is another rule."""
    scenario = tiny({**AFTER, "vehicles.Finch.relieves": {"Wren": {"overlap": "1d"}}})
    assert audited(RULE, scenario, plan({"Finch": {"cancelled": True}})) == []


def test_nobody_waits_for_a_relief_that_may_be_cancelled() -> None:
    relief = {"vehicles.Finch.relieves": {"Wren": {"overlap": "1d"}}}
    scenario = tiny({**AFTER, **relief, "vehicles.Finch.may_cancel": True})
    assert judged(RULE, scenario, plan({"Finch": {"later": True}})) == []


EITHER_WAY = "asked for is 9 days before, or no later than 1 day after, it leaves"


@pytest.mark.parametrize(
    ("flight", "figures", "when", "span"),
    [
        (
            {},
            {"overlap": "4d"},
            "3 days before Wren leaves; asked for is 4 days before",
            (5, 8),
        ),
        (
            {"launch": jan(7)},
            {"overlap": "1d"},
            "0 days before Wren leaves; asked for is 1 day before",
            (8, 8),
        ),
        (
            {"launch": jan(9)},
            {"overlap": "9d", "indirect": "1d"},
            f"2 days after Wren leaves; {EITHER_WAY}",
            (8, 10),
        ),
        (
            {"later": True},
            {"overlap": "9d", "indirect": "1d"},
            f"3 days or more after Wren leaves; {EITHER_WAY}",
            (8, 11),
        ),
    ],
)
def test_how_late_it_is_is_told(
    flight: dict[str, Any], figures: dict[str, str], when: str, span: tuple[int, int]
) -> None:
    """Wren leaves on the 8th; what comes after the horizon docks on the 11th or later."""
    scenario = tiny({**(AFTER if "later" in flight else {}), **relief(**figures)})
    (found,) = audited(RULE, scenario, plan({"Finch": flight}))
    assert found.message == f"Finch docks {when}"
    assert found.vehicles == ("Finch", "Wren")
    assert found.see == (("vehicles", "Finch", "relieves", "Wren"),)
    assert found.first is not None
    assert found.end is not None
    assert (found.first.day, found.end.day) == span
