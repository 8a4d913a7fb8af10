"""`lifeboat check` on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from asking import Ask
from lifeboat.answers.check import Check
from lifeboat.answers.option import one_by_one
from lifeboat.files.plan_file import write_plan
from lifeboat.plans.plan import Plan
from repository import SCENARIOS, TINY

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
    broken = brief.out[brief.out.index("\nBROKEN RULES\n") :]
    assert broken in whole.out
    assert "\nHOME " in whole.out
    assert "\nHOME " not in brief.out


def test_in_full_every_table_stands_below_the_first_screen(empty_plan: Path, ask: Ask) -> None:
    whole, full = ask("check", TINY, empty_plan), ask("check", TINY, empty_plan, "--full")
    assert "GOALS, MOST IMPORTANT FIRST" in full.out
    assert "GOALS, MOST IMPORTANT FIRST" not in whole.out


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


@pytest.fixture
def settled(ask: Ask, tmp_path: Path) -> Path:
    """The best plan of the small rescue: all three home on Heron, Sparrow home empty."""
    path = tmp_path / "settled.yaml"
    assert ask("solve", TINY, "--output", path, "-q").code == 1
    return path


def dropped(tmp_path: Path) -> Path:
    path = tmp_path / "no-heron.yaml"
    path.write_text("lifeboat_overlay: 1\nedits: [{drop: Heron}]\n", encoding="utf-8")
    return path


def by_hand(settled: Path, tmp_path: Path) -> Path:
    """The same plan without the note of what it was made for, as people write it."""
    path = tmp_path / "by-hand.yaml"
    text, note = settled.read_text("utf-8"), re.compile(r"made_for:\n(?:  .*\n)+")
    assert note.search(text)
    path.write_text(note.sub("", text), encoding="utf-8")
    return path


@pytest.mark.parametrize("how", ["flag", "overlay", "changed"])
def test_a_dropped_vehicle_is_left_out_by_check_and_replan_alike(
    how: str, settled: Path, ask: Ask, tmp_path: Path
) -> None:
    said = "Left out, since the scenario does not know it: Heron."
    plan, asked = settled, [TINY]
    edits: list[object] = ["--drop", "Heron"]
    if how == "overlay":
        plan, edits = by_hand(settled, tmp_path), ["--with", dropped(tmp_path)]
    elif how == "changed":
        asked = [tmp_path / "later.yaml"]
        assert ask("edit", TINY, "--drop", "Heron", "-o", *asked).code == 0
        edits = []
    checked = ask("check", *asked, plan, *edits)
    assert checked.code == 1
    assert said in checked.out
    first = " ".join(checked.out.partition("Left out")[0].split())
    assert "Not good: Ana, Boris and Chen were to go home on Heron" in first
    replanned = ask("replan", *asked, plan, *edits, "-q")
    assert said in replanned.out
    assert replanned.code in (0, 1)


def test_a_name_that_nobody_ever_had_is_a_mistake_in_both(
    settled: Path, ask: Ask, tmp_path: Path
) -> None:
    """The file says that it was made for this very scenario, so that it was changed by hand."""
    settled.write_text(settled.read_text("utf-8").replace("  Heron:\n", "  Herom:\n"), "utf-8")
    for command in ("check", "replan"):
        ran = ask(command, TINY, settled)
        assert ran.code == 2
        assert "did you mean 'Heron'?" in ran.err


def test_the_daily_loop_is_quiet(
    settled: Path, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ask("check", TINY, settled).err == ""
    assert ask("check", TINY, settled, "--delay", "Heron=1d").err == ""
    assert ask("replan", TINY, settled, "-q").err == ""
    later = tmp_path / "later.yaml"
    assert (
        ask("edit", TINY, "--delay", "Heron=1d", "--set", "name=A day later", "-o", later)[0] == 0
    )
    assert ask("replan", later, settled, "-q").err == ""
    note = ask("check", later.name, settled.name).err
    said = "note: 'settled.yaml' was made for another scenario, 'A small rescue'"
    assert " ".join(note.split()).startswith(said)
    assert note.count("note:") == 1
    document = json.loads(ask("check", later, settled, "--json").out)
    assert [it["kind"] for it in document["remarks"]] == ["made-for"]


def test_a_plan_is_held_against_the_edits_it_was_made_with(ask: Ask, tmp_path: Path) -> None:
    plan = tmp_path / "late.yaml"
    ask("solve", TINY, "--delay", "Heron=1d", "-o", plan, "-q")
    assert ask("check", TINY, plan, "--delay", "Heron=1d").err == ""
    note = " ".join(ask("check", TINY, plan).err.split())
    assert "was made with --delay Heron=1d" in note


@pytest.mark.parametrize("command", ["check", "replan"])
def test_a_plan_of_another_station_is_refused_once(
    command: str, settled: Path, ask: Ask, tmp_path: Path
) -> None:
    case = SCENARIOS / "starliner-cft" / "2024-08-24.yaml"
    answer = tmp_path / "answer.json"
    answer.write_text(ask("solve", TINY, "--json").out, "utf-8")
    for plan in (settled, by_hand(settled, tmp_path), answer):
        ran = ask(command, case, plan)
        assert ran.code == 2
        assert ran.err.count("error:") == 1
        assert "this plan was made for another scenario" in " ".join(ran.err.split())
    flown = ask(command, TINY, case.with_name("flown.yaml"))
    assert flown.code == 2
    assert flown.err.count("error:") == 1


def test_what_a_check_or_replan_printed_is_a_plan_of_the_same_scenario(
    settled: Path, ask: Ask, tmp_path: Path
) -> None:
    for command in ("check", "replan"):
        path = tmp_path / f"{command}.json"
        path.write_text(ask(command, TINY, settled, "--json").out, "utf-8")
        again = ask("check", TINY, path)
        assert (again.code, again.err) == (1, "")


@pytest.mark.parametrize("command", ["check", "replan"])
@pytest.mark.parametrize("more", [[], ["--force"]])
def test_edits_are_never_saved_over_the_plan_that_was_read(
    command: str, more: list[str], settled: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(settled.parent)
    before = settled.read_text("utf-8")
    ran = ask(command, TINY, "settled.yaml", "--delay", "Heron=1d", "--save", "settled", *more)
    assert ran.code == 2
    assert "'settled.yaml' is what was read, and is not written over" in ran.err
    assert settled.read_text("utf-8") == before
