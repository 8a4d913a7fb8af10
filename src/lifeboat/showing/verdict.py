"""How a search ended, in a sentence, and the receipt in a line."""

from __future__ import annotations

from lifeboat.answers.solve import Answer, Receipt
from lifeboat.days import say_span
from lifeboat.showing.words import number

OUTCOMES = {
    "proven-best": "Proven best: no plan does better by these goals.",
    "best-found": "Best found in the time given: a better plan may exist.",
    "impossible": "Impossible: it is proven that no plan keeps every rule that must hold.",
    "gave-up": "No answer in the time given: whether there is a plan is not known.",
}
_BUT_FOR_RESEATS = "Proven best: no plan does better by these goals, reseats aside."
_STOPPED = {
    "best-found": "Interrupted: the best plan found so far; a better one may exist.",
    "gave-up": "Interrupted before any plan was found.",
}


def outcome(answer: Answer) -> str:
    """How the search ended, in a sentence."""
    said = OUTCOMES[answer.outcome]
    goals = answer.best.goals if answer.best is not None else ()
    if answer.outcome == "proven-best" and not all(it.proven for it in goals):
        return _BUT_FOR_RESEATS
    return _STOPPED.get(answer.outcome, said) if answer.interrupted else said


def receipt(it: Receipt) -> str:
    """The receipt in one line: what it takes to get the same answer again."""
    parts = [
        f"lifeboat {it.program}",
        it.solver,
        f"Python {it.python}",
        f"scenario {it.scenario_sha256[:12]}",
        f"seed {it.seed}",
    ]
    if it.time_limit is not None:
        parts.append(f"time limit {say_span(it.time_limit)}")
    if it.seconds is not None:
        parts.append(f"{number(round(it.seconds, 1))} s")
    return ", ".join(parts)
