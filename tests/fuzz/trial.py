"""One trial: a real scenario with a few random edits, solved, and all that must hold of the answer.

A trial is made from its number alone, so the number is all that is needed to see it again.
"""

from __future__ import annotations

import random
import shlex
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from fuzz.edits import EditDice, RandomEdit
from fuzz.shuffled import shuffled
from lifeboat.answers.option import GoalValue
from lifeboat.answers.solve import Answer
from lifeboat.editing.opened import Opened, edited_text, open_edited
from lifeboat.editing.verbs import BY_NAME
from lifeboat.errors import MistakesError
from lifeboat.files.plan_file import read_plan, write_plan
from lifeboat.files.scenario_file import open_scenario
from lifeboat.plans.plan import Plan
from lifeboat.questions.check import check
from lifeboat.questions.run import Run
from lifeboat.questions.solve import solve
from lifeboat.scenario.scenario import Scenario
from plain_yaml import plain
from repository import ROOT, SCENARIOS

FILES = sorted(
    it.relative_to(ROOT)
    for it in SCENARIOS.rglob("*.yaml")
    if it.read_text("utf-8").partition("\nlifeboat: ")[1]
)
"""Every scenario of the library."""
MOST_EDITS = 3
DRAWS = 40
"""How often an edit is drawn again where the program refuses it."""
SEED, OTHER_SEED = 1, 7
LATE = 10.0
"""Seconds past its time limit after which an answer is counted as late."""


@dataclass(frozen=True)
class Trial:
    """A file and the edits made to it."""

    number: int
    path: Path
    edits: tuple[RandomEdit, ...]

    def command(self, limit: float) -> str:
        """The command line that asks the same."""
        flags = [word for verb, text in self.edits for word in (f"--{verb}", text)]
        words = ["lifeboat", "solve", str(self.path), *flags, "--over"]
        return shlex.join([*words, "--time-limit", f"{limit:g}s"])

    def opened(self) -> Opened:
        return open_edited(str(ROOT / self.path), flags=self.edits, over=True)


@dataclass(frozen=True)
class Fault:
    """Something that must not be: its kind, which is counted, and what was seen."""

    kind: str
    seen: str


def drawn(number: int, tally: Counter[str]) -> Trial:
    """The trial of a number."""
    chance = random.Random(number)
    path = chance.choice(FILES)
    dice = EditDice(open_scenario(str(ROOT / path)).scenario, chance)
    wanted = chance.randint(1, MOST_EDITS)
    trial = Trial(number, path, ())
    for _ in range(DRAWS):
        edit = dice.edit()
        more = Trial(number, path, _as_commands_order(*trial.edits, edit))
        try:
            more.opened()
        except MistakesError:
            tally["edits refused"] += 1
            continue
        trial = more
        tally[f"edits: {edit[0]}"] += 1
        if len(trial.edits) == wanted:
            break
    return trial


def _as_commands_order(*edits: RandomEdit) -> tuple[RandomEdit, ...]:
    """The edits as a command makes them: verb by verb."""
    order = list(BY_NAME)
    return tuple(sorted(edits, key=lambda edit: order.index(edit[0])))


def faults(trial: Trial, limit: float, tally: Counter[str]) -> list[Fault]:
    """All that is wrong with the answer to a trial; a crash is one fault more."""
    try:
        return list(_faults(trial, limit, tally))
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__} in {Path(where.filename).name}:{where.name}"
        return [Fault(kind, str(error))]


def _faults(trial: Trial, limit: float, tally: Counter[str]) -> Iterator[Fault]:
    opened = trial.opened()
    scenario = opened.sourced.scenario
    answer = _answered(scenario, SEED, limit, tally)
    tally[f"answers: {answer.outcome}"] += 1
    yield from _not_as_checked(scenario, answer)
    if answer.outcome not in ("proven-best", "impossible"):
        return
    other = _answered(scenario, OTHER_SEED, limit, tally)
    yield from _differences("another seed", answer, other, tally)
    mixed = _mixed(opened, trial.number)
    yield from _differences("shuffled", answer, _answered(mixed, SEED, limit, tally), tally)


def _answered(scenario: Scenario, seed: int, limit: float, tally: Counter[str]) -> Answer:
    begun = time.monotonic()
    answer = solve(scenario, plans=1, run=Run(time_limit=limit, seed=seed))
    tally["late answers"] += time.monotonic() - begun > limit + LATE
    return answer


def _not_as_checked(scenario: Scenario, answer: Answer) -> Iterator[Fault]:
    """What the audit says of the plan once it is written to a file and read back."""
    if answer.best is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "plan.yaml")
        write_plan(path, answer.best.plan)
        plan = read_plan(path, scenario)
    if plan != answer.best.plan:
        yield Fault("plan read back", f"{plan} instead of {answer.best.plan}")
    option = check(scenario, plan).option
    broken = [it.message for it in option.findings if it.strength == "must"]
    if broken:
        yield Fault("check finds a rule broken", "; ".join(broken))
    told, counted = ([(it.name, it.value) for it in one.goals] for one in (answer.best, option))
    if told != counted:
        yield Fault("check counts other goals", f"told {told}, counted {counted}")


def _differences(what: str, answer: Answer, other: Answer, tally: Counter[str]) -> Iterator[Fault]:
    """How a second answer to the same question contradicts the first, which was proven."""
    if other.outcome not in ("proven-best", "impossible"):
        tally[f"{what}: {other.outcome}"] += 1
    if other.best is None or answer.best is None:
        if other.outcome != "gave-up" and other.outcome != answer.outcome:
            yield Fault(f"{what}: another outcome", f"{answer.outcome}, but {other.outcome}")
        return
    ours, theirs = answer.best.goals, other.best.goals
    kind = _first_difference(ours, theirs)
    if kind is not None:
        yield Fault(f"{what}: other {kind}", f"{_said(ours)} proven, but {_said(theirs)}")
    elif all(goal.proven for goal in (*ours, *theirs)) and answer.best.plan != other.best.plan:
        if _were_in_a_hurry(answer, other):
            tally[f"{what}: another plan, where time was short"] += 1
        else:
            yield Fault(f"{what}: another plan", _told_apart(answer.best.plan, other.best.plan))


def _were_in_a_hurry(*answers: Answer) -> bool:
    """Whether time may have run out before ties went by name: half of it is left for that."""
    limits = [(it.receipt.seconds or 0.0, it.receipt.time_limit) for it in answers]
    return any(limit and spent > limit.total_seconds() / 2 for spent, limit in limits)


def _told_apart(ours: Plan, theirs: Plan) -> str:
    """The entries of two plans that differ, those of the first before those of the second."""
    both = [{**one.flights, **one.people} for one in (ours, theirs)]
    names = [name for name in both[0] if both[0][name] != both[1].get(name)]
    names += [name for name in both[1] if name not in both[0]]
    told = [f"{name}: {both[0].get(name)} / {both[1].get(name)}" for name in names]
    return "; ".join(told)


def _first_difference(ours: Sequence[GoalValue], theirs: Sequence[GoalValue]) -> str | None:
    """The first goal in which they differ, as far as ours are proven, unless theirs is worse and
    does not claim to be proven.
    """
    for our, their in zip(ours, theirs, strict=True):
        if not our.proven:
            return None
        if our.value != their.value:
            return our.name if their.proven or their.value < our.value else None
    return None


def _said(goals: Sequence[GoalValue]) -> str:
    return ", ".join(f"{goal.name} {goal.value:g}" for goal in goals)


def _mixed(opened: Opened, number: int) -> Scenario:
    """The edited scenario, written in another order and read back."""
    tree = plain(edited_text(opened))
    tree.pop("overlays", None)
    mixed = shuffled(tree, random.Random(number))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shuffled.yaml"
        path.write_text(yaml.safe_dump(mixed, sort_keys=False, allow_unicode=True), "utf-8")
        return open_scenario(str(path)).scenario


def smallest(trial: Trial, kind: str, limit: float) -> Trial:
    """The trial with the edits left out that a fault of this kind does not need."""
    for edit in trial.edits:
        fewer = Trial(trial.number, trial.path, tuple(it for it in trial.edits if it != edit))
        if len(trial.edits) > 1 and _has(fewer, kind, limit):
            trial = fewer
    return trial


def _has(trial: Trial, kind: str, limit: float) -> bool:
    return any(it.kind == kind for it in faults(trial, limit, Counter()))
