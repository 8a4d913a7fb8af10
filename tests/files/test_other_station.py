"""A plan made for another station is told once; one for another day of the same is read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from lifeboat.errors import Mistake, MistakesError, Remark
from lifeboat.files.against import Against
from lifeboat.files.plan_file import open_plan, plan_yaml
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.scenario.made_for import MadeFor
from tiny import as_plan, jan, plan, tiny

HERE = Against(tiny(), stamp=MadeFor(scenario="Tiny", sha256="1" * 64))
"""As of 1 January: Wren, Finch, Ana, Boris and Cleo."""
OTHER = MadeFor(scenario="Elsewhere", sha256="2" * 64)


def whole(*names: str) -> Plan:
    """A plan of which nothing is over: vehicles before people, who begin with a small letter."""
    return Plan(
        flights={it: Flight(stays=True) for it in names if it[0].isupper()},
        people={it.title(): Ride(stays=True) for it in names if it[0].islower()},
    )


def opened(
    asked: Plan, tmp_path: Path, noted: MadeFor | None = None, *, may_be_earlier: bool = False
) -> tuple[Remark, ...]:
    path = tmp_path / "plan.yaml"
    path.write_text(plan_yaml(asked, noted), encoding="utf-8")
    read = open_plan(str(path), HERE, may_be_earlier=may_be_earlier)
    assert read.plan == asked
    return read.remarks


def refused(
    asked: Plan, tmp_path: Path, noted: MadeFor | None = None, *, may_be_earlier: bool = False
) -> tuple[Mistake, ...]:
    with pytest.raises(MistakesError) as caught:
        opened(asked, tmp_path, noted, may_be_earlier=may_be_earlier)
    return caught.value.mistakes


@pytest.mark.parametrize("may_be_earlier", [False, True])
@pytest.mark.parametrize(
    ("names", "noted", "said"),
    [
        (("Heron", "Osprey", "dan", "eve"), None, "'Tiny' has none of the 4 vehicles and people"),
        (("Heron", "Osprey", "dan", "eve", "ana"), None, "'Tiny' has 1 of the 5"),
        (("Heron", "Osprey", "ana"), OTHER, "another scenario, 'Elsewhere': 'Tiny' has 1 of the 3"),
        (("Heron",), OTHER, "another scenario, 'Elsewhere': 'Tiny' does not have 'Heron'"),
        (("Heron", "dan"), OTHER, "'Tiny' has none of the 2"),
    ],
)
def test_a_plan_of_another_station_is_told_once(
    names: tuple[str, ...],
    noted: MadeFor | None,
    said: str,
    may_be_earlier: bool,
    tmp_path: Path,
) -> None:
    (mistake,) = refused(whole(*names), tmp_path, noted, may_be_earlier=may_be_earlier)
    assert mistake.kind == "other-scenario"
    assert said in mistake.message
    assert mistake.hint
    assert mistake.place is not None
    assert mistake.place.text == ("flights:" if noted is None else "made_for:")


def test_one_of_long_ago_is_told_as_well(tmp_path: Path) -> None:
    """All of it is over by the date of the scenario, and none of its names is known there."""
    old = plan(
        {"Heron": {"launch": "2022-03-01", "undock": "2022-09-01"}},
        {"Dan": {"home": "Heron"}, "Eve": {"home": "Heron"}},
    )
    (mistake,) = refused(old, tmp_path)
    assert mistake.kind == "other-scenario"


@pytest.mark.parametrize(
    ("names", "hints"),
    [
        (("Wern", "Fynch", "anna", "borys"), 4),
        (("Wern",), 1),
        (("Heron", "Osprey"), 0),
    ],
)
def test_slips_and_a_few_names_are_told_name_by_name(
    names: tuple[str, ...], hints: int, tmp_path: Path
) -> None:
    found = refused(whole(*names), tmp_path)
    assert len(found) == len(names)
    assert sum("did you mean" in (it.hint or "") for it in found) == hints


def test_ships_of_other_numbers_are_no_slips(tmp_path: Path) -> None:
    vehicles = {f"Crew-{n}": {**tiny_ship()} for n in (1, 2, 3)}
    station = Against(tiny({"vehicles": vehicles, "people": {}}))
    path = tmp_path / "plan.yaml"
    path.write_text(plan_yaml(whole("Crew-4", "Crew-5", "Crew-6")), encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        open_plan(str(path), station)
    assert [it.kind for it in caught.value.mistakes] == ["other-scenario"]


def tiny_ship() -> dict[str, object]:
    return {"type": "boat", "modes": {"empty": {"windows": "2030-01-02..2030-01-09"}}}


def test_the_same_station_under_another_name_is_read(tmp_path: Path) -> None:
    """Half of the four names is known: that may be the station of another year."""
    told = opened(whole("Wren", "ana"), tmp_path, OTHER)
    assert [it.message.partition(" was ")[2] for it in told] == [
        "made for another scenario, 'Elsewhere'"
    ]
    with_two_gone = whole("Wren", "Gull", "ana", "dan")
    assert len(opened(with_two_gone, tmp_path, OTHER)) == 1


def test_what_the_scenario_had_when_the_plan_was_made_may_be_gone(tmp_path: Path) -> None:
    before = MadeFor(scenario="Tiny", sha256="0" * 64)
    asked = whole("Wren", "Gull", "ana", "dan")
    assert [it.kind for it in opened(asked, tmp_path, before)] == ["made-for"]
    now = MadeFor(scenario="Tiny", sha256="1" * 64)
    for may_be_earlier in (False, True):
        found = refused(asked, tmp_path, now, may_be_earlier=may_be_earlier)
        assert [it.kind for it in found] == ["unknown-vehicle", "unknown-person"]


def test_a_plan_that_does_not_say_is_taken_for_an_earlier_one_only_where_asked(
    tmp_path: Path,
) -> None:
    asked = whole("Wren", "Gull", "ana", "dan")
    assert opened(asked, tmp_path, may_be_earlier=True) == ()
    assert len(refused(asked, tmp_path)) == 2


@pytest.mark.parametrize(
    ("made", "now", "said"),
    [
        (["--drop Gull"], [], "was made with --drop Gull"),
        (["late", "--drop Gull"], ["late"], "was made with late, --drop Gull"),
        (["late"], ["late"], None),
        ([], ["late"], None),
        ([], [], "the scenario has been changed since"),
    ],
)
def test_the_note_for_a_check_is_short(
    made: list[str], now: list[str], said: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "plan.yaml"
    noted = MadeFor(scenario="Tiny", sha256="0" * 64, edits=made)
    path.write_text(plan_yaml(whole("Wren", "ana"), noted), encoding="utf-8")
    against = replace(HERE, stamp=MadeFor(scenario="Tiny", sha256="1" * 64, edits=now))
    told = open_plan(str(path), against).remarks
    assert len(told) == (said is not None)
    assert all(said in it.message and it.place is None for it in told if said)


def test_names_that_only_edits_have_left_out_may_be_in_a_plan(tmp_path: Path) -> None:
    """Finch, its mode and the port south are gone by edits; Gull never was."""
    edited = tiny({"vehicles": {"Wren": tiny().vehicles["Wren"].model_dump(mode="json")}})
    edited = edited.model_copy(update={"ports": {"north": edited.ports["north"]}})
    against = Against(edited, unedited=tiny())
    asked = as_plan(
        {
            "flights": {"Finch": {"launch": jan(4), "port": "south"}, "Wren": {"port": "south"}},
            "people": {"Ana": {"home": "Finch", "seats": {jan(5): "Finch"}}},
        }
    )
    path = tmp_path / "plan.yaml"
    path.write_text(plan_yaml(asked), encoding="utf-8")
    assert open_plan(str(path), against).plan == asked
    path.write_text(json.dumps({"flights": {"Finch": {}, "Gull": {}}}), encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        open_plan(str(path), against)
    assert [it.message for it in caught.value.mistakes] == ["there is no vehicle 'Gull'"]
