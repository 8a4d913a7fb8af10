"""Reading a file into its model."""

import re

import pytest
from pydantic import Field, RootModel

from lifeboat.days import DAY
from lifeboat.errors import MistakesError
from lifeboat.files.scenario_file import scenario_of
from lifeboat.files.source import source_of
from lifeboat.files.validation.validate import validate
from lifeboat.scenario.part import Name, Part
from lifeboat.scenario.vehicles import VehicleType

ONE_DAY = """\
lifeboat: 2
name: one day
as_of: 2024-03-01
horizon: ..2024-03-01
station: {name: Halfway}
ports: {bow: {accepts: [probe]}}
vehicle_types: {capsule: {family: c, mechanism: probe, seats: 3, flight_up: 6h, flight_down: 4h}}
vehicles: {Heron: {type: capsule, port: bow, docked: 2024-02-01}}
people: {Abel: {agency: North, up: Heron, seat: station}}
"""


class Palette(Part):
    """Any small file."""

    name: Name
    shades: list[Name] = Field(default_factory=list)
    mixed: list[Name | dict[Name, int]] = Field(default_factory=list)


class Types(RootModel[dict[Name, VehicleType]]):
    """A file that is one map of names."""


def wrong(text: str, model: type[Part] | type[Types] = Palette) -> list[str]:
    with pytest.raises(MistakesError) as error:
        validate(source_of(text, "a.yaml"), model)
    return [mistake.message for mistake in error.value.mistakes]


def test_a_horizon_of_one_day_is_read() -> None:
    source = source_of(ONE_DAY, "day.yaml")
    read = scenario_of(source, known_types={}, rule_names=(), goal_names=())
    assert read.scenario.name == "one day"
    assert read.source is source


def test_a_type_the_program_knows_need_not_be_in_the_file() -> None:
    text = re.sub("vehicle_types:.*\n", "", ONE_DAY)
    tug = VehicleType(family="c", mechanism="probe", flight_up=DAY, flight_down=DAY)
    read = scenario_of(
        source_of(text, "day.yaml"), known_types={"capsule": tug}, rule_names=(), goal_names=()
    )
    assert read.scenario.vehicle_types == {}


def test_a_type_of_the_file_goes_before_a_known_one() -> None:
    ring = VehicleType(family="c", mechanism="ring", flight_up=DAY, flight_down=DAY)
    source = source_of(ONE_DAY, "day.yaml")
    assert scenario_of(source, known_types={"capsule": ring}, rule_names=(), goal_names=())


def test_a_file_that_is_one_map_of_names() -> None:
    text = "tug: {family: t, mechanism: probe, flight_up: 2d, flight_down: 4h, sets: 3}\n"
    assert wrong(text, Types) == ["`sets` is not a key of a vehicle type"]


def test_every_mistake_of_a_file_is_told() -> None:
    assert wrong("name: 5\nshades: red\ncolor: blue\n") == [
        "`name` should be text, not the number 5",
        "`shades` should be a list, not the text 'red'",
        "`color` is not a key of a palette",
    ]


def test_a_mistyped_key_is_not_also_missing() -> None:
    assert wrong("nam: red\n") == ["`nam` is not a key of a palette"]


def test_a_missing_key_beside_an_unknown_one() -> None:
    assert wrong("zzz: red\n") == [
        "`name` is missing: a palette needs it",
        "`zzz` is not a key of a palette",
    ]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("5", "an entry of `mixed` should be text, not the number 5"),
        ("[red]", "an entry of `mixed` should be text, not a list"),
        ("{red: x}", "`red` should be a whole number, not the text 'x'"),
        ("a=b", "an entry of `mixed` should be a name, not the text 'a=b'"),
    ],
)
def test_what_may_be_one_thing_or_another_gives_one_mistake(entry: str, message: str) -> None:
    assert wrong(f"name: x\nmixed: [blue, {entry}]\n") == [message]


def test_no_number_of_an_entry_is_told() -> None:
    said = wrong("name: x\nshades: [" + "red, " * 37 + "5]\n")
    assert said == ["an entry of `shades` should be text, not the number 5"]
    assert not re.search("3[678]", said[0])
