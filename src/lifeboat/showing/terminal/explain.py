"""Why there is no plan, or none that keeps a rule, as people read it."""

from __future__ import annotations

from rich.console import Console

from lifeboat.answers.explain import Explained
from lifeboat.showing.terminal.conflicts import show_conflicts
from lifeboat.showing.terminal.findings import Where, by_its_keys
from lifeboat.showing.terminal.layout import paragraph
from lifeboat.showing.terminal.solve import show_asked
from lifeboat.showing.verdict import receipt
from lifeboat.showing.words import names

_OUTCOMES = {
    "impossible": "Impossible: it is proven that no plan keeps every rule that must hold.",
    "possible": "There is a plan that keeps every rule that must hold.",
    "gave-up": "No answer in the time given: whether there is a plan is not known.",
}
_THERE_MAY_BE_MORE = "There may be more that stands in the way."
_ALL_KEPT = "The best plan breaks no rule: there is nothing to explain."


def show_explained(told: Explained, console: Console, where: Where = by_its_keys) -> None:
    """Print every conflict, or what is known instead."""
    show_asked(told, told.receipt.edits, console)
    paragraph(console, _OUTCOMES[told.outcome])
    if told.outcome == "possible":
        _show_rules(told, console)
    show_conflicts(told.conflicts, console, where)
    if not told.are_all:
        console.print()
        paragraph(console, _THERE_MAY_BE_MORE)
    console.print()
    paragraph(console, receipt(told.receipt), style="dim")


def _show_rules(told: Explained, console: Console) -> None:
    """Which rules the best plan breaks, and which of them some plan keeps."""
    if not told.broken:
        paragraph(console, _ALL_KEPT)
        return
    paragraph(console, f"Broken in the best one, or asked about: {names(told.broken)}.")
    if told.could_hold:
        kept = names(told.could_hold)
        paragraph(console, f"Some plan keeps {kept}: it is worse in a goal that comes before.")
    if told.unknown:
        paragraph(console, f"Not known in the time given: whether any keeps {names(told.unknown)}.")
