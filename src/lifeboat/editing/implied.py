"""Lists that stand for something where a scenario leaves them out."""

from __future__ import annotations

from typing import Any, Final

from lifeboat.editing.draft import Draft
from lifeboat.files.yaml.nodes import Path
from lifeboat.goals import USUAL

EVERYTHING: Final = "everything"
"""A list left out that limits nothing: whatever is added to it is in it already."""


def implied(draft: Draft, path: Path) -> list[Any] | str | None:
    """The items of a list that is left out, `EVERYTHING`, or None if it has none."""
    match path:
        case ("people", str(who), "gear"):
            return _gear(draft, who)
        case ("vehicles", str(name), "improvised", "needs"):
            return _of_type(draft, name, "improvised_needs")
        case ("goals",):
            return list(USUAL)
        case ("people", _, "trained") | ("vehicles", _, "ports"):
            return EVERYTHING
        case ("ports" | "landing_sites", *_, "types"):
            return EVERYTHING
    return None


def _gear(draft: Draft, who: str) -> list[Any]:
    """What the seats of somebody's vehicle up need: of the planned one, or the one they are in."""
    ups = [draft.value("people", who, "up")]
    for name, vehicle in draft.names("vehicles").items():
        modes = (vehicle.get("modes") or {}).values()
        ups += [name for mode in modes if who in (mode.get("crew") or ())]
    vehicles = draft.names("vehicles")
    return next((_of_type(draft, up, "needs") for up in ups if up in vehicles), [])


def _of_type(draft: Draft, vehicle: str, key: str) -> list[Any]:
    return list(draft.value("vehicle_types", draft.type_of(vehicle) or "", key) or ())
