"""Holds repairs against a judge: possible with each, and not with a unit less of any step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from agreement.conflicts import Judge
from agreement.random_scenarios import Made
from lifeboat.measures.catalogue import measures_of
from lifeboat.measures.measure import Taken, edits_of, taking
from lifeboat.questions.conflict.standing import Standing
from lifeboat.questions.repair import with_edits_made
from lifeboat.questions.repair.cheapest import Cheapest
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings

MOST = 2


def repaired(made: Made, judge: Judge, tally: Counter[str]) -> Iterator[str]:
    """A sentence for each repair of an impossible scenario that the judge does not confirm."""
    scenario = made.scenario
    if _is_possible(scenario) is not False:
        return
    tally["impossible"] += 1
    measures = measures_of(scenario, {})
    prices, most = [it.price for it in measures], [it.most for it in measures]

    def taken(amounts: tuple[int, ...]) -> Taken:
        pairs = zip(measures, amounts, strict=True)
        return tuple((it, amount) for it, amount in pairs if amount)

    search = Cheapest(prices, most, lambda it: _is_possible(taking(scenario, taken(it))))
    found = 0
    for amounts in search.each():
        found += 1
        one = taken(amounts)
        tally["repairs"] += 1
        said = [(it.kind, it.keys, amount) for it, amount in one]
        if not judge(with_edits_made(scenario, edits_of(scenario, one))):
            yield f"seed {made.seed}: with {said} there is no plan"
        for step, (it, amount) in enumerate(one):
            less = (*one[:step], *(((it, amount - 1),) if amount > 1 else ()), *one[step + 1 :])
            if judge(taking(scenario, less)):
                yield f"seed {made.seed}: {said} could be less"
        if found == MOST:
            break
    tally["beyond repair"] += not found
    tally["not known"] += not search.is_known


def _is_possible(scenario: Scenario) -> bool | None:
    return Standing.of(Situation.of(scenario, {}), Settings()).is_possible(())
