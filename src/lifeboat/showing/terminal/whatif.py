"""Variants side by side: for each, what it costs and what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from lifeboat.answers.difference import (
    ABSENT,
    PORT_AFTER,
    STAYS,
    Difference,
    FlightChange,
    RideChange,
)
from lifeboat.answers.option import GoalValue, one_by_one
from lifeboat.answers.solve import Answer
from lifeboat.answers.whatif import Comparison, Variant
from lifeboat.showing.terminal.layout import paragraph
from lifeboat.showing.terminal.words import names, number, through

HEADS = {
    "no-place": "no place",
    "unsafe": "unsafe",
    "damaged": "damaged",
    "improvised": "improvised",
    "staffing": "staff",
    "cancelled": "cancelled",
}
"""The goals shown, each with the heading of its column."""
_NAME = 24
"""The greatest width of a column, in characters; longer names wrap."""
_LEAST = 12
"""The least width of the names, where it is the numbers that take the room."""
_GAP = 2
"""The columns between two cells."""
_MOST = 6
"""The most flights given by name; any others are counted."""


def show_comparison(told: Comparison, console: Console) -> None:
    """Print a row for the base and each variant: its costs, and below them what it changes."""
    base = told.base
    paragraph(console, f"{base.scenario} ({through(base.horizon_end)})", style="bold")
    rows = [_costs("as it stands", base, base)]
    rows += [_costs(it.name, it.answer, base) for it in told.variants]
    below = [base.best.title if base.best else "; ".join(base.reason)]
    below += [_changes_cell(variant) for variant in told.variants]
    heads = [Text(head) for head in ("what if", *HEADS.values(), "")]
    names, *others = (max(map(_width, column)) for column in zip(heads, *rows, strict=True))
    left = console.width - sum(others) - _GAP * (1 + len(others))
    widths = [max(_LEAST, min(names, left)), *others]
    console.print()
    console.print(_line(heads, widths, style="bold"))
    for row, changes in zip(rows, below, strict=True):
        console.print(_line(row, widths))
        paragraph(console, changes, indent=4, style="dim")
    console.print()
    paragraph(console, _LEGEND)


def _width(cell: Text) -> int:
    return min(_NAME, cell.cell_len)


def _line(cells: Sequence[Text], widths: Sequence[int], style: str = "") -> Table:
    """One row of the table, its columns aligned with those of the other rows."""
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    for column, width in enumerate(widths):
        justify: JustifyMethod = "right" if 0 < column <= len(HEADS) else "left"
        grid.add_column(width=width, justify=justify, overflow="fold", style=style)
    grid.add_row(*cells)
    return grid


_LEGEND = (
    "Person-days without a place; people who go home unsafely, on less than a nominal seat of a "
    "sound vehicle; person-days in a damaged vehicle, in an improvised place and of staff missing; "
    "flights cancelled or added, people bumped. In brackets: more or less than as it stands. "
    "? not proven to be the least."
)


def _costs(name: str, answer: Answer, base: Answer) -> list[Text]:
    return [Text(name), *(_variant_cell(goal, answer, base) for goal in HEADS), _proof(answer)]


def _variant_cell(name: str, answer: Answer, base: Answer) -> Text:
    value, usual = _goal(name, answer), _goal(name, base)
    if value is None:
        return Text("-")
    more = 0 if usual is None else value.value - usual.value
    told = Text(number(value.value) + ("" if value.is_settled else "?"))
    if more:
        style = "red" if more > 0 else "green"
        told.append(f" ({'+' if more > 0 else '-'}{number(abs(more))})", style=style)
    return told


def _goal(name: str, answer: Answer) -> GoalValue | None:
    goals = one_by_one(answer.best.goals if answer.best else ())
    return next((goal for goal in goals if goal.name == name), None)


def _proof(answer: Answer) -> Text:
    words = {
        "proven-best": Text("proven", style="green"),
        "best-found": Text("found", style="yellow"),
        "impossible": Text("impossible", style="bold red"),
        "gave-up": Text("no answer", style="bold red"),
    }
    return words[answer.outcome]


def _changes_cell(variant: Variant) -> str:
    if variant.difference is None:
        return "; ".join(variant.answer.reason)
    return changes(variant.difference)


def changes(difference: Difference) -> str:
    """Who goes home on another vehicle, and which flights change, in one line."""
    told = [*_ride_changes(difference), *_flight_changes(difference)]
    return "; ".join(told) or "the same flights and rides"


def _ride_changes(difference: Difference) -> Iterator[str]:
    together: dict[str, list[RideChange]] = {}
    for ride in difference.rides:
        if ABSENT not in (ride.before, ride.after):
            together.setdefault(ride.after, []).append(ride)
    for after, rides in together.items():
        who = names(ride.person for ride in rides)
        yield f"{who} stay{'s' * (len(rides) == 1)}" if after == STAYS else f"{who} on {after}"


def _flight_changes(difference: Difference) -> Iterator[str]:
    told = [_flight_words(change) for change in difference.flights]
    yield from told[:_MOST]
    if len(told) > _MOST:
        yield f"{len(told) - _MOST} more flights moved"


def _flight_words(change: FlightChange) -> str:
    if change.what in ("flown", "mode", PORT_AFTER) or change.after == STAYS:
        return f"{change.vehicle} {change.after}"
    if change.days is None:
        return f"{change.vehicle} leaves {change.after}"
    return f"{change.vehicle} {change.what} {change.days:+.3g}d"
