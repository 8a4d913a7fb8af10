"""Edits of a vehicle that is on its way: it docks later, or never; it is not launched again."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

import lifeboat
from lifeboat.days import say_instant
from lifeboat.errors import MistakesError
from lifeboat.scenario.scenario import Scenario
from tiny import TINY, jan


def station(path: Path, finch: dict[str, Any], *edits: tuple[str, str]) -> Scenario:
    """The tiny station at noon of the 4th, with Finch as given, edited."""
    tree = copy.deepcopy(TINY)
    tree["as_of"] = "2030-01-04T12:00Z"
    tree["vehicles"]["Finch"] = finch
    file = path / "tiny.yaml"
    file.write_text(yaml.safe_dump(tree), encoding="utf-8")
    return lifeboat.read_scenario(str(file), edits=edits)


WRITTEN = {"type": "boat", "launched": jan(3), "docked": jan(6)}
PLANNED = {**TINY["vehicles"]["Finch"], "planned": "2030-01-04T06:00Z"}
"""Launched in the morning of the 4th, a day up."""


@pytest.mark.parametrize(("verb", "docks"), [("delay", jan(8)), ("advance", "2030-01-05T00:00Z")])
def test_what_is_written_with_its_docking_docks_otherwise(
    tmp_path: Path, verb: str, docks: str
) -> None:
    by = "2d" if verb == "delay" else "1d"
    finch = station(tmp_path, WRITTEN, (verb, f"Finch={by}")).vehicles["Finch"]
    assert finch.docked is not None
    assert say_instant(finch.docked) == docks.removesuffix("T00:00Z")
    assert finch.launched is not None
    assert say_instant(finch.launched) == jan(3)


def test_what_the_plan_of_record_launched_flies_longer(tmp_path: Path) -> None:
    """Two days more than the one of its type; it stays launched when it was."""
    finch = station(tmp_path, PLANNED, ("delay", "Finch=2d")).vehicles["Finch"]
    assert str(finch.planned) == PLANNED["planned"]
    flight = finch.modes["crewed"].flight_up
    assert flight is not None
    assert flight.days == 3


@pytest.mark.parametrize("finch", [WRITTEN, PLANNED])
def test_it_cannot_be_kept_from_being_launched(tmp_path: Path, finch: dict[str, Any]) -> None:
    with pytest.raises(MistakesError, match="on its way"):
        station(tmp_path, finch, ("unavailable", f"Finch={jan(4)}..{jan(6)}"))


@pytest.mark.parametrize("finch", [WRITTEN, PLANNED])
def test_what_is_lost_is_lost_with_whom_it_carries(tmp_path: Path, finch: dict[str, Any]) -> None:
    left = station(tmp_path, finch, ("drop", "Finch"))
    assert list(left.vehicles) == ["Wren"]
    assert list(left.people) == ["Ana", "Boris"]
