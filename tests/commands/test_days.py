"""`lifeboat days` on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from asking import Ask, unwrapped
from lifeboat.answers.days import DayTable
from lifeboat.files.plan_file import write_plan
from lifeboat.plans.plan import Flight, Plan, Ride
from repository import SCENARIOS, TINY


@pytest.fixture
def rescue(tmp_path: Path) -> Path:
    """Heron at once, and everybody's liner into it the day it docks."""
    from lifeboat.days import read_moment

    dock = read_moment("2030-03-07")
    rides = {name: Ride(home="Heron", seats={dock: "Heron"}) for name in ("Ana", "Boris", "Chen")}
    flights = {"Heron": Flight(mode="empty", launch=read_moment("2030-03-06"))}
    path = tmp_path / "rescue.yaml"
    write_plan(str(path), Plan(name="Rescue", flights=flights, people=rides))
    return path


def test_the_plan_of_record_where_no_plan_is_given(ask: Ask) -> None:
    ran = ask("days", TINY)
    assert "The plan of record, date by date." in ran.out
    assert ran.code == 1, "Chen has no place in it"


def test_another_plan(ask: Ask, rescue: Path) -> None:
    ran = ask("days", TINY, rescue, "--json")
    told = DayTable.model_validate_json(ran.out)
    margins = {it.date.date().isoformat(): it.margin for it in told.dates}
    assert margins == {"2030-03-01": -1, "2030-03-07": 2, "2030-03-12": 0}
    assert (told.plan_name, ran.code) == ("Rescue", 1)


def test_edits_are_applied_and_told(ask: Ask, rescue: Path) -> None:
    sound = ("--remove", "vehicles.Sparrow.conditions")
    ran = ask("days", TINY, rescue, *sound, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["edits"] == ["--remove vehicles.Sparrow.conditions"]
    assert "What if: --remove" in ask("days", TINY, rescue, *sound).out


def test_one_date(ask: Ask, rescue: Path) -> None:
    assert "2030-03-08: 3 aboard, margin +2" in ask("days", TINY, rescue, "--on", "2030-03-08").out
    ran = ask("days", TINY, rescue, "--on", "2031-01-01")
    assert (ran.code, ran.out) == (2, "")
    assert "2031-01-01 is outside the horizon" in unwrapped(ran.err)


def test_what_solve_printed_is_a_plan_and_so_is_history(ask: Ask) -> None:
    case = SCENARIOS / "soyuz-ms-22"
    assert ask("days", case / "2022-12-30.yaml", case / "flown.yaml").code == 0


def test_no_solver_is_loaded() -> None:
    program = (
        "import sys; from lifeboat.cli import main\n"
        f"sys.argv = ['lifeboat', 'days', {str(TINY)!r}, '--json']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "sys.exit(any(name in sys.modules for name in ('ortools', 'numpy', 'pandas')))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
