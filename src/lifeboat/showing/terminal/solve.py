"""An answer as people read it: first the gist, then what is wrong, then the tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from rich.console import Console

from lifeboat.answers.difference import Difference
from lifeboat.answers.solve import Answer
from lifeboat.days import say_instant
from lifeboat.showing.changes import SAME, changes
from lifeboat.showing.digest import IN_FULL, Section, digest
from lifeboat.showing.terminal.conflicts import show_conflicts
from lifeboat.showing.terminal.findings import Where, by_its_keys, show_findings
from lifeboat.showing.terminal.first_screen import show_digest, show_section
from lifeboat.showing.terminal.layout import paragraph
from lifeboat.showing.terminal.other_plans import show_side_by_side
from lifeboat.showing.terminal.plan import (
    show_gist,
    show_goals,
    show_views,
)
from lifeboat.showing.verdict import outcome, receipt
from lifeboat.showing.words import through

_NEXT = "plans of other kinds: --plans 3; why it is not as planned: --reasons; every table: --full"
_MORE_TIME = "a better plan, or its proof: --time-limit with more time; every table: --full"
_LET_IT_RUN = "a better plan, or its proof: the same, not interrupted; every table: --full"
_ANY_PLAN = "whether there is a plan: a longer --time-limit, or no limit"
_WHAT_HELPS = (
    "what would make a plan possible: lifeboat repair; why there is none: lifeboat explain"
)

_CUT_SHORT = (
    "Interrupted before all others were looked at: there may be one as good, or of another kind."
)
_MORE_TO_FIND = (
    "What stands in the way was not narrowed down at once: lifeboat explain takes the time to."
)
_COSTS_A_SEAT = "What would be broken, were somebody to take a seat that goes home empty"
_ALL_SHOWN = "Every other kind of plan was searched: none that is not shown is better than these."
_NOT_ALL_SEARCHED = (
    "Not every other kind of plan was searched to its end: one that is not shown may be better."
)
_NO_OTHER_KIND = "There is no plan of another kind."
_NONE_FOUND = "No plan of another kind was found; there may be one."


def hint_after(answer: Answer, *, asked: bool = False) -> str:
    """What to ask next, in a line: nothing where all was asked for."""
    hints = {
        "proven-best": "" if asked else _NEXT,
        "best-found": _LET_IT_RUN if answer.interrupted else _MORE_TIME,
        "impossible": _WHAT_HELPS,
        "gave-up": "" if answer.interrupted else _ANY_PLAN,
    }
    return hints[answer.outcome]


def show_answer(
    answer: Answer,
    console: Console,
    where: Where = by_its_keys,
    *,
    brief: bool = False,
    full: bool = False,
    hint: str = "",
) -> None:
    """Print the answer to `solve`.

    Args:
        answer: what was found.
        console: where to print it.
        where: gives the place of a part of the scenario.
        brief: whether to print the gist alone.
        full: whether to print every table below the first screen, and all that it folds.
        hint: what to ask next, in a line.
    """
    show_asked(answer, answer.receipt.edits, console)
    paragraph(console, outcome(answer))
    if answer.interrupted and answer.outcome == "proven-best":
        paragraph(console, _CUT_SHORT)
    for reason in () if answer.interrupted else answer.reason:
        paragraph(console, reason)
    if answer.best is None:
        narrow = [conflict for conflict in answer.conflicts if conflict.is_smallest]
        show_conflicts(narrow, console, where)
        if len(narrow) < len(answer.conflicts):
            console.print()
            paragraph(console, _MORE_TO_FIND)
        if hint and not brief:
            console.print()
            show_section(Section("next", notes=(hint,)), console)
        return
    tied = [f"As good in every goal, on the same dates: {changes(it)}." for it in _tied(answer)]
    if brief:
        show_gist(answer.best, console)
        for sentence in tied:
            paragraph(console, sentence)
    else:
        show_findings(answer.best.findings, console, where, full=full)
        show_digest(digest(answer.best, elsewhere="" if full else IN_FULL, also=tied), console)
    show_findings(answer.in_the_way, console, where, _COSTS_A_SEAT)
    if brief:
        return
    if full:
        show_views(answer.best, console)
        show_goals(answer.best, console)
    if answer.others:
        show_side_by_side([answer.best, *answer.others], console)
    if answer.others_complete is not None:
        paragraph(console, _about_other_kinds(answer))
    if hint:
        if full:
            console.print()
        show_section(Section("next", notes=(hint,)), console)
    if full:
        paragraph(console, receipt(answer.receipt), style="dim")


def _tied(answer: Answer) -> list[Difference]:
    """The other plan that is as good, where it has other flights or rides."""
    return [] if answer.tied is None or changes(answer.tied) == SAME else [answer.tied]


def _about_other_kinds(answer: Answer) -> str:
    """How far other kinds of plan were searched, in a sentence."""
    if answer.others_complete:
        return _ALL_SHOWN if answer.others else _NO_OTHER_KIND
    return _NOT_ALL_SEARCHED if answer.others else _NONE_FOUND


class Asked(Protocol):
    """What every answer about a scenario says of its question."""

    @property
    def scenario(self) -> str: ...

    @property
    def as_of(self) -> datetime: ...

    @property
    def horizon_end(self) -> datetime: ...


def show_asked(told: Asked, edits: Sequence[str], console: Console) -> None:
    """Print what an answer is about: the scenario, its dates, the edits made to it."""
    horizon = f"as of {say_instant(told.as_of)}, {through(told.horizon_end)}"
    paragraph(console, f"{told.scenario} ({horizon})", style="bold")
    if edits:
        paragraph(console, f"What if: {'; '.join(edits)}")
