"""What can be let go of a scenario, and whether there is a plan then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from lifeboat.plans.course import Course
from lifeboat.premises.catalogue import premises_of, spelled_out
from lifeboat.premises.premise import Premise, letting_go
from lifeboat.premises.rules import rules_as_such
from lifeboat.rules.counting import contradictions
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import VehicleType
from lifeboat.situation.situation import Situation
from lifeboat.stopping import GivenUpError

if TYPE_CHECKING:
    from lifeboat.solving.cpsat.solver import Settings

SHOWN = 2.0
"""The deterministic time in which a coarse grid has to show that there is a plan, or none."""

EFFORT = 0.5
"""The deterministic time that one minimisation of a plan to point at may take."""


@dataclass(frozen=True)
class Standing:
    """A scenario of which premises and rules can be let go, one by one or all."""

    scenario: Scenario
    """Spelled out: what vehicles have of their types is said of themselves."""
    known_types: Mapping[str, VehicleType]
    settings: Settings

    @classmethod
    def of(cls, situation: Situation, settings: Settings) -> Standing:
        """What stands in a situation."""
        return cls(spelled_out(situation.scenario, situation.types), situation.types, settings)

    @cached_property
    def premises(self) -> list[Premise]:
        """Every premise, those that hardly anybody would touch first."""
        return premises_of(self.scenario, self.known_types)

    @cached_property
    def rules(self) -> list[Premise]:
        """Every rule that must hold, as a whole."""
        return list(rules_as_such(self.situation(())))

    def situation(self, let_go: Iterable[Premise]) -> Situation:
        """The situation with some premises let go."""
        return Situation.of(letting_go(self.scenario, let_go), self.known_types)

    def without(self, let_go: Iterable[Premise]) -> Standing:
        """The same with some premises let go for good."""
        return replace(self, scenario=letting_go(self.scenario, let_go))

    def is_possible(self, let_go: Sequence[Premise]) -> bool | None:
        """Whether there is a plan with some premises let go; None if that is not quickly known."""
        from lifeboat.solving.search.any_plan import has_plan, shows_that_there_is_none
        from lifeboat.solving.search.problem import Problem

        if self.settings.is_over():
            return None
        lax = self.situation(let_go)
        if contradictions(lax):
            return False
        with suppress(GivenUpError):
            found = has_plan(Problem(lax, self.settings.with_effort(SHOWN)))
            if found is not None:
                return found
        none = shows_that_there_is_none(Problem(lax, self.settings))
        return None if none is None else not none

    def plan(self, let_go: Iterable[Premise]) -> Course | None:
        """A plan near that of record with some premises let go; None if none is quickly found."""
        from lifeboat.solving.naming.plan import name_plan
        from lifeboat.solving.search.incumbent import Incumbent
        from lifeboat.solving.search.lexicographic import find_best
        from lifeboat.solving.search.problem import Problem

        near = letting_go(self.scenario, let_go).model_copy(update={"goals": list(NEAR)})
        lax = Situation.of(near, self.known_types)
        limited = replace(self.settings, effort=EFFORT, rounds=0, to_the_end=False)
        found = find_best(Problem(lax, limited))
        if not isinstance(found, Incumbent):
            return None
        named = name_plan(lax, found, limited)
        return None if named is None else Course.of(lax, named.plan)


NEAR = ({"broken": 100, "cancelled": 100, "moved": 1},)
"""Goals for a plan to point at: that of record, but for what it must."""
