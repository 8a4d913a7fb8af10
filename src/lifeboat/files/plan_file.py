"""Plan files: reading plans that people wrote, writing plans that were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lifeboat.errors import Mistake, MistakesError, Remark
from lifeboat.files.against import Against, note_of, read_note
from lifeboat.files.consistency.plan import mistakes_in_plan
from lifeboat.files.kinds.kind import PLAN
from lifeboat.files.other_station import refuse_other_station, remarks_on_origin
from lifeboat.files.source import Source, read_source
from lifeboat.files.validation.validate import validate
from lifeboat.files.writing.marks import Sort
from lifeboat.files.writing.output import Output
from lifeboat.files.yaml.emit import yaml_of
from lifeboat.files.yaml.nodes import Path
from lifeboat.plans.fitting import fitted
from lifeboat.plans.plan import Plan, PlanFile
from lifeboat.plans.stays import without_past_stays
from lifeboat.scenario.made_for import MadeFor
from lifeboat.scenario.scenario import Scenario

_UNKNOWN = "unknown-"
"""How the kinds of mistake about names begin."""

_HOLDERS: dict[str, Path] = {
    "lifeboat_answer": ("best", "plan"),
    "lifeboat_check": ("option", "plan"),
    "lifeboat_replan": ("answer", "best", "plan"),
}
"""The documents that hold a plan: the key that marks each, and the path to its plan."""


@dataclass(frozen=True)
class OpenedPlan:
    """A plan as it was read, and what is odd in it for its scenario."""

    plan: Plan
    remarks: tuple[Remark, ...] = ()


def read_plan(path: str, scenario: Scenario) -> Plan:
    """Read a plan, `-` for standard input: a plan file, or output of `solve --json`.

    Raises `MistakesError` with all that does not fit the scenario. Vehicles and people that left
    before its `as_of` need not be in it.
    """
    return open_plan(path, Against(scenario)).plan


def read_earlier_plan(path: str, scenario: Scenario) -> Plan:
    """Read a plan made for an earlier date; it may name what no longer exists.

    Raises `MistakesError` with all that makes no sense in any scenario, or if the plan can only be
    meant for another station.
    """
    return open_plan(path, Against(scenario), may_be_earlier=True).plan


def open_plan(path: str, against: Against, *, may_be_earlier: bool = False) -> OpenedPlan:
    """Read a plan to be held against a scenario, perhaps an edited one.

    It may name what only the edits have left out, and what the scenario had in the state the plan
    says it was made for.

    Args:
        path: a plan file, or what `--json` printed; `-` for standard input.
        against: the scenario.
        may_be_earlier: whether a plan that does not say what it was made for may be for an
            earlier date.

    Raises:
        MistakesError: the plan is for another station, or with all that does not fit.
    """
    return plan_in(read_source(path, PLAN), against, may_be_earlier=may_be_earlier)


def plan_in(source: Source, against: Against, *, may_be_earlier: bool = False) -> OpenedPlan:
    """As `open_plan`, for a file already read."""
    held, scenario = _only_the_plan(source), against.scenario
    read = validate(held, PlanFile)
    plan = Plan(plan=read.plan, name=read.name, flights=read.flights, people=read.people)
    plan, noted = without_past_stays(plan, scenario), read_note(source)
    refuse_other_station(source, plan, against, noted)
    has_changed = against.has_changed_since(noted)
    is_earlier = may_be_earlier if has_changed is None else has_changed
    mistakes = _mistakes(held, plan, against, is_earlier)
    if mistakes:
        raise MistakesError(mistakes)
    return OpenedPlan(plan, remarks_on_origin(source, against, noted))


def _mistakes(source: Source, plan: Plan, against: Against, is_earlier: bool) -> list[Mistake]:
    """What does not fit, apart from names that the scenario had before."""
    scenario = against.scenario
    if is_earlier:
        return mistakes_in_plan(source, fitted(plan, scenario).plan, scenario)
    found = mistakes_in_plan(source, plan, scenario)
    if against.unedited is None or not found:
        return found
    before = mistakes_in_plan(source, plan, against.unedited)
    names = {(it.kind, it.place) for it in before if it.kind.startswith(_UNKNOWN)}
    return [it for it in found if not it.kind.startswith(_UNKNOWN) or (it.kind, it.place) in names]


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


def plan_yaml(plan: Plan, made_for: MadeFor | None = None) -> str:
    """A plan as the text of a plan file, with a note of what it was made for."""
    told = plan.model_dump(mode="json", exclude_defaults=True)
    name = {"name": told["name"]} if "name" in told else {}
    return yaml_of({"plan": plan.plan, **name, **note_of(made_for), **told})


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
