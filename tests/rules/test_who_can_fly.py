from __future__ import annotations

from typing import Any

import pytest

from lifeboat.questions.solve import solve
from lifeboat.rules.counting import contradictions
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from posing import audited, counted, judged
from tiny import jan, plan, tiny

RULE = "who-can-fly"
NOBODY_DOWN = ("Wren", None, None)
HELM_UP = {"vehicle_types.boat.crew_skills": {"up": ["helm"]}, "station.skills": {"helm": {}}}
"""Boats need somebody at the helm on the way up."""
DAN = {"people.Dan": {"agency": "Tiny", "up": "Finch", "skills": ["helm"]}}
MODES = "vehicles.Finch.modes"


def needing(able: str = "", edits: dict[str, Any] | None = None) -> Scenario:
    """Boats need somebody at the helm on the way down; these people can steer."""
    skilled = {f"people.{name}.skills": ["helm"] for name in able.split()}
    down = {"vehicle_types.boat.crew_skills": {"down": ["helm"]}}
    return tiny({"station.skills": {"helm": {}}, **down, **skilled, **(edits or {})})


@pytest.mark.parametrize(
    ("able", "found"), [("", [NOBODY_DOWN]), ("Cleo", [NOBODY_DOWN]), ("Boris", []), ("Ana", [])]
)
def test_one_of_those_who_leave_in_it_is_able(able: str, found: list[object]) -> None:
    assert judged(RULE, needing(able)) == found


def test_whoever_stays_needs_nobody() -> None:
    """Wren is a shelter for both until the end."""
    stays = {"stays": True}
    assert judged(RULE, needing(), plan({"Wren": stays}, {"Ana": stays, "Boris": stays})) == []


def test_a_vehicle_that_leaves_empty_needs_nobody() -> None:
    empty = needing(edits={"vehicle_types.boat.flies_empty": ["down"]})
    stays = {"stays": True}
    assert judged(RULE, empty, plan(people={"Ana": stays, "Boris": stays})) == []


def test_each_skill_may_be_that_of_another() -> None:
    both = {"vehicles.Wren.crew_skills": {"down": ["helm", "radio"]}}
    skills = {"station.skills": {"helm": {}, "radio": {}}, "people.Ana.skills": ["helm"]}
    assert judged(RULE, tiny({**both, **skills, "people.Boris.skills": ["radio"]})) == []
    found = audited(RULE, tiny({**both, **skills}))
    assert [it.message for it in found] == [
        "Wren leaves with Ana and Boris: nobody aboard is able to do radio"
    ]
    assert judged(RULE, tiny({**both, **skills})) == [NOBODY_DOWN]


def test_what_a_vehicle_says_itself_wins_over_its_type() -> None:
    assert judged(RULE, needing(edits={"vehicles.Wren.crew_skills": {}})) == []


@pytest.mark.parametrize(("skills", "found"), [([], [("Finch", None, None)]), (["helm"], [])])
def test_one_of_the_crew_is_able_to_bring_it_up(skills: list[str], found: list[object]) -> None:
    scenario = tiny({**HELM_UP, "people.Cleo.skills": skills})
    assert judged(RULE, scenario) == found
    told = contradictions(Situation.of(scenario, {}))
    assert told == ["Finch must fly, but nobody of its crew is able to do helm"][: len(found)]


@pytest.mark.parametrize(
    "edits",
    [
        {"vehicles.Finch.may_cancel": True},
        {"vehicles.Finch.planned": jan(15), f"{MODES}.crewed.windows": f"{jan(2)}..{jan(20)}"},
        {**DAN, f"{MODES}.other": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Dan"]}},
        {**DAN, f"{MODES}.crewed.crew": ["Cleo", "Dan"]},
    ],
    ids=["it may stay down", "it may come later", "another crew is able", "one of two is able"],
)
def test_nothing_speaks_against_a_flight_that_need_not_fly_so(edits: dict[str, Any]) -> None:
    """Cleo cannot bring Finch up alone."""
    assert contradictions(Situation.of(tiny({**HELM_UP, **edits}), {})) == []


def test_the_first_skill_that_nobody_has_is_named() -> None:
    up = {"vehicle_types.boat.crew_skills": {"up": ["helm", "radio"]}}
    told = contradictions(
        Situation.of(tiny({**up, "station.skills": {"helm": {}, "radio": {}}}), {})
    )
    assert told == ["Finch must fly, but nobody of its crew is able to do helm"]


def test_one_of_two_who_come_up_is_enough() -> None:
    """Dan is at the helm, Cleo comes with him."""
    both = {**DAN, f"{MODES}.crewed.crew": ["Cleo", "Dan"]}
    assert judged(RULE, tiny({**HELM_UP, **both})) == []


def test_on_the_last_day_somebody_has_to_steer_as_on_any() -> None:
    last = plan({"Wren": {"undock": jan(10)}})
    assert judged(RULE, needing(), last) == [NOBODY_DOWN]
    assert judged(RULE, needing("Boris"), last) == []


def test_a_flight_that_only_should_fly_is_not_one_that_must() -> None:
    """Finch cannot be brought up: it stays on the ground, and a `should` is broken."""
    lax = tiny({**HELM_UP, "rules.flights-keep-their-windows": "should"})
    assert contradictions(Situation.of(lax, {})) == []
    best = solve(lax, plans=1).best
    assert best is not None
    assert best.cancelled == ("Finch",)


def test_a_mode_with_nobody_needs_nobody() -> None:
    empty = {"vehicles.Finch.modes": {"empty": {"windows": f"{jan(2)}..{jan(9)}"}}}
    alone = {"people": {}, "vehicle_types.boat.flies_empty": ["up", "down"]}
    assert judged(RULE, tiny({**HELM_UP, **empty, **alone})) == []


def test_as_a_should_it_is_broken_once_for_a_vehicle() -> None:
    lax = {"rules.who-can-fly": "should"}
    assert counted("broken", needing(edits=lax)) == 1
    assert counted("broken", needing("Ana", lax)) == 0


def test_a_passenger_goes_home_with_somebody_who_can_steer() -> None:
    """Ana goes home with Boris, who can steer Wren, and not without him."""
    best = solve(needing("Boris Cleo", {"people.Cleo.home": "Finch"}), plans=1).best
    assert best is not None
    homes = {it.person: it.home for it in best.people}
    assert homes["Boris"] == homes["Ana"] == "Wren"
