"""From the errors of a model to mistakes in a file."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from lifeboat.errors import MOST_MISTAKES, Mistake
from lifeboat.files.source import Source
from lifeboat.files.validation.fault import Fault, fault_of, likelier
from lifeboat.files.validation.hints import hint, meant_key
from lifeboat.files.validation.messages import message

_KINDS = {
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "literal_error": "choice",
    "string_pattern_mismatch": "name",
    "greater_than_equal": "bounds",
    "less_than_equal": "bounds",
    "date": "date",
    "date_zone": "date-zone",
    "span": "span",
    "window": "window",
    "window_order": "window-order",
}


def mistakes_of(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Mistake]:
    """The errors of a model as mistakes with places, of two explanations only the likelier."""
    errors = error.errors(include_url=False, include_input=False)[:MOST_MISTAKES]
    faults = likelier(fault_of(each, source, model) for each in errors)
    faults.sort(key=lambda fault: source.extent(fault.path, key=fault.at_own_key))
    unknown = (fault for fault in faults if fault.kind == "extra_forbidden")
    meant = {(fault.path[:-1], meant_key(fault)) for fault in unknown}
    wanted = (f for f in faults if not f.missing or (f.path, f.missing) not in meant)
    return [_mistake(fault) for fault in wanted]


def _mistake(fault: Fault) -> Mistake:
    return Mistake(
        kind=_kind(fault.kind),
        message=message(fault),
        place=fault.source.place(fault.path, key=fault.at_own_key),
        hint=hint(fault),
    )


def _kind(kind: str) -> str:
    return "wrong-type" if kind.endswith("_type") else _KINDS.get(kind, "value")
