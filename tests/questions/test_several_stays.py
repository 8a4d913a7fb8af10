"""Somebody comes again: what is planned, what happens when the first stay lasts longer.

Mila is aboard; Gull takes her home on 10 February and Tern brings her back from 1 April to 20 May.
Both fly down in three hours: she lands on the day she undocks.
"""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import lifeboat
from lifeboat.answers.option import Option, PersonView, one_by_one
from lifeboat.files.plan_file import write_plan
from lifeboat.questions.check import check
from lifeboat.scenario.scenario import Scenario
from tiny import plan

AGAIN = "Mila (second stay)"
STATION: dict[str, Any] = {
    "lifeboat": 2,
    "name": "A skipper comes back",
    "as_of": "2030-01-05",
    "horizon": "..2030-06-30",
    "station": {"name": "Skerry", "skills": {"helm": {}}},
    "ports": {"east": {"accepts": ["cone"]}, "west": {"accepts": ["cone"]}},
    "pads": {"strand": {}},
    "vehicle_types": {
        "skiff": {
            "family": "skiffs",
            "mechanism": "cone",
            "seats": 2,
            "flight_up": "1d",
            "flight_down": "3h",
            "needs": ["cushion"],
            "flies_empty": ["up", "down"],
        }
    },
    "vehicles": {
        "Gull": {"type": "skiff", "port": "east", "docked": "2029-12-02", "leaves": "2030-02-10"},
        "Tern": {
            "type": "skiff",
            "pad": "strand",
            "planned": "2030-04-01",
            "leaves": "2030-05-20",
            "modes": {"crewed": {"windows": "2030-04-01..2030-04-20", "crew": ["Mila"]}},
        },
    },
    "people": {
        "Mila": {
            "agency": "Isles",
            "up": "Gull",
            "seat": "Gull",
            "home": "Gull",
            "returns": "2030-02-10",
            "skills": ["helm"],
            "gear": ["cushion"],
        }
    },
}


def read(folder: Path, *edits: tuple[str, str], **parts: Any) -> Scenario:
    tree = copy.deepcopy(STATION)
    for path, value in parts.items():
        tree[path].update(value)
    file = folder / "skerry.yaml"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return lifeboat.read_scenario(str(file), edits=edits)


def best(scenario: Scenario) -> Option:
    answer = lifeboat.solve(scenario, plans=1)
    assert answer.outcome == "proven-best"
    assert answer.best is not None
    return answer.best


def values(option: Option) -> dict[str, float]:
    return {it.name: it.value for it in one_by_one(option.goals) if it.value}


def of(option: Option, name: str) -> PersonView:
    return next(it for it in option.people if it.person == name)


def day(month: int, number: int) -> datetime:
    return datetime(2030, month, number, tzinfo=UTC)


def test_both_stays_are_as_planned(tmp_path: Path) -> None:
    found = best(read(tmp_path))
    assert values(found) == {}
    assert (of(found, "Mila").home, of(found, "Mila").lands) == ("Gull", day(2, 10))
    again = of(found, AGAIN)
    assert (again.up, again.arrives, again.home) == ("Tern", day(4, 2), "Tern")
    assert again.lands == day(5, 20)


def test_what_she_can_do_she_can_do_again(tmp_path: Path) -> None:
    """Tern needs somebody at the helm both ways, and carries nobody else."""
    skills = ("set", "vehicles.Tern.crew_skills={up: [helm], down: [helm]}")
    assert values(best(read(tmp_path, skills))) == {}


@pytest.mark.parametrize(("lands", "launch"), [(31, day(4, 1)), (1, day(4, 2)), (4, day(4, 5))])
def test_she_is_launched_on_the_day_after_landing_or_later(
    lands: int, launch: datetime, tmp_path: Path
) -> None:
    """Landed on 31 March she flies as planned, on the 1st or 4th of April a day after that."""
    date = f"2030-0{3 if lands == 31 else 4}-{lands:02}"
    slip = (("set", f"vehicles.Gull.leaves={date}"), ("set", f"people.Mila.returns={date}"))
    kept = (("pin", f"Gull leaves {date}"), ("pin", "Tern launches 2030-04-01.."))
    found = best(read(tmp_path, *slip, *kept))
    assert {it.vehicle: it.launch for it in found.flights}["Tern"] == launch
    late = (launch - day(4, 1)).days
    assert values(found) == ({"moved": late} if late else {})


def test_where_she_cannot_be_back_in_time_tern_does_not_fly(tmp_path: Path) -> None:
    """One flight given up, and she is bumped with no other flight: two more; nobody flies Tern."""
    kept = ("pin", "Mila lands 2030-04-25")
    may = ("set", "vehicles.Tern.may_cancel=true")
    found = best(read(tmp_path, kept, may))
    assert [it.person for it in found.people] == ["Mila"]
    assert values(found)["cancelled"] == 3
    answer = lifeboat.solve(read(tmp_path, kept), plans=1)
    assert (answer.outcome, answer.best) == ("impossible", None)


def test_the_ship_of_the_second_stay_comes_for_her_empty(tmp_path: Path) -> None:
    """Gull may not take anybody home: Tern comes without a crew, and Mila goes home in it."""
    hit = {"state": "emergency-only", "ride_home": False}
    gull = {**STATION["vehicles"]["Gull"], "conditions": {"2030-01-04": hit}}
    windows = "2030-03-01..2030-04-20"
    modes = {**STATION["vehicles"]["Tern"]["modes"], "empty": {"windows": windows}}
    tern = {**STATION["vehicles"]["Tern"], "modes": modes}
    found = best(read(tmp_path, vehicles={"Gull": gull, "Tern": tern}))
    assert [(it.person, it.home) for it in found.people] == [("Mila", "Tern")]


def test_a_pin_is_about_the_stay_whose_ship_it_names(tmp_path: Path) -> None:
    """She goes home on Tern from her second stay alone, 13 days late."""
    at_once = ("set", "vehicle_types.skiff.flight_down=0h")
    pins = ("Mila returns on Gull", "Mila returns on Tern", f"{AGAIN} lands 2030-06-02")
    found = best(read(tmp_path, at_once, *(("pin", it) for it in pins)))
    assert (of(found, "Mila").home, of(found, AGAIN).home) == ("Gull", "Tern")
    assert of(found, AGAIN).lands == day(6, 2)
    assert values(found) == {"moved": 13}


def test_a_third_stay_is_written_and_waits_for_the_second(tmp_path: Path) -> None:
    """Tern lands on 20 May, so Knot, planned for the 18th, is launched on the 21st."""
    modes = {"crewed": {"windows": "2030-05-01..2030-06-10", "crew": ["Mila in June"]}}
    tern = {**STATION["vehicles"]["Tern"], "modes": {"crewed": {"windows": "2030-04-01"}}}
    tern["modes"]["crewed"]["crew"] = ["Mila in spring"]
    knot = {"type": "skiff", "pad": "strand", "planned": "2030-05-18", "modes": modes}
    people = {
        "Mila in June": {"agency": "Isles", "up": "Knot", "same_as": "Mila in spring"},
        "Mila in spring": {
            "agency": "Isles",
            "up": "Tern",
            "home": "Tern",
            "returns": "2030-05-20",
            "same_as": "Mila",
        },
    }
    kept = ("pin", "Tern leaves 2030-05-20")
    edits = (("set", "vehicles.Knot.crew_skills={up: [helm]}"), kept)
    found = best(read(tmp_path, *edits, vehicles={"Tern": tern, "Knot": knot}, people=people))
    assert {it.vehicle: it.launch for it in found.flights}["Knot"] == day(5, 21)
    assert values(found) == {"moved": 3}


def test_somebody_on_the_way_up_may_come_again(tmp_path: Path) -> None:
    """Rolf docks with Knot on 6 January and goes home on it in February, before Tern flies."""
    knot = {
        "type": "skiff",
        "port": "west",
        "launched": "2030-01-04",
        "docked": "2030-01-06",
        "leaves": "2030-02-20",
    }
    tern = {**STATION["vehicles"]["Tern"]}
    tern["modes"] = {"crewed": {"windows": "2030-04-01..2030-04-20", "crew": ["Rolf"]}}
    rolf = {"agency": "Isles", "up": "Knot", "home": "Knot", "returns": "2030-02-20"}
    found = best(read(tmp_path, vehicles={"Knot": knot, "Tern": tern}, people={"Rolf": rolf}))
    assert values(found) == {}
    assert of(found, "Rolf").home == "Knot"
    assert (of(found, "Rolf (second stay)").up, of(found, "Rolf (second stay)").home) == (
        "Tern",
        "Tern",
    )


def test_a_plan_in_which_she_is_in_two_places_is_not_good(tmp_path: Path) -> None:
    scenario = read(tmp_path)
    found = check(scenario, plan({"Gull": {"undock": "2030-04-01"}}))
    assert [it.message for it in found.option.findings if it.strength == "must"] == [
        "Mila lands 2030-04-01 and is launched again 2030-04-01, on Tern"
    ]
    stays = check(scenario, plan({"Gull": {"stays": True}}, {"Mila": {"stays": True}}))
    assert [it.message for it in stays.option.findings if it.strength == "must"] == [
        "Mila has not landed and is launched again 2030-04-01, on Tern"
    ]


@pytest.mark.parametrize("since", [day(1, 20), day(3, 1), day(4, 10), day(6, 1)])
def test_a_plan_stands_whenever_it_is_looked_at(since: datetime, tmp_path: Path) -> None:
    scenario = read(tmp_path)
    assert lifeboat.replan(scenario, best(scenario).plan, since=since).stands


@pytest.mark.parametrize(
    ("as_of", "person", "aboard"),
    [
        ("2030-02-20", {"up": "Tern", "home": "Tern"}, False),
        ("2030-04-10", {"up": "Tern", "seat": "Tern", "home": "Tern"}, True),
    ],
)
def test_later_her_second_stay_goes_by_her_name(
    as_of: str, person: dict[str, str], aboard: bool, tmp_path: Path
) -> None:
    """Gull is gone; the plan made before says what was to become of her on Tern."""
    found = best(read(tmp_path)).plan
    write_plan(str(tmp_path / "plan.yaml"), found)
    tree = copy.deepcopy(STATION)
    tree["as_of"] = as_of
    del tree["vehicles"]["Gull"]
    tree["people"] = {"Mila": {"agency": "Isles", "returns": "2030-05-20", **person}}
    if aboard:
        tree["vehicles"]["Tern"] = {
            "type": "skiff",
            "port": "west",
            "launched": "2030-04-01",
            "docked": "2030-04-02",
            "leaves": "2030-05-20",
        }
    (tmp_path / "later.yaml").write_text(json.dumps(tree), encoding="utf-8")
    later = lifeboat.read_scenario(str(tmp_path / "later.yaml"))
    earlier = lifeboat.read_earlier_plan(str(tmp_path / "plan.yaml"), later)
    assert list(earlier.people) == ["Mila"]
    assert earlier.people["Mila"].home == "Tern"
    told = lifeboat.replan(later, earlier)
    assert told.stands
    assert told.answer.best is not None
    assert of(told.answer.best, "Mila").home == "Tern"
