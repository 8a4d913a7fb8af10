"""The tables of one plan: flights, crews, people, seats, ports, goals, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lifeboat.answers.option import (
    FlightView,
    GoalValue,
    Option,
    PersonView,
    SeatView,
    one_by_one,
)
from lifeboat.counted import counted
from lifeboat.showing.tables.table import AnswerTable, Row
from lifeboat.showing.words import NOBODY, date, dated, names, number

_PLACES = {"none": "NO PLACE"}


def flights_table(option: Option) -> AnswerTable:
    """When each vehicle comes and goes, where it docks, and its drift from the plan."""
    columns = ("vehicle", "mode", "launch", "dock", "port", "undock", "landing")
    flights = sorted(option.flights, key=lambda flight: flight.dock)
    absent = f"Not flown within the horizon: {names(option.cancelled)}."
    notes = (absent,) if option.cancelled else ()
    return AnswerTable("Flights", columns, tuple(map(_flight_row, flights)), notes)


def _flight_row(flight: FlightView) -> Row:
    return (
        flight.vehicle,
        flight.mode or "docked",
        dated(flight.launch, flight.planned_launch),
        date(flight.dock),
        ", ".join(flight.ports),
        dated(flight.undock, flight.planned_undock, "stays"),
        date(flight.landing),
    )


def crews_table(option: Option) -> AnswerTable:
    """Who goes up and comes down in each vehicle."""
    flights = sorted(option.flights, key=lambda flight: flight.dock)
    crewed = [flight for flight in flights if flight.up or flight.down]
    rows = ((each.vehicle, names(each.up, NOBODY), names(each.down, NOBODY)) for each in crewed)
    return AnswerTable("Who flies", ("vehicle", "up", "down"), tuple(rows))


def people_table(option: Option) -> AnswerTable:
    """How everybody comes and goes, and where their liner is meanwhile."""
    columns = ("person", "agency", "up", "liner in", "home", "lands")
    return AnswerTable("People", columns, tuple(map(_person, option.people)))


def _person(one: PersonView) -> Row:
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


def seats_table(option: Option) -> AnswerTable:
    """The ledger: who holds which place from when to when, and how good it is."""
    columns = ("person", "liner in", "from", "to", "place")
    rows = (_seat_row(one, seat) for one in option.people for seat in one.seats)
    return AnswerTable("Seats", columns, tuple(rows))


def _seat_row(one: PersonView, seat: SeatView) -> Row:
    stays = one.leaves is None and seat is one.seats[-1]
    return (
        one.person,
        seat.vehicle or "station",
        date(seat.first),
        "stays" if stays else date(seat.end),
        _PLACES.get(seat.quality, seat.quality),
    )


def ports_table(option: Option) -> AnswerTable:
    """Which vehicle is at which port, in order of time."""
    rows = ((it.port, it.vehicle, date(it.first), date(it.end, "stays")) for it in option.ports)
    return AnswerTable("Ports", ("port", "vehicle", "from", "to"), tuple(rows))


def goals_table(option: Option, *, searched: bool = True) -> AnswerTable:
    """What the plan costs, goal by goal; after a search also whether it could cost less."""
    columns = ("goal", "value", "least possible")[: 3 if searched else 2]
    rows = (row[: len(columns)] for goal in option.goals for row in _goal_rows_of(goal))
    return AnswerTable("Goals, most important first", columns, tuple(rows))


def _goal_rows_of(goal: GoalValue) -> Iterator[Row]:
    """A row for a goal or, for several that are weighed together, one for each."""
    first, *others = one_by_one([goal])
    yield first.title, _goal_value(first), standing(goal)
    yield from ((f"+ {it.title}", _goal_value(it), "with the goal above") for it in others)


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


def decisions_table(option: Option) -> AnswerTable:
    """Every decide-by date, and what is lost if it passes."""
    rows = (
        (date(it.by), it.what, it.lost, "routine" if it.routine else "a place or a change")
        for it in option.decide_by
    )
    columns = ("decide by", "what", "or lose", "concerns")
    return AnswerTable("To be decided", columns, tuple(rows))


def findings_table(option: Option) -> AnswerTable:
    """Every rule that the plan breaks."""
    rows = (
        (it.strength, it.rule, it.message, date(it.first), date(it.end)) for it in option.findings
    )
    columns = ("strength", "rule", "what is wrong", "from", "to")
    return AnswerTable("Broken rules", columns, tuple(rows))


def plan_tables(option: Option) -> tuple[AnswerTable, ...]:
    """The tables of a plan that say who is where when."""
    tables = (flights_table, crews_table, people_table, seats_table, ports_table)
    return tuple(table(option) for table in tables)
