"""What is wrong with a value, in a planner's words."""

from __future__ import annotations

import re
from collections.abc import Callable

from lifeboat.days import Window
from lifeboat.files.nearest import in_quotes
from lifeboat.files.validation.clock_times import named_zone
from lifeboat.files.validation.fault import Fault
from lifeboat.files.validation.shape import kinds_at, options_at, part_at
from lifeboat.files.validation.words import noun, quoted, rather_than, subject
from lifeboat.scenario.part import LONGEST_NAME, NAME_PATTERN


def message(fault: Fault) -> str:
    """What is wrong, in one sentence."""
    say = _MESSAGES.get(fault.kind, _as_pydantic_says)
    return say(fault)


def _subject_of(fault: Fault) -> str:
    return subject(fault.path, at_key=fault.at_key)


def _should_be(what: str) -> Callable[[Fault], str]:
    return lambda fault: f"{_subject_of(fault)} should be {what}{rather_than(fault.value)}"


def _unknown_key(fault: Fault) -> str:
    return f"`{fault.path[-1]}` is not a key of {noun(part_at(fault.model, fault.path[:-1]))}"


def _missing_key(fault: Fault) -> str:
    return f"`{fault.missing}` is missing: {noun(part_at(fault.model, fault.path))} needs it"


def _not_a_part(fault: Fault) -> str:
    return _should_be(f"{noun(part_at(fault.model, fault.path))}, with keys of its own")(fault)


def _not_an_option(fault: Fault) -> str:
    options = options_at(fault.model, fault.path)
    if not options:
        return _as_pydantic_says(fault)
    texts = [option if isinstance(option, str) else None for option in options]
    said = in_quotes([text for text in texts if text], " or ")
    if not any(texts):
        said = " or ".join(map(str, options))
    return f"{_subject_of(fault)} should be {said}{rather_than(fault.value)}"


def _not_a_name(fault: Fault) -> str:
    if fault.limits.get("pattern") != NAME_PATTERN:
        return _as_pydantic_says(fault)
    if len(str(fault.value)) > LONGEST_NAME:
        return f"{_subject_of(fault)} is too long: a name has at most {LONGEST_NAME} characters"
    if fault.at_key:
        return f"{_subject_of(fault)} cannot be a name"
    return f"{_subject_of(fault)} should be a name{rather_than(fault.value)}"


def _too_long(fault: Fault) -> str:
    most = fault.limits["max_length"]
    return f"{_subject_of(fault)} has {len(str(fault.value)):,} letters, and at most {most} fit"


def _beyond(word: str, limit: str) -> Callable[[Fault], str]:
    def say(fault: Fault) -> str:
        return f"{_subject_of(fault)} should be {word} {fault.limits[limit]:g}, not {fault.value}"

    return say


def _time(fault: Fault) -> str:
    """The message for a date, window or span: our own text already, plus the value found."""
    if not fault.at_key and _zones(fault):
        zone = " and ".join(dict.fromkeys(_zones(fault)))
        return f"{_subject_of(fault)} names a time zone, {zone}: {quoted(str(fault.value))}"
    if fault.text.startswith("should"):
        found = "" if fault.at_key else rather_than(fault.value)
        return f"{_subject_of(fault)} {_expected(fault)}{found}"
    if fault.text.startswith("a zone"):
        return f"{_subject_of(fault)} lacks a time of day: {quoted(str(fault.value))}"
    said = fault.text.split(": ")[0]
    return f"{_subject_of(fault)} {said}" + (
        "" if fault.at_key else f": {quoted(str(fault.value))}"
    )


def _zones(fault: Fault) -> list[str]:
    """The time zones that a date, or the ends of a window, give by name."""
    parts = str(fault.value).split("..")
    return [zone for zone in map(named_zone, parts) if zone is not None]


def _expected(fault: Fault) -> str:
    if Window in kinds_at(fault.model, fault.path):
        return "should be a window such as 2023-02-19..2023-03-10"
    if fault.kind == "date":
        return "should be a date such as 2023-02-20 or an instant such as 2023-02-20T01:57Z"
    return fault.text


def _without_zone(fault: Fault) -> str:
    return f"{_subject_of(fault)} has a time that is not marked as UTC: {quoted(str(fault.value))}"


def _window_order(fault: Fault) -> str:
    return f"{_subject_of(fault)} {fault.text}"


def _as_pydantic_says(fault: Fault) -> str:
    said = re.sub(r"^(?:Value error|Assertion failed), ", "", fault.text)
    said = re.sub(r"^Input should", "should", said)
    return (
        f"{_subject_of(fault)} {said}"
        if said.startswith("should")
        else f"{_subject_of(fault)}: {said}"
    )


_MESSAGES: dict[str, Callable[[Fault], str]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "model_type": _not_a_part,
    "dict_type": _should_be("a map of names, each with a colon"),
    "list_type": _should_be("a list"),
    "string_type": _should_be("text"),
    "int_type": _should_be("a whole number"),
    "float_type": _should_be("a number"),
    "finite_number": _should_be("a finite number"),
    "bool_type": _should_be("true or false"),
    "literal_error": _not_an_option,
    "string_pattern_mismatch": _not_a_name,
    "string_too_long": _too_long,
    "greater_than_equal": _beyond("at least", "ge"),
    "less_than_equal": _beyond("at most", "le"),
    "date": _time,
    "date_zone": _without_zone,
    "span": _time,
    "window": _time,
    "window_order": _window_order,
}
