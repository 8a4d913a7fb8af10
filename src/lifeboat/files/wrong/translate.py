"""From the errors of a model to mistakes in a file."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from lifeboat.errors import SHOWN, Mistake
from lifeboat.files.source import Source
from lifeboat.files.wrong.fault import Fault, fault_of, likelier
from lifeboat.files.wrong.hints import hint, meant_key
from lifeboat.files.wrong.messages import message

_KINDS = {"extra_forbidden": "unknown-key", "missing": "missing-key"}
_TYPES = ("_type", "finite_number")


def mistakes_of(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Mistake]:
    """What a model refused, as mistakes with places, the likelier of two explanations only."""
    errors = error.errors(include_url=False, include_input=False)
    faults = likelier(fault_of(each, source, model) for each in errors)
    faults.sort(key=lambda fault: source.extent(fault.path, key=fault.at_own_key))
    meant = {(fault.path[:-1], meant_key(fault)) for fault in _unknown_keys(faults)[:SHOWN]}
    wanted = (f for f in faults if not f.missing or (f.path, f.missing) not in meant)
    # Looking for the nearest right thing is slow, and nobody reads the thousandth hint.
    return [_mistake(fault, hinted=number < SHOWN) for number, fault in enumerate(wanted)]


def _unknown_keys(faults: list[Fault]) -> list[Fault]:
    return [fault for fault in faults if fault.kind == "extra_forbidden"]


def _mistake(fault: Fault, *, hinted: bool) -> Mistake:
    return Mistake(
        kind=_kind(fault.kind),
        message=message(fault),
        place=fault.source.place(fault.path, key=fault.at_own_key),
        hint=hint(fault) if hinted else None,
    )


def _kind(kind: str) -> str:
    if kind.endswith(_TYPES):
        return "wrong-type"
    return _KINDS.get(kind, kind.replace("_", "-"))
