"""Every name that refers to something is checked, wherever it stands."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml

from lifeboat.errors import MistakesError
from lifeboat.files.consistency.names import DECLARED, declare
from lifeboat.files.scenario_file import scenario_in
from lifeboat.files.source import source_of
from lifeboat.scenario.facilities import Station
from lifeboat.scenario.references import Reference, references
from lifeboat.scenario.scenario import Scenario
from plain_yaml import plain
from repository import EVERYTHING

TREE: dict[str, Any] = plain(EVERYTHING.read_text("utf-8"))
REFERENCES = list(references(TREE))


def misspelled(it: Reference) -> str:
    """The scenario that uses everything, with one of its names misspelled."""
    tree = copy.deepcopy(TREE)
    held: Any = tree
    for step in it.path[:-1]:
        held = held[step]
    if it.is_key:
        held["Nowhere"] = held.pop(it.name)
    else:
        held[it.path[-1]] = "Nowhere"
    return yaml.safe_dump(tree, sort_keys=False)


@pytest.mark.parametrize("it", REFERENCES, ids=lambda it: ".".join(map(str, it.path)))
def test_a_name_of_nothing_is_told(it: Reference) -> None:
    with pytest.raises(MistakesError) as caught:
        scenario_in(source_of(misspelled(it), "a.yaml"))
    assert f"there is no {it.what} 'Nowhere'" in [one.message for one in caught.value.mistakes]


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("Aza", "aza", "`aza` differs from 'Aza' only in upper and lower case"),
        ("Aza", "Аza", "`Аza` looks like 'Aza', but has U+0410, a cyrillic capital letter a, in"),
        ("Аza", "Aza", "`Aza` looks like 'Аza', which has U+0410, a cyrillic capital letter a,"),
        ("Аа", "аa", "`аa` looks like 'Аа', which has U+0410, a cyrillic capital letter a, in"),
        ("аA", "Aа", "`Aа` looks like 'аA', but has U+0430, a cyrillic small letter a, in it"),
    ],
)
def test_names_that_are_easily_taken_for_each_other(one: str, other: str, message: str) -> None:
    """Also where both hold the same letter of another alphabet, in other places."""
    tree = copy.deepcopy(TREE)
    tree["people"] |= {name: {"agency": "Tiny", "up": "Heron"} for name in (one, other)}
    with pytest.raises(MistakesError) as caught:
        scenario_in(source_of(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), "a.yaml"))
    told = [it.message for it in caught.value.mistakes]
    assert any(it.startswith(message) for it in told), told


def test_what_is_declared_nowhere_is_told_where_to_be_declared() -> None:
    assert declare("skill", "pilot") == "declare it below `station.skills`: `pilot: ...`"
    assert declare("rule", "everyone-sings") is None


def test_where_things_are_declared_is_told_of_keys_that_a_scenario_has() -> None:
    model = {"": Scenario.model_fields, "station": Station.model_fields}
    assert DECLARED
    for path in DECLARED.values():
        owner, _, key = path.rpartition(".")
        assert key in model[owner]
