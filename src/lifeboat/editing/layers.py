"""Layers of edits: an overlay of the scenario, an overlay file, or a command-line flag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from os.path import isfile
from pathlib import Path as FilePath
from unicodedata import normalize

from lifeboat.editing.said import Said
from lifeboat.editing.verbs import BY_NAME
from lifeboat.editing.verbs.verb import Verb
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.kinds.kind import OVERLAY
from lifeboat.files.nearest import did_you_mean, in_quotes
from lifeboat.files.source import Source, read_source
from lifeboat.files.validation.validate import validate
from lifeboat.files.yaml.lines import Lines
from lifeboat.files.yaml.nodes import Extent, Node, Path
from lifeboat.files.yaml.reader import read_nodes
from lifeboat.scenario.made_for import MadeFor
from lifeboat.scenario.overlay import OverlayFile

_FILES = (".yaml", ".yml", ".json")


@dataclass(frozen=True)
class Spoken:
    """One edit: its kind, and what it applies to."""

    verb: Verb
    said: Said


@dataclass(frozen=True)
class Layer:
    """The edits of one overlay or flag."""

    name: str
    edits: tuple[Spoken, ...]
    over: frozenset[str] = field(default_factory=frozenset)
    """The earlier layers whose changes it may override."""
    why: str | None = None
    file: str = ""
    """The file it was read from, if it has one of its own."""
    made_for: MadeFor | None = None
    """What that file says it was made for."""


def overlay(base: Source, name_or_file: str) -> Layer:
    """Find an overlay of a scenario by its name, or read one from a file.

    Raises:
        MistakesError: there is no such overlay, or it has mistakes.
    """
    own, name = base.tree.get("overlays") or {}, normalize("NFC", name_or_file)
    if name in own:
        return _layer(base, ("overlays", name), name)
    if name_or_file.endswith(_FILES) or isfile(name_or_file):
        return _from_file(name_or_file)
    hint = did_you_mean(name_or_file, own) or "give the name of an overlay, or a file with one"
    message = f"the scenario has no overlay '{name_or_file}', nor is there such a file"
    raise MistakesError([Mistake(kind="unknown-overlay", message=message, hint=hint)])


def _from_file(path: str) -> Layer:
    source = read_source(path, OVERLAY)
    read = validate(source, OverlayFile)
    layer = _layer(source, (), read.name or FilePath(path).stem)
    return replace(layer, file=path, made_for=read.made_for)


def _layer(source: Source, path: Path, name: str) -> Layer:
    node = source.root
    for step in path:
        node = node.entries[step]
    edits = node.entries["edits"].entries.values()
    return Layer(
        name,
        tuple(spoken for edit in edits for spoken in _spoken(edit, source.lines)),
        frozenset(node.value.get("over", ())),
        node.value.get("why"),
    )


def _spoken(edit: Node, lines: Lines) -> Iterator[Spoken]:
    verbs = [key for key in edit.entries if key != "why"]
    if len(verbs) != 1:
        found = in_quotes(map(str, verbs), last=" and ", quote="`") if verbs else "none"
        message = f"an edit says one thing to do, this one {found}"
        hint = f"one of {', '.join(BY_NAME)}"
        raise MistakesError([_wrong_edit(edit, lines, message, hint)])
    verb = BY_NAME[str(verbs[0])]
    if not edit.entries[verbs[0]].value:
        raise MistakesError([_wrong_edit(edit, lines, f"`{verb.name}` does not say what", None)])
    for said in _said_of(edit.entries[verbs[0]], lines):
        yield Spoken(verb, said)


def _wrong_edit(edit: Node, lines: Lines, message: str, hint: str | None) -> Mistake:
    return Mistake(kind="edit", message=message, place=lines.place(*edit.extent), hint=hint)


def _said_of(node: Node, lines: Lines) -> Iterator[Said]:
    """What an edit applies to: in a map, keys with values; in a list or a word, names only."""
    if isinstance(node.value, dict):
        for about, value in node.entries.items():
            assert value.key is not None
            yield Said(str(about), value.key, lines, value.within(lines))
    elif isinstance(node.value, list):
        for entry in node.entries.values():
            yield Said(str(entry.value), entry.extent, lines)
    else:
        yield Said(str(node.value), node.extent, lines)


def is_flag(name: str) -> bool:
    """Whether a layer of this name is a command-line flag."""
    return name.startswith("--")


def flag(verb: str, text: str) -> Layer:
    """Read a command-line flag, such as `--delay Heron=14d`, as a layer of one edit.

    Raises:
        MistakesError: the flag cannot be read.
    """
    name, text = f"--{verb}", normalize("NFC", text)
    lines, kind = Lines(name, text), BY_NAME[verb]
    if "=" not in kind.form:
        return sentence(verb, text, name)
    about, equals, _ = text.partition("=")
    if not equals or not about.strip():
        message = f"`{name}` is followed by {kind.form}"
        place = lines.place(0, len(text))
        raise MistakesError([Mistake(kind="flag", message=message, place=place)])
    value = _read_after(lines, len(about) + 1)
    value = kind.spelt_out(value)
    said = Said(about.strip(), Extent(0, len(about)), lines, value.within(lines))
    return Layer(f"{name} {text}", (Spoken(kind, said),))


def sentence(verb: str, text: str, name: str) -> Layer:
    """A layer of one edit that is said in a sentence; messages call it `name`."""
    said = Said(text, Extent(0, len(text)), Lines(name, text))
    return Layer(f"{name} {text}", (Spoken(BY_NAME[verb], said),))


def _read_after(lines: Lines, start: int) -> Node:
    """The value in the rest of a flag's text."""
    # Blanks in place of the text before it keep every column the same.
    try:
        return read_nodes(Lines(lines.file, " " * start + lines.text[start:]))
    except MistakesError as error:
        raise MistakesError([_quoting(mistake, lines) for mistake in error.mistakes]) from None


def _quoting(mistake: Mistake, lines: Lines) -> Mistake:
    if mistake.place is None:
        return mistake
    place = mistake.place.model_copy(update={"text": lines.text})
    return mistake.model_copy(update={"place": place})
