"""Vehicles docked at `as_of`: the keys they need, and the keys they may not have."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.counted import counted
from lifeboat.days import say_instant
from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import STATION, View
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.vehicles import Vehicle

_FOR_FLIGHTS = ("modes", "pad", "planned", "planned_mode")


def wrong_dockings(view: View) -> Iterator[Mistake]:
    """Docked vehicles with keys missing, out of place or out of order."""
    if STATION in view.scenario.vehicles:
        message = f"a vehicle cannot be called '{STATION}': as a seat it means no vehicle"
        yield view.wrong("reserved-name", ("vehicles", STATION), message, key=True)
    for name, vehicle in view.vehicles(docked=True):
        yield from _too_little(view, name, vehicle)
        yield from _too_much(view, name, vehicle)
        yield from _dates_in_order(view, name, vehicle)
    for name, vehicle in view.scenario.vehicles.items():
        yield from _conditions(view, name, vehicle)


def _too_little(view: View, name: str, vehicle: Vehicle) -> Iterator[Mistake]:
    here = ("vehicles", name)
    if vehicle.port is None:
        message = f"vehicle '{name}' is docked, but at which `port` is not said"
        yield view.wrong("missing-key", here, message, key=True)
    if vehicle.docked is None:
        message = f"vehicle '{name}' is at a port, but since when it is `docked` is not said"
        hint = "the ports a vehicle may come to are given as `ports: [...]`"
        yield view.wrong("missing-key", (*here, "port"), message, hint, key=True)


def _too_much(view: View, name: str, vehicle: Vehicle) -> Iterator[Mistake]:
    for key in _FOR_FLIGHTS:
        if getattr(vehicle, key):
            message = f"vehicle '{name}' is docked: `{key}` is for vehicles to be launched"
            hint = "leave it out, or leave out `port` and `docked`"
            yield view.wrong("docked-and-to-come", ("vehicles", name, key), message, hint, key=True)


def _dates_in_order(view: View, name: str, vehicle: Vehicle) -> Iterator[Mistake]:
    as_of, here = view.scenario.as_of, ("vehicles", name)
    for key, date in (("docked", vehicle.docked), ("launched", vehicle.launched)):
        if date and date > as_of:
            message = f"`{key}` is after `as_of`, {say_instant(as_of)}: nothing later is known"
            hint = (
                "for a vehicle on its way, give `launched` before `as_of`; for one to be launched, "
                "`modes` with windows, and `planned`"
            )
            yield view.wrong("after-as-of", (*here, key), message, hint)
    if vehicle.docked and vehicle.launched and vehicle.launched > vehicle.docked:
        message = f"vehicle '{name}' was docked before it was launched"
        yield view.wrong("date-order", (*here, "launched"), message)
    if vehicle.leaves and vehicle.docked and vehicle.leaves.is_before(vehicle.docked):
        message = f"vehicle '{name}' leaves before it was docked, {say_instant(vehicle.docked)}"
        yield view.wrong("date-order", (*here, "leaves"), message)


def _conditions(view: View, name: str, vehicle: Vehicle) -> Iterator[Mistake]:
    path = ("vehicles", name, "conditions")
    for here, _, condition in view.dated(path, vehicle.conditions):
        if condition.state == "emergency-only":
            yield from _too_many_places(view, here, vehicle, condition.places or 0)
            continue
        for key in ("places", "ride_home"):
            if key in condition.model_fields_set:
                message = f"`{key}` is for state 'emergency-only', not for '{condition.state}'"
                yield view.wrong("condition", (*here, key), message, key=True)


def _too_many_places(view: View, here: Path, vehicle: Vehicle, places: int) -> Iterator[Mistake]:
    kind, seats = view.types.get(vehicle.type), view.seats(vehicle)
    if kind is None or seats is None:
        return
    improvised = vehicle.improvised.places if vehicle.improvised else kind.improvised
    if places > seats + improvised:
        most = counted(seats, "seats")
        if improvised:
            most += f" and {counted(improvised, 'improvised places')}"
        message = f"`places` is {places}, more than the {most} of '{here[1]}'"
        hint = "give it `improvised` places if more people can be held in it"
        yield view.wrong("bounds", (*here, "places"), message, hint)
