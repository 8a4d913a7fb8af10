"""`lifeboat check` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from asking import Ask
from lifeboat.answers.check import Check
from lifeboat.answers.option import one_by_one
from lifeboat.files.plan_file import write_plan
from lifeboat.plans.plan import Plan
from repository import TINY

CREW = ("Ana", "Boris", "Chen")


def values(told: str) -> dict[str, float]:
    """The goals of a check, those that are weighed together each by itself."""
    goals = Check.model_validate_json(told).option.goals
    return {goal.name: goal.value for goal in one_by_one(goals)}


def test_the_worked_answer_of_the_small_rescue(ask: Ask, tmp_path: Path) -> None:
    # Its comments say: 6 person-days without a place, 12 in a damaged ship, three liners moved.
    (tmp_path / "plan.yaml").write_text(
        "plan: 1\nflights: {Heron: {launch: 2030-03-06}, Sparrow: {undock: 2030-03-12}}\n"
        "people:\n"
        "  Ana: {home: Heron, seats: {2030-03-07: Heron}}\n"
        "  Boris: {home: Heron, seats: {2030-03-07: Heron}}\n"
        "  Chen: {home: Heron, seats: {2030-03-07: Heron}}\n"
    )
    ran = ask("check", TINY, tmp_path / "plan.yaml", "--json")
    goals = values(ran.out)
    assert (goals["no-place"], goals["damaged"], goals["reseats"]) == (6, 12, 3)
    assert (goals["unsafe"], goals["rides"]) == (0, 3)
    assert ran.code == 1


def test_a_good_plan_checks_good(ask: Ask, tmp_path: Path) -> None:
    assert ask("new", tmp_path / "mine").code == 0
    text = (tmp_path / "mine.yaml").read_text("utf-8")
    (tmp_path / "mine.yaml").write_text(text.replace("places: 2", "places: 3"))
    rides = "".join(f"  {name}: {{stays: true}}\n" for name in CREW)
    (tmp_path / "plan.yaml").write_text(
        "plan: 1\nflights: {First: {stays: true}, Second: {mode: crewed, launch: 2031-08-20}}\n"
        f"people:\n{rides}"
    )
    ran = ask("check", tmp_path / "mine.yaml", tmp_path / "plan.yaml")
    assert "Good: no rule is broken." in ran.out
    assert ran.code == 0


def test_findings_name_the_line_of_the_scenario(ask: Ask, tmp_path: Path) -> None:
    write_plan(str(tmp_path / "plan.yaml"), Plan())
    ran = ask("check", TINY, tmp_path / "plan.yaml")
    lines = TINY.read_text("utf-8").splitlines()
    chen = next(number for number, line in enumerate(lines, 1) if line.strip() == "Chen:")
    assert f"{TINY}:{chen}" in ran.out.replace("\n", "").replace("        ", "")


@pytest.fixture
def empty_plan(tmp_path: Path) -> Path:
    """A plan in which nothing is said: nobody goes home, nothing flies."""
    path = tmp_path / "empty.yaml"
    write_plan(str(path), Plan())
    return path


@pytest.mark.parametrize("flag", ["--quiet", "-q"])
def test_quietly_it_says_what_is_wrong_without_tables(
    flag: str, empty_plan: Path, ask: Ask
) -> None:
    """The broken rules are what was asked for; they come before all tables."""
    whole, brief = ask("check", TINY, empty_plan), ask("check", TINY, empty_plan, flag)
    assert whole.code == brief.code == 1
    assert "\nBROKEN RULES\n" in brief.out
    assert whole.out.startswith(brief.out.rstrip("\n"))
    assert "launches and returns moved" in whole.out
    assert "launches and returns moved" not in brief.out


@pytest.mark.parametrize("width", [50, 80, 95])
def test_it_keeps_to_the_width(width: int, empty_plan: Path, ask: Ask) -> None:
    ran = ask("check", TINY, empty_plan, "--width", width)
    lines = [line for line in ran.out.splitlines() if str(TINY) not in line]
    assert width - 15 < max(map(len, lines)) <= width


def test_a_width_of_no_use_is_refused(empty_plan: Path, ask: Ask) -> None:
    assert ask("check", TINY, empty_plan, "--width", 10).code == 2


def test_edits_are_made_before(ask: Ask, tmp_path: Path) -> None:
    """Nobody has a place in Sparrow up to 7 March, when Heron docks: 3 x 6 days."""
    rides = "".join(f"  {who}: {{seats: {{2030-03-07: Heron}}}}\n" for who in CREW)
    path = tmp_path / "plan.yaml"
    path.write_text(f"plan: 1\nflights: {{Heron: {{launch: 2030-03-06}}}}\npeople:\n{rides}")
    ran = ask("check", TINY, path, "--damage", "Sparrow=unusable", "--json")
    goals = values(ran.out)
    assert (goals["no-place"], goals["damaged"]) == (18, 0)


def test_both_files_cannot_come_from_standard_input(ask: Ask) -> None:
    ran = ask("check", "-", "-")
    assert ran.code == 2
    assert "standard input can be read once" in ran.err
