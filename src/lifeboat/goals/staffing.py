"""Staffing: people wanted aboard, or wanted with a skill, and missing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions
from lifeboat.goals.goal import Goal
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.never_understaffed import (
    NeverUnderstaffed,
    able_aboard,
    missing,
    people_needed,
)


class Staffing(Goal):
    name = "staffing"
    title = "staffing missing"
    sentence = (
        "Person-days by which the crew, and each skill, falls short of what is wanted (and, where "
        "understaffing is a `should`, of what is needed, at once or after any one departure, "
        "whichever is more)."
    )
    unit = "person-days"

    def cost(self, decide: Decisions) -> Sum:
        station = decide.situation.scenario.station
        everybody = decide.people.aboard(decide.parties)
        costs = []
        if station.crew.wanted:
            costs.append(decide.excess(everybody * -1 + station.crew.wanted))
        for name, skill in station.skills.items():
            if skill.wanted:
                able = [party for party in decide.parties if name in party.one.skills]
                costs.append(decide.excess(decide.people.aboard(able) * -1 + skill.wanted))
        if not decide.is_strict(NeverUnderstaffed.name):
            for _, counts in people_needed(decide):
                short = [curve * -1 + least for curve, least in counts]
                costs.append(decide.greatest_excess(short))
        return total_of(costs)

    def measure(self, course: Course, ledger: Ledger) -> int:
        return sum(days for _, days in self.shares(course))

    def shares(self, course: Course) -> Iterator[tuple[str, int]]:
        station = course.situation.scenario.station
        is_strict = NeverUnderstaffed().is_strict(course.situation)
        needed = {} if is_strict else missing(course)
        yield "crew", _unwanted(course, None, station.crew.wanted) + needed.get(None, 0)
        for name, skill in station.skills.items():
            yield name, _unwanted(course, name, skill.wanted) + needed.get(name, 0)


def _unwanted(course: Course, skill: str | None, count: int | None) -> int:
    """The person-slots by which the crew, or a skill, falls short of what is wanted."""
    return sum(
        max(0, (count or 0) - able_aboard(course, skill, first)) * (end - first)
        for first, end in itertools.pairwise(course.crew_changes())
    )
