"""The best plan for each choice that the best plan of all does not make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from lifeboat.answers.alternatives import Alternatives
from lifeboat.answers.option import Option
from lifeboat.errors import OurBug
from lifeboat.questions.alternatives.best_with import BestWith, best_with
from lifeboat.questions.alternatives.choices import Choice, choices, options_left_out
from lifeboat.questions.alternatives.tally import Tally
from lifeboat.questions.ceilings import Ceiling
from lifeboat.questions.forced import Forcing
from lifeboat.questions.run import Run
from lifeboat.questions.workers import Workers, rounds_left
from lifeboat.stopping import Stop


@dataclass(frozen=True)
class Sought:
    """A scenario, its best plan, and how much worse others may be."""

    forcing: Forcing
    best: Option
    limits: tuple[Ceiling, ...]
    run: Run


def by_choice(
    sought: Sought, told: Alternatives, known: Alternatives | None, workers: int
) -> Iterator[Alternatives]:
    """The answer as it grows, choice by choice."""
    tally = Tally(sought.best, choices(sought.forcing.scenario, sought.best))
    if known is not None:
        tally.remember(known.plans, known.impossible)
    run, left = sought.run, tally.to_seek()
    told = told.model_copy(update={"left_out": options_left_out(sought.forcing.scenario)})
    yield _as_far_as_known(told, tally)
    with Workers(min(workers, len(left)), run.stop) as all_of:
        tasks = list(zip(left, rounds_left(len(left), workers), strict=True))
        one = partial(_looked_at, sought=replace(sought, run=run.in_a_worker()))
        run.progress(f"other plans: 0 of {len(left)} choices looked at")
        for count, (number, found) in enumerate(all_of.as_answered(one, tasks), start=1):
            run.progress(f"other plans: {count} of {len(left)} choices looked at")
            tally.add(left[number], found)
            yield _as_far_as_known(told, tally)


def _as_far_as_known(told: Alternatives, tally: Tally) -> Alternatives:
    return told.model_copy(
        update={
            "plans": tally.plans(),
            "impossible": tally.impossible(),
            "not_known": tally.not_known(),
            "are_all": tally.are_all(),
        }
    )


def _looked_at(task: tuple[Choice, int], stop: Stop, *, sought: Sought) -> BestWith:
    from lifeboat.solving.formulation.side_constraints import AllOf

    choice, rounds = task
    run = replace(sought.run, stop=stop)
    if run.is_over():
        return BestWith("gave-up")
    side = AllOf(choice.side(), *(it.side() for it in sought.limits))
    memory, like = sought.forcing.memory.copied(), sought.best.plan
    found = best_with(choice.scenario, side, memory, like, run.with_share(rounds))
    plan = found.option
    if plan is not None:
        if not all(it.is_kept_by(choice.scenario, plan.plan) for it in sought.limits):
            # Naming may seat people otherwise than the search had it, where no goal counts that.
            return BestWith("gave-up")
        if not choice.is_made_in(plan):
            raise OurBug(f"a plan was found for what it does not do: {choice.says}")
    return found
