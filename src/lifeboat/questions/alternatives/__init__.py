"""What else could be done? Plans about as good as the best one, and what each costs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from lifeboat.answers.alternatives import Alternatives
from lifeboat.questions.alternatives.asking import traded_names, understood
from lifeboat.questions.alternatives.front import Trade, along
from lifeboat.questions.alternatives.seeking import Sought, by_choice
from lifeboat.questions.ceilings import ceilings_of, told_of
from lifeboat.questions.forced import Forcing
from lifeboat.questions.receipt import receipt_of
from lifeboat.questions.run import Run
from lifeboat.scenario.scenario import Scenario

Keep = Callable[[Alternatives], None]


def forget(_: Alternatives) -> None:
    """Keep nothing before all is known."""


def alternatives(
    scenario: Scenario,
    *,
    slack: Mapping[str, float] | None = None,
    between: Sequence[str] | None = None,
    most: int | None = None,
    known: Alternatives | None = None,
    keep: Keep = forget,
    workers: int = 1,
    run: Run = Run(),
) -> Alternatives:
    """Find other plans about as good as the best one, different in what people care about.

    For everything that might be decided otherwise, the best of all plans that do so; or, between
    two goals, every plan that cannot be improved in one without getting worse in the other.

    Args:
        scenario: a scenario without mistakes, as `lifeboat.read_scenario` returns it.
        slack: by goal, how much worse than in the best plan it may be, in its unit.
        between: two goals that are traded against each other; those that come before the less
            important of them stay as good as in the best plan, but for their slack.
        most: how many plans to tell at most.
        known: an earlier answer to the same question, of which nothing proven is sought again.
        keep: called with what is known, whenever there is something more.
        workers: how many plans are sought at the same time, each in a process of its own.
        run: its time limit is for each plan; `until` is for all of them.

    Returns:
        The best plan, and the others with what each costs.

    Raises:
        MistakesError: a goal is none of the scenario's, or cannot be held to a value.
    """
    begun = time.monotonic()
    wanted, places = understood(scenario, slack or {}, between)
    if known is not None and known.best.outcome != "proven-best" and (wanted or between):
        # Slack and fronts are counted from a best plan that may be another one now.
        known = None
    forcing = _with_a_best_plan(scenario, known, run)
    told = Alternatives(
        scenario=scenario.name,
        as_of=scenario.as_of,
        horizon_end=forcing.best.horizon_end,
        between=None if between is None else traded_names(scenario, between),
        best=forcing.best,
        are_all=False,
        remarks=run.remarks,
        receipt=receipt_of(scenario, run, 0.0),
    )
    best = forcing.best.best
    if best is not None:
        limits = ceilings_of(scenario, best.plan, wanted)
        told = told.model_copy(update={"slack": tuple(told_of(limits, wanted))})
        if places is None:
            seeking = by_choice(Sought(forcing, best, limits, run), told, known, workers)
        else:
            loose = frozenset(wanted)
            trade = Trade(forcing, best, places, limits, loose)
            seeking = along(trade, told, known, most, run)
        for told in seeking:
            keep(told)
    receipt = receipt_of(scenario, run, time.monotonic() - begun)
    shown = told.plans[:most]
    are_all = told.are_all and (places is None or len(shown) == len(told.plans))
    update = {"plans": shown, "are_all": are_all}
    return told.model_copy(update={**update, "receipt": receipt, "interrupted": run.stop()})


def _with_a_best_plan(scenario: Scenario, known: Alternatives | None, run: Run) -> Forcing:
    """The best plan: the one known, if an earlier answer has it proven."""
    if known is not None and known.best.outcome == "proven-best":
        return Forcing.with_best(scenario, known.best)
    run.progress("looking for the best plan")
    return Forcing.of(scenario, run.with_share(2))
