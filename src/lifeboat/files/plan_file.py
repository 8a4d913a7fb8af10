"""Plan files: reading plans that people wrote, writing plans that were found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.consistency.plan import mistakes_in_plan
from lifeboat.files.source import Source, read_source
from lifeboat.files.validation.validate import validate
from lifeboat.files.writing.marks import Sort
from lifeboat.files.writing.output import Output
from lifeboat.files.yaml.emit import yaml_of
from lifeboat.files.yaml.nodes import Path
from lifeboat.plans.fitting import fitted
from lifeboat.plans.plan import Plan
from lifeboat.plans.stays import without_past_stays
from lifeboat.scenario.scenario import Scenario

_HOLDERS: dict[str, Path] = {
    "lifeboat_answer": ("best", "plan"),
    "lifeboat_check": ("option", "plan"),
}
"""The documents that hold a plan: the key that marks each, and the path to its plan."""


def read_plan(path: str, scenario: Scenario) -> Plan:
    """Read a plan, `-` for standard input: a plan file, or output of `solve --json`.

    Raises `MistakesError` with all that does not fit the scenario. Vehicles and people that left
    before its `as_of` need not be in it.
    """
    return _read_judged(path, scenario, lambda plan: plan)


def read_earlier_plan(path: str, scenario: Scenario) -> Plan:
    """Read a plan made for an earlier date; it may name what no longer exists.

    Raises `MistakesError` with all that makes no sense in any scenario.
    """
    return _read_judged(path, scenario, lambda plan: fitted(plan, scenario).plan)


def _read_judged(path: str, scenario: Scenario, judged: Callable[[Plan], Plan]) -> Plan:
    source = _only_the_plan(read_source(path))
    plan = without_past_stays(validate(source, Plan), scenario)
    mistakes = mistakes_in_plan(source, judged(plan), scenario)
    if mistakes:
        raise MistakesError(mistakes)
    return plan


def _only_the_plan(source: Source) -> Source:
    """The part of a file that is its plan."""
    for key, path in _HOLDERS.items():
        if key in source.tree:
            return _part_of_source(source, path)
    return source


def _part_of_source(source: Source, path: Path) -> Source:
    node = source.root
    for step in path:
        if step not in node.entries:
            raise MistakesError([_no_plan(source)])
        node = node.entries[step]
    return replace(source, root=node)


def _no_plan(source: Source) -> Mistake:
    outcome = source.tree.get("outcome")
    message = "this answer holds no plan" + (f": its outcome is '{outcome}'" if outcome else "")
    place = source.place(("outcome",) if outcome else ("best",))
    return Mistake(kind="no-plan", message=message, place=place)


def plan_yaml(plan: Plan) -> str:
    """A plan as the text of a plan file."""
    told = plan.model_dump(mode="json", exclude_defaults=True)
    return yaml_of({"plan": plan.plan, **told})


def plan_output(path: str, read: Sequence[str] = (), *, force: bool = False) -> Output:
    """The file that a plan is going to be written to.

    Args:
        path: its name.
        read: files that must not be written over, such as the scenario; `-` for standard input.
        force: whether it may take the place of a file that the program did not make.
    """
    return Output(path, Sort.PLAN, tuple(read), force)


def write_plan(path: str, plan: Plan) -> None:
    """Write a plan file, whole or not at all.

    Raises `MistakesError` if it cannot be written, or would destroy what is there.
    """
    plan_output(path).write(plan_yaml(plan))
