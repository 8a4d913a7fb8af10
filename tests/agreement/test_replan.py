"""Random plans replanned: least change by brute force, and nothing that has flown is moved."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime

import pytest

from agreement.compare import judged_plan
from agreement.oracle import Oracle
from agreement.random_scenarios import TINY, Made, make, scenarios
from lifeboat.answers.option import Option, PersonView
from lifeboat.answers.replan import Replanned
from lifeboat.days import Window
from lifeboat.plans.plan import Flight, Plan
from lifeboat.questions.replan import replan, to_replan
from lifeboat.questions.solve import solve
from lifeboat.scenario.in_flight import flown_mode
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario
from lifeboat.scenario.vehicles import Condition, Vehicle
from lifeboat.situation.clock import Clock
from lifeboat.situation.situation import Situation

BATCHES = range(5)
ONCE_WRONG = (3014, 3034, 4208, 4392)
"""Seeds on which something was once wrong; they are the first batch."""


def clock_of(scenario: Scenario) -> Clock:
    assert scenario.horizon.closes is not None
    return Clock.of(scenario.as_of, scenario.horizon.closes, RESOLUTIONS[scenario.resolution])


def some_date(scenario: Scenario, chance: random.Random) -> datetime:
    clock = clock_of(scenario)
    return clock.instant(chance.randrange(clock.end))


def happened(scenario: Scenario, since: datetime, chance: random.Random) -> Scenario:
    """The same scenario after a mishap on a date: a ship lost, or a launch not before some day."""
    name = chance.choice(list(scenario.vehicles))
    vehicle = scenario.vehicles[name]
    waits = vehicle.modes and flown_mode(vehicle, scenario.as_of) is None
    changed = _late(scenario, vehicle, chance) if waits else _hit(vehicle, since, chance)
    return scenario.model_copy(update={"vehicles": {**scenario.vehicles, name: changed}})


def _hit(vehicle: Vehicle, since: datetime, chance: random.Random) -> Vehicle:
    state = Condition(state=chance.choice(["unusable", "emergency-only", "empty-return-only"]))
    return vehicle.model_copy(update={"conditions": {**vehicle.conditions, since: state}})


def _late(scenario: Scenario, vehicle: Vehicle, chance: random.Random) -> Vehicle:
    opens = some_date(scenario, chance)
    modes = {
        key: mode.model_copy(update={"windows": Window.between(opens, None)})
        for key, mode in vehicle.modes.items()
    }
    return vehicle.model_copy(update={"modes": modes})


def others(before: Option, after: Option, scenario: Scenario) -> int:
    """How many people ride another vehicle, counted from the two plans."""
    was = {it.person: it for it in before.people}
    now = {it.person: it for it in after.people}
    return sum(
        _differs(was.get(name), now.get(name), _awaited(before, name, person.home), after)
        for name, person in scenario.people.items()
    )


def _differs(
    was: PersonView | None, now: PersonView | None, awaited: str | None, after: Option
) -> bool:
    if was is None or now is None:
        return was is not now
    if was.up != now.up:
        return True
    if was.home is not None:
        return was.home != now.home
    if now.home is not None:
        return now.home != awaited
    return awaited is not None and not _is_there_or_to_come(after, awaited)


def _awaited(before: Option, person: str, home: str | None) -> str | None:
    """What somebody who stays waits for: their planned vehicle or, if it has left, the one they
    sit in when the horizon ends.
    """
    if home is None or _is_there_or_to_come(before, home):
        return home
    return next((it.vehicle for it in reversed(before.seats) if it.person == person), None)


def _is_there_or_to_come(option: Option, ship: str) -> bool:
    here = any(it.vehicle == ship and it.undock is None for it in option.flights)
    return here or option.plan.flights.get(ship, Flight()).later


def past(option: Option, since: datetime) -> Iterator[tuple[object, ...]]:
    """Everything a plan does before a date."""
    for flight in option.flights:
        if flight.launch is not None and flight.launch < since:
            yield flight.vehicle, flight.mode, flight.launch, flight.up
            if flight.dock < since:
                yield flight.vehicle, flight.ports[0]
        if flight.undock is not None and flight.undock < since:
            yield flight.vehicle, flight.undock, flight.down
    for seat in option.seats:
        if seat.first < since and seat.quality != "none":
            yield seat.person, seat.vehicle, seat.quality, seat.first, min(seat.end, since)


def replanned(made: Made, plan: Plan) -> tuple[Scenario, Replanned]:
    chance = random.Random(made.seed)
    clock = clock_of(made.scenario)
    since = some_date(made.scenario, chance) if made.seed % 2 else clock.start
    scenario = happened(made.scenario, since, chance)
    return scenario, replan(scenario, plan, since=since)


def with_plans(batch: int) -> Iterator[tuple[Made, Plan]]:
    """Small scenarios that have a plan, each with the best one."""
    known = [made for seed in ONCE_WRONG if (made := make(seed, TINY)) is not None]
    for made in known if batch == 0 else scenarios(10, TINY, first=3000 + 100 * batch):
        answer = solve(made.scenario, plans=1)
        if answer.best is not None:
            yield made, answer.best.plan


@pytest.mark.parametrize("batch", BATCHES)
def test_the_least_change_by_brute_force(batch: int) -> None:
    for made, plan in with_plans(batch):
        scenario, told = replanned(made, plan)
        asked = to_replan(scenario, plan, told.since)
        oracle = Oracle.of(asked)
        best = oracle.search()
        if told.answer.best is None:
            assert (best, told.answer.outcome) == (None, "impossible"), made.seed
            continue
        judged = judged_plan(oracle, Situation.of(asked, {}), told.answer.best.plan)
        assert best is not None, made.seed
        assert judged is not None, made.seed
        assert judged.cost == best.cost, made.seed
        counted = next(it.value for it in told.answer.best.goals if it.name == "rides")
        assert counted == others(told.before, told.answer.best, scenario), made.seed


@pytest.mark.parametrize("batch", BATCHES)
def test_nothing_that_has_flown_is_moved(batch: int) -> None:
    for made, plan in with_plans(batch):
        _, told = replanned(made, plan)
        if told.answer.best is not None:
            was, now = (set(past(it, told.since)) for it in (told.before, told.answer.best))
            assert was == now, made.seed


@pytest.mark.parametrize("batch", BATCHES)
def test_with_nothing_changed_the_plan_stands(batch: int) -> None:
    for made, plan in with_plans(batch):
        for since in (None, some_date(made.scenario, random.Random(made.seed))):
            told = replan(made.scenario, plan, since=since)
            assert told.answer.best is not None, made.seed
            assert told.answer.best.plan == plan, made.seed
            assert told.answer.outcome == "proven-best", made.seed
