"""The nearest right thing for a value that does not fit."""

from __future__ import annotations

from collections.abc import Callable

from lifeboat.days import Window
from lifeboat.files.nearest import nearest
from lifeboat.files.validation.fault import Fault
from lifeboat.files.validation.meant import dates_meant, span_meant, truth_meant
from lifeboat.files.validation.shape import kinds_at, options_at, part_at
from lifeboat.files.validation.words import LONGEST, cut, quoted
from lifeboat.scenario.part import LONGEST_NAME, NAME_PATTERN, unseen_in_a_name


def hint(fault: Fault) -> str | None:
    """The nearest right thing, if there is one."""
    say = _HINTS.get(fault.kind)
    return say(fault) if say else None


def meant_key(fault: Fault) -> str | None:
    """The key that an unknown one was probably meant to be."""
    part = part_at(fault.model, fault.path[:-1])
    return nearest(str(fault.path[-1]), part.model_fields) if part else None


def _did_you_mean(meant: str | None) -> str | None:
    return f"did you mean {meant}?" if meant else None


def _key(fault: Fault) -> str | None:
    meant = meant_key(fault)
    if meant:
        return f"did you mean `{meant}`?"
    part = part_at(fault.model, fault.path[:-1])
    return f"its keys: {', '.join(part.model_fields)}" if part else None


def _what_is_missing(fault: Fault) -> str | None:
    part = part_at(fault.model, fault.path)
    field = part.model_fields.get(str(fault.missing)) if part else None
    described = " ".join((field.description or "").split()) if field else ""
    return f"`{fault.missing}` says: {described}" if described else None


def _keys(fault: Fault) -> str | None:
    part = part_at(fault.model, fault.path)
    return f"its keys: {', '.join(part.model_fields)}" if part else None


def _map(fault: Fault) -> str:
    return "write {} for none" if fault.value is None else "write `NAME: ...`, each on its own line"


def _list(fault: Fault) -> str | None:
    if fault.value is None:
        return "write [] for none"
    if isinstance(fault.value, (dict, list)):
        return None
    return f"a list of one is written [{fault.written}]" if len(fault.written) <= LONGEST else None


def _as_text(fault: Fault) -> str | None:
    if isinstance(fault.value, (int, float)):
        return f"in quotes it is text: {quoted(fault.written)}"
    return None


def _as_number(fault: Fault) -> str | None:
    value = fault.value
    if isinstance(value, float) and value.is_integer():
        return f"did you mean {int(value)}?"
    if isinstance(value, str) and value.strip().isdecimal():
        return f"without quotes it is a number: {cut(value.strip())}"
    return None


def _nearest_option(fault: Fault) -> str | None:
    options = [str(option) for option in options_at(fault.model, fault.path)]
    near = nearest(str(fault.value), options)
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
    meant = dates_meant(fault.value)
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
    "bool_type": lambda fault: _did_you_mean(truth_meant(fault.value)),
    "literal_error": _nearest_option,
    "string_pattern_mismatch": _name,
    "date": _part_of_day,
    "window": _part_of_day,
    "date_zone": _zone_hint,
    "span": lambda fault: _did_you_mean(span_meant(fault.value)),
}
