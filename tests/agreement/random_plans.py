"""Random plans for random scenarios, good and bad ones, made without any search."""

from __future__ import annotations

import random
from collections.abc import Iterator

from agreement.drafts import Drafter, plan_of
from agreement.oracle import Oracle
from agreement.random_scenarios import SMALL, scenarios
from lifeboat.plans.plan import Plan
from lifeboat.scenario.scenario import Scenario


def random_plans(count: int, first: int = 0) -> Iterator[tuple[int, Scenario, Plan]]:
    """A plan for each of so many small scenarios, with its seed; liners move by chance."""
    for made in scenarios(count, SMALL, first=first):
        facts = Oracle.of(made.scenario).facts
        ports = [(name,) for name in made.scenario.ports]
        drafter = Drafter(random.Random(made.seed), facts, frozenset(), ports)
        draft = drafter.any()
        yield made.seed, made.scenario, plan_of(facts, draft, drafter.seats_by_chance(draft))
