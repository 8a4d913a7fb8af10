"""A scenario and its file, as the checks see them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from lifeboat.days import Window
from lifeboat.errors import Mistake, Remark
from lifeboat.files.nearest import did_you_mean
from lifeboat.files.source import Source
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.in_flight import InFlight, in_flight
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Mode, Vehicle, VehicleType

STATION = "station"
"""The seat of a person aboard whose liner is in no vehicle."""
MOST_HINTS = 200

AnyPart = TypeVar("AnyPart")


@dataclass
class View:
    """A scenario, its file, and the names that are known without it."""

    source: Source
    scenario: Scenario
    types: Mapping[str, VehicleType]
    """The types the program knows and those of the scenario."""
    rule_names: Sequence[str]
    goal_names: Sequence[str]
    hints_left: int = MOST_HINTS
    instants: dict[str, datetime | None] = field(default_factory=dict)
    """The instants of dates as written, each read once."""

    def wrong(
        self, kind: str, path: Path, message: str, hint: str | None = None, *, key: bool = False
    ) -> Mistake:
        """A mistake in the value at a path, or in its key."""
        place = self.source.place(path, key=key)
        return Mistake(kind=kind, message=message, place=place, hint=hint)

    def told(
        self, kind: str, path: Path, message: str, hint: str | None = None, *, key: bool = False
    ) -> Remark:
        """A remark on the value at a path, or on its key."""
        place = self.source.place(path, key=key)
        return Remark(kind=kind, message=message, place=place, hint=hint)

    def unknown(
        self,
        what: str,
        name: str | None,
        path: Path,
        known: Collection[str],
        *,
        key: bool = False,
        otherwise: str | None = None,
    ) -> Iterator[Mistake]:
        """A mistake if a name is none of those known; its hint is the nearest or `otherwise`."""
        if name is None or name in known:
            return
        # Looking for the nearest name is slow, and nobody reads the thousandth hint.
        self.hints_left -= 1
        hint = (did_you_mean(name, known) or otherwise) if self.hints_left >= 0 else None
        kind = f"unknown-{what.replace(' ', '-')}"
        yield self.wrong(kind, path, f"there is no {what} '{name}'", hint, key=key)

    def vehicles(self, *, docked: bool) -> Iterator[tuple[str, Vehicle]]:
        """The vehicles that are docked at `as_of`, or those that are to come."""
        for name, vehicle in self.scenario.vehicles.items():
            if vehicle.is_docked(self.scenario.as_of) == docked:
                yield name, vehicle

    def in_flight(self, name: str | None) -> InFlight | None:
        """The flight of a vehicle that is on its way; None for any other."""
        vehicle = self.scenario.vehicles.get(name or "")
        kind = None if vehicle is None else self.types.get(vehicle.type)
        if vehicle is None or kind is None:
            return None
        return in_flight(vehicle, kind, self.scenario.as_of)

    def is_yet_to_come(self, name: str | None) -> bool:
        """Whether a vehicle is yet to be launched, or on its way."""
        vehicle = self.scenario.vehicles.get(name or "")
        if vehicle is None or vehicle.is_docked(self.scenario.as_of):
            return False
        return bool(vehicle.modes) or vehicle.is_on_its_way(self.scenario.as_of)

    def modes(self) -> Iterator[tuple[Path, str, Mode]]:
        """Every mode: its path, the name of its vehicle, and the mode itself."""
        for name, vehicle in self.scenario.vehicles.items():
            for each, mode in vehicle.modes.items():
                yield ("vehicles", name, "modes", each), name, mode

    def dated(
        self, path: Path, parts: Mapping[datetime, AnyPart]
    ) -> Iterator[tuple[Path, datetime, AnyPart]]:
        """The parts of a map by date: each with its path (its date as written) and date.

        Entries of the file that are not among the parts are passed over.
        """
        for written in self.source.value(path) if parts else ():
            if written not in self.instants:
                self.instants[written] = Window.read(written).opens
            date = self.instants[written]
            if date is not None and date in parts:
                yield (*path, written), date, parts[date]

    def seats(self, vehicle: Vehicle) -> int | None:
        """The seats of a vehicle, if its type is known."""
        kind = self.types.get(vehicle.type)
        return kind.seats if kind and vehicle.seats is None else vehicle.seats
