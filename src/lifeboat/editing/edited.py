"""Applying edits to a scenario, which itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic_core import PydanticCustomError

from lifeboat.days import FIRST_YEAR, LAST_YEAR
from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.layers import Layer, Spoken, is_flag
from lifeboat.editing.said import Said
from lifeboat.editing.touched import touched_by
from lifeboat.errors import Mistake, MistakesError, Remark
from lifeboat.files.known_types import known_source
from lifeboat.files.source import Source
from lifeboat.files.validation.validate import validate
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.scenario import Scenario


@dataclass(frozen=True)
class Made:
    """One change that was made, for the log."""

    layer: str
    path: Path
    before: Any
    after: Any


@dataclass(frozen=True)
class Edited:
    """The values of a scenario after some layers of edits, and what each layer changed."""

    source: Source
    log: tuple[Made, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """Edits that change nothing."""


@dataclass
class _Editing:
    draft: Draft
    over: frozenset[str]
    touched: dict[Path, tuple[str, Said]] = field(default_factory=dict)
    log: list[Made] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def layer(self, layer: Layer) -> None:
        touched: dict[Path, tuple[str, Said]] = {}
        for spoken in layer.edits:
            try:
                self._edit(layer, spoken, touched)
            except MistakesError as error:
                self.mistakes += error.mistakes
        self.touched |= touched

    def _edit(self, layer: Layer, spoken: Spoken, touched: dict[Path, tuple[str, Said]]) -> None:
        draft, log, paths = self.draft, list(self.log), list[Path]()
        for change in _changes_of(draft, spoken):
            self._refuse_conflict(layer, spoken.said, change.path)
            touched[change.path] = (layer.name, spoken.said)
            log.append(_logged(draft, layer, change))
            draft = draft.made(change)
            paths.append(change.path)
        _check_values(draft, paths)
        if _with_known_types(draft) == _with_known_types(self.draft):
            message = f"`{spoken.said.about}`: this edit changes nothing"
            self.remarks.append(
                Remark(kind="changes-nothing", message=message, place=spoken.said.place)
            )
        self.draft, self.log = draft, log

    def _refuse_conflict(self, layer: Layer, said: Said, path: Path) -> None:
        for other, (name, first) in self.touched.items():
            shorter = min(len(other), len(path))
            if other[:shorter] != path[:shorter] or name in layer.over | self.over:
                continue
            is_by_flag = is_flag(name), is_flag(layer.name)
            if all(is_by_flag) and len(path) > len(other):
                continue  # a flag may go on with what an earlier one has made
            at = first.place
            what = ".".join(map(str, path))
            message = (
                f"'{layer.name}' changes `{what}`, which '{name}' has changed already "
                f"({at.file}:{at.line})"
            )
            hint = f"if that is meant, write `over: [{name}]` in the later overlay"
            if any(is_by_flag):
                hint = "if that is meant, give --over as well"
            said.wrong("edit-conflict", message, hint)


def edited(base: Source, layers: Sequence[Layer], over: Iterable[str] = ()) -> Edited:
    """Apply some layers of edits in order; the base is not changed.

    Args:
        base: a scenario as it was read.
        layers: overlays and flags.
        over: names of layers whose changes any later layer may override.

    Raises:
        MistakesError: with the mistakes of all edits, each at its place.
    """
    editing = _Editing(Draft(_without_overlays(base), known_source()), frozenset(over))
    for layer in layers:
        editing.layer(layer)
    if editing.mistakes:
        raise MistakesError(editing.mistakes)
    return Edited(editing.draft.source, tuple(editing.log), tuple(editing.remarks))


def _with_known_types(draft: Draft) -> dict[str, Any]:
    """The values of a scenario, known types among them, as if it gave these itself."""
    own = draft.source.tree
    return {**own, "vehicle_types": {**draft.types.tree, **(own.get("vehicle_types") or {})}}


def _check_values(draft: Draft, paths: Sequence[Path]) -> None:
    """Refuse values at some paths that do not fit, with everything that is wrong then."""
    try:
        validate(touched_by(draft.source, paths), Scenario)
    except MistakesError:
        validate(draft.source, Scenario)


def _changes_of(draft: Draft, spoken: Spoken) -> Iterator[Change]:
    try:
        yield from spoken.verb.changes(draft, spoken.said)
    except PydanticCustomError as error:
        spoken.said.wrong_value(error.type, f"`{spoken.said.about}` {error.message()}")
    except OverflowError:
        message = (
            f"a date of `{spoken.said.about}` would leave the years {FIRST_YEAR} to {LAST_YEAR}"
        )
        spoken.said.wrong_value("date", message)


def _logged(draft: Draft, layer: Layer, change: Change) -> Made:
    after = None if change.node is None else change.node.value
    before = None if change.is_item else draft.value(*change.path)
    return Made(layer.name, change.path, before, after)


def _without_overlays(base: Source) -> Source:
    """The scenario without its overlays: they apply to it as it stands, not once it is edited."""
    entries: Mapping[Any, Any] = {
        key: node for key, node in base.root.entries.items() if key != "overlays"
    }
    return replace(base, root=base.root.holding(entries))
