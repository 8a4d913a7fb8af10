"""The audit: in which order findings are told, and by which prices places are shared out."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import audit, ledger_of, must_findings
from lifeboat.situation.situation import Situation
from tiny import TINY, jan, plan, tiny


def found(edits: dict[str, Any], told: Plan) -> tuple[Finding, ...]:
    course = Course.of(Situation.of(tiny(edits), {}), told)
    return audit(course, ledger_of(course))


ROBIN = {
    "vehicles.Robin": {
        **TINY["vehicles"]["Finch"],
        "modes": {"empty": {"windows": jan(2)}},
        "planned": jan(9),
        "may_cancel": True,
    },
    "vehicle_types.boat.flies_empty": ["up", "down"],
}
WREN_IS_KEPT = {"vehicles.Wren.undock": f"{jan(9)}.."}


def test_findings_of_a_rule_are_told_in_order_of_time() -> None:
    """Wren leaves too soon on the 8th, Robin is launched too late on the 9th; Finch does not fly,
    which is on no day.
    """
    seen = found({**ROBIN, **WREN_IS_KEPT}, plan({"Finch": {"cancelled": True}}))
    told = [it.subject for it in seen if it.rule == "flights-keep-their-windows"]
    assert told == ["Wren", "Robin", "Finch"]


def test_findings_on_one_day_are_told_by_name() -> None:
    """Wren, which the file has first, leaves too soon on the day on which Robin comes too late."""
    seen = found({**ROBIN, **WREN_IS_KEPT}, plan({"Robin": {"launch": jan(8)}}))
    told = [it.subject for it in seen if it.rule == "flights-keep-their-windows"]
    assert told == ["Robin", "Wren"]


def test_only_what_breaks_a_must_makes_an_answer_wrong() -> None:
    """Ana, whose liner is gone, has no place, which is a pity; Wren leaves too soon."""
    edits = {**WREN_IS_KEPT, "people.Ana.gear": []}
    seen = found(edits, plan())
    assert {it.rule for it in seen} > {it.rule for it in must_findings(seen)}
    assert {it.strength for it in must_findings(seen)} == {"must"}


HOME = "rules.home-on-a-sound-seat"
ONE_SEAT_AND_A_CHAIR: dict[str, Any] = {
    "vehicles.Wren.seats": 1,
    "vehicles.Wren.improvised": {"places": 1, "needs": ["rope"]},
    "people.Ana.gear": ["liner", "rope"],
    "vehicles.Finch.reseat_from": jan(8),
    HOME: "should",
}
"""Before Wren leaves on the 8th, Ana, who goes home in it, and Boris, whose liner Finch can take
only then, have one seat and one rope chair, which fits Ana alone and takes nobody home. Either
Boris has no place in the last slot, or Ana rides home badly.
"""
BORIS_STAYS = plan(people={"Boris": {"stays": True, "seats": {jan(8): "Finch"}}})


def without_a_place(goals: list[Any] | None, resolution: str) -> int:
    """For how many slots Boris has no place."""
    scenario = tiny({**ONE_SEAT_AND_A_CHAIR, "goals": goals, "resolution": resolution})
    return ledger_of(Course.of(Situation.of(scenario, {}), BORIS_STAYS)).spent("none")


@pytest.mark.parametrize(
    ("goals", "none"),
    [
        (None, 0),
        (["no-place", "broken"], 0),
        (["broken", "no-place"], 1),
        (["improvised", "no-place"], 1),
        (["damaged", "no-place"], 0),
        ([{"goal": "no-place", "within": 2}, "broken"], 0),
        ([{"goal": "broken", "within": 2}, "no-place"], 1),
        ([{"broken": 1, "no-place": 2}], 0),
        ([{"broken": 2, "no-place": 1}], 1),
        ([{"broken": 1, "improvised": 1, "no-place": 1}], 1),
        ([{"broken": 1, "improvised": 1, "no-place": 3}], 0),
    ],
)
def test_a_seat_is_given_up_for_a_ride_home_where_that_costs_less(goals: Any, none: int) -> None:
    """A day without a place, or a rule broken and an improvised day."""
    assert without_a_place(goals, "1d") == none


def test_where_both_cost_the_same_no_rule_is_broken() -> None:
    assert without_a_place([{"broken": 2, "no-place": 2}], "1d") == 1


@pytest.mark.parametrize(
    ("goals", "none"),
    [
        ([{"broken": 1, "no-place": 3}], 1),
        ([{"broken": 1, "no-place": 5}], 0),
        ([{"broken": 1, "improvised": 2, "no-place": 5}], 1),
        ([{"broken": 1, "improvised": 2, "no-place": 7}], 0),
    ],
)
def test_a_broken_rule_weighs_as_much_as_a_day_however_short_a_slot_is(
    goals: Any, none: int
) -> None:
    """Boris lacks a place for six hours, a quarter of a day."""
    assert without_a_place(goals, "6h") == none


def test_whether_a_place_has_to_fit_is_for_the_scenario_to_say() -> None:
    """Ana, whose liner is gone, has no place in Wren for seven days, or a makeshift one."""
    for strength, none, improvised in (("must", 7, 0), ("should", 0, 7)):
        scenario = tiny({"people.Ana.gear": [], "rules.seat-fits-its-person": strength})
        ledger = ledger_of(Course.of(Situation.of(scenario, {}), plan()))
        assert (ledger.spent("none"), ledger.spent("improvised")) == (none, improvised)
