"""What a model expects at a place."""

from pydantic import RootModel

from lifeboat.days import Window
from lifeboat.files.validation.shape import kinds_at, options_at, part_at
from lifeboat.scenario.people import Person
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Condition, CrewUp, VehicleType


class Types(RootModel[dict[str, VehicleType]]):
    """A map of types."""


def test_parts() -> None:
    assert part_at(Scenario, ()) is Scenario
    assert part_at(Scenario, ("people", "anybody")) is Person
    assert part_at(Scenario, ("vehicles", "x", "conditions", "2023-01-01")) is Condition
    assert part_at(Scenario, ("vehicle_types", "x", "crew")) is CrewUp
    assert part_at(Types, ("x",)) is VehicleType


def test_no_part() -> None:
    assert part_at(Scenario, ("people",)) is None
    assert part_at(Scenario, ("name", "of", "what")) is None
    assert part_at(Scenario, ("nothing",)) is None


def test_options() -> None:
    assert options_at(Scenario, ("rules", "any")) == ["must", "should"]
    assert options_at(Scenario, ("vehicle_types", "x", "flies_empty", 0)) == ["up", "down"]
    assert options_at(Scenario, ("name",)) == []


def test_either_of_two() -> None:
    windows = ("vehicles", "x", "modes", "y", "windows")
    assert Window in kinds_at(Scenario, windows)
    assert kinds_at(Scenario, (*windows, 0)) == [Window]
