"""A plan date by date, as people read it."""

from __future__ import annotations

from datetime import datetime

from rich.console import Console

from lifeboat.answers.days import DayTable, DayView
from lifeboat.showing.tables.days import day_tables, lacks, ships_on
from lifeboat.showing.terminal.layout import paragraph
from lifeboat.showing.terminal.plan import show_answer_table
from lifeboat.showing.terminal.solve import show_asked
from lifeboat.showing.words import NOBODY, date, names, number, said_left_out


def show_days(told: DayTable, console: Console, *, on: datetime | None = None) -> None:
    """Print the table, or one date of it in full.

    Args:
        told: the answer.
        console: where to print it.
        on: the date to print in full.
    """
    show_asked(told, told.edits, console)
    paragraph(console, f"{told.plan_name or 'This plan'}, date by date.")
    if told.unknown:
        paragraph(console, said_left_out(told.unknown))
    if on is not None:
        _show_day(next(it for it in told.dates if it.date <= on < it.until), on, console)
        return
    for table in day_tables(told):
        show_answer_table(table, console)


def _show_day(day: DayView, on: datetime, console: Console) -> None:
    """Print one date in full: who could leave now, in what, and how old that is."""
    console.print()
    paragraph(
        console, f"{date(on)}: {len(day.aboard)} aboard, margin {day.margin:+d}", style="bold"
    )
    paragraph(console, f"Aboard: {names(day.aboard, NOBODY)}.")
    missing = "; ".join(lacks(day))
    paragraph(console, f"Missing: {missing}." if missing else "Nothing and nobody is missing.")
    if day.supplies:
        left = ", ".join(f"{it.supply} {number(it.left)} {it.unit}" for it in day.supplies)
        paragraph(console, f"Left above the reserve once that day, or slot, is over: {left}.")
    for what in day.happens if day.date == on else ():
        paragraph(console, f"{what}.")
    show_answer_table(ships_on(day), console)
