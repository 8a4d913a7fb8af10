"""What our keys are called elsewhere."""

from lifeboat.files.meanings import _SAID, by_meaning
from lifeboat.files.validation.shape import kinds_at, part_at
from lifeboat.scenario.part import Part
from lifeboat.scenario.people import Person
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Vehicle, VehicleType


def keys() -> set[str]:
    """Every key of every part of a scenario."""
    parts: list[type[Part]] = [Part]
    for part in parts:
        parts += part.__subclasses__()
    return {key for part in parts for key in part.model_fields}


def test_the_table_is_about_keys_that_exist() -> None:
    assert part_at(Scenario, ("people", "Ana")) is Person
    assert kinds_at(Scenario, ("vehicles", "Heron")) == [Vehicle]
    assert set(_SAID) - keys() == set()
    assert list(_SAID) == sorted(_SAID)


def test_a_word_stands_for_one_key_of_a_part() -> None:
    assert by_meaning("capacity", VehicleType.model_fields) == "seats"
    assert by_meaning("ships", Scenario.model_fields) == "vehicles"
    assert by_meaning("launch", Vehicle.model_fields) == "planned"
    assert by_meaning("launch", Person.model_fields) is None


def test_a_word_that_may_stand_for_two_keys_stands_for_none() -> None:
    assert by_meaning("when", ["during", "name"]) == "during"
    assert by_meaning("minimum", ["least", "reserve"]) is None
