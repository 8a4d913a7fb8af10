"""Why is it so in the best plan, and why not otherwise? The other choice, forced and solved."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lifeboat.answers.option import FlightView, Option, PersonView
from lifeboat.answers.solve import Answer, between
from lifeboat.answers.why import Why, WhyOutcome
from lifeboat.days import say_instant
from lifeboat.editing.claims import Claim, Dates, Pins, read_claim
from lifeboat.files.known_types import known_types
from lifeboat.plans.course import Course
from lifeboat.questions.conflict import Found, what_stands_in_the_way
from lifeboat.questions.conflict.standing import Standing
from lifeboat.questions.forced import Forcing, compared
from lifeboat.questions.receipt import receipt_of
from lifeboat.questions.run import Run
from lifeboat.rules.audit import audit, ledger_of
from lifeboat.rules.pins_hold import PinsHold
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.by_name import by_name
from lifeboat.situation.situation import Situation


def why(scenario: Scenario, claim: str, *, run: Run = Run()) -> Why:
    """Tell why something is so in the best plan, or why it is not.

    Where the claim does not hold in the best plan, its pins are added and the scenario is solved
    again; where it holds, those of its contrary.

    Args:
        scenario: a scenario without mistakes, as `lifeboat.read_scenario` returns it.
        claim: a sentence, as `Ana returns on Heron` or `not Heron launches earlier`.
        run: time limit, seed, progress and stop.

    Returns:
        Both best plans, and how they differ; or what makes the other choice impossible.

    Raises:
        MistakesError: the claim is not understood, or cannot be a choice in this scenario.
    """
    begun = time.monotonic()
    run = replace(run, until=run.ends())
    told = _Reason(scenario, read_claim(scenario, claim), run).told()
    receipt = receipt_of(scenario, run, time.monotonic() - begun)
    return told.model_copy(update={"receipt": receipt, "interrupted": run.stop()})


@dataclass
class _Reason:
    scenario: Scenario
    claim: Claim
    run: Run

    def told(self) -> Why:
        forcing = Forcing.of(self.scenario, self.run.with_half())
        best = forcing.best
        if best.best is None:
            gave_up = best.outcome == "gave-up"
            return self._why(best, "gave-up" if gave_up else "no-plan")
        dates = _dates_of(self.scenario, best.best)
        claimed = self.claim.pins(True, dates)
        contrary = self.claim.pins(False, dates)
        if claimed is None or contrary is None:
            return self._why(best, "no-such-date")
        holds = _keeps(forcing.with_pins(claimed), best.best, claimed)
        pins = contrary if holds else claimed
        known = {"holds": holds, "as_it_is": _what_is_done(best.best, pins), "forced": tuple(pins)}
        self.run.progress(f"solving again with: {'; '.join(pins)}")
        other = forcing.solved(pins, self.run)
        found = Found((), are_all=True)
        if other.outcome == "impossible":
            found = self._in_the_way(forcing.with_pins(pins), pins)
        return self._why(
            best,
            compared(best, other),
            other=other,
            difference=between(best, other),
            conflicts=found.conflicts,
            are_all=found.are_all,
            **known,
        )

    def _in_the_way(self, asked: Scenario, pins: Pins) -> Found:
        from lifeboat.solving.cpsat.solver import Settings

        run = self.run
        settings = Settings(seed=run.seed, until=run.search_ends(), stop=run.stop)
        situation = Situation.of(by_name(asked), known_types())
        standing = Standing.of(situation, settings)
        return what_stands_in_the_way(standing, run.progress, pins=pins)

    def _why(self, best: Answer, outcome: WhyOutcome, **more: Any) -> Why:
        return Why(
            scenario=best.scenario,
            as_of=best.as_of,
            horizon_end=best.horizon_end,
            claim=self.claim.said,
            outcome=outcome,
            best=best,
            remarks=self.run.remarks,
            receipt=receipt_of(self.scenario, self.run, 0.0),
            **more,
        )


def _dates_of(scenario: Scenario, best: Option) -> Dates:
    """The dates in a plan, by what happens and to whom."""
    course = Course.of(Situation.of(scenario, known_types()), best.plan)
    clock = course.situation.clock

    def dates(name: str, does: str) -> tuple[datetime, datetime] | None:
        journey, voyage = course.journeys.get(name), course.voyages.get(name)
        first = last = None
        if does == "lands" and journey is not None:
            first, last = journey.landing, journey.latest_landing
        elif voyage is not None:
            first = last = voyage.launch if does == "launches" else voyage.undock
        if first is None or last is None:
            return None
        return clock.instant(first), clock.instant(last)

    return dates


def _keeps(scenario: Scenario, best: Option, pins: Pins) -> bool:
    """Whether a plan keeps some pins."""
    course = Course.of(Situation.of(scenario, known_types()), best.plan)
    findings = audit(course, ledger_of(course))
    return not any(it.rule == PinsHold.name and it.subject in pins for it in findings)


def _what_is_done(best: Option, pins: Pins) -> str:
    """What those do in a plan that some pins are about."""
    pin = next(iter(pins.values()))
    name = str(pin.person or pin.vehicle)
    one = next((it for it in best.people if it.person == name), None)
    ship = next((it for it in best.flights if it.vehicle == name), None)
    if one is not None:
        return _what_they_do(one)
    if ship is not None:
        return _what_it_does(ship)
    return f"{name} does not come" if pin.person else f"{name} does not fly"


def _what_they_do(one: PersonView) -> str:
    """Where somebody's place is and how they come and go: `Ana goes home on Heron, landing ...`."""
    if one.home is None or one.lands is None:
        return f"{one.person} stays beyond the horizon"
    return f"{one.person} goes home on {one.home}, to land {say_instant(one.lands)}"


def _what_it_does(ship: FlightView) -> str:
    """How a vehicle comes and goes: `Heron is launched ... (empty) and undocks ...`."""
    came = ""
    if ship.mode is not None and ship.launch is not None:
        came = f"is launched {say_instant(ship.launch)} ({ship.mode}) and "
    if ship.undock is None:
        return f"{ship.vehicle} {came}stays"
    return f"{ship.vehicle} {came}undocks {say_instant(ship.undock)}"
