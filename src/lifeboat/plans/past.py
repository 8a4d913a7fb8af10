"""What of a plan was over by the date of a scenario."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario
from lifeboat.situation.clock import Clock


def end_of_today(scenario: Scenario) -> datetime:
    """The end of the slot that holds `as_of`: a scenario may know what happened on its own day."""
    clock = Clock.of(scenario.as_of, scenario.as_of, RESOLUTIONS[scenario.resolution])
    return clock.instant(1)


def gone_by(plan: Plan, now: datetime) -> frozenset[str]:
    """The vehicles all of whose dates in a plan are past."""
    return frozenset(name for name, it in plan.flights.items() if _is_past(_dates(it), now))


def has_left(plan: Plan, ride: Ride, now: datetime) -> bool:
    """Whether somebody had left the station by then."""
    way_home = plan.flights.get(ride.home or "")
    landing = [way_home.undock] if way_home and way_home.undock else []
    return not ride.stays and _is_past([*ride.seats, *landing], now)


def still_named(plan: Plan, scenario: Scenario) -> frozenset[str]:
    """The vehicles and people of a plan that are not over by the date of a scenario; what does not
    fly, and who has nothing planned, aside.
    """
    now = end_of_today(scenario)
    gone = gone_by(plan, now)
    flights = (name for name, it in plan.flights.items() if not it.cancelled and name not in gone)
    people = (
        name for name, it in plan.people.items() if it != Ride() and not has_left(plan, it, now)
    )
    return frozenset([*flights, *people])


def _dates(flight: Flight) -> list[datetime]:
    given = [flight.launch, flight.dock, flight.undock, *(flight.relocations or ())]
    return [date for date in given if date is not None]


def _is_past(dates: Iterable[datetime], now: datetime) -> bool:
    dates = list(dates)
    return bool(dates) and max(dates) < now
