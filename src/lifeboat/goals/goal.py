"""What a goal is: something to have as little of as possible, in an order of priority."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar

from lifeboat.curves import Sum
from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger
from lifeboat.situation.candidate_dates import Dates
from lifeboat.situation.situation import Situation


class Goal(ABC):
    """Something to have as little of as possible."""

    name: ClassVar[str]
    """Its key in scenarios, JSON and docs."""
    title: ClassVar[str]
    """What it is called in tables."""
    sentence: ClassVar[str]
    """What it counts, as it is shown everywhere."""
    unit: ClassVar[str]
    """The unit of its value as it is shown."""
    in_time: ClassVar[bool] = True
    """Whether it counts slots, shown in days, rather than things."""
    quality: ClassVar[str | None] = None
    """The quality of place whose person-slots it counts; None if it is not about places."""
    settled_after_dates: ClassVar[bool] = False
    """Whether it is minimised after all other goals, for the dates and rides they lead to."""

    def dates(self, situation: Situation, dates: Dates) -> None:
        """Add the dates that this goal can make decisive."""

    @abstractmethod
    def cost(self, decide: Decisions) -> Sum:
        """Its value as a sum to minimise, in slots or in things."""

    @abstractmethod
    def measure(self, course: Course, ledger: Ledger) -> int | Fraction:
        """Its value in a plan, in slots or in things, knowing nothing of how the plan was found.

        It is a fraction of a slot only where a plan tells hours within one.
        """

    def shares(self, course: Course) -> Iterable[tuple[str, int]]:
        """Whose its value is, by vehicle, person or skill, where the ledger does not tell: what
        each has of it adds up to the value.
        """
        return ()
