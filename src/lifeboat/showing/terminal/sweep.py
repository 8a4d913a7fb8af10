"""How the answer changes as something varies: a curve or a grid, and where its kind changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console

from lifeboat.answers.option import GoalValue, one_by_one
from lifeboat.answers.sweep import KindChange, Point, Swept
from lifeboat.counted import counted
from lifeboat.showing.changes import changes
from lifeboat.showing.terminal.layout import heading, paragraph, show_table, table_of
from lifeboat.showing.terminal.solve import show_asked
from lifeboat.showing.terminal.whatif import HEADS
from lifeboat.showing.words import number

_BAR = 20
"""The length of the longest bar, in characters."""
_SHORT = {
    "best-found": "not proven in the time given",
    "gave-up": "not answered in the time given",
}
_OUT_OF_TIME = "The time for all was over before every change was followed to its place. "
_NO_PLAN = {"impossible": "impossible", "gave-up": "no answer", "refused": "makes no sense"}


def show_sweep(told: Swept, console: Console) -> None:
    """Print what each amount costs, then the kinds of answer, then where they change."""
    show_asked(told, told.edits, console)
    paragraph(console, _gist(told))
    if len(told.parameters) == 1:
        _show_curve(told, console)
    else:
        _show_grid(told, console)
    show_table(console, "Kinds of answer", ["", "from", "what it does"], _kinds(told))
    _show_changes(told, console)
    console.print()
    paragraph(console, _LEGEND)


_LEGEND = (
    "A kind of answer is which vehicles fly, the crewed ones in which mode, and who goes home on "
    "what; not dates. ? not proven to be the least."
)


def _gist(told: Swept) -> str:
    ranges = " and ".join(f"{it.name} from {it.first} to {it.last}" for it in told.parameters)
    kinds = len(told.kinds)
    said = "one kind of answer" if kinds == 1 else f"{kinds} kinds of answer"
    stopped = "Interrupted. " if told.interrupted else _OUT_OF_TIME if told.out_of_time else ""
    counts = Counter[str](point.outcome for point in told.points)
    rest = "".join(f"; {counts[it]} {words}" for it, words in _SHORT.items() if counts[it])
    return f"{stopped}{ranges}: {said} in {counted(len(told.points), 'answers')}{rest}."


def _show_curve(told: Swept, console: Console) -> None:
    shown = _varying(told)
    heads = [told.parameters[0].name, "", *(HEADS.get(it, it) for it in shown), ""]
    console.print()
    rows = [[point.at[0], point.kind, *_point_cells(point, shown)] for point in told.points]
    bars = _bars(told, shown, "#" if console.options.ascii_only else "█")
    rows = [[*row, bar] for row, bar in zip(rows, bars, strict=True)]
    console.print(table_of(console, heads, rows))
    _say_constant(told, shown, console)


def _point_cells(point: Point, shown: list[str]) -> Iterator[str]:
    goals = {goal.name: goal for goal in one_by_one(point.goals)}
    yield from (_point_value(goals[name]) if name in goals else "-" for name in shown)


def _point_value(goal: GoalValue) -> str:
    return number(goal.value) + ("" if goal.is_settled else "?")


def _varying(told: Swept) -> list[str]:
    """The goals whose value is not the same at all points, in their order."""
    values: dict[str, set[float]] = {}
    for point in told.points:
        for goal in one_by_one(point.goals):
            values.setdefault(goal.name, set()).add(goal.value)
    return [name for name, seen in values.items() if len(seen) > 1]


def _bars(told: Swept, shown: list[str], block: str) -> Iterator[str]:
    """A bar for the first goal that varies; where there is no plan, the reason in a word."""
    goals = [{goal.name: goal.value for goal in one_by_one(point.goals)} for point in told.points]
    values = [it.get(shown[0], 0) if shown else 0 for it in goals]
    most = max(values) or 1
    for point, value in zip(told.points, values, strict=True):
        yield _NO_PLAN.get(point.outcome, block * round(_BAR * value / most))


def _say_constant(told: Swept, shown: list[str], console: Console) -> None:
    goals = list(one_by_one(next((it.goals for it in told.points if it.goals), ())))
    proven = {it.name: True for it in goals}
    for goal in (it for point in told.points for it in one_by_one(point.goals)):
        proven[goal.name] = proven.get(goal.name, True) and goal.is_settled
    same = [
        f"{it.title} {number(it.value)}{'' if proven[it.name] else '?'}"
        for it in goals
        if it.name not in shown
    ]
    if same:
        paragraph(console, f"The same wherever there is a plan: {', '.join(same)}.")


def _show_grid(told: Swept, console: Console) -> None:
    """Print a cell for every pair of amounts that was solved; the others stay blank."""
    rows, columns = (it.amounts for it in told.parameters)
    shown = _varying(told)
    points = {point.at: point for point in told.points}
    name = shown[0] if shown else None
    across, down = told.parameters[1].name, told.parameters[0].name
    heading(console, f"{HEADS.get(name, name) if name else 'kind'}, by {down} and {across}")
    cells = [[row, *(_point_cell(points.get((row, it)), name) for it in columns)] for row in rows]
    console.print(table_of(console, [f"{down} \\ {across}", *columns], cells))


def _point_cell(point: Point | None, name: str | None) -> str:
    if point is None:
        return ""
    goal = next((it for it in one_by_one(point.goals) if it.name == name), None)
    return f"{point.kind} {_point_value(goal)}" if goal is not None else point.kind


def _kinds(told: Swept) -> Iterator[list[str]]:
    for kind in told.kinds:
        yield [kind.letter, ", ".join(kind.first_at), kind.title]


def _show_changes(told: Swept, console: Console) -> None:
    if not told.changes:
        return
    heading(console, "Where it changes")
    for change in told.changes:
        paragraph(console, _where(told, change))
        if change.difference is not None:
            paragraph(console, changes(change.difference), indent=4, style="dim")


def _where(told: Swept, change: KindChange) -> str:
    others = [it.name for it in told.parameters if it.name != change.parameter]
    beside = "".join(
        f", {name} {amount}" for name, amount in zip(others, change.beside, strict=True)
    )
    sure = "" if change.exact else " (not proven)"
    return (
        f"{change.parameter} {change.before} to {change.after}{beside}: "
        f"{change.from_kind} becomes {change.to_kind}{sure}"
    )
