"""Conflicts as people read them: because this and that, therefore no plan."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from lifeboat.answers.conflict import Cause, Conflict
from lifeboat.answers.listing import listed_most
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.showing.terminal.findings import Where
from lifeboat.showing.terminal.layout import heading, labelled, paragraph

_INDENT = 10
_PLAINLY_NOT = ".may_cancel"
"""Without it, what has to be is not: nothing to tell."""
_NOT_NARROWED = "of how things are; which of it matters was not found in the time given."
_BY_ITSELF = (
    "what is known of ships and people contradicts itself: nothing that is asked, decided or said "
    "of them can be let go so that there is a plan."
)


def show_conflicts(conflicts: Sequence[Conflict], console: Console, where: Where) -> None:
    """Print each conflict under a heading, with what would give were one thing to give way."""
    for number, conflict in enumerate(conflicts, start=1):
        heading(console, _title(conflict, number, len(conflicts)))
        for at, cause in enumerate(conflict.because):
            _show_cause(cause, "because" if at == 0 else "and", console, where)
        said = _therefore(conflict) if conflict.because else _without_a_cause(conflict)
        if conflict.because and len(conflicts) > 1:
            said += " The other conflicts remain."
        _head(console, "therefore" if conflict.because else "because", said)


def _title(conflict: Conflict, number: int, of: int) -> str:
    why = "there is no plan" if conflict.wanted is None else f"no plan keeps {conflict.wanted}"
    which = f", {number} of {of}: each needs a change of its own" if of > 1 else ""
    return f"Why {why}{which}"


def _show_cause(cause: Cause, word: str, console: Console, where: Where) -> None:
    said = cause.says
    if cause.premise.startswith("rules."):
        said = f"{cause.rule} must hold: {said[0].lower()}{said[1:]}"
    _head(console, word, said)
    if cause.likewise:
        paragraph(console, f"and so for {listed_most(cause.likewise)}", indent=_INDENT)
    places = dict.fromkeys(where(path) for path in cause.see)
    if places:
        keys = dict.fromkeys(".".join(path) for path in cause.see if cause.rule != PinsHold.name)
        seen = ", ".join(dict.fromkeys([*keys, *places]))
        paragraph(console, f"see {seen}", indent=_INDENT, style="dim")
    if cause.gives and not cause.premise.endswith(_PLAINLY_NOT):
        paragraph(console, f"a plan without it: {cause.gives[0].message}", indent=_INDENT)


def _head(console: Console, word: str, said: str) -> None:
    labelled(console, word, said, _INDENT)


def _without_a_cause(conflict: Conflict) -> str:
    return _BY_ITSELF if conflict.is_smallest else _NOT_NARROWED


def _therefore(conflict: Conflict) -> str:
    if len(conflict.because) == 1:
        return "no plan keeps it, whatever else is changed."
    if not conflict.is_smallest:
        return "no plan keeps all of these. They are sufficient, perhaps not the smallest set."
    return "no plan keeps all of these. Without any one of them there is one."
