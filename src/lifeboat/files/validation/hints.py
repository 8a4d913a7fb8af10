"""The nearest right thing for a value that does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lifeboat.days import Window
from lifeboat.files.look_alikes import bare, oddity
from lifeboat.files.meanings import by_meaning
from lifeboat.files.nearest import nearest
from lifeboat.files.validation.clock_times import named_zone
from lifeboat.files.validation.fault import Fault
from lifeboat.files.validation.meant import dates_meant, span_meant, truth_meant
from lifeboat.files.validation.shape import kinds_at, options_at, part_at
from lifeboat.files.validation.words import LONGEST, cut, quoted
from lifeboat.scenario.part import LONGEST_NAME, NAME_PATTERN, unseen_in_a_name

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_IN_UTC = "write it in UTC, as 2023-02-20T01:57Z, or how far from it, as 2023-02-20T04:57+03:00"
_QUOTES = ("'", '"')


def hint(fault: Fault) -> str | None:
    """The nearest right thing, if there is one, and what looks right but is not."""
    say = _HINTS.get(fault.kind)
    told = say(fault) if say else None
    text = fault.path[-1] if fault.kind == "extra_forbidden" else fault.value
    odd = oddity(text) if isinstance(text, str) and say is not _name else None
    between = " " if told and told.endswith(("?", ".")) else "; "
    return between.join(filter(None, [told, odd])) or None


def _read(fault: Fault) -> Any:
    """The refused value, a text without what only looks like spaces or quotes."""
    return bare(fault.value) if isinstance(fault.value, str) else fault.value


def meant_key(fault: Fault) -> str | None:
    """The key that an unknown one was probably meant to be."""
    part = part_at(fault.model, fault.path[:-1])
    return nearest(str(fault.path[-1]), part.model_fields) if part else None


def _did_you_mean(meant: str | None) -> str | None:
    return f"did you mean {meant}?" if meant else None


def _key(fault: Fault) -> str | None:
    part = part_at(fault.model, fault.path[:-1])
    if part is None:
        return None
    keys = f"its keys: {', '.join(part.model_fields)}"
    return key_hint(str(fault.path[-1]), [part], quote="`") or keys


def key_hint(word: str, parts: Sequence[type[BaseModel]], quote: str = "'") -> str | None:
    """The key of some parts that a word means, and where there is a key called like the word."""
    fields = {key: field for part in parts for key, field in part.model_fields.items()}
    near = nearest(word, fields)
    told = [] if near is None else [f"did you mean {quote}{near}{quote}?"]
    if near is not None and by_meaning(word.casefold(), fields) == near:
        told.append(f"It says: {_in_short(fields[near])}")
    for key in fields:
        if any(word in part.model_fields for part in _parts_below(parts, key)):
            told.append(f"`{key}` has a key `{word}`.")
    return " ".join(told) or None


def _in_short(field: FieldInfo) -> str:
    """The first sentence of what a key says."""
    described = " ".join((field.description or "").split())
    return described.partition(". ")[0].removesuffix(".") + "."


def _parts_below(parts: Sequence[type[BaseModel]], key: str) -> list[type[BaseModel]]:
    found = (part_at(part, (key,)) for part in parts)
    return [part for part in found if part is not None]


def _what_is_missing(fault: Fault) -> str | None:
    part = part_at(fault.model, fault.path)
    field = part.model_fields.get(str(fault.missing)) if part else None
    described = " ".join((field.description or "").split()) if field else ""
    return f"`{fault.missing}` says: {described}" if described else None


def _keys(fault: Fault) -> str | None:
    part = part_at(fault.model, fault.path)
    if part is None:
        return None
    keys = f"its keys: {', '.join(part.model_fields)}"
    bounds = [f"{{{key}: {cut(fault.written)}}}" for key in _bounds(fault.value, part)]
    return f"write {' or '.join(bounds)}; {keys}" if bounds else keys


def _bounds(value: Any, part: type[BaseModel]) -> list[str]:
    """The keys of a part that may be meant where it is given as one number, or one span."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return []
    keys = ("limit",) if isinstance(value, str) else ("least", "wanted", "most")
    return [key for key in keys if key in part.model_fields]


def _map(fault: Fault) -> str:
    return "write {} for none" if fault.value is None else "write `NAME: ...`, each on its own line"


def _list(fault: Fault) -> str | None:
    if fault.value is None:
        return "write [] for none"
    if isinstance(fault.value, (dict, list)):
        return None
    if isinstance(fault.value, (int, float)) and set(kinds_at(fault.model, (*fault.path, 0))) == {
        str
    }:
        return "it names each, as [one, another]"
    return f"a list of one is written [{fault.written}]" if len(fault.written) <= LONGEST else None


def _as_text(fault: Fault) -> str | None:
    if isinstance(fault.value, (int, float)):
        return f"in quotes it is text: {quoted(fault.written)}"
    return None


def _as_number(fault: Fault) -> str | None:
    value = _read(fault)
    if isinstance(value, float) and value.is_integer():
        return f"did you mean {int(value)}?"
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        if fault.written[:1] in _QUOTES:
            return f"without quotes it is a number: {cut(value)}"
        return f"did you mean {cut(value)}?"
    return None


def _nearest_option(fault: Fault) -> str | None:
    options = options_at(fault.model, fault.path)
    if options and not any(isinstance(option, str) for option in options):
        return _as_number(fault)
    near = nearest(str(fault.value), map(str, options))
    return f"did you mean '{near}'?" if near and near != str(fault.value) else None


def _name(fault: Fault) -> str | None:
    if fault.limits.get("pattern") != NAME_PATTERN:
        return None
    name = str(fault.value)
    if len(name) > LONGEST_NAME:
        return f"this one has {len(name):,}"
    unseen = next((it for it in name if unseen_in_a_name(it)), None)
    if unseen is not None:
        return f"write a plain space, or nothing, in place of U+{ord(unseen):04X} in it"
    return "a name is any text without equals signs, with no space at either end"


def _zone_hint(fault: Fault) -> str:
    return fault.text


def _part_of_day(fault: Fault) -> str | None:
    if fault.text.startswith("a zone"):
        return fault.text
    meant = dates_meant(_read(fault))
    if meant is None and any(map(named_zone, str(fault.value).split(".."))):
        return _IN_UTC
    if meant and ".." in meant and Window not in kinds_at(fault.model, fault.path):
        return None
    return _did_you_mean(meant)


_HINTS: dict[str, Callable[[Fault], str | None]] = {
    "extra_forbidden": _key,
    "missing": _what_is_missing,
    "model_type": _keys,
    "dict_type": _map,
    "list_type": _list,
    "string_type": _as_text,
    "int_type": _as_number,
    "float_type": _as_number,
    "bool_type": lambda fault: _did_you_mean(truth_meant(_read(fault))),
    "literal_error": _nearest_option,
    "string_pattern_mismatch": _name,
    "date": _part_of_day,
    "window": _part_of_day,
    "date_zone": _zone_hint,
    "span": lambda fault: _did_you_mean(span_meant(_read(fault))),
}
