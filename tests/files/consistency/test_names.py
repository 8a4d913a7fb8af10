"""Every name that refers to something is checked, wherever it stands."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml

from lifeboat.errors import MistakesError
from lifeboat.files.scenario_file import scenario_in
from lifeboat.files.source import source_of
from lifeboat.scenario.references import Reference, references
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
