"""Who sits where in the small rescue: Sparrow until Heron docks on slot 6, Heron until 11."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any

import pytest

from lifeboat.plans.course import Course
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.naming.seats import SeatAssignment, assign_seats
from rescue import rescue

EVERYBODY = ("Ana", "Boris", "Chen")


def course(moved: int = 6, outside: str | None = None, **changes: Any) -> Course:
    """All go home on Heron; their liners are moved into it on a slot, that of somebody, perhaps,
    from the station.
    """
    situation = rescue(**changes)
    at = situation.clock.instant
    out: dict[datetime, str] = {at(0): "station"}
    seats: dict[datetime, str] = {at(moved): "Heron"}
    rides = {
        who: Ride(home="Heron", seats={**(out if who == outside else {}), **seats})
        for who in EVERYBODY
    }
    return Course.of(situation, Plan(flights={"Heron": Flight(launch=at(5))}, people=rides))


def seated(none: int, damaged: int, like: Course | None = None) -> SeatAssignment | None:
    """Places for all, where the goals have paid for so many person-slots of each quality."""
    spent = {"no-place": none, "damaged": damaged, "improvised": 0}
    return assign_seats(course(), spent, Settings(), like=like)


def sittings(found: SeatAssignment | None, ship: str) -> list[tuple[str, int, int]]:
    """Whose liners are in a ship, from which slot up to which."""
    assert found is not None
    return [
        (who, it.first, it.end)
        for who, its in found.sittings.items()
        for it in its
        if it.ship == ship
    ]


@pytest.mark.parametrize(("none", "damaged"), [(6, 12), (99, 99)])
def test_every_liner_is_moved_once_and_as_soon_as_it_can_be(none: int, damaged: int) -> None:
    found = seated(none, damaged)
    assert sittings(found, "Heron") == [(who, 6, 11) for who in EVERYBODY]
    assert found is not None
    assert found.reseats == found.bound == 3


@pytest.mark.parametrize(("none", "damaged"), [(5, 12), (6, 11)])
def test_places_that_the_goals_have_not_paid_for_are_not_to_be_had(none: int, damaged: int) -> None:
    assert seated(none, damaged) is None


@pytest.mark.parametrize(("none", "damaged", "enough"), [(5, 14, True), (5, 13, False)])
def test_places_weighed_together_may_be_shared_in_any_way(
    none: int, damaged: int, enough: bool
) -> None:
    """Six slots without a place weigh twelve, twelve damaged ones weigh twelve: 24 in all."""
    spent = {"no-place": none, "damaged": damaged}
    together = course(goals=[{"no-place": 2, "damaged": 1}])
    assert (assign_seats(together, spent, Settings()) is not None) == enough


@pytest.mark.parametrize(("strength", "possible"), [("must", False), ("should", True)])
def test_a_must_that_everybody_has_a_seat_holds_though_no_goal_counts_it(
    strength: str, possible: bool
) -> None:
    asked = course(rules={"everyone-has-a-seat": strength}, goals=["moved"])
    assert (assign_seats(asked, {}, Settings()) is not None) == possible


@pytest.mark.parametrize("outside", EVERYBODY)
def test_those_who_have_a_place_in_a_plan_to_be_kept_have_it_here(outside: str) -> None:
    found = seated(6, 12, course(outside=outside))
    assert sittings(found, "Sparrow") == [(who, 0, 6) for who in EVERYBODY if who != outside]


@pytest.mark.parametrize(("none", "damaged", "moved"), [(10, 20, 10), (6, 12, 6)])
def test_liners_move_when_they_do_in_a_plan_to_be_kept_if_the_goals_allow_it(
    none: int, damaged: int, moved: int
) -> None:
    """There they move on 10, just before Heron leaves: until then three share two places."""
    found = seated(none, damaged, course(moved=10))
    assert sittings(found, "Heron") == [(who, moved, 11) for who in EVERYBODY]


def test_no_liner_is_moved_once_more_to_be_where_it_is_in_a_plan_to_be_kept() -> None:
    """There all move into Heron, back into Sparrow for a day, and into Heron again."""
    situation = rescue()
    at = situation.clock.instant
    flights = {"Heron": Flight(launch=at(5)), "Sparrow": Flight(undock=at(8))}
    back = Ride(home="Heron", seats={at(6): "Heron", at(7): "Sparrow", at(8): "Heron"})
    plan = Plan(flights=flights, people=dict.fromkeys(EVERYBODY, back))
    kept = Course.of(situation, plan)
    # On that day two have a damaged place more, and one has none.
    spent = {"no-place": 6 + 1, "damaged": 12 + 2, "improvised": 0}
    found = assign_seats(kept, spent, Settings(), like=kept)
    assert found is not None
    assert found.reseats == 3


def test_everybody_gets_a_place_however_late_it_is() -> None:
    """Then perhaps with more moves than are needed: not proven to be the fewest, then."""
    spent = {"no-place": 6, "damaged": 12, "improvised": 0}
    found = assign_seats(course(), spent, Settings(until=time.monotonic() - 60))
    assert sittings(found, "Heron") == [(who, 6, 11) for who in EVERYBODY]
    assert found is not None
    assert found.reseats >= 3 >= found.bound
