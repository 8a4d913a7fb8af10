"""Who goes home on what, when, and does everybody have a seat every day until then?"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lifeboat.answers.difference import Difference, difference
from lifeboat.answers.option import GoalValue, Option
from lifeboat.answers.solve import Answer, Outcome
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.questions.audited import Audited
from lifeboat.questions.conflict import Found
from lifeboat.questions.costs_a_seat import costs_a_seat
from lifeboat.questions.impossible import NOTHING_FOUND, proven_again, why_impossible
from lifeboat.questions.known_plans import kept, recorded
from lifeboat.questions.receipt import receipt_of
from lifeboat.questions.run import Run
from lifeboat.questions.so_far import telling
from lifeboat.rules.audit import ledger_of
from lifeboat.rules.counting import contradictions
from lifeboat.rules.moves import moves_not_allowed
from lifeboat.rules.one_vehicle_per_port import OneVehiclePerPort
from lifeboat.scenario.scenario import Scenario

if TYPE_CHECKING:
    from lifeboat.solving.search.incumbent import Incumbent
    from lifeboat.solving.search.ties import Ties
    from lifeboat.solving.search.warm_start import WarmStart

AS_RECORDED = (
    "No plan was found in the time given; this is the plan of record, as far as it can be flown."
)
RESEATS_LAST = (
    "Reseats are minimised for the dates that all other goals have settled: as the last goal, and "
    "by themselves, they can be proven, elsewhere they are only found."
)

SHORT_LIST = 1
"""The number of plans shown by default: other kinds are searched for only on request."""


def solve(
    scenario: Scenario,
    *,
    plans: int | None = None,
    run: Run = Run(),
    like: Plan | None = None,
    memory: WarmStart | None = None,
    reasons: bool = True,
) -> Answer:
    """Find the proven best plan for a scenario, and the best plans of other kinds.

    Args:
        scenario: a scenario without mistakes, as `lifeboat.read_scenario` returns it.
        plans: how many plans of different kinds to show at most; a short list when left out.
        run: time limit, seed, progress and stop.
        like: a plan to keep. It is the answer itself unless the goals rate another one better;
            that one then takes over as many of its ports and places as it can.
        memory: what an answer about nearly the same scenario left (`lifeboat.Session`).
        reasons: whether to look for the rules that stand in the way of a plan, or of a seat for
            somebody who has none.

    Returns:
        The answer; its outcome says whether there is a plan and whether that is proven.

    Raises:
        OurBug: a plan that the search found failed its audit. It is never shown as an answer.
    """
    begun = time.monotonic()
    answer = _Question(scenario, run, plans, like, memory, reasons).answer()
    receipt = receipt_of(scenario, run, time.monotonic() - begun)
    return answer.model_copy(update={"receipt": receipt})


class _Question:
    def __init__(
        self,
        scenario: Scenario,
        run: Run,
        plans: int | None,
        like: Plan | None,
        memory: WarmStart | None,
        reasons: bool,
    ) -> None:
        from lifeboat.solving.cpsat.solver import Settings

        self._settings = Settings(seed=run.seed, until=run.search_ends(), stop=run.stop)
        self._audited = Audited(scenario, self._settings, like)
        self._situation, self._by_name = self._audited.situation, self._audited.by_name
        self._run, self._plans, self._memory = run, plans, memory
        self._like, self._reasons = like, reasons

    def answer(self) -> Answer:
        if reasons := contradictions(self._situation):
            return self._counted(reasons)
        from lifeboat.solving.search.days_first import find_best_days_first
        from lifeboat.solving.search.incumbent import Incumbent, Infeasible
        from lifeboat.solving.search.problem import Problem
        from lifeboat.solving.search.ties import Ties

        self._run.progress("looking for the best plan")
        tell = telling(self._run.found)
        found = find_best_days_first(self._by_name, self._settings, self._memory, tell=tell)
        if isinstance(found, Infeasible):
            return self._impossible()
        if not isinstance(found, Incumbent):
            return self._without_a_search()
        ties = Ties(Problem(self._by_name, self._settings), found)
        if found.is_proven:
            found = ties.settled_by_name()
        best = self._known_or(self._audited.best(found, ties))
        if best is None:
            return self._gave_up()
        if all(goal.is_settled for goal in best.goals):
            answer = self._with(best, "proven-best")
            if self._reasons:
                course = Course.of(self._situation, best.plan)
                blamed = costs_a_seat(course, ledger_of(course), self._settings)
                answer = answer.model_copy(update={"in_the_way": blamed})
            kinds = self._other_kinds(found)
            besides = {"tied": self._tied(ties, best), "interrupted": self._settings.stop()}
            return answer.model_copy(update={**besides, **kinds})
        return self._found(best)

    def _without_a_search(self) -> Answer:
        """A plan that is known already, where the search found none in the time given."""
        like = None if self._like is None else kept(self._situation, self._like, None)
        best = recorded(self._situation, like)
        if best is None:
            return self._gave_up()
        return self._found(best, *(() if best is like else (AS_RECORDED,)))

    def _found(self, best: Option, *reasons: str) -> Answer:
        last = () if self._audited.reseats_come_last() else (RESEATS_LAST,)
        return self._with(best, "best-found", (*reasons, *last))

    def _gave_up(self) -> Answer:
        return self._none("gave-up", ("no plan was found in the time given",))

    def _impossible(self) -> Answer:
        again = proven_again(self._by_name, self._settings, self._run.progress, self._reasons)
        if again is None:
            return self._none("gave-up", ("impossible, but there was no time to confirm it",))
        return self._because(["the search proved that no plan keeps every rule"], again)

    def _counted(self, reasons: list[str]) -> Answer:
        """No plan, as counting shows without a search."""
        found, say = NOTHING_FOUND, self._run.progress
        if self._reasons:
            found = why_impossible(self._by_name, self._settings, say)
        return self._because(reasons, found)

    def _because(self, reasons: Sequence[str], found: Found) -> Answer:
        """No plan, and what cannot hold together."""
        causes = [cause for conflict in found.conflicts for cause in conflict.because]
        ports = OneVehiclePerPort.name
        if not causes or any(cause.rule == ports for cause in causes):
            reasons = [*reasons, *moves_not_allowed(self._situation)]
        gives = tuple(it for cause in causes for it in cause.gives)
        update = {"conflicts": found.conflicts, "in_the_way": gives}
        return self._none("impossible", tuple(reasons)).model_copy(update=update)

    def _known_or(self, best: Option | None) -> Option | None:
        """The plan found, or one that is known already: the one to keep, that of record."""
        if self._like is not None:
            best = kept(self._situation, self._like, best)
        if best is None or not all(goal.is_settled for goal in best.goals):
            return recorded(self._situation, best)
        return best

    def _tied(self, ties: Ties, best: Option) -> Difference | None:
        """How a plan differs that is as good, if one is quickly found on the same dates."""
        other = ties.other
        option = None if other is None else self._audited.other(other)
        if option is None or _values(option.goals) != _values(best.goals):
            return None
        return difference(best, option)

    def _other_kinds(self, incumbent: Incumbent) -> dict[str, Any]:
        """The best plans of other kinds, and whether every other kind was searched."""
        from lifeboat.solving.search.other_kinds import other_kinds

        most = SHORT_LIST if self._plans is None else self._plans
        if most <= 1:
            return {}
        self._run.progress("looking for plans of other kinds")
        found = other_kinds(self._by_name, incumbent, self._settings, most - 1)
        options = (self._audited.other(other) for other in found.plans)
        others = tuple(other for other in options if other is not None)
        return {"others": others, "others_complete": found.is_complete}

    def _with(
        self,
        best: Option,
        outcome: Outcome,
        reason: tuple[str, ...] = (),
    ) -> Answer:
        update = {"best": best, "interrupted": self._settings.stop()}
        return self._answer(outcome).model_copy(update={**update, "reason": reason})

    def _none(self, outcome: Outcome, reason: tuple[str, ...]) -> Answer:
        update = {"reason": reason, "interrupted": self._settings.stop()}
        return self._answer(outcome).model_copy(update=update)

    def _answer(self, outcome: Outcome) -> Answer:
        scenario, clock = self._situation.scenario, self._situation.clock
        return Answer(
            scenario=scenario.name,
            as_of=scenario.as_of,
            horizon_end=clock.instant(clock.end),
            resolution=scenario.resolution,
            outcome=outcome,
            remarks=self._run.remarks,
            receipt=receipt_of(scenario, self._run, 0.0),
        )


def _values(goals: Sequence[GoalValue]) -> tuple[float, ...]:
    return tuple(goal.value for goal in goals)
