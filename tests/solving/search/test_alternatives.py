"""Plans of other kinds, on the tiny station whose relief ship could also bring a crew."""

from __future__ import annotations

from functools import cache

import lifeboat
from lifeboat.answers.option import Option, one_by_one
from lifeboat.answers.solve import Answer
from lifeboat.scenario.people import Person
from lifeboat.scenario.vehicles import Mode
from repository import TINY

RELIEF = ("Dora", "Emil")


@cache
def answer(plans: int) -> Answer:
    scenario = lifeboat.read_scenario(str(TINY))
    heron = scenario.vehicles["Heron"]
    crewed: Mode = heron.modes["empty"].model_copy(update={"crew": list(RELIEF)})
    modes = {**heron.modes, "crewed": crewed}
    changed = heron.model_copy(update={"modes": modes, "planned_mode": "crewed"})
    crew = {name: Person(agency="Little Station", up="Heron") for name in RELIEF}
    return lifeboat.solve(
        scenario.model_copy(
            update={
                "vehicles": {**scenario.vehicles, "Heron": changed},
                "people": {**scenario.people, **crew},
            }
        ),
        plans=plans,
    )


def mode_of(option: Option, vehicle: str) -> str | None:
    return next(it.mode for it in option.flights if it.vehicle == vehicle)


def value(option: Option, goal: str) -> int | float:
    return next(it.value for it in one_by_one(option.goals) if it.name == goal)


def best() -> Option:
    found = answer(2).best
    assert found is not None
    return found


def test_the_best_plan_leaves_the_seats_to_those_in_trouble() -> None:
    assert mode_of(best(), "Heron") == "empty"


def test_the_other_kind_flies_the_crew_as_planned_and_is_proven() -> None:
    (other,) = answer(2).others
    assert mode_of(other, "Heron") == "crewed"
    assert all(it.proven for it in other.goals)


def test_it_costs_more_days_in_the_damaged_ship_or_without_a_place_and_bumps_nobody() -> None:
    (other,) = answer(2).others
    short = [(value(it, "no-place"), value(it, "damaged")) for it in (best(), other)]
    assert short[0] < short[1]
    assert (value(best(), "cancelled"), value(other, "cancelled")) == (4, 0)


def test_no_other_kind_is_sought_where_one_plan_is_asked_for() -> None:
    assert answer(1).others == ()
