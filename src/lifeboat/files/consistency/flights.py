"""Vehicles that are to be launched."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.days import DAY, say_instant
from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import View
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.vehicles import Vehicle


def wrong_flights(view: View) -> Iterator[Mistake]:
    """Vehicles that cannot come, plans in the past, vehicles that follow or relieve themselves."""
    for name, vehicle in view.vehicles(docked=False):
        if not vehicle.is_on_its_way(view.scenario.as_of):
            yield from _no_way_up(view, name, vehicle)
        yield from _past(view, name, vehicle)
    for name, vehicle in view.scenario.vehicles.items():
        for mode, it in vehicle.modes.items():
            if name in it.after:
                here = ("vehicles", name, "modes", mode, "after", name)
                yield view.wrong("after-itself", here, f"'{name}' cannot follow itself", key=True)
        if name in vehicle.relieves:
            path = ("vehicles", name, "relieves", name)
            yield view.wrong("relieves-itself", path, f"'{name}' cannot relieve itself", key=True)


def _no_way_up(view: View, name: str, vehicle: Vehicle) -> Iterator[Mistake]:
    here = ("vehicles", name)
    if not vehicle.modes:
        message = f"vehicle '{name}' is neither docked nor has `modes` to be launched in"
        hint = "give `port` and `docked`, or `modes` with their windows"
        yield view.wrong("neither-docked-nor-to-come", here, message, hint, key=True)
    if vehicle.launched:
        message = f"vehicle '{name}' has been launched, but is not `docked`"
        hint = "give `docked`, when it is to dock, or leave it out"
        yield view.wrong("launched-not-docked", (*here, "launched"), message, hint, key=True)


def _past(view: View, name: str, vehicle: Vehicle) -> Iterator[Mistake]:
    as_of, here = view.scenario.as_of, ("vehicles", name)
    planned = None if view.in_flight(name) else vehicle.planned
    for key, date in (("planned", planned), ("leaves", vehicle.leaves)):
        if date and date.is_before(as_of):
            message = (
                f"`{key}` is before `as_of`, {say_instant(as_of)}, but '{name}' is yet to come"
            )
            hint = "if it has been launched, its mode needs a window that holds that date"
            yield view.wrong(
                "before-as-of", (*here, key), message, hint if key == "planned" else None
            )
    if vehicle.planned and vehicle.leaves and _is_before(vehicle.leaves, vehicle.planned):
        message = f"'{name}' leaves before it is launched, {vehicle.planned}"
        yield view.wrong("date-order", (*here, "leaves"), message)


def _is_before(leaves: Planned, planned: Planned) -> bool:
    """Whether nothing left within one planned date can be launched within the other before."""
    if leaves.closes is None or planned.opens is None:
        return False
    is_one_day = leaves.opens is not None and leaves.closes - leaves.opens <= DAY
    return leaves.closes <= planned.opens or (is_one_day and leaves.opens == planned.opens)
