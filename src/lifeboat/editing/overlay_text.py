"""Command-line flags as the text of an overlay file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lifeboat.editing.layers import flag
from lifeboat.files.against import note_of
from lifeboat.files.yaml.emit import yaml_of
from lifeboat.scenario.made_for import MadeFor

_HEAD = "# An overlay: edits to a scenario, made with --with and this file's name.\n"


def overlay_yaml(
    name: str, given: Sequence[tuple[str, str]], made_for: MadeFor | None = None
) -> str:
    """The overlay file that makes the same edits as some flags; raises `MistakesError`."""
    edits: list[dict[str, Any]] = []
    for verb, text in given:
        for spoken in flag(verb, text).edits:
            value = spoken.said.value
            told = spoken.said.about if value is None else {spoken.said.about: value.value}
            edits.append({spoken.verb.name: told})
    told = {"lifeboat_overlay": 1, "name": name, **note_of(made_for), "edits": edits}
    return _HEAD + yaml_of(told)
