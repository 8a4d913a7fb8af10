"""The command line: what goes where, and with which exit code it ends."""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from handmade import answer, without_findings
from lifeboat.answers.solve import Answer
from lifeboat.cli import run
from lifeboat.editing.opened import read_scenario
from lifeboat.errors import OurBug
from lifeboat.files.plan_file import read_plan, write_plan
from lifeboat.files.source import source_of
from lifeboat.plans.plan import Flight, Plan
from lifeboat.showing.terminal.solve import MORE_KINDS
from lifeboat.version import __version__
from repository import TINY

SCENARIO = TINY


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def lifeboat(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run_it(*arguments: object) -> Ran:
        code = run([str(each) for each in arguments])
        return Ran(int(code), *capsys.readouterr())

    return run_it


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.yaml"
    path.write_bytes(SCENARIO.read_bytes())
    return path


class Solver:
    """Stands in for `lifeboat.questions.solve`: gives an answer made by hand."""

    def __init__(self) -> None:
        self.answer = answer(best=without_findings())
        self.fails: Exception | None = None
        self.asked: dict[str, Any] = {}

    def solve(self, scenario: object, **how: Any) -> Answer:
        self.asked = how
        if self.fails:
            raise self.fails
        return self.answer


@pytest.fixture
def solver(monkeypatch: pytest.MonkeyPatch) -> Solver:
    made = Solver()
    module = types.ModuleType("lifeboat.questions.solve")
    module.solve = made.solve  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "lifeboat.questions.solve", module)
    return made


# ---- solve ----


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (answer(best=without_findings()), 0),
        (answer(best=without_findings(), outcome="best-found"), 0),
        (answer(), 1),
        (answer(best=without_findings().model_copy(update={"seats": answer().best.seats})), 1),  # type: ignore[union-attr]
        (answer(best=None, outcome="impossible"), 3),
        (answer(best=None, outcome="gave-up"), 4),
        (answer(best=without_findings(), interrupted=True), 130),
        (answer(best=None, outcome="gave-up", interrupted=True), 130),
    ],
)
def test_the_exit_code_tells_how_it_ended(
    told: Answer, code: int, lifeboat: Callable[..., Ran], solver: Solver
) -> None:
    solver.answer = told
    assert lifeboat("solve", SCENARIO).code == code


def test_an_interrupted_search_shows_the_best_so_far(
    lifeboat: Callable[..., Ran], solver: Solver
) -> None:
    solver.answer = answer(outcome="best-found", interrupted=True)
    assert "Interrupted: the best plan found so far" in lifeboat("solve", SCENARIO).out


def test_a_bug_is_told_in_one_line(
    lifeboat: Callable[..., Ran], solver: Solver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LIFEBOAT_DEBUG", raising=False)
    solver.fails = OurBug("our own plan\nfailed its audit")
    ran = lifeboat("solve", SCENARIO)
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.count("\n") == 1
    assert "please report it" in ran.err
    assert "OurBug: our own plan failed its audit" in ran.err


def test_where_a_bug_is_on_request(
    lifeboat: Callable[..., Ran], solver: Solver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIFEBOAT_DEBUG", "1")
    solver.fails = KeyError("gone")
    ran = lifeboat("solve", SCENARIO)
    assert ran.code == 70
    assert "Traceback (most recent call last)" in ran.err


def test_options_reach_the_search(lifeboat: Callable[..., Ran], solver: Solver) -> None:
    lifeboat("solve", SCENARIO, "--time-limit", "2min", "--plans", 5, "--seed", 9)
    asked = solver.asked["run"]
    assert (solver.asked["plans"], asked.time_limit, asked.seed) == (5, 120, 9)
    text = SCENARIO.read_text("utf-8")
    assert asked.digest == source_of(text, "tiny.yaml").digest


def test_json_is_all_that_stands_on_standard_output(
    lifeboat: Callable[..., Ran], solver: Solver
) -> None:
    ran = lifeboat("solve", SCENARIO, "--json")
    assert Answer.model_validate_json(ran.out) == solver.answer
    assert ran.err == ""


def test_a_written_plan_reads_back(
    lifeboat: Callable[..., Ran], solver: Solver, tmp_path: Path
) -> None:
    plan = Plan(name="Saved", flights={"Sparrow": Flight(stays=True)})
    solver.answer = answer(best=without_findings().model_copy(update={"plan": plan}))
    path = tmp_path / "plan.yaml"
    ran = lifeboat("solve", SCENARIO, "--output", path, "--json")
    assert Answer.model_validate_json(ran.out)
    assert read_plan(str(path), read_scenario(str(SCENARIO))) == plan


def test_nothing_is_written_where_there_is_no_plan(
    lifeboat: Callable[..., Ran], solver: Solver, tmp_path: Path
) -> None:
    solver.answer = answer(best=None, outcome="gave-up")
    ran = lifeboat("solve", SCENARIO, "--output", tmp_path / "plan.yaml")
    assert ran.code == 4
    assert "was not written" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_plan_is_not_written_over_its_scenario(
    lifeboat: Callable[..., Ran], solver: Solver, scenario: Path
) -> None:
    before = scenario.read_bytes()
    assert lifeboat("solve", scenario, "--output", scenario).code == 2
    assert scenario.read_bytes() == before


def test_the_width_is_kept(lifeboat: Callable[..., Ran], solver: Solver) -> None:
    solver.answer = answer()
    wide, narrow = (lifeboat("solve", SCENARIO, "--width", width).out for width in (120, 60))
    assert max(map(len, narrow.splitlines())) <= 60 < max(map(len, wide.splitlines()))


def test_who_does_not_ask_for_other_kinds_is_told_how(
    lifeboat: Callable[..., Ran], solver: Solver
) -> None:
    assert MORE_KINDS in lifeboat("solve", SCENARIO).out
    assert MORE_KINDS not in lifeboat("solve", SCENARIO, "--plans", 2).out


def test_quiet_is_the_gist_alone(lifeboat: Callable[..., Ran], solver: Solver) -> None:
    ran = lifeboat("solve", SCENARIO, "--quiet")
    assert "Heron is launched five days early" in ran.out
    assert "FLIGHTS" not in ran.out


# ---- mistakes ----


def test_mistakes_go_to_standard_error(lifeboat: Callable[..., Ran], tmp_path: Path) -> None:
    ran = lifeboat("solve", tmp_path / "none.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no file")


def test_with_json_mistakes_are_a_document_too(
    lifeboat: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "wrong.yaml").write_text("lifeboat: 1\nnmae: x\n")
    ran = lifeboat("solve", tmp_path / "wrong.yaml", "--json")
    told = json.loads(ran.out)
    assert ran.code == 2
    assert told["lifeboat_mistakes"] == 1
    assert "unknown-key" in {each["kind"] for each in told["mistakes"]}
    assert "`nmae` is not a key" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["solve"],
        ["solve", SCENARIO, "--time-limit", "soon"],
        ["solve", SCENARIO, "--plans", "0"],
        ["solve", SCENARIO, "--nonsense"],
        ["slove", SCENARIO],
        ["schema", "answers"],
        ["check", SCENARIO],
    ],
)
def test_wrong_usage(arguments: list[object], lifeboat: Callable[..., Ran]) -> None:
    ran = lifeboat(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert ran.err


def test_both_files_cannot_come_from_standard_input(lifeboat: Callable[..., Ran]) -> None:
    ran = lifeboat("check", "-", "-")
    assert ran.code == 2
    assert "standard input can be read once" in ran.err


# ---- check ----


def test_the_worked_answer_of_the_small_rescue(
    lifeboat: Callable[..., Ran], tmp_path: Path
) -> None:
    # Its comments say: 6 person-days without a place, 12 in a damaged ship, three liners moved.
    (tmp_path / "plan.yaml").write_text(
        "plan: 1\nflights: {Heron: {launch: 2030-03-06}, Sparrow: {undock: 2030-03-12}}\n"
        "people:\n"
        "  Ana: {home: Heron, seats: {2030-03-07: Heron}}\n"
        "  Boris: {home: Heron, seats: {2030-03-07: Heron}}\n"
        "  Chen: {home: Heron, seats: {2030-03-07: Heron}}\n"
    )
    ran = lifeboat("check", SCENARIO, tmp_path / "plan.yaml", "--json")
    goals = {goal["name"]: goal["value"] for goal in json.loads(ran.out)["option"]["goals"]}
    assert (goals["no-place"], goals["damaged"], goals["reseats"]) == (6, 12, 3)
    assert ran.code == 1


def test_a_good_plan_checks_good(lifeboat: Callable[..., Ran], tmp_path: Path) -> None:
    assert lifeboat("new", tmp_path / "mine").code == 0
    text = (tmp_path / "mine.yaml").read_text("utf-8")
    (tmp_path / "mine.yaml").write_text(text.replace("places: 2", "places: 3"))
    rides = "".join(f"  {name}: {{stays: true}}\n" for name in ("Ana", "Boris", "Chen"))
    (tmp_path / "plan.yaml").write_text(
        "plan: 1\nflights: {First: {stays: true}, Second: {mode: crewed, launch: 2031-08-20}}\n"
        f"people:\n{rides}"
    )
    ran = lifeboat("check", tmp_path / "mine.yaml", tmp_path / "plan.yaml")
    assert "Good: no rule is broken." in ran.out
    assert ran.code == 0


def test_findings_name_the_line_of_the_scenario(
    lifeboat: Callable[..., Ran], tmp_path: Path
) -> None:
    write_plan(str(tmp_path / "plan.yaml"), Plan())
    ran = lifeboat("check", SCENARIO, tmp_path / "plan.yaml")
    lines = SCENARIO.read_text("utf-8").splitlines()
    chen = next(number for number, line in enumerate(lines, 1) if line.strip() == "Chen:")
    assert f"{SCENARIO}:{chen}" in ran.out.replace("\n", "").replace("        ", "")


# ---- new, schema, version ----


def test_a_new_scenario_is_written_once(lifeboat: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    assert lifeboat("new", tmp_path / "mine").code == 0
    path.write_text("mine")
    ran = lifeboat("new", path)
    assert (ran.code, path.read_text()) == (2, "mine")
    assert "--force" in ran.err
    assert lifeboat("new", path, "--force").code == 0
    assert path.read_text() == lifeboat("new").out == lifeboat("new", "-").out


def test_a_schema_is_json(lifeboat: Callable[..., Ran]) -> None:
    assert json.loads(lifeboat("schema").out) == json.loads(lifeboat("schema", "scenario").out)
    assert json.loads(lifeboat("schema", "answer").out)["title"] == "An answer of lifeboat solve"


def test_the_version(lifeboat: Callable[..., Ran]) -> None:
    assert lifeboat("--version") == Ran(0, f"lifeboat {__version__}\n", "")
