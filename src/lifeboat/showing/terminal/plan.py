"""The views of one plan, each as a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console

from lifeboat.answers.option import (
    FlightView,
    GoalValue,
    Option,
    PersonView,
    SeatView,
    one_by_one,
)
from lifeboat.counted import counted
from lifeboat.showing.terminal.layout import paragraph, show_table
from lifeboat.showing.words import NOBODY, date, dated, names, number

_PLACES = {"none": "NO PLACE"}


def show_flights(option: Option, console: Console) -> None:
    """Print when each vehicle comes and goes, where it docks, and its drift from the plan."""
    columns = ("vehicle", "mode", "launch", "dock", "port", "undock", "landing")
    flights = sorted(option.flights, key=lambda flight: flight.dock)
    show_table(console, "Flights", columns, map(_flight_row, flights))
    if option.cancelled:
        paragraph(console, f"Not flown within the horizon: {names(option.cancelled)}.")
    crewed = [flight for flight in flights if flight.up or flight.down]
    rows = ((each.vehicle, names(each.up, NOBODY), names(each.down, NOBODY)) for each in crewed)
    show_table(console, "Who flies", ("vehicle", "up", "down"), rows)


def _flight_row(flight: FlightView) -> tuple[str, ...]:
    return (
        flight.vehicle,
        flight.mode or "docked",
        dated(flight.launch, flight.planned_launch),
        date(flight.dock),
        ", ".join(flight.ports),
        dated(flight.undock, flight.planned_undock, "stays"),
        date(flight.landing),
    )


def show_people(option: Option, console: Console) -> None:
    """Print how everybody comes and goes, and where their liner is meanwhile."""
    columns = ("person", "agency", "up", "liner in", "home", "lands")
    show_table(console, "People", columns, map(_person, option.people))


def _person(one: PersonView) -> tuple[str, ...]:
    seats = [seat.vehicle or "station" for seat in one.seats]
    chain = " > ".join(vehicle for vehicle, _ in groupby(seats))
    up = f"{one.up} {date(one.arrives)}" if one.up else "aboard"
    home = f"{one.home} {date(one.leaves)}" if one.home else "stays"
    if one.planned_home not in (None, one.home) and not _stays_as_planned(one):
        home += f" (was {one.planned_home})"
    return one.person, one.agency, up, chain, home, dated(one.lands, one.planned_landing)


def _stays_as_planned(one: PersonView) -> bool:
    """Whether somebody stays as planned: due to land once their last seat has ended or, without
    a planned landing, still seated in their planned vehicle home.
    """
    if one.home is not None or not one.seats:
        return False
    last, planned = one.seats[-1], one.planned_landing
    if planned is None:
        return last.vehicle == one.planned_home
    return planned.closes is None or planned.closes > last.end


def show_seats(option: Option, console: Console) -> None:
    """Print the ledger: who holds which place from when to when, and how good it is."""
    columns = ("person", "liner in", "from", "to", "place")
    rows = (_seat_row(one, seat) for one in option.people for seat in one.seats)
    show_table(console, "Seats", columns, rows)


def _seat_row(one: PersonView, seat: SeatView) -> tuple[str, ...]:
    return (
        one.person,
        seat.vehicle or "station",
        date(seat.first),
        _end(one, seat),
        _PLACES.get(seat.quality, seat.quality),
    )


def _end(one: PersonView, seat: SeatView) -> str:
    stays = one.leaves is None and seat is one.seats[-1]
    return "stays" if stays else date(seat.end)


def show_ports(option: Option, console: Console) -> None:
    """Print which vehicle is at which port, in order of time."""
    rows = ((it.port, it.vehicle, date(it.first), date(it.end, "stays")) for it in option.ports)
    show_table(console, "Ports", ("port", "vehicle", "from", "to"), rows)


def show_goals(option: Option, console: Console, *, searched: bool = True) -> None:
    """Print what the plan costs, goal by goal; after a search also whether it could cost less."""
    columns = ("goal", "value", "least possible")[: 3 if searched else 2]
    rows = (row[: len(columns)] for goal in option.goals for row in _goal_rows_of(goal))
    show_table(console, "Goals, most important first", columns, rows)


def _goal_rows_of(goal: GoalValue) -> Iterator[tuple[str, ...]]:
    """A row for a goal or, for several that are weighed together, one for each."""
    first, *others = one_by_one([goal])
    yield first.title, _goal_value(first), standing(goal)
    yield from ((f"+ {it.title}", _goal_value(it), "") for it in others)


def _goal_value(goal: GoalValue) -> str:
    return counted(goal.value, goal.unit, number(goal.value))


def standing(goal: GoalValue) -> str:
    """In words, whether the value of a goal is the least possible."""
    if goal.proven_for_these_flights:
        return "proven for these flights"
    if goal.proven and goal.within:
        return f"{number(goal.bound or 0)}, proven; {number(goal.within)} tolerated"
    if goal.proven:
        return "proven"
    if goal.bound is None:
        return "best found"
    return f"best found, at least {number(goal.bound)}{' weighed days' if goal.parts else ''}"


def show_gist(option: Option, console: Console) -> None:
    """Print a plan in a line and a paragraph."""
    console.print()
    paragraph(console, option.title, style="bold")
    paragraph(console, option.summary)


def show_views(option: Option, console: Console) -> None:
    """Print the four views of a plan."""
    show_flights(option, console)
    show_people(option, console)
    show_seats(option, console)
    show_ports(option, console)
