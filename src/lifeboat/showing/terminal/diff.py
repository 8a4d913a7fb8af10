"""How two plans differ: rides, dates, seats, goals."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from lifeboat.answers.diff import Differing
from lifeboat.answers.difference import Difference
from lifeboat.days import say_instant
from lifeboat.showing.terminal.layout import paragraph, show_table
from lifeboat.showing.words import names, number, ride_in_words, said_left_out

_QUALITIES = {"none": "without a place", "damaged": "damaged", "improvised": "improvised"}


def show_differing(told: Differing, console: Console) -> None:
    """Print how the second plan differs from the first."""
    paragraph(console, f"From {told.before} to {told.after}", style="bold")
    if told.unknown:
        paragraph(console, said_left_out(told.unknown))
    if told.difference.is_nothing:
        paragraph(console, "The same flights, rides and seats.")
    show_difference(told.difference, console)


def show_difference(found: Difference, console: Console) -> None:
    """Print the differences as tables."""
    up = ([it.person, it.before, it.after] for it in found.coming)
    show_table(console, "Rides up", ["person", "before", "after"], up)
    show_table(console, "Rides home", ["person", "before", "after"], _ride_rows(found))
    show_table(
        console, "Flights", ["vehicle", "what", "before", "after", "days"], _flight_rows(found)
    )
    columns = ["people", "before", "after", "days"]
    show_table(console, "Landings", columns, _landing_rows(found))
    show_table(console, "Seats", ["person", "place", "days"], _seat_changes(found))
    show_table(console, "Goals", ["goal", "before", "after", "more"], _goal_rows(found))


def _ride_rows(found: Difference) -> Iterator[list[str]]:
    for it in found.rides:
        before, after = ((it.before, it.place_before), (it.after, it.place_after))
        yield [it.person, ride_in_words(*before), ride_in_words(*after)]


def _landing_rows(found: Difference) -> Iterator[list[str]]:
    """A row for all who land on one date instead of another."""
    together: dict[tuple[str, str, float], list[str]] = {}
    for it in found.landings:
        dates = say_instant(it.before), say_instant(it.after)
        together.setdefault((*dates, it.days), []).append(it.person)
    for (before, after, days), people in together.items():
        yield [names(people), before, after, _signed(days)]


def _flight_rows(found: Difference) -> Iterator[list[str]]:
    for it in found.flights:
        yield [it.vehicle, it.what, it.before, it.after, _signed(it.days)]


def _seat_changes(found: Difference) -> Iterator[list[str]]:
    for it in found.seats:
        yield [it.person, _QUALITIES[it.quality], _signed(it.days)]


def _goal_rows(found: Difference) -> Iterator[list[str]]:
    for it in found.goals:
        if it.before != it.after:
            both = it.before is not None and it.after is not None
            more = _signed((it.after or 0) - (it.before or 0)) if both else ""
            yield [it.title, _value_or_dash(it.before), _value_or_dash(it.after), more]


def _value_or_dash(value: float | None) -> str:
    return "-" if value is None else number(int(value) if value == int(value) else value)


def _signed(days: float | None) -> str:
    if days is None:
        return ""
    return f"{'+' if days > 0 else '-'}{_value_or_dash(abs(days))}" if days else ""
