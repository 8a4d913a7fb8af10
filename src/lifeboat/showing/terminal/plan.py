"""The views of one plan, each as a table."""

from __future__ import annotations

from rich.console import Console

from lifeboat.answers.option import Option
from lifeboat.showing.tables.plan import (
    crews_table,
    flights_table,
    goals_table,
    people_table,
    ports_table,
    seats_table,
)
from lifeboat.showing.tables.table import AnswerTable
from lifeboat.showing.terminal.layout import paragraph, show_table


def show_answer_table(table: AnswerTable, console: Console) -> None:
    """Print a table with its notes; nothing at all if it has no rows."""
    show_table(console, table.title, table.columns, table.rows)
    for note in table.notes:
        paragraph(console, note)


def show_flights(option: Option, console: Console) -> None:
    """Print when each vehicle comes and goes, and who flies."""
    show_answer_table(flights_table(option), console)
    show_answer_table(crews_table(option), console)


def show_people(option: Option, console: Console) -> None:
    """Print how everybody comes and goes, and where their liner is meanwhile."""
    show_answer_table(people_table(option), console)


def show_seats(option: Option, console: Console) -> None:
    """Print the ledger: who holds which place from when to when, and how good it is."""
    show_answer_table(seats_table(option), console)


def show_ports(option: Option, console: Console) -> None:
    """Print which vehicle is at which port, in order of time."""
    show_answer_table(ports_table(option), console)


def show_goals(option: Option, console: Console, *, searched: bool = True) -> None:
    """Print what the plan costs, goal by goal; after a search also whether it could cost less."""
    show_answer_table(goals_table(option, searched=searched), console)


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
