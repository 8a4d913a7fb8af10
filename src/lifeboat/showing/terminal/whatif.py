"""Variants side by side: for each, what it costs and what it changes."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from lifeboat.answers.option import GoalValue, one_by_one
from lifeboat.answers.solve import Answer
from lifeboat.answers.whatif import Comparison, Variant
from lifeboat.showing.changes import changes
from lifeboat.showing.terminal.layout import paragraph
from lifeboat.showing.words import names, number, through

HEADS = {
    "no-place": "no place",
    "unsafe": "unsafe",
    "damaged": "damaged",
    "improvised": "improvised",
    "waived": "waived",
    "staffing": "staff",
    "cancelled": "cancelled",
    "moved": "moved",
}
"""The goals shown, each with the heading of its column, unless it is nought everywhere."""
_NAME = 24
"""The greatest width of a column, in characters; longer names wrap."""
_LEAST = 12
"""The least width of the names, where it is the numbers that take the room."""
_GAP = 2
"""The columns between two cells."""


def show_comparison(told: Comparison, console: Console) -> None:
    """Print a row for the base and each variant: its costs, and below them what it changes."""
    base = told.base
    paragraph(console, f"{base.scenario} ({through(base.horizon_end)})", style="bold")
    answers = [base, *(it.answer for it in told.variants)]
    goals = _shown(answers)
    rows = [_costs("as it stands", base, base, goals)]
    rows += [_costs(it.name, it.answer, base, goals) for it in told.variants]
    below = [base.best.title if base.best else "; ".join(base.reason)]
    below += [_changes_cell(variant) for variant in told.variants]
    heads = [Text(head) for head in ("what if", *(HEADS[goal] for goal in goals), "")]
    named, *others = (max(map(_width, column)) for column in zip(heads, *rows, strict=True))
    left = console.width - sum(others) - _GAP * (1 + len(others))
    widths = [max(_LEAST, min(named, left)), *others]
    console.print()
    console.print(_line(heads, widths, style="bold"))
    for row, told_below in zip(rows, below, strict=True):
        name, *costs = row
        if max(map(cell_len, name.plain.split())) > widths[0]:
            # A name that would be broken stands above its costs.
            console.print(name)
            name = Text("costs:")
        console.print(_line([name, *costs], widths))
        paragraph(console, told_below, indent=4, style="dim")
    console.print()
    paragraph(console, _legend(goals, _counted(answers)))


def _counted(answers: Sequence[Answer]) -> list[str]:
    """The goals of a column that count in some plan."""
    return [name for name in HEADS if any(_goal(name, it) is not None for it in answers)]


def _shown(answers: Sequence[Answer]) -> list[str]:
    """The goals with a column: no place, and what is not nought in every plan."""
    told = [_goal(name, it) for it in answers for name in HEADS]
    some = {goal.name for goal in told if goal is not None and (goal.value or not goal.is_settled)}
    return [name for name in HEADS if name == "no-place" or name in some]


def _width(cell: Text) -> int:
    return min(_NAME, cell.cell_len)


def _line(cells: Sequence[Text], widths: Sequence[int], style: str = "") -> Table:
    """One row of the table, its columns aligned with those of the other rows."""
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    for column, width in enumerate(widths):
        justify: JustifyMethod = "right" if 0 < column < len(widths) - 1 else "left"
        grid.add_column(width=width, justify=justify, overflow="fold", style=style)
    grid.add_row(*cells)
    return grid


_MEANINGS = {
    "no-place": "person-days without a place",
    "unsafe": "people who go home unsafely, on less than a nominal seat of a sound vehicle",
    "damaged": "person-days in a damaged vehicle",
    "improvised": "person-days in an improvised place",
    "waived": "days of life or stay waived",
    "staffing": "person-days of staff missing",
    "cancelled": "flights cancelled or added, and people bumped",
    "moved": "days and person-days by which launches and returns are moved",
}


def _legend(goals: Sequence[str], counted: Sequence[str]) -> str:
    told = "; ".join(_MEANINGS[goal] for goal in goals)
    hidden = [HEADS[goal] for goal in counted if goal not in goals]
    nought = f" Nought everywhere: {names(hidden)}." if hidden else ""
    more = "In brackets: more or less than as it stands. ? not proven to be the least."
    return f"{told[0].upper()}{told[1:]}.{nought} {more}"


def _costs(name: str, answer: Answer, base: Answer, goals: Sequence[str]) -> list[Text]:
    return [Text(name), *(_variant_cell(goal, answer, base) for goal in goals), _proof(answer)]


def _variant_cell(name: str, answer: Answer, base: Answer) -> Text:
    value, usual = _goal(name, answer), _goal(name, base)
    if value is None:
        return Text("-")
    more = 0 if usual is None else value.value - usual.value
    told = Text(number(value.value) + ("" if value.is_settled else "?"))
    if more:
        style = "red" if more > 0 else "bold"
        told.append(f" ({'+' if more > 0 else '-'}{number(abs(more))})", style=style)
    return told


def _goal(name: str, answer: Answer) -> GoalValue | None:
    goals = one_by_one(answer.best.goals if answer.best else ())
    return next((goal for goal in goals if goal.name == name), None)


def _proof(answer: Answer) -> Text:
    words = {
        "proven-best": Text("proven"),
        "best-found": Text("found", style="bold"),
        "impossible": Text("impossible", style="bold red"),
        "gave-up": Text("no answer", style="bold red"),
    }
    return words[answer.outcome]


def _changes_cell(variant: Variant) -> str:
    if variant.difference is None:
        return "; ".join(variant.answer.reason)
    return changes(variant.difference)
