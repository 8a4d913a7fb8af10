"""Adding to a list that is left out takes nothing away; edits of no effect are told."""

from __future__ import annotations

import pytest

from lifeboat.editing.opened import Opened, open_edited
from lifeboat.goals import USUAL
from repository import TINY

SUIT = ("set", "vehicle_types.bird.improvised_needs=[rope]")


def opened(*flags: tuple[str, str]) -> Opened:
    return open_edited(str(TINY), flags=flags, over=True)


def test_gear_is_added_to_what_the_vehicle_up_needs() -> None:
    scenario = opened(SUIT, ("add", "people.Ana.gear=[rope]")).sourced.scenario
    assert scenario.people["Ana"].gear == ["liner", "rope"]
    assert scenario.people["Boris"].gear is None


def test_gear_is_taken_from_what_the_vehicle_up_needs() -> None:
    assert opened(("remove", "people.Ana.gear.liner")).sourced.scenario.people["Ana"].gear == []


def test_a_goal_is_added_after_the_usual_ones() -> None:
    goals = opened(("add", "goals=flights")).sourced.scenario.goals
    assert goals == [*USUAL, "flights"]


def test_a_window_is_added_to_the_only_one() -> None:
    edit = ("add", "vehicles.Heron.modes.empty.windows=2030-03-14")
    windows = opened(edit).sourced.scenario.vehicles["Heron"].modes["empty"].windows
    assert [str(it) for it in windows] == ["2030-03-02..2030-03-12", "2030-03-14"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("add", "people.Ana.trained=[bird]"),
        ("add", "vehicles.Heron.ports=[north]"),
        ("add", "ports.north.types=[bird]"),
        ("set", "people.Ana.agency=Little Station"),
        ("set", "vehicle_types.bird.seats=3"),
        ("delay", "vehicles.Sparrow.leaves=0d"),
        ("unavailable", "Heron=2031-01-01..2031-01-31"),
        ("without", "waivers"),
    ],
)
def test_an_edit_that_changes_nothing_is_told(verb: str, text: str) -> None:
    (remark,) = opened((verb, text)).remarks
    assert remark.kind == "changes-nothing"
    assert remark.place is not None
    assert remark.place.file == f"--{verb}"


def test_an_edit_that_changes_something_is_not() -> None:
    assert opened(("delay", "Heron=1d")).remarks == ()
