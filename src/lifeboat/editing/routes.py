"""Finding a value by keys and names, never by its position in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, get_args, get_origin

from pydantic import BaseModel

from lifeboat.days import Window
from lifeboat.editing.draft import Draft
from lifeboat.editing.implied import implied
from lifeboat.editing.said import Said
from lifeboat.files.nearest import did_you_mean, nearest
from lifeboat.files.validation.hints import key_hint
from lifeboat.files.validation.shape import kinds_at
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.scenario import Scenario

VARY = "--vary"
"""The flag of what a sweep varies, which may be the slip of a vehicle."""
_SLIP = "slip"
_NAMED = ("vehicles", "people", "ports", "pads", "landing_sites", "vehicle_types")
_ONE = {
    "vehicles": "vehicle",
    "people": "person",
    "ports": "port",
    "pads": "pad",
    "landing_sites": "landing site",
    "pins": "pin",
    "vehicle_types": "vehicle type",
    "groundings": "grounding",
    "investigations": "investigation",
    "modes": "mode",
    "skills": "skill",
    "supplies": "supply",
    "closures": "closure",
    "outages": "outage",
}


@dataclass(frozen=True)
class Route:
    """A path through the scenario: known keys and, except for the last step, known names."""

    path: Path
    is_new_name: bool
    """Whether the last step is a new name for something with keys of its own."""
    is_list: bool
    """Whether a list may stand there."""


def route(draft: Draft, said: Said, *, may_be_new: bool = False) -> Route:
    """The route that an edit gives; raises `MistakesError` if a step leads nowhere.

    Names may hold dots: of the names that exist, the longest one that fits is meant. With
    `may_be_new`, all that is left can be a new name.
    """
    steps = steps_of(draft, said.about, may_be_new=may_be_new)
    is_new = refuse_steps(draft, said, steps)
    kinds = kinds_at(Scenario, steps)
    return Route(steps, is_new, any(get_origin(kind) is list for kind in kinds))


def refuse_steps(draft: Draft, said: Said, steps: Path) -> bool:
    """Refuse steps that lead nowhere; returns whether the last is a new name."""
    is_new = False
    for number, step in enumerate(steps):
        is_new = _check(draft, said, steps[:number], str(step), is_last=number == len(steps) - 1)
    return is_new


def steps_of(draft: Draft, text: str, *, may_be_new: bool = False) -> tuple[str, ...]:
    """The keys and names that a route is made of, whether they exist or not."""
    steps: tuple[str, ...] = ()
    words = text.split(".")
    while words and kinds_at(Scenario, steps):
        taken = _length_of_name(draft, steps, words, may_be_new)
        steps = (*steps, ".".join(words[:taken]))
        words = words[taken:]
    return (*steps, *words)


def _length_of_name(draft: Draft, before: Path, words: list[str], may_be_new: bool) -> int:
    """How many words the next step takes: one, or as many as the name has that stands there."""
    kinds = kinds_at(Scenario, before)
    maps = [kind for kind in kinds if get_origin(kind) is dict]
    if not maps:
        return 1
    known = _names(draft, before)
    lengths = range(1, len(words) + 1)
    longest = max((name.count(".") + 1 for name in map(str, known)), default=0)
    found = [it for it in lengths[:longest] if ".".join(words[:it]) in known]
    if found:
        return max(found)
    keys = {key for part in _parts_of(maps[0]) for key in part.model_fields}
    before_a_key = (it for it in lengths if it < len(words) and words[it] in keys)
    return next(before_a_key, len(words) if may_be_new else max(1, len(words) - bool(keys)))


def item(draft: Draft, said: Said) -> tuple[Path, str] | None:
    """The list and the item that an edit names, if what it ends with is an item of a list."""
    words = said.about.split(".")
    for length in range(len(words) - 1, 0, -1):
        steps = steps_of(draft, ".".join(words[:length]))
        held = draft.value(*steps)
        if isinstance(held, list) or (held is None and isinstance(implied(draft, steps), list)):
            return steps, ".".join(words[length:])
    return None


def _check(draft: Draft, said: Said, before: Path, step: str, *, is_last: bool) -> bool:
    """Refuse a step that leads nowhere; returns whether it is a new name for a part with keys."""
    kinds = kinds_at(Scenario, before)
    if not before and step == "overlays":
        _refuse_overlays(said)
    parts = [kind for kind in kinds if _is_part(kind)]
    if parts:
        _check_key(draft, said, before, step, parts)
        return False
    maps = [kind for kind in kinds if get_origin(kind) is dict]
    if not maps:
        _refuse_below(said, before, kinds)
    held = bool(_parts_of(maps[0]))
    if step in _names(draft, before) or (is_last and not held):
        return False
    if not is_last:
        _refuse_name(draft, said, before, step)
    return True


def _check_key(
    draft: Draft, said: Said, before: Path, step: str, parts: Sequence[type[BaseModel]]
) -> None:
    keys = [key for part in parts for key in part.model_fields]
    if step not in keys:
        where = f"`{before[-1]}` has no key `{step}`" if before else f"there is no `{step}`"
        hint = None if before else _path_of_name(draft, said)
        hint = hint or key_hint(step, parts) or did_you_mean(step, keys)
        said.wrong("unknown-path", where, hint, part=step)


def _path_of_name(draft: Draft, said: Said) -> str | None:
    """A hint at the path to a name that an edit begins with, or at its slip."""
    varies = said.lines.file == VARY
    for part in _NAMED:
        for name in draft.names(part):
            begins, rest = said.about[: len(name)], said.about[len(name) :]
            if begins.casefold() != name.casefold() or rest[:1] not in ("", "."):
                continue
            if varies and part == "vehicles" and not rest:
                return f"did you mean '{name}.{_SLIP}'?"
            if varies and part == "vehicles" and nearest(rest[1:], [_SLIP]):
                _refuse_slip(said, name, rest[1:])
            return f"did you mean '{part}.{name}{rest}'?"
    return f"say whose, as Heron.{_SLIP}" if varies and said.about == _SLIP else None


def _refuse_slip(said: Said, name: str, written: str) -> NoReturn:
    message = f"`{name}` has no key `{written}`"
    said.wrong("unknown-path", message, f"did you mean '{name}.{_SLIP}'?", part=written)


def _refuse_overlays(said: Said) -> NoReturn:
    message = "edits do not reach overlays, which are edits to the scenario as it stands"
    said.wrong("overlays", message, "change them in the file", part="overlays")


def _names(draft: Draft, path: Path) -> dict[str, Any]:
    known = draft.types.tree if path == ("vehicle_types",) else {}
    return {**known, **draft.names(*path)}


def _refuse_name(draft: Draft, said: Said, before: Path, step: str) -> None:
    what = _ONE.get(str(before[-1]), "entry")
    hint = did_you_mean(step, _names(draft, before))
    said.wrong(f"unknown-{what.replace(' ', '-')}", f"there is no {what} '{step}'", hint, part=step)


def refuse_new(draft: Draft, said: Said, path: Path) -> None:
    """Refuse a path whose last step is a name that does not exist."""
    _refuse_name(draft, said, path[:-1], str(path[-1]))


def _refuse_below(said: Said, before: Path, kinds: list[Any]) -> None:
    if any(get_origin(kind) is list for kind in kinds):
        hint: str | None = "use add and remove with the item itself, or set the whole list"
        if Window in kinds:
            hint = f"set `{'.'.join(map(str, before))}.start` or `.end`, or give the whole list"
        said.wrong("unknown-path", f"`{before[-1]}` is a list", hint, part=str(before[-1]))
    message = f"`{before[-1]}` is a single value, nothing is below it"
    hint = "its ends are `start` and `end`, and can be set or delayed" if Window in kinds else None
    said.wrong("unknown-path", message, hint, part=str(before[-1]))


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _parts_of(kind: Any) -> list[type[BaseModel]]:
    """What the entries of a map may be, where they have keys of their own."""
    held = get_args(kind)[1]
    return [each for each in (held, *get_args(held)) if _is_part(each)]
