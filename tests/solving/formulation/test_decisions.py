"""A situation as a model: every rule posted, and no grid of dates that forbids a real plan."""

from __future__ import annotations

import itertools

import pytest

from deciding import between, decisions, flown, on_dates, situation
from lifeboat.curves import Sum
from lifeboat.decisions import Decisions, Party
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.ship import Ship
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.formulation.decisions import SolverDecisions, formulate
from lifeboat.solving.formulation.side_constraints import SideConstraint
from tiny import jan

WREN_IS_HIT = {
    f"vehicles.Wren.conditions.{jan(3)}": {"state": "emergency-only", "places": 1},
    "vehicle_types.boat.flies_empty": ["down"],
}
"""From slot 2 on Wren shelters one in an emergency, and takes nobody home."""


class _OnlyOnFinch(SideConstraint):
    """Everybody goes home on Finch, and somebody does."""

    def allows(self, party: Party, ship: Ship) -> bool:
        return ship.name == "Finch"

    def post(self, decide: Decisions) -> None:
        finch = decide.situation.ships["Finch"]
        decide.post(decide.flights.gone(finch).at(9) >= 1)


def test_rules_are_posted_in_the_whole_model_only() -> None:
    """Nobody goes home and Finch does not come, though it may not be cancelled."""
    decide = decisions()
    assert between(decide.builder, Sum(), flown(decide, None, {}, {})) == (0, 0)
    asked = situation()
    whole = formulate(asked, collect(asked).every_slot())
    assert between(whole.builder, Sum(), flown(whole, None, {}, {})) is None
    assert between(whole.builder, Sum(), flown(whole, 3, {}, {})) == (0, 0)


def test_the_plan_of_record_keeps_every_rule() -> None:
    asked = situation()
    whole = formulate(asked, collect(asked).every_slot())
    assert between(whole.builder, Sum(), flown(whole)) == (0, 0)
    # Wren has two seats.
    three = {("Ana", "Wren"): 2, ("Cleo", "Wren"): 1}
    assert between(whole.builder, Sum(), flown(whole, rides=three)) is None


def test_a_side_constraint_says_who_may_go_home_on_what_and_more() -> None:
    asked = situation()
    every = collect(asked).every_slot()
    side = formulate(asked, every, _OnlyOnFinch())
    homes = {ship.name for party in side.parties for ship in side.people.rides_home(party)}
    assert homes == {"Finch"}
    finch = asked.ships["Finch"]
    assert between(side.builder, side.flights.gone(finch).at(9)) == (1, 1)
    free = formulate(asked, every)
    assert between(free.builder, free.flights.gone(finch).at(9)) == (0, 1)


def shortfall(decide: SolverDecisions, launch: int, wren: int | None) -> int | None:
    """Fewest person-slots without a sound seat, weighed; None where it cannot be flown.

    Ana and Boris leave on Wren where that is early enough, else on Finch.
    """
    undocks = {"Finch": 9} if wren is None else {"Wren": wren, "Finch": 9}
    home = "Wren" if wren is not None and wren < 2 else "Finch"
    kept = flown(decide, launch, undocks, {("Ana", home): 2})
    seating = decide.seating
    spent = seating.none * 4 + seating.damaged * 2
    return Solver(decide.builder, Settings()).minimise(spent, kept=kept).value


def costs(decide: SolverDecisions) -> dict[tuple[int, int | None], int]:
    """The shortfall of all that can be flown, by when Finch is launched and when Wren leaves."""
    dates = itertools.product(range(1, 8), (None, *range(10)))
    return {
        (launch, wren): cost
        for launch, wren in dates
        if (cost := shortfall(decide, launch, wren)) is not None
    }


def test_what_is_flown_costs_what_it_costs() -> None:
    asked = situation(WREN_IS_HIT)
    real = costs(formulate(asked, collect(asked).every_slot()))
    # Nobody leaves in the very first slot; everything else can be flown.
    assert {wren for _, wren in real} == {None, *range(1, 10)}
    assert len(real) == 7 * 10
    # Ana and Boris leave in time, Cleo has a seat until Finch leaves in the last slot.
    assert real[1, 1] == 4
    # On the day Wren is hit they stay, and one is without a place from slot 2 on.
    assert real[1, 2] == 4 * 8
    # Wren shelters one in slots 2 to 8, and Cleo in slot 9.
    assert real[1, None] == 2 * 8
    # The same in slot 2; one is without a place in slots 3 to 8, and Cleo in slot 9.
    assert real[1, 3] == 2 + 4 * 7


@pytest.mark.parametrize("docks", [[], [2, 5], [3, 4, 8]])
@pytest.mark.parametrize("undocks", [[], [2, 7], [1, 2, 3]])
def test_no_grid_forbids_a_real_plan_or_makes_it_dearer(
    docks: list[int], undocks: list[int]
) -> None:
    """And one whose dates are all on the grid costs there what it costs."""
    asked = situation(WREN_IS_HIT)
    real = costs(formulate(asked, collect(asked).every_slot()))
    grid = {**on_dates(docks, undocks), Event("Finch", "undock"): [9]}
    bounds = costs(formulate(asked, grid))
    for (launch, wren), cost in real.items():
        assert bounds[launch, wren] <= cost
        if launch + 1 in docks and wren in undocks:
            assert bounds[launch, wren] == cost


def test_places_are_posted_once_when_they_are_first_asked_for() -> None:
    decide = decisions()
    posted = [len(decide.builder.model.proto.constraints)]
    for _ in range(2):
        assert decide.seating.none is not None
        posted.append(len(decide.builder.model.proto.constraints))
    assert posted[0] < posted[1] == posted[2]
