"""A launch left out with all that hangs on it: nothing is left that names what is gone."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

import lifeboat
from lifeboat.editing.opened import open_edited
from lifeboat.scenario.scenario import Scenario
from tiny import TINY

WINDOWS = "2030-01-02..2030-01-09"


def station() -> dict[str, Any]:
    """The small station, and more ships to come: Gull brings Dora and a liner for Ana; Kite may
    fly after Gull, or some days later by itself; Stork only after Kite has flown, and Eli comes on
    nothing else.
    """
    tree = copy.deepcopy(TINY)
    tree["vehicle_types"]["boat"]["flies_empty"] = ["up", "down"]
    new = {"type": "boat", "pad": "beach"}
    tree["vehicles"] |= {
        "Gull": {
            **new,
            "modes": {"crewed": {"windows": WINDOWS, "crew": ["Dora"]}},
            "brings": {"Ana": ["liner"]},
        },
        "Kite": {
            **new,
            "planned_mode": "soon",
            "modes": {
                "soon": {"windows": WINDOWS, "after": {"Gull": "2d"}},
                "late": {"windows": WINDOWS},
            },
            "brings": {"Dora": ["liner"], "Eli": ["liner"]},
            "relieves": {"Gull": {}},
        },
        "Stork": {
            **new,
            "modes": {"crewed": {"windows": WINDOWS, "crew": ["Eli"], "after": {"Kite": "1d"}}},
        },
    }
    person = {"agency": "S"}
    tree["people"] |= {"Dora": {**person, "up": "Gull"}, "Eli": {**person, "up": "Stork"}}
    tree["people"]["Ana"] |= {"home": "Gull"}
    tree["pins"] = {
        "her liner": {"person": "Ana", "liner": "Gull"},
        "Dora's place": {"person": "Dora", "seat": "Kite"},
        "Kite soon": {"vehicle": "Kite", "mode": "soon"},
        "Stork flies": {"vehicle": "Stork", "flies": True},
        "Ana stays": {"person": "Ana", "returns": "2030-01-08.."},
    }
    return tree


def without(path: Path, *names: str) -> Scenario:
    path.write_text(yaml.safe_dump(station(), sort_keys=False), encoding="utf-8")
    return lifeboat.read_scenario(str(path), edits=[("drop", name) for name in names])


def test_nothing_names_it_any_more(tmp_path: Path) -> None:
    scenario = without(tmp_path / "station.yaml", "Gull")
    kite = scenario.vehicles["Kite"]
    assert list(scenario.vehicles) == ["Wren", "Finch", "Kite", "Stork"]
    assert "Dora" not in scenario.people
    assert scenario.people["Ana"].home is None
    assert (kite.relieves, list(kite.brings)) == ({}, ["Eli"])
    assert list(scenario.pins) == ["Stork flies", "Ana stays"]


def test_a_mode_that_has_to_follow_it_is_lost_and_others_stay(tmp_path: Path) -> None:
    scenario = without(tmp_path / "station.yaml", "Gull")
    kite = scenario.vehicles["Kite"]
    assert list(kite.modes) == ["late"]
    assert kite.planned_mode is None
    assert list(scenario.vehicles["Stork"].modes) == ["crewed"]


def test_a_vehicle_with_no_mode_left_goes_with_it(tmp_path: Path) -> None:
    scenario = without(tmp_path / "station.yaml", "Kite")
    assert list(scenario.vehicles) == ["Wren", "Finch", "Gull"]
    assert set(scenario.people) & {"Dora", "Eli"} == {"Dora"}
    assert list(scenario.pins) == ["her liner", "Ana stays"]


@pytest.mark.parametrize("name", ["Finch", "Stork"])
def test_what_hangs_on_something_else_stays(name: str, tmp_path: Path) -> None:
    scenario = without(tmp_path / "station.yaml", name)
    assert set(scenario.vehicles) == {"Wren", "Finch", "Gull", "Kite", "Stork"} - {name}
    assert list(scenario.vehicles["Kite"].modes) == ["soon", "late"]


def test_what_goes_along_is_told(tmp_path: Path) -> None:
    path = tmp_path / "station.yaml"
    path.write_text(yaml.safe_dump(station(), sort_keys=False), encoding="utf-8")
    assert open_edited(str(path), flags=[("drop", "Gull")]).left_out == (
        "Dora",
        "mode soon of Kite",
    )
    assert open_edited(str(path), flags=[("drop", "Kite")]).left_out == ("Stork", "Eli")
    assert open_edited(str(path), flags=[("drop", "Finch")]).left_out == ("Cleo",)
    assert open_edited(str(path), flags=[("remove", "pins.Stork flies")]).left_out == ()


def test_a_stay_that_followed_one_left_out_follows_the_one_before_that(tmp_path: Path) -> None:
    """Dora is Ana, in Gull; Eli is Ana once more, in Stork."""
    tree = station()
    tree["people"]["Dora"]["same_as"] = "Ana"
    tree["people"]["Eli"]["same_as"] = "Dora"
    tree["people"]["Ana"]["home"] = "Wren"
    path = tmp_path / "station.yaml"
    path.write_text(yaml.safe_dump(tree, sort_keys=False), encoding="utf-8")
    scenario = lifeboat.read_scenario(str(path), edits=[("drop", "Gull")])
    assert "Dora" not in scenario.people
    assert scenario.people["Eli"].same_as == "Ana"
