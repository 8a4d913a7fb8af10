"""An answer made by hand: Wren was hit, Heron comes empty and takes Ana home; Bo goes on Wren."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any

from rich.console import Console

from lifeboat.answers.check import Check
from lifeboat.answers.option import (
    DecideBy,
    FlightView,
    GoalValue,
    Option,
    PersonView,
    PortView,
    SeatView,
)
from lifeboat.answers.solve import Answer, Receipt
from lifeboat.days import DAY
from lifeboat.plans.findings import Finding
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.scenario.planned import Planned
from lifeboat.showing.terminal.console import console_for


def day(number: int, hour: int = 0) -> datetime:
    return datetime(2030, 1, number, hour, tzinfo=UTC)


def seat(
    person: str, vehicle: str | None, first: int, end: int, quality: str = "nominal"
) -> SeatView:
    return SeatView.model_validate(
        {
            "person": person,
            "vehicle": vehicle,
            "quality": quality,
            "first": day(first),
            "end": day(end),
        }
    )


ANA_SEATS = (
    seat("Ana", "Wren", 1, 4, "damaged"),
    seat("Ana", None, 4, 6, "none"),
    seat("Ana", "Heron", 6, 12),
)
BO_SEATS = (seat("Bo", "Wren", 1, 9),)

NO_SEAT = Finding(
    rule="everyone-has-a-seat",
    strength="should",
    subject="Ana",
    message="Ana has no place: the liner waits on the station",
    first=day(4),
    end=day(6),
    people=("Ana",),
    vehicles=("Wren",),
    see=(("people", "Ana"),),
)

FLIGHTS = (
    FlightView(
        vehicle="Heron",
        type="bird",
        mode="empty",
        launch=day(4),
        dock=day(6),
        ports=("south", "zenith"),
        undock=None,
        landing=None,
        up=(),
        down=("Ana",),
        planned_launch=Planned.on(day(9), DAY),
        planned_mode="crewed",
        changes=("crewed -> empty", "launch 2030-01-09 -> 2030-01-04 (-5d)"),
    ),
    FlightView(
        vehicle="Wren",
        type="bird",
        mode=None,
        launch=None,
        dock=datetime(2029, 12, 2, tzinfo=UTC),
        ports=("north",),
        undock=day(9, 6),
        landing=day(9, 12),
        up=(),
        down=("Bo",),
        planned_undock=Planned.on(day(9), timedelta()),
        changes=("undock 2030-01-09 -> 2030-01-09T06:00Z (+6h)",),
    ),
)

PEOPLE = (
    PersonView(
        person="Ana",
        agency="East",
        up=None,
        arrives=None,
        home="Heron",
        leaves=day(12),
        lands=day(12),
        seats=ANA_SEATS,
        planned_home="Wren",
        planned_landing=Planned.on(day(9), DAY),
    ),
    PersonView(
        person="Bo",
        agency="West",
        up=None,
        arrives=None,
        home="Wren",
        leaves=day(9),
        lands=day(9),
        seats=BO_SEATS,
        planned_home="Wren",
        planned_landing=Planned.on(day(9), DAY),
    ),
)

GOALS = (
    GoalValue(
        name="no-place",
        title="without a place",
        unit="person-days",
        value=2,
        bound=2,
        proven=True,
    ),
    GoalValue(name="moved", title="moved", unit="days", value=12.5, bound=4, proven=False),
    GoalValue(name="reseats", title="reseats", unit="reseats", value=1),
)

PLAN = Plan(
    name="By hand",
    flights={"Wren": Flight(undock=day(9)), "Heron": Flight(mode="empty", launch=day(4))},
    people={"Ana": Ride(home="Heron", seats={day(6): "Heron"}), "Bo": Ride(home="Wren")},
)

BEST = Option(
    title="Heron up empty",
    summary="Heron is launched five days early and takes Ana home.",
    goals=GOALS,
    flights=FLIGHTS,
    cancelled=("Owl",),
    people=PEOPLE,
    ports=(
        PortView(port="north", vehicle="Wren", first=day(1), end=day(9)),
        PortView(port="south", vehicle="Heron", first=day(6), end=day(8)),
        PortView(port="south", vehicle="Owl", first=day(9), end=None),
    ),
    seats=(*ANA_SEATS, *BO_SEATS),
    findings=(NO_SEAT,),
    decide_by=(
        DecideBy(
            by=day(2),
            what="launch of Heron",
            label="launch Heron",
            vehicle="Heron",
            lost="a seat for Ana from 2030-01-06",
        ),
        DecideBy(
            by=day(3),
            what="undocking of Wren on 2030-01-09",
            label="Wren leaves",
            vehicle="Wren",
            lost="the return of Bo",
            routine=True,
        ),
    ),
    plan=PLAN,
)

RECEIPT = Receipt(
    program="9.9.9",
    solver="A solver 1.2",
    python="3.11.7",
    scenario_sha256="0123456789abcdef" * 4,
    seed=7,
    time_limit=timedelta(seconds=90 * 60),
    seconds=1.26,
)


def answer(**changes: Any) -> Answer:
    """The answer, with other values for some of its keys."""
    told = Answer(
        scenario="By hand",
        as_of=day(1),
        horizon_end=day(16),
        resolution="1d",
        outcome="proven-best",
        best=BEST,
        receipt=RECEIPT,
    )
    return told.model_copy(update=changes)


def without_findings(option: Option = BEST) -> Option:
    """The same plan with a seat for everybody."""
    sound = tuple(each for each in option.seats if each.quality != "none")
    return option.model_copy(update={"findings": (), "seats": sound})


def check(option: Option = BEST) -> Check:
    return Check(
        scenario="By hand",
        as_of=day(1),
        plan_name="My plan",
        good=not option.findings,
        option=option,
    )


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return True


def piped() -> tuple[io.StringIO, Console]:
    """A stream that is not a terminal, and a console that prints to it."""
    stream = io.StringIO()
    return stream, console_for(stream)


def lines(stream: io.StringIO) -> list[str]:
    """The lines that were printed, with the spaces between columns reduced to one."""
    return [" ".join(line.split()) for line in stream.getvalue().splitlines()]
