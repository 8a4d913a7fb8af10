"""From numbers to a plan with names: who, which port, which seat, and when."""

from __future__ import annotations

from dataclasses import replace

from lifeboat.decisions import Party
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.rules.audit import audit, ledger_of
from lifeboat.scenario.pins import Pin
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.naming.plan import name_plan, name_with_fewest_reseats
from rescue import rescue
from searching import best_of
from tiny import tiny


def named(situation: Situation) -> Plan:
    found = name_plan(situation, best_of(situation), Settings())
    assert found is not None
    return found.plan


def test_the_small_rescue_has_the_names_and_dates_worked_out_by_hand() -> None:
    situation = rescue()
    at = situation.clock.instant
    plan = named(situation)
    assert plan.flights == {
        "Sparrow": Flight(port="north", undock=at(11)),
        "Heron": Flight(mode="empty", launch=at(5), dock=at(6), port="south", undock=at(11)),
    }
    assert {ride.home for ride in plan.people.values()} == {"Heron"}
    # Two keep a place in Sparrow until then; the third has none there, nor on the station.
    moved = [[day for day, to in it.seats.items() if to == "Heron"] for it in plan.people.values()]
    assert moved == [[at(6)]] * 3


def test_the_named_plan_costs_what_the_search_said_and_breaks_nothing_else() -> None:
    situation = rescue()
    course = Course.of(situation, named(situation))
    ledger = ledger_of(course)
    assert (ledger.spent("none"), ledger.spent("damaged")) == (6, 12)
    assert {finding.rule for finding in audit(course, ledger)} == {"everyone-has-a-seat"}


def test_who_does_not_fly_is_cancelled_and_who_cannot_leave_stays() -> None:
    vehicles = rescue().scenario.vehicles
    heron = vehicles["Heron"].model_copy(update={"may_cancel": True})
    pins = {"none comes": Pin(vehicle="Heron", flies=False)}
    plan = named(rescue(vehicles={**vehicles, "Heron": heron}, pins=pins))
    assert plan.flights["Heron"] == Flight(cancelled=True)
    assert all(ride.stays and ride.home is None for ride in plan.people.values())


def test_of_people_whom_nothing_tells_apart_those_named_first_leave_first() -> None:
    """One of Ana and Boris goes home on Wren in slot 7, the other with Cleo on Finch in slot 9."""
    situation = Situation.of(tiny(), {})
    at, best = situation.clock.instant, best_of(situation)
    schedule = best.schedule
    wrens = next(party for party, ship in schedule.rides if ship == "Wren")
    cleo = Party((situation.members["Cleo"],))
    finch = replace(schedule.flights["Finch"], undock=9)
    split = replace(
        schedule,
        flights={**schedule.flights, "Finch": finch},
        rides={(wrens, "Finch"): 1, (cleo, "Finch"): 1, (wrens, "Wren"): 1},
    )
    found = name_plan(situation, replace(best, schedule=split), Settings())
    assert found is not None
    # Boris's liner is moved as soon as Finch is there, in slot 4; Cleo's came in it.
    assert found.plan.people == {
        "Ana": Ride(home="Wren"),
        "Boris": Ride(home="Finch", seats={at(4): "Finch"}),
        "Cleo": Ride(up="Finch", home="Finch"),
    }
    assert found.reseats == found.bound == 1


def test_nothing_is_named_where_goals_have_not_paid_for_the_places() -> None:
    situation = rescue()
    best = best_of(situation)
    unpaid = replace(best, spent={**best.spent, "damaged": 11})
    assert name_plan(situation, unpaid, Settings()) is None
    assert name_with_fewest_reseats(situation, unpaid, Settings()) is None
