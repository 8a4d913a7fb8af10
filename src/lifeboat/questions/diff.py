"""How do two plans differ?"""

from __future__ import annotations

from dataclasses import dataclass

from lifeboat.answers.check import Check
from lifeboat.answers.diff import Differing
from lifeboat.answers.difference import difference
from lifeboat.answers.option import Option
from lifeboat.answers.replan import Replanned
from lifeboat.answers.solve import Answer
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.against import Against
from lifeboat.files.kinds.kind import PLAN
from lifeboat.files.plan_file import plan_in
from lifeboat.files.source import Source, read_source
from lifeboat.files.validation.validate import validate
from lifeboat.questions.check import check


@dataclass(frozen=True)
class _Side:
    """One of the two plans."""

    path: str
    scenario: str
    """The name of its scenario."""
    option: Option
    unknown: tuple[str, ...] = ()

    @property
    def names(self) -> set[str]:
        """Its vehicles and people."""
        people = (it.person for it in self.option.people)
        return {*people, *(it.vehicle for it in self.option.flights), *self.option.cancelled}


def diff(before: str, after: str, against: Against | None = None) -> Differing:
    """Compare two plans: rides, flights, seats and goals.

    Args:
        before: a file with a plan: what `solve`, `check` or `replan` printed with `--json`, or a
            plan file.
        after: such a file with the plan to compare.
        against: the scenario that plan files belong to; needed if either file is one.

    Raises:
        MistakesError: a file cannot be read, holds no plan, or needs the scenario; or the two plans
            are for two stations.
    """
    sources = read_source(before, PLAN), read_source(after, PLAN)
    one = _side(before, sources[0], against)
    other = _side(after, sources[1], against)
    _refuse_two_stations(one, other)
    return Differing(
        before=before,
        after=after,
        unknown=tuple(dict.fromkeys((*one.unknown, *other.unknown))),
        difference=difference(one.option, other.option),
    )


def _side(path: str, source: Source, against: Against | None) -> _Side:
    if "lifeboat_check" in source.tree:
        checked = validate(source, Check)
        return _Side(path, checked.scenario, checked.option)
    if "lifeboat_answer" in source.tree:
        return _of_answer(path, validate(source, Answer))
    if "lifeboat_replan" in source.tree:
        return _of_answer(path, validate(source, Replanned).answer)
    if against is None:
        hint = "give it with --scenario; what solve --json printed needs none"
        message = f"'{path}' is a plan file: what follows from it depends on its scenario"
        raise MistakesError([_diff_refusal("no-scenario", message, hint)])
    checked = check(against.scenario, plan_in(source, against).plan)
    return _Side(path, checked.scenario, checked.option, checked.unknown)


def _of_answer(path: str, answer: Answer) -> _Side:
    if answer.best is None:
        raise MistakesError([_diff_refusal("no-plan", f"'{path}' holds an answer without a plan")])
    return _Side(path, answer.scenario, answer.best)


def _refuse_two_stations(one: _Side, other: _Side) -> None:
    """Refuse plans for scenarios of two names that have less than half of their names in common."""
    fewer, common = min(len(one.names), len(other.names)), len(one.names & other.names)
    if one.scenario == other.scenario or 2 * common >= fewer:
        return
    message = (
        f"these plans are for two stations: '{one.path}' is for '{one.scenario}', "
        f"'{other.path}' for '{other.scenario}'"
    )
    hint = "a comparison needs two plans for one station"
    raise MistakesError([_diff_refusal("other-scenario", message, hint)])


def _diff_refusal(kind: str, message: str, hint: str | None = None) -> Mistake:
    return Mistake(kind=kind, message=message, hint=hint)
