"""What a planner decides on, of one plan: risk, supplies, way home, decisions, changes, cost."""

from __future__ import annotations

from collections.abc import Sequence

from lifeboat.answers.option import Option
from lifeboat.showing.digest.changed import changed
from lifeboat.showing.digest.costs import costs
from lifeboat.showing.digest.decisions import decisions
from lifeboat.showing.digest.risks import risks
from lifeboat.showing.digest.section import Section
from lifeboat.showing.digest.supplies import supplies_section
from lifeboat.showing.digest.ways_home import ways_home

__all__ = ["BELOW", "IN_FULL", "Section", "digest"]

IN_FULL = "--full"
BELOW = "see below"
"""Where what is left out can be read: by that option, or in the tables that follow."""


def digest(
    option: Option, *, elsewhere: str = IN_FULL, searched: bool = True, also: Sequence[str] = ()
) -> tuple[Section, ...]:
    """A plan in sections that fit on one screen, with all that was left out counted.

    Args:
        option: the plan.
        elsewhere: where what is left out can be read; empty to leave nothing out.
        searched: whether the plan is the answer of a search, so that something is known of how
            much better another one could be.
        also: sentences that belong to the plan.
    """
    plan = (f"{option.title}.", *([option.summary] if not elsewhere else []), *also)
    sections = [
        risks(option, elsewhere=elsewhere),
        supplies_section(option, elsewhere=elsewhere),
        Section("plan", notes=plan),
        ways_home(option, elsewhere=elsewhere),
        decisions(option, elsewhere=elsewhere),
        changed(option, elsewhere=elsewhere),
        costs(option, elsewhere=elsewhere, searched=searched),
    ]
    return tuple(section for section in sections if section.rows or section.notes)
