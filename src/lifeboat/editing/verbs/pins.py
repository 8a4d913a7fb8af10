"""Pins in words: choices that may not move, each as a short sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.said import Said
from lifeboat.editing.verbs.verb import Verb
from lifeboat.files.yaml.nodes import Extent, Node, Step
from lifeboat.scenario.part import LONGEST_NAME, unseen_in_a_name

_SENTENCES = {
    "PERSON returns on VEHICLE": ("person", "home"),
    "PERSON goes up on VEHICLE": ("person", "up"),
    "PERSON sits in VEHICLE": ("person", "seat"),
    "PERSON lands WINDOW": ("person", "returns"),
    "VEHICLE launches WINDOW": ("vehicle", "launch"),
    "VEHICLE leaves WINDOW": ("vehicle", "undock"),
    "VEHICLE docks at PORT": ("vehicle", "port"),
    "VEHICLE flies in mode MODE": ("vehicle", "mode"),
    "VEHICLE does not fly": ("vehicle", "flies"),
    "VEHICLE flies": ("vehicle", "flies"),
}
"""The forms of sentence, longer ones first where they begin alike, with the keys of the pin."""


class PinVerb(Verb):
    name = "pin"
    sentence = (
        "Lets a choice not move, said in a sentence: "
        + ", ".join(f"`{it}`" for it in _SENTENCES)
        + "."
    )
    form = "SENTENCE"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        if said.value is not None:
            yield Change(("pins", said.about), said.given())
            return
        pin = _pin(said)
        if pin is None:
            hint = "say one of: " + "; ".join(_SENTENCES)
            said.wrong("sentence", f"'{said.about}' does not say what is pinned", hint)
        yield Change(("pins", name_of(said.about)), pin)


def name_of(sentence: str) -> str:
    """The name of a pin, made from its sentence."""
    told = sentence.replace("..", " to ").replace("=", " ")
    seen = "".join(" " if unseen_in_a_name(it) else it for it in told)
    return seen[:LONGEST_NAME].strip()


def _pin(said: Said) -> Node | None:
    for sentence, (about, key) in _SENTENCES.items():
        found = _pattern_of_form(sentence).fullmatch(said.about)
        if found:
            told: dict[Step, Node] = {about: _part_of_sentence(said, found, 1)}
            if key == "flies":
                told[key] = said.node("does not" not in sentence)
            else:
                told[key] = _part_of_sentence(said, found, 2)
            return said.node({}).holding(told)
    return None


def _pattern_of_form(sentence: str) -> re.Pattern[str]:
    """The pattern of a form of sentence: its words in capitals stand for anything."""
    return re.compile(re.sub(r"[A-Z]+", "(.+?)", sentence).replace(" ", r"\s+"))


def _part_of_sentence(said: Said, found: re.Match[str], group: int) -> Node:
    at = max(0, said.lines.text.find(said.about, *said.extent))
    extent = Extent(at + found.start(group), at + found.end(group))
    return Node(found[group], extent, key=said.extent, lines=said.lines)
