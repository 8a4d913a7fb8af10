"""What would have to change so that there is a plan, or one that leaves nobody without a place?"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from lifeboat.answers.repair import Repair, Repaired, RepairOutcome, Step
from lifeboat.answers.solve import Answer
from lifeboat.editing.opened import with_edits
from lifeboat.editing.overlay_text import overlay_yaml
from lifeboat.files.known_types import known_types
from lifeboat.files.scenario_file import sourced
from lifeboat.measures.catalogue import measures_of
from lifeboat.measures.measure import Edit, Measure, Taken, edits_of, taking
from lifeboat.questions.conflict.standing import Standing
from lifeboat.questions.receipt import receipt_of
from lifeboat.questions.repair.cheapest import Amounts, Cheapest
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.rules.everyone_has_a_seat import EveryoneHasASeat
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.by_name import by_name
from lifeboat.situation.situation import Situation

USUAL_MOST = 5
"""The number of repairs told where none is given."""


def repair(
    scenario: Scenario,
    *,
    rules: Sequence[str] = (),
    most: int = USUAL_MOST,
    run: Run = Run(),
) -> Repaired:
    """Find the cheapest changes that make a plan possible.

    Where there is a plan, they make one possible that leaves nobody without a place. What may be
    touched, and at what price, the scenario says in `repairs`; else usual prices hold. No step of a
    repair could be left out or be less by a day, a place or somebody.

    Args:
        scenario: a scenario without mistakes, as `lifeboat.read_scenario` returns it.
        rules: the rules that are to hold as well, in place of a place for everybody.
        most: how many repairs to find at most.
        run: time limit, seed, progress and stop.

    Returns:
        Repairs, the cheapest first, each with its overlay and with the best plan once it is made.
    """
    begun = time.monotonic()
    run = replace(run, until=run.ends())
    told = _Repairing(scenario, run, most).told(rules)
    receipt = receipt_of(scenario, run, time.monotonic() - begun)
    return told.model_copy(update={"receipt": receipt, "interrupted": run.stop()})


@dataclass
class _Repairing:
    scenario: Scenario
    run: Run
    most: int
    _asked: dict[Amounts, bool | None] = field(default_factory=dict)

    def told(self, rules: Sequence[str]) -> Repaired:
        self.run.progress("looking whether there is a plan")
        is_possible = self._is_possible(self.scenario)
        if is_possible is None:
            return self._repaired("gave-up")
        if not is_possible:
            return self._with(self.scenario, None, ())
        best = solve(self.scenario, plans=1, run=self.run.with_half(), reasons=False)
        wanted = tuple(rules) or (EveryoneHasASeat.name,)
        if best.best is None:
            return self._repaired("gave-up", wanted=wanted)
        if not any(it.rule in wanted for it in best.best.findings):
            return self._repaired("nothing-to-repair", best=best, wanted=wanted)
        strict = {**self.scenario.rules, **dict.fromkeys(wanted, "must")}
        return self._with(self.scenario.model_copy(update={"rules": strict}), best, wanted)

    def _with(self, asked: Scenario, best: Answer | None, wanted: tuple[str, ...]) -> Repaired:
        """The repairs with which a scenario has a plan."""
        measures = measures_of(asked, known_types())

        def suffices(amounts: Amounts) -> bool | None:
            if amounts not in self._asked:
                self.run.progress(f"trying measures: {len(self._asked)} tried")
                self._asked[amounts] = self._is_possible(taking(asked, _taken(measures, amounts)))
            return self._asked[amounts]

        search = Cheapest([it.price for it in measures], [it.most for it in measures], suffices)
        found = list(self._each(search, measures, wanted))
        ended = len(found) < self.most and search.is_known
        outcome: RepairOutcome = "repaired" if found else "beyond-repair" if ended else "gave-up"
        return self._repaired(
            outcome,
            best=best,
            wanted=wanted,
            repairs=tuple(found),
            is_cheapest=search.is_known,
            are_all=ended,
        )

    def _each(
        self, search: Cheapest, measures: Sequence[Measure], wanted: tuple[str, ...]
    ) -> Iterator[Repair]:
        for amounts in islice(search.each(), self.most):
            taken = _taken(measures, amounts)
            self.run.progress("solving with a repair made")
            yield self._made(taken, wanted)
            if self.run.is_over():
                return

    def _made(self, taken: Taken, wanted: tuple[str, ...]) -> Repair:
        """A repair, applied as its overlay says, and solved."""
        edits = edits_of(self.scenario, taken)
        text = overlay_yaml("repair", edits)
        answer = solve(with_edits_made(self.scenario, edits), plans=1, run=self.run, reasons=False)
        broken = () if answer.best is None else answer.best.findings
        return Repair(
            price=sum(measure.price * amount for measure, amount in taken),
            steps=tuple(_steps(self.scenario, taken)),
            edits=tuple(f"--{verb} {said}" for verb, said in edits),
            overlay=text,
            answer=answer,
            gives=answer.best is not None and not any(it.rule in wanted for it in broken),
        )

    def _is_possible(self, scenario: Scenario) -> bool | None:
        from lifeboat.solving.cpsat.solver import Settings

        run = self.run
        settings = Settings(seed=run.seed, until=run.search_ends(), stop=run.stop)
        situation = Situation.of(by_name(scenario), known_types())
        return Standing.of(situation, settings).is_possible(())

    def _repaired(self, outcome: RepairOutcome, **more: Any) -> Repaired:
        clock = Situation.of(self.scenario, known_types()).clock
        return Repaired(
            scenario=self.scenario.name,
            as_of=self.scenario.as_of,
            horizon_end=clock.instant(clock.end),
            outcome=outcome,
            remarks=self.run.remarks,
            receipt=receipt_of(self.scenario, self.run, 0.0),
            **more,
        )


def _taken(measures: Sequence[Measure], amounts: Amounts) -> Taken:
    pairs = zip(measures, amounts, strict=True)
    return tuple((measure, amount) for measure, amount in pairs if amount)


def _steps(scenario: Scenario, taken: Taken) -> Iterator[Step]:
    for measure, amount in taken:
        yield Step(
            kind=measure.kind,
            says=measure.says(scenario, amount),
            amount=amount,
            price=measure.price * amount,
        )


def with_edits_made(scenario: Scenario, edits: Sequence[Edit]) -> Scenario:
    """The scenario with edits made, as the command line makes them."""
    return with_edits(sourced(scenario), flags=edits, over=True).sourced.scenario
