"""Why is there no plan, or none that keeps a rule?"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lifeboat.answers.conflict import Conflict
from lifeboat.answers.explain import Explained, ExplainedOutcome
from lifeboat.files.known_types import known_types
from lifeboat.questions.conflict import what_stands_in_the_way
from lifeboat.questions.conflict.standing import Standing
from lifeboat.questions.receipt import receipt_of
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.rules.rule import Strength
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.by_name import by_name
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.cpsat.solver import Settings


def explain(scenario: Scenario, *, rules: Sequence[str] = (), run: Run = Run()) -> Explained:
    """Find what stands in the way of a plan, or of one that keeps every rule.

    Each conflict is a smallest set of things that the scenario says, and of rules, that cannot hold
    together: not even with all else let go that is asked, decided or has happened is there a plan,
    and without any one of them there is. Both are found by solving.

    Args:
        scenario: a scenario without mistakes, as `lifeboat.read_scenario` returns it.
        rules: where there is a plan: the rules that are to hold as well. Where none are named, they
            are those that the best plan breaks.
        run: time limit, seed, progress and stop.

    Returns:
        The conflicts; they share nothing, so that each needs a change of its own.
    """
    begun = time.monotonic()
    told = _Explanation(scenario, run).told(rules)
    receipt = receipt_of(scenario, run, time.monotonic() - begun)
    return told.model_copy(update={"receipt": receipt, "interrupted": run.stop()})


@dataclass
class _Explanation:
    scenario: Scenario
    run: Run

    def told(self, rules: Sequence[str]) -> Explained:
        self.run.progress("looking whether there is a plan")
        standing = self._standing({})
        is_possible = standing.is_possible(())
        if is_possible is None:
            return self._explained("gave-up")
        if is_possible:
            return self._with_rules(rules or self._broken())
        found = what_stands_in_the_way(standing, self.run.progress)
        return self._explained("impossible", conflicts=found.conflicts, are_all=found.are_all)

    def _with_rules(self, rules: Sequence[str]) -> Explained:
        """Why no plan keeps some rules, which are broken in the best one."""
        told: list[Conflict] = []
        could_hold, unknown, are_all = [], [], True
        for rule in rules:
            standing = self._standing({rule: "must"})
            is_possible = standing.is_possible(())
            if is_possible is None:
                unknown.append(rule)
            elif is_possible:
                could_hold.append(rule)
            else:
                found = what_stands_in_the_way(standing, self.run.progress, rule)
                told += found.conflicts
                are_all = are_all and found.are_all
        return self._explained(
            "possible",
            broken=tuple(rules),
            could_hold=tuple(could_hold),
            unknown=tuple(unknown),
            conflicts=tuple(told),
            are_all=are_all,
        )

    def _broken(self) -> list[str]:
        """The rules that the best plan breaks, or the best that is found in half of the time."""
        best = solve(self.scenario, plans=1, run=self.run.with_half(), reasons=False).best
        findings = () if best is None else best.findings
        return list(dict.fromkeys(it.rule for it in findings))

    def _standing(self, rules: dict[str, Strength]) -> Standing:
        update = {"rules": {**self.scenario.rules, **rules}}
        situation = Situation.of(by_name(self.scenario).model_copy(update=update), known_types())
        return Standing.of(situation, self._settings())

    def _settings(self) -> Settings:
        from lifeboat.solving.cpsat.solver import Settings

        return Settings(seed=self.run.seed, until=self.run.search_ends(), stop=self.run.stop)

    def _explained(self, outcome: ExplainedOutcome, **more: Any) -> Explained:
        scenario = self.scenario
        clock = Situation.of(scenario, known_types()).clock
        return Explained(
            scenario=scenario.name,
            as_of=scenario.as_of,
            horizon_end=clock.instant(clock.end),
            outcome=outcome,
            remarks=self.run.remarks,
            receipt=receipt_of(scenario, self.run, 0.0),
            **more,
        )
