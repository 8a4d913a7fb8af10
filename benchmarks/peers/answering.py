"""Asks a day-by-day model for one goal after another, and prints what is found as JSON."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from peers.data import Case
from peers.goals import Goals
from peers.linear import Model
from peers.plan import plan_of
from peers.reading import read


@dataclass(frozen=True)
class GoalFound:
    """What has been found of a goal, and when."""

    name: str
    value: int | None
    bound: int
    seconds: float

    @property
    def proven(self) -> bool:
        return self.value == self.bound


def in_order(model: Model, goals: Goals, seconds: float) -> Iterator[GoalFound]:
    """Minimise one goal after another, each with those before it kept; ends with the first that is
    not proven in the time there is.
    """
    begun = time.monotonic()
    for name, cost_of in goals.in_order():
        cost = cost_of()
        if isinstance(cost, int):
            yield GoalFound(name, cost, cost, time.monotonic() - begun)
            continue
        found = model.minimise(cost, seconds - (time.monotonic() - begun))
        yield GoalFound(name, found.value, found.bound, time.monotonic() - begun)
        if not found.is_proven:
            return
        model.require(cost <= found.bound)


def answer(model: Model, case: Case, seconds: float) -> tuple[Goals, Iterator[GoalFound]]:
    """The model of a case, and what it finds of one goal after another."""
    begun = time.monotonic()
    goals = Goals(model, case)
    return goals, in_order(model, goals, seconds - (time.monotonic() - begun))


def shown(found: Iterator[GoalFound]) -> str:
    """What is found as JSON; each goal is told on standard error as it comes."""
    goals = []
    for one in found:
        print(f"{one.seconds:.1f} s: {one.name} {one.value}, at least {one.bound}", file=sys.stderr)
        goals.append(asdict(one) | {"proven": one.proven})
    return json.dumps(goals)


def main(model: Model) -> None:
    """Answer the scenario named on the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario")
    parser.add_argument("--time-limit", type=float, default=3600.0, help="seconds")
    parser.add_argument("--plan", type=Path, help="where to write the plan")
    given = parser.parse_args()
    situation, case = read(given.scenario)
    goals, found = answer(model, case, given.time_limit)
    print(shown(found))
    if given.plan is not None and model.has_found:
        given.plan.write_text(json.dumps(plan_of(situation, goals)), encoding="utf-8")
