"""Which vehicle is at which port, and whether it fits."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import View
from lifeboat.files.nearest import in_quotes
from lifeboat.files.yaml.nodes import Path


def wrong_ports(view: View) -> Iterator[Mistake]:
    """Two vehicles on one port, and vehicles at ports that do not take them."""
    yield from _two_on_one(view)
    for name, vehicle in view.scenario.vehicles.items():
        here = ("vehicles", name)
        yield from _misfit(view, name, vehicle.port, (*here, "port"))
        for number, port in enumerate(vehicle.ports or ()):
            yield from _misfit(view, name, port, (*here, "ports", number))
        for path, _, port in view.dated((*here, "relocations"), vehicle.relocations):
            yield from _misfit(view, name, port, path)
        if vehicle.may_relocate is not None:
            for number, port in enumerate(vehicle.may_relocate.to or ()):
                path = (*here, "may_relocate", "to", number)
                yield from _does_not_take(view, name, port, path)
            if len(vehicle.relocations) > 1:
                message = (
                    f"'{name}' may be moved once, and {len(vehicle.relocations)} moves are stated"
                )
                hint = "state one, which a plan may change, or leave out `may_relocate`"
                yield view.wrong("contradiction", (*here, "relocations"), message, hint, key=True)


def _two_on_one(view: View) -> Iterator[Mistake]:
    at: dict[str, str] = {}
    for name, vehicle in view.vehicles(docked=True):
        if vehicle.port in at:
            message = f"port '{vehicle.port}' already has a vehicle, '{at[vehicle.port]}'"
            yield view.wrong("port-taken", ("vehicles", name, "port"), message)
        elif vehicle.port:
            at[vehicle.port] = name


def _misfit(view: View, name: str, port: str | None, path: Path) -> Iterator[Mistake]:
    wrong = list(_does_not_take(view, name, port, path))
    ports = view.scenario.vehicles[name].ports
    yield from wrong
    if not wrong and port in view.scenario.ports and ports is not None and port not in ports:
        message = f"port '{port}' is not among the `ports` of '{name}'"
        yield view.wrong("port-not-its-own", path, message, f"these are {in_quotes(ports)}")


def _does_not_take(view: View, name: str, port_name: str | None, path: Path) -> Iterator[Mistake]:
    vehicle = view.scenario.vehicles[name]
    port, kind = view.scenario.ports.get(port_name or ""), view.types.get(vehicle.type)
    if port is None or kind is None:
        return
    if kind.mechanism not in port.accepts:
        message = f"port '{port_name}' does not take the docking mechanism of '{name}', "
        hint = f"it takes {in_quotes(port.accepts)}"
        yield view.wrong("port-mechanism", path, message + f"'{kind.mechanism}'", hint)
    elif port.types is not None and vehicle.type not in port.types:
        message = f"port '{port_name}' does not take vehicles of type '{vehicle.type}'"
        yield view.wrong("port-type", path, message, f"it takes {in_quotes(port.types)}")
