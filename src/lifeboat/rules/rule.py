"""What a rule is: one sentence, one constraint, one audit."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar, Literal

from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.situation.candidate_dates import Dates
from lifeboat.situation.situation import Situation

Strength = Literal["must", "should"]
Span = tuple[int, int] | tuple[datetime, datetime]
"""From when to when, in slots or in instants."""


class Rule(ABC):
    """Something that may not be broken (`must`) or should not be (`should`).

    Some of what a rule says is a fact: nobody is aboard two vehicles, nothing undocks before it has
    docked. Facts hold however strict the rule is.
    """

    name: ClassVar[str]
    """Its key in scenarios, JSON and docs."""
    title: ClassVar[str]
    """What it is called in a heading."""
    sentence: ClassVar[str]
    """The rule itself, as it is shown everywhere."""
    default: ClassVar[Strength] = "must"
    """How strictly it holds unless the scenario says otherwise."""
    feeds: ClassVar[str] = "broken"
    """The goal that pays for breaking it where it is a `should`."""
    broken_once: ClassVar[str]
    """What counts there, and once for each of what."""
    always: ClassVar[str] = ""
    """What no plan can do, however strict the rule is."""
    keys: ClassVar[tuple[str, ...]] = ()
    """The scenario keys this rule reads, such as `vehicles.undock`: their paths in the schema."""

    def strength(self, situation: Situation) -> Strength:
        """How strictly it holds in a scenario."""
        return situation.scenario.rules.get(self.name, self.default)

    def is_strict(self, situation: Situation) -> bool:
        """Whether it is a `must` in a scenario."""
        return self.strength(situation) == "must"

    def dates(self, situation: Situation, dates: Dates) -> None:
        """Add the dates, and the differences between dates, that this rule can make decisive."""

    def contradictions(self, situation: Situation) -> Iterator[str]:
        """Why no plan can keep it, as far as counting shows; called only where it is a `must`."""
        yield from ()

    @abstractmethod
    def post(self, decide: Decisions) -> None:
        """Post what it requires of every plan."""

    @abstractmethod
    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        """Check it on a plan, knowing nothing of how the plan was found."""

    def finding(
        self,
        course: Course,
        subject: str,
        message: str,
        span: Span | None = None,
        vehicles: tuple[str, ...] = (),
        people: tuple[str, ...] = (),
        see: tuple[tuple[str, ...], ...] = (),
        is_a_fact: bool = False,
    ) -> Finding:
        """A finding of this rule; `span` is in slots, or in instants where these are told. No plan
        may break what is a fact.
        """
        first, end = (None, None) if span is None else (_begins(course, it) for it in span)
        return Finding(
            rule=self.name,
            strength="must" if is_a_fact else self.strength(course.situation),
            subject=subject,
            message=message,
            first=first,
            end=end,
            vehicles=vehicles,
            people=people,
            see=see,
        )


def _begins(course: Course, when: int | datetime) -> datetime:
    return when if isinstance(when, datetime) else course.situation.clock.instant(when)
