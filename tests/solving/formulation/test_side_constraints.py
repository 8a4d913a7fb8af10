"""What a plan must do besides what the scenario asks: nothing, one thing, or several at once."""

from __future__ import annotations

from deciding import between, decisions
from lifeboat.decisions import Decisions, Party
from lifeboat.situation.ship import Ship
from lifeboat.solving.formulation.side_constraints import (
    NO_SIDE_CONSTRAINT,
    AllOf,
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
