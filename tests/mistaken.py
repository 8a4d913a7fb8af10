"""What is said of the tiny station when some of it is changed: nothing, where that may be so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.scenario_file import scenario_in
from lifeboat.files.source import source_of
from tiny import tiny_tree

Told = list[tuple[str, str]]


def mistakes(edits: Mapping[str, Any]) -> tuple[Mistake, ...]:
    """Every mistake in it, in the order of the file."""
    text = json.dumps(tiny_tree(dict(edits)), indent=1)
    try:
        scenario_in(source_of(text, "tiny.yaml"))
    except MistakesError as error:
        return error.mistakes
    return ()


def told(edits: Mapping[str, Any]) -> Told:
    """The kind of every mistake, and the value or key it is in."""
    return [(each.kind, _quoted(each)) for each in mistakes(edits)]


def _quoted(mistake: Mistake) -> str:
    place = mistake.place
    assert place is not None
    return place.text[place.column - 1 :][: place.length].strip('"')
