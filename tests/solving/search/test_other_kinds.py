"""Plans of other kinds, on the tiny station whose relief ship could also bring a crew."""

from __future__ import annotations

from functools import cache

import pytest

import lifeboat
from lifeboat.answers.option import Option, one_by_one
from lifeboat.answers.solve import Answer
from lifeboat.scenario.people import Person
from lifeboat.scenario.vehicles import Mode
from lifeboat.solving.search import other_kinds
from lifeboat.solving.search.incumbent import SearchOutcome
from lifeboat.solving.search.lexicographic import find_best
from lifeboat.solving.search.other_kinds import BestOfKinds
from lifeboat.solving.search.problem import Problem
from repository import TINY
from rescue import asked
from searching import an_incumbent
from tiny import TINY as TINY_STATION
from tiny import jan, tiny

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
    assert all(it.proven for it in other.goals if it.name != "reseats")


def test_it_costs_more_days_in_the_damaged_ship_or_without_a_place_and_bumps_nobody() -> None:
    (other,) = answer(2).others
    short = [(value(it, "no-place"), value(it, "damaged")) for it in (best(), other)]
    assert short[0] < short[1]
    assert (value(best(), "cancelled"), value(other, "cancelled")) == (4, 0)


def test_no_other_kind_is_sought_where_one_plan_is_asked_for() -> None:
    assert answer(1).others == ()


BY_HAND = {
    "vehicles.Wren.conditions": {jan(1): {"state": "emergency-only"}},
    "vehicles.Finch.modes": {
        "crewed": {"windows": f"{jan(3)}..{jan(6)}", "crew": ["Cleo"]},
        "empty": {"windows": f"{jan(3)}..{jan(6)}"},
    },
    "vehicles.Finch.planned_mode": "crewed",
    "vehicle_types.boat.flies_empty": ["up", "down"],
    "vehicles.Robin": {
        **TINY_STATION["vehicles"]["Finch"],
        "planned": jan(8),
        "modes": {"late": {"windows": jan(8)}, "soon": {"windows": f"{jan(4)}..{jan(8)}"}},
    },
    "ports.west.accepts": ["ring"],
}
"""Wren is hit. Finch may come empty for its crew; or Robin does, four days sooner than planned."""


@cache
def kinds() -> Answer:
    return lifeboat.solve(tiny(BY_HAND), plans=9)


def test_each_kind_shown_is_the_best_of_all_plans_with_its_choice() -> None:
    """Whoever pins a mode gets no better plan than the best one shown with that mode."""
    shown = [kinds().best, *kinds().others]
    modes = {"Finch": ("crewed", "empty"), "Robin": ("late", "soon")}
    for ship, mode in ((ship, mode) for ship, two in modes.items() for mode in two):
        pinned = lifeboat.solve(tiny({**BY_HAND, "pins.p": {"vehicle": ship, "mode": mode}})).best
        assert pinned is not None
        same = [it for it in shown if it is not None and mode_of(it, ship) == mode]
        assert same, f"no plan shown with {ship} {mode}"
        dated = [[goal.value for goal in it.goals[:-1]] for it in (pinned, same[0])]
        assert dated[0] == dated[1], f"{ship} {mode}"


def test_plans_are_shown_best_first_and_nothing_better_is_left_out() -> None:
    values = [[goal.value for goal in it.goals[:-1]] for it in kinds().others]
    assert values == sorted(values)
    assert kinds().others_complete is True


def test_fewer_plans_are_the_first_of_more() -> None:
    """Kinds that cannot be among them are not searched, and nothing is lost by that."""
    for plans in (2, 3):
        fewer = lifeboat.solve(tiny(BY_HAND), plans=plans)
        assert fewer.others_complete is True
        values = [[goal.value for goal in it.goals] for it in fewer.others]
        assert values == [[goal.value for goal in it.goals] for it in kinds().others[: plans - 1]]


@pytest.mark.parametrize(
    ("bound", "is_beaten"),
    [((6, 13), True), ((7,), True), ((6, 12), False), ((6,), False), ((5, 99), False), ((), False)],
)
def test_a_choice_is_left_out_only_if_its_bound_is_above_what_is_found(
    bound: tuple[int, ...], is_beaten: bool
) -> None:
    """The best plan of the small rescue has 6 and 12 in its first two goals."""
    kinds = BestOfKinds(most=1)
    assert not kinds.beat(bound)
    kinds.add(an_incumbent(find_best(asked())))
    assert kinds.beat(bound) is is_beaten
    kinds = BestOfKinds(most=2)
    kinds.add(an_incumbent(find_best(asked())))
    assert not kinds.beat(bound)


def test_what_cannot_be_among_the_best_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[Problem] = []

    def counted(problem: Problem) -> SearchOutcome:
        searched.append(problem)
        return find_best(problem)

    monkeypatch.setattr(other_kinds, "find_best", counted)
    counts = list[int]()
    for plans in (2, 9):
        searched.clear()
        lifeboat.solve(tiny(BY_HAND), plans=plans)
        counts.append(len(searched))
    assert counts[0] < counts[1]


def test_where_nothing_else_can_be_done_that_is_told() -> None:
    alone = {"vehicles": {"Wren": TINY_STATION["vehicles"]["Wren"]}, "people.Cleo.up": None}
    told = lifeboat.solve(tiny(alone), plans=4)
    assert (told.others, told.others_complete) == ((), True)
    assert lifeboat.solve(tiny(alone)).others_complete is None
