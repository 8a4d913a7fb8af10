"""What a planner decides on, of one plan: risk, way home, decisions, changes, cost."""

from __future__ import annotations

from collections.abc import Sequence

from lifeboat.answers.option import Option
from lifeboat.showing.digest.changed import changed
from lifeboat.showing.digest.costs import costs
from lifeboat.showing.digest.decisions import decisions
from lifeboat.showing.digest.risks import risks
from lifeboat.showing.digest.section import Section
from lifeboat.showing.digest.ways_home import ways_home

__all__ = ["Section", "digest"]


def digest(
    option: Option, *, full: bool = False, searched: bool = True, also: Sequence[str] = ()
) -> tuple[Section, ...]:
    """A plan in sections that fit on one screen, with all that was left out counted.

    Args:
        option: the plan.
        full: whether to leave nothing out.
        searched: whether the plan is the answer of a search, so that something is known of how
            much better another one could be.
        also: sentences that belong to the plan.
    """
    plan = (f"{option.title}.", *([option.summary] if full else []), *also)
    sections = [
        risks(option, full=full),
        Section("plan", notes=plan),
        ways_home(option, full=full),
        decisions(option, full=full),
        changed(option, full=full),
        costs(option, full=full, searched=searched),
    ]
    return tuple(section for section in sections if section.rows or section.notes)
