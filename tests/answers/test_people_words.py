"""Who does not fly as planned, in words, at the tiny station."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.answers.people_words import people_sentences
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import ledger_of
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

ON_FINCH = {"vehicles.Finch.leaves": jan(9), "people.Ana.gear": ["liner"]}
EMPTY = {"windows": f"{jan(2)}..{jan(9)}"}
UP_EMPTY = {"vehicles.Finch.modes.empty": EMPTY, "vehicle_types.boat.flies_empty": ["up"]}
UNKNOWN = {"people.Ana.home": None, "people.Ana.returns": None}


def said(edits: dict[str, Any], told: Plan) -> list[str]:
    course = Course.of(Situation.of(tiny(edits), {}), told)
    return list(people_sentences(course, ledger_of(course)))


def test_as_planned_nothing_is_said() -> None:
    assert said({}, plan()) == []


@pytest.mark.parametrize("finch", [{"mode": "empty", "launch": jan(4)}, {"cancelled": True}])
def test_who_is_bumped_is_named(finch: dict[str, Any]) -> None:
    """Finch flies without Cleo, or not at all."""
    assert said(UP_EMPTY, plan({"Finch": finch})) == ["Cleo does not fly (planned on Finch)."]


def test_who_comes_after_the_horizon_is_not_bumped() -> None:
    assert said({}, plan({"Finch": {"launch": "2030-01-20"}})) == []


def test_who_comes_up_on_another_vehicle_is_named() -> None:
    crewed = {"windows": jan(4), "crew": ["Cleo"]}
    robin = {"type": "boat", "pad": "beach", "planned": jan(4), "modes": {"crewed": crewed}}
    told = said({"vehicles.Robin": robin}, plan({"Finch": {"cancelled": True}}))
    assert told == ["Cleo comes up on Robin (planned Finch)."]


@pytest.mark.parametrize(
    ("edits", "was"),
    [
        ({}, "Wren, 2030-01-08"),
        ({"people.Ana.returns": jan(9)}, "Wren"),
        ({"people.Ana.returns": "2030-01"}, "Wren"),
    ],
)
def test_who_goes_home_on_another_vehicle_is_told_with_what_was_planned(
    edits: dict[str, Any], was: str
) -> None:
    """On the 9th: that day may have been planned, or known no better than by the month."""
    on_finch = plan(people={"Ana": {"home": "Finch", "seats": {jan(6): "Finch"}}})
    told = said({**ON_FINCH, **edits}, on_finch)
    assert told == [f"Ana goes home on Finch on 2030-01-09 (planned {was})."]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (6, ["Ana and Boris land 2030-01-06 (planned 2030-01-08)."]),
        (8, []),
        (9, ["Ana and Boris land 2030-01-09 (planned 2030-01-08)."]),
    ],
)
def test_who_lands_on_another_date_is_told_with_the_planned_one(day: int, told: list[str]) -> None:
    assert said({}, plan({"Wren": {"undock": jan(day)}})) == told


def test_each_is_told_with_the_date_planned_for_them() -> None:
    later = {"people.Boris.returns": jan(9)}
    assert said(later, plan({"Wren": {"undock": jan(7)}})) == [
        "Ana lands 2030-01-07 (planned 2030-01-08).",
        "Boris lands 2030-01-07 (planned 2030-01-09).",
    ]


def test_who_stays_is_told_with_the_planned_landing() -> None:
    told = said({}, plan(people={"Ana": {"stays": True}}))
    assert told == ["Ana stays beyond the horizon (planned to land 2030-01-08)."]


def test_who_misses_the_vehicle_home_is_told_also_where_no_landing_is_planned() -> None:
    told = said({"people.Ana.returns": None}, plan(people={"Ana": {"stays": True}}))
    assert told == ["Ana stays beyond the horizon (planned on Wren)."]


def test_who_is_to_come_home_after_the_horizon_and_misses_the_vehicle_is_told() -> None:
    later = {"people.Ana.returns": "2030-06-01"}
    told = said(later, plan(people={"Ana": {"stays": True}}))
    assert told == ["Ana stays beyond the horizon (planned to land 2030-06-01)."]


def test_who_waits_for_the_vehicle_home_is_not_told() -> None:
    stays = {"people.Ana.returns": None, "vehicles.Wren.leaves": None}
    waiting = plan({"Wren": {"stays": True}}, {"Ana": {"stays": True}, "Boris": {"stays": True}})
    assert not [it for it in said(stays, waiting) if it.startswith("Ana")]


def test_of_whom_no_plan_is_known_nothing_is_said() -> None:
    """On Wren, or when it leaves sooner: nobody has said when Ana lands."""
    assert said(UNKNOWN, plan(people={"Ana": {"home": "Wren"}})) == []
    assert said(UNKNOWN, plan(people={"Ana": {"stays": True}})) == []


@pytest.mark.parametrize(
    ("edits", "place"),
    [
        ({"vehicles.Wren.conditions": {jan(6): {"state": "emergency-only"}}}, "a damaged vehicle"),
        ({"vehicles.Wren.life": {"limit": "37d"}}, "a damaged vehicle"),
    ],
)
def test_who_rides_home_in_a_damaged_vehicle_or_past_its_life_is_named(
    edits: dict[str, Any], place: str
) -> None:
    assert said(edits, plan()) == [f"Ana and Boris ride home unsafely on Wren, in {place}."]


def test_who_rides_home_on_an_improvised_place_is_named() -> None:
    """Wren has one seat, Ana's by name, and a place beside it."""
    room = {"places": 1, "ride_home": True, "needs": []}
    one_seat = {"vehicles.Wren.seats": 1, "vehicles.Wren.improvised": room}
    assert said(one_seat, plan()) == ["Boris rides home unsafely on Wren, in an improvised place."]


def test_who_leaves_in_a_vehicle_without_their_liner_has_no_place_in_it() -> None:
    """Ana's stays in Wren, where she had a seat."""
    *_, last = said(ON_FINCH, plan(people={"Ana": {"home": "Finch"}}))
    assert last == "Ana rides home unsafely on Finch, in no place of their own."


def test_of_many_people_the_last_are_counted() -> None:
    more = {f"people.Zoe{number}": {"agency": "Tiny", "up": "Finch"} for number in range(7)}
    crew = ["Cleo", *(f"Zoe{number}" for number in range(7))]
    edits = {
        **{f"people.Zoe{number}": it for number, it in enumerate(more.values())},
        "vehicles.Finch.seats": 8,
        "vehicles.Finch.modes.crewed.crew": crew,
    }
    told = said(edits, plan({"Finch": {"cancelled": True}}))
    assert told == ["Cleo, Zoe0, Zoe1, Zoe2, Zoe3 and 3 others do not fly (planned on Finch)."]
