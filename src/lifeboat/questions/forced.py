"""The best plan again, with a choice forced the other way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lifeboat.answers.option import Option
from lifeboat.answers.solve import Answer
from lifeboat.editing.claims import Pins
from lifeboat.files.known_types import known_types
from lifeboat.questions.check import check
from lifeboat.questions.receipt import receipt_of
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.search.warm_start import WarmStart

Compared = Literal["worse", "as-good", "better", "impossible", "gave-up"]


@dataclass(frozen=True)
class Forcing:
    """A scenario that has been solved, to be solved again with some pins."""

    scenario: Scenario
    best: Answer
    memory: WarmStart

    @classmethod
    def of(cls, scenario: Scenario, run: Run) -> Forcing:
        """Solve a scenario first."""
        from lifeboat.solving.search.warm_start import WarmStart

        memory = WarmStart(plans_only=True)
        best = solve(scenario, plans=1, run=run, memory=memory, reasons=False)
        # Of plans as good as each other the one most like the best: only what has to change does.
        memory.keeps = True
        return cls(scenario, best, memory)

    @classmethod
    def with_best(cls, scenario: Scenario, best: Answer) -> Forcing:
        """Begin with an answer that is known."""
        from lifeboat.solving.search.warm_start import WarmStart

        return cls(scenario, best, WarmStart(plans_only=True, keeps=True))

    @classmethod
    def of_plan(cls, scenario: Scenario, plan: Option, run: Run) -> Forcing:
        """Take a plan for the best one: it was decided for."""
        from lifeboat.solving.search.warm_start import WarmStart

        clock = Situation.of(scenario, known_types()).clock
        answer = Answer(
            scenario=scenario.name,
            as_of=scenario.as_of,
            horizon_end=clock.instant(clock.end),
            resolution=scenario.resolution,
            outcome="best-found",
            best=plan,
            remarks=run.remarks,
            receipt=receipt_of(scenario, run, 0.0),
        )
        return cls(scenario, answer, WarmStart(plans_only=True))

    def with_pins(self, pins: Pins) -> Scenario:
        """The scenario with some pins that hold."""
        return with_pins_that_hold(self.scenario, pins)

    def solved(self, pins: Pins, run: Run) -> Answer:
        """The best plan with some pins more."""
        like = None if self.best.best is None else self.best.best.plan
        memory = self.memory.copied()
        asked = self.with_pins(pins)
        found = solve(asked, plans=1, run=run, like=like, memory=memory, reasons=False)
        if found.best is None or self.scenario.pins.keys() <= asked.pins.keys():
            return found
        counted = check(self.scenario, found.best.plan).option
        return found.model_copy(update={"best": counted, "outcome": "best-found"})


def with_pins_that_hold(scenario: Scenario, pins: Pins) -> Scenario:
    """A scenario with some pins that hold. Where pins are a `should`, its own would let them be
    broken: those give way, and what they cost is not in the goals.
    """
    own, rules = scenario.pins, scenario.rules
    if rules.get(PinsHold.name) == "should":
        own, rules = {}, {**rules, PinsHold.name: "must"}
    return scenario.model_copy(update={"pins": {**own, **pins}, "rules": rules})


def compared(best: Answer, other: Answer) -> Compared:
    """Whether another best plan is worse, by the goals in their order."""
    if other.best is None:
        return "impossible" if other.outcome == "impossible" else "gave-up"
    one, two = ([goal.value for goal in it.best.goals] for it in (best, other) if it.best)
    return "as-good" if one == two else "worse" if one < two else "better"
