"""Several plans side by side, one column each: where they differ in kind, and what each costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from lifeboat.answers.option import FlightView, GoalValue, Option, PersonView, one_by_one
from lifeboat.showing.terminal.layout import BETWEEN, heading, table_of
from lifeboat.showing.words import date, names, number

_COLUMN = 24
"""The greatest width of a column, in characters; longer titles wrap."""
_NARROW = 17
"""The least width at which a title is readable, in characters."""


def show_side_by_side(options: Sequence[Option], console: Console) -> None:
    """Print several plans, best first, as many side by side as stay readable."""
    heading(console, "Other kinds of plan")
    best, others = options[0], options[1:]
    fit = max(1, (console.width - _COLUMN) // (_NARROW + BETWEEN) - 1)
    for start in range(0, len(others), fit):
        if start:
            console.print()
        shown = [best, *others[start : start + fit]]
        titles = [f"best: {best.title}", *(option.title for option in shown[1:])]
        console.print(table_of(console, ["", *titles], _rows(shown), widest=_COLUMN))


def _rows(options: Sequence[Option]) -> Iterator[list[str]]:
    yield from _other_modes(options)
    yield from _other_homes(options)
    for goal in one_by_one(options[0].goals):
        yield [goal.title, *(_goal_cell(goal, option) for option in options)]


def _other_modes(options: Sequence[Option]) -> Iterator[list[str]]:
    """A row for each vehicle that does not fly in the same mode in all plans."""
    flights = [{it.vehicle: it for it in option.flights} for option in options]
    for vehicle in dict.fromkeys(name for known in flights for name in known):
        told = [known.get(vehicle) for known in flights]
        if len({"not flown" if it is None else it.mode for it in told}) > 1:
            yield [f"{vehicle} up", *(_mode_cell(it) for it in told)]


def _mode_cell(flight: FlightView | None) -> str:
    return "not flown" if flight is None else f"{flight.mode or 'docked'} {date(flight.launch)}"


def _other_homes(options: Sequence[Option]) -> Iterator[list[str]]:
    """A row for each group of people who do not go home on the same vehicle in all plans."""
    people = [{it.person: it for it in option.people} for option in options]
    together: dict[tuple[str, ...], list[str]] = {}
    for person in dict.fromkeys(name for known in people for name in known):
        told = [known.get(person) for known in people]
        if len({None if it is None else it.home for it in told}) > 1:
            together.setdefault(tuple(_home_cell(it) for it in told), []).append(person)
    for homes, who in together.items():
        yield [f"{names(who)} home", *homes]


def _home_cell(person: PersonView | None) -> str:
    if person is None:
        return "not flown"
    return "stays" if person.home is None else f"{person.home} {date(person.leaves)}"


def _goal_cell(goal: GoalValue, option: Option) -> str:
    known = one_by_one(option.goals)
    same = next((each for each in known if each.name == goal.name), None)
    if same is None:
        return "-"
    return f"{number(same.value)} {'proven' if same.is_settled else 'found'}"
