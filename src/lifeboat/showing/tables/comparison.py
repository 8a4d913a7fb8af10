"""A scenario and its variants side by side, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lifeboat.answers.option import GoalValue, one_by_one
from lifeboat.answers.solve import Answer
from lifeboat.answers.whatif import Comparison, Variant
from lifeboat.counted import counted
from lifeboat.showing.changes import changes
from lifeboat.showing.tables.table import AnswerTable, Row
from lifeboat.showing.words import number

_BRACKETS = "In brackets: more or less than as it stands."
_PROOF = {
    "proven-best": "proven",
    "best-found": "found",
    "impossible": "impossible",
    "gave-up": "no answer",
}


def comparison_table(told: Comparison) -> AnswerTable:
    """A row for the scenario as it stands and for each variant; goals that are nought and proven
    in every plan have no column. In brackets, more or less than as it stands.
    """
    answers = [told.base, *(it.answer for it in told.variants)]
    goals = _goals_that_differ_from_nought(answers)
    rows = [("as it stands", *_values_of(told.base, goals), what_is_planned(told.base))]
    usual = _goals_by_name(told.base)
    rows += [
        (it.name, *_values_of(it.answer, goals, usual), what_changes(it)) for it in told.variants
    ]
    titles = tuple(goals.values())
    return AnswerTable(
        "Side by side",
        ("what if", *titles, "how sure", "what changes"),
        tuple(rows),
        (_BRACKETS,) if told.variants else (),
    )


def _goals_that_differ_from_nought(answers: Sequence[Answer]) -> dict[str, str]:
    """The titles of the goals with a column, by their names."""
    told = [goal for it in answers if it.best for goal in one_by_one(it.best.goals)]
    return {goal.name: goal.title for goal in told if goal.value or not goal.is_settled}


def _goals_by_name(answer: Answer) -> dict[str, GoalValue]:
    return {it.name: it for it in one_by_one(answer.best.goals if answer.best else ())}


def _values_of(
    answer: Answer, goals: dict[str, str], usual: Mapping[str, GoalValue] = MappingProxyType({})
) -> Row:
    known = _goals_by_name(answer)
    cells = (_value_or_none(known.get(name), usual.get(name)) for name in goals)
    return (*cells, _PROOF[answer.outcome])


def _value_or_none(goal: GoalValue | None, usual: GoalValue | None) -> str:
    """A value with its difference from that of the scenario as it stands: `9 people (+2)`."""
    if goal is None:
        return "no plan"
    more = 0 if usual is None else goal.value - usual.value
    said = counted(goal.value, goal.unit, number(goal.value))
    said += f" ({'+' if more > 0 else '-'}{number(abs(more))})" if more else ""
    return said if goal.is_settled else f"{said}, not proven"


def what_is_planned(answer: Answer) -> str:
    """What the plan does, or why there is none."""
    return answer.best.title if answer.best else "; ".join(answer.reason) or "no plan"


def what_changes(variant: Variant) -> str:
    """How the plan of a variant differs from that of the scenario as it stands."""
    if variant.difference is None:
        return what_is_planned(variant.answer)
    return changes(variant.difference)
