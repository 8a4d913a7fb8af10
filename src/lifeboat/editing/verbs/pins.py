"""Pins in words: choices that may not move, each as a short sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pydantic_core import PydanticCustomError

from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.said import Said
from lifeboat.editing.verbs import when
from lifeboat.editing.verbs.verb import Verb
from lifeboat.files.nearest import did_you_mean, nearest
from lifeboat.files.yaml.nodes import Extent, Node, Step
from lifeboat.scenario.part import LONGEST_NAME, unseen_in_a_name
from lifeboat.scenario.sentences import NOT, SENTENCES

_DENIED = re.compile(rf"{NOT}\s+", re.IGNORECASE)
_NAMED = {"PERSON": "people", "VEHICLE": "vehicles", "PORT": "ports"}
_STAYS = {"people": ("person", "returns"), "vehicles": ("vehicle", "undock")}
"""By what a name is the name of: the key that a pin names it by, and the one for when it leaves."""


class PinVerb(Verb):
    name = "pin"
    sentence = (
        "Lets a choice not move, said in a sentence: "
        + ", ".join(f"`{it}`" for it in SENTENCES)
        + f"; `{NOT}` before it says that it is never to be."
    )
    form = "SENTENCE"

    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        if said.value is not None:
            yield Change(("pins", said.about), said.given())
            return
        begins = beginning_of(said.about)
        for sentence, keys in SENTENCES.items():
            found = pattern_of(sentence).fullmatch(said.about, begins)
            if found:
                pin = _pin(draft, said, found, keys)
                if begins:
                    pin = _denied(said, pin)
                yield Change(("pins", name_of(said.about)), said.node({}).holding(pin))
                return
        message = f"'{said.about}' does not say what is pinned"
        said.wrong("sentence", message, _meant(draft, said.about))


def name_of(sentence: str) -> str:
    """The name of a pin, made from its sentence."""
    told = sentence.replace("..", " to ").replace("=", " ")
    seen = "".join(" " if unseen_in_a_name(it) else it for it in told)
    return seen[:LONGEST_NAME].strip()


def beginning_of(sentence: str) -> int:
    """Where a sentence begins: after the `not` that may stand before it."""
    denied = _DENIED.match(sentence)
    return denied.end() if denied else 0


def pattern_of(sentence: str) -> re.Pattern[str]:
    """The pattern of a form of sentence: its words in capitals stand for anything."""
    told = sentence.replace("[WHEN]", f"[(?={when.BEGINS})WHEN]")
    told = re.sub(r" \[(.+)\]", r"(?: \1)?", told)
    told = re.sub(r"\b[A-Z]{4,}\b", lambda word: f"(?P<{word[0]}>.+?)", told)
    return re.compile(told.replace(" ", r"\s+"), re.IGNORECASE)


def _pin(
    draft: Draft, said: Said, found: re.Match[str], keys: Mapping[str, str]
) -> dict[Step, Node]:
    """The keys of the pin that a sentence stands for."""
    parts = {word: _part(said, found, word) for word, it in found.groupdict().items() if it}
    if not keys:
        return _staying(draft, said, parts)
    pin: dict[Step, Node] = {
        key: _spoken_window(said, parts[word]) if word == "WHEN" else parts[word]
        for word, key in keys.items()
        if word in parts
    }
    if len(pin) == 1:
        pin["flies"] = said.node("not" not in found.re.pattern)
    return pin


def _staying(draft: Draft, said: Said, parts: Mapping[str, Node]) -> dict[Step, Node]:
    """The pin of somebody or something that stays: for good, or until a date."""
    name = parts["NAME"].value
    part = next((it for it in _STAYS if name in draft.names(it)), None)
    if part is None:
        known = [each for it in _STAYS for each in draft.names(it)]
        message = f"there is no person or vehicle '{name}'"
        said.wrong("unknown-name", message, did_you_mean(name, known), part=name)
    about, leaves = _STAYS[part]
    if "DATE" not in parts:
        return {about: parts["NAME"], "stays": said.node(True)}
    date = parts["DATE"]
    window = _spoken_window(said, date._replace(value=f"from {date.value}"))
    return {about: parts["NAME"], leaves: window}


def _denied(said: Said, pin: Mapping[Step, Node]) -> dict[Step, Node]:
    """The pin of the contrary. Who is to have no place in a vehicle has no liner there."""
    for key in ("flies", "stays"):
        if key in pin:
            return {**pin, key: said.node(not pin[key].value)}
    pin = {"liner" if key == "seat" else key: it for key, it in pin.items()}
    return {**pin, "never": said.node(True)}


def _spoken_window(said: Said, words: Node) -> Node:
    """A window said in words, as scenarios write it."""
    try:
        return words._replace(value=when.read_when(words.value).text)
    except PydanticCustomError as error:
        message = f"'{words.value}' {error.message()}"
        hint = "when is one of: " + ", ".join(when.FORMS)
        replace(said, value=words).wrong_value(error.type, message, hint)


def _part(said: Said, found: re.Match[str], word: str) -> Node:
    at = max(0, said.lines.text.find(said.about, *said.extent))
    extent = Extent(at + found.start(word), at + found.end(word))
    return Node(found[word], extent, key=said.extent, lines=said.lines)


def _meant(draft: Draft, sentence: str) -> str:
    known = (name for it in _NAMED.values() for name in draft.names(it))
    return meant_by(sentence, known, SENTENCES)


def meant_by(sentence: str, known: Iterable[str], forms: Iterable[str]) -> str:
    """The names that may be meant in a sentence, and every form of sentence."""
    forms = list(forms)
    meant = dict.fromkeys(_near_names(sentence, known, forms))
    names = f"did you mean {' and '.join(meant)}? " if meant else ""
    return f"{names}say one of: {'; '.join(forms)}"


def _near_names(sentence: str, known: Iterable[str], forms: Iterable[str]) -> Iterator[str]:
    """Names that are nearly, and not quite, words of a sentence."""
    known = list(known)
    spoken = {NOT, *(word for form in forms for word in re.findall(r"\w+", form))}
    for word in sentence.split():
        near = nearest(word, known)
        if near is not None and near != word and word not in spoken:
            yield f"'{near}'"
