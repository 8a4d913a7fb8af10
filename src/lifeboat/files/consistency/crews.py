"""The crews of modes: as many as fit, and nobody twice."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import View
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.vehicles import Mode, Vehicle


def wrong_crews(view: View) -> Iterator[Mistake]:
    """Crews too large, too small, or with somebody twice."""
    for path, name, mode in view.modes():
        vehicle = view.scenario.vehicles[name]
        yield from _empty(view, path, vehicle, mode) if not mode.crew else ()
        yield from _size(view, path, vehicle, len(mode.crew)) if mode.crew else ()
        yield from _person_twice(view, (*path, "crew"), mode)


def _empty(view: View, path: Path, vehicle: Vehicle, mode: Mode) -> Iterator[Mistake]:
    kind = view.types.get(vehicle.type)
    if kind and "up" not in kind.flies_empty:
        message = f"mode '{path[-1]}' has no crew, but type '{vehicle.type}' cannot fly up empty"
        hint = "give it a `crew`, or its type `flies_empty: [up]`"
        yield view.wrong("crew-empty", path, message, hint, key=True)


def _size(view: View, path: Path, vehicle: Vehicle, crew: int) -> Iterator[Mistake]:
    kind, seats = view.types.get(vehicle.type), view.seats(vehicle)
    here = (*path, "crew")
    if seats is not None and crew > seats:
        message = f"a crew of {crew} is more than the seats of '{path[1]}', {seats}"
        yield view.wrong("crew-large", here, message)
    elif kind and kind.crew and kind.crew.most is not None and crew > kind.crew.most:
        message = (
            f"a crew of {crew} is more than type '{vehicle.type}' carries up, {kind.crew.most}"
        )
        yield view.wrong("crew-large", here, message)
    if kind and kind.crew and crew < kind.crew.least:
        message = f"a crew of {crew} is less than type '{vehicle.type}' needs, {kind.crew.least}"
        yield view.wrong("crew-small", here, message)


def _person_twice(view: View, path: Path, mode: Mode) -> Iterator[Mistake]:
    seen = set()
    for number, name in enumerate(mode.crew):
        if name in seen:
            yield view.wrong("person-twice", (*path, number), f"'{name}' is in this crew twice")
        seen.add(name)
