"""How do two plans differ?"""

from __future__ import annotations

from lifeboat.answers.check import Check
from lifeboat.answers.diff import Differing
from lifeboat.answers.difference import difference
from lifeboat.answers.option import Option
from lifeboat.answers.solve import Answer
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.plan_file import read_plan
from lifeboat.files.source import read_source
from lifeboat.files.validation.validate import validate
from lifeboat.questions.check import check
from lifeboat.scenario.scenario import Scenario


def diff(before: str, after: str, scenario: Scenario | None = None) -> Differing:
    """Compare two plans: rides, flights, seats and goals.

    Args:
        before: a file with a plan: output of `solve --json` or `check --json`, or a plan file.
        after: such a file with the plan to compare.
        scenario: the scenario that plan files belong to; needed if either file is one.

    Raises:
        MistakesError: a file cannot be read, holds no plan, or needs the scenario.
    """
    told = difference(_option_in(before, scenario), _option_in(after, scenario))
    return Differing(before=before, after=after, difference=told)


def _option_in(path: str, scenario: Scenario | None) -> Option:
    source = read_source(path)
    if "lifeboat_check" in source.tree:
        return validate(source, Check).option
    if "lifeboat_answer" in source.tree:
        best = validate(source, Answer).best
        if best is None:
            raise MistakesError(
                [_diff_refusal("no-plan", f"'{path}' holds an answer without a plan")]
            )
        return best
    if scenario is None:
        hint = "give it with --scenario; what solve --json printed needs none"
        message = f"'{path}' is a plan file: what follows from it depends on its scenario"
        raise MistakesError([_diff_refusal("no-scenario", message, hint)])
    return check(scenario, read_plan(path, scenario)).option


def _diff_refusal(kind: str, message: str, hint: str | None = None) -> Mistake:
    return Mistake(kind=kind, message=message, hint=hint)
