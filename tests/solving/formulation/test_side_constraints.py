"""What a plan must do besides what the scenario asks: nothing, one thing, or several at once."""

from __future__ import annotations

from fractions import Fraction

import pytest

from deciding import between, decisions
from lifeboat.decisions import Decisions, Party
from lifeboat.goals import Weighed
from lifeboat.goals.moved import Moved
from lifeboat.situation.ship import Ship
from lifeboat.solving.formulation.side_constraints import (
    NO_SIDE_CONSTRAINT,
    AllOf,
    NoMore,
    OtherFlight,
    OtherRide,
    SideConstraint,
)


class _Without(SideConstraint):
    """Nobody goes home on a vehicle, and Wren is still there at the end of a slot."""

    def __init__(self, name: str, slot: int) -> None:
        self._name, self._slot = name, slot

    def allows(self, party: Party, ship: Ship) -> bool:
        return ship.name != self._name

    def post(self, decide: Decisions) -> None:
        wren = decide.situation.ships["Wren"]
        decide.post(decide.flights.gone(wren).at(self._slot) <= 0)


def allowed(side: SideConstraint) -> set[tuple[str, str]]:
    """By the first of each party: the vehicles they may go home on."""
    decide = decisions()
    ships = decide.situation.ships.values()
    return {
        (party.one.name, ship.name)
        for party in decide.parties
        for ship in ships
        if side.allows(party, ship)
    }


def first_leave_of_wren(side: SideConstraint) -> int:
    """The first slot in which it may be gone."""
    decide = decisions()
    side.post(decide)
    gone = decide.flights.gone(decide.situation.ships["Wren"])
    return next(slot for slot in range(10) if between(decide.builder, gone.at(slot)) == (0, 1))


def test_nothing_is_asked_where_nothing_is_said() -> None:
    for side in (NO_SIDE_CONSTRAINT, AllOf()):
        assert len(allowed(side)) == 4
        assert first_leave_of_wren(side) == 0


def test_several_at_once_ask_all_that_each_asks() -> None:
    no_wren, no_finch = _Without("Wren", 2), _Without("Finch", 4)
    assert allowed(AllOf(no_wren)) == {("Ana", "Finch"), ("Cleo", "Finch")}
    assert allowed(AllOf(no_wren, no_finch)) == set()
    for sides in ((no_wren, no_finch), (no_finch, no_wren)):
        assert first_leave_of_wren(AllOf(*sides)) == 5
    assert first_leave_of_wren(AllOf(no_wren, NO_SIDE_CONSTRAINT)) == 3


def launches_of_finch(side: SideConstraint) -> tuple[int, int] | None:
    """The first and the last slot in which it may be launched; none if it never may."""
    decide = decisions({"vehicles.Finch.may_cancel": True})
    side.post(decide)
    launched = decide.flights.launched(decide.situation.ships["Finch"])
    spans = [between(decide.builder, launched.at(slot)) for slot in range(10)]
    can = [slot for slot, span in enumerate(spans) if span is not None and span[1]]
    must = [slot for slot, span in enumerate(spans) if span is not None and span[0]]
    return (can[0], must[0] if must else 10) if can else None


def test_a_vehicle_that_flies_or_does_not() -> None:
    """Finch may be launched in slots 1 to 8, and is planned to be in slot 3."""
    assert launches_of_finch(NO_SIDE_CONSTRAINT) == (1, 10)
    assert launches_of_finch(OtherFlight("Finch", "crewed")) == (1, 8)
    assert launches_of_finch(OtherFlight("Finch", "crewed", on_its_date=True)) == (3, 3)
    assert launches_of_finch(OtherFlight("Finch", None)) is None


@pytest.mark.parametrize("people", [{"Ana"}, {"Boris"}, {"Ana", "Cleo"}])
def test_somebody_goes_home_on_a_vehicle(people: set[str]) -> None:
    """Any of those who are alike means all of them."""
    decide = decisions()
    OtherRide(frozenset(people), "Finch").post(decide)
    ana = next(it for it in decide.parties if it.one.name == "Ana")
    cleo = next(it for it in decide.parties if it.one.name == "Cleo")
    finch = decide.situation.ships["Finch"]
    rides = decide.people.rides(ana, finch)
    both = rides + decide.people.rides(cleo, finch) if "Cleo" in people else rides
    found = between(decide.builder, both)
    assert found is not None
    assert found[0] == 1


def test_a_goal_is_no_more_than_that() -> None:
    """A launch that may be moved by two days: from slot 3, not sooner than 1 nor later than 5."""
    moved = Weighed(((Moved(), 1),))
    assert launches_of_finch(AllOf(OtherFlight("Finch", "crewed"), NoMore(moved, Fraction(2)))) == (
        1,
        5,
    )
