"""Least and greatest numbers that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.counted import counted
from lifeboat.days import say_span
from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import View
from lifeboat.files.yaml.nodes import Path
from lifeboat.scenario.part import Limit
from lifeboat.scenario.vehicles import VehicleType


def wrong_bounds(view: View) -> Iterator[Mistake]:
    """Bounds in the wrong order, and waivers that waive nothing."""
    yield from _station_crew(view)
    yield from _skills(view)
    for name, kind in view.scenario.vehicle_types.items():
        yield from _crew_up(view, name, kind)
    for path, limit in _limits(view):
        yield from _waiver(view, path, limit)


def _station_crew(view: View) -> Iterator[Mistake]:
    crew, here = view.scenario.station.crew, ("station", "crew")
    yield from _less(view, here, ("wanted", crew.wanted), ("least", crew.least))
    yield from _less(view, here, ("most", crew.most), ("least", crew.least))
    yield from _less(view, here, ("most", crew.most), ("wanted", crew.wanted))
    yield from _less(view, here, ("most", crew.most), ("long_term", crew.long_term))
    if crew.above_long_term is not None and crew.long_term is None:
        message = "`above_long_term` means nothing without `long_term`"
        yield view.wrong("without", (*here, "above_long_term"), message, key=True)


def _skills(view: View) -> Iterator[Mistake]:
    for name, skill in view.scenario.station.skills.items():
        here = ("station", "skills", name)
        yield from _less(view, here, ("wanted", skill.wanted), ("least", skill.least))


def _crew_up(view: View, name: str, kind: VehicleType) -> Iterator[Mistake]:
    if kind.crew is None:
        return
    here = ("vehicle_types", name, "crew")
    yield from _less(view, here, ("most", kind.crew.most), ("least", kind.crew.least))
    for key, number in (("least", kind.crew.least), ("most", kind.crew.most or 0)):
        if number > kind.seats:
            message = (
                f"`{key}` is {number}, more than the {counted(kind.seats, 'seats')} of this type"
            )
            yield view.wrong("bounds", (*here, key), message)


def _less(
    view: View, here: Path, greater: tuple[str, int | None], less: tuple[str, int | None]
) -> Iterator[Mistake]:
    (key, most), (other, least) = greater, less
    if most is not None and least is not None and most < least:
        message = f"`{key}` is {most}, less than `{other}`, which is {least}"
        yield view.wrong("bounds", (*here, key), message)


def _limits(view: View) -> Iterator[tuple[Path, Limit | None]]:
    for name, kind in view.scenario.vehicle_types.items():
        yield ("vehicle_types", name, "life"), kind.life
    for name, vehicle in view.scenario.vehicles.items():
        yield ("vehicles", name, "life"), vehicle.life
    for name, person in view.scenario.people.items():
        yield ("people", name, "stay"), person.stay


def _waiver(view: View, path: Path, limit: Limit | None) -> Iterator[Mistake]:
    if limit and limit.waived_to is not None and limit.waived_to < limit.limit:
        waived, without = say_span(limit.waived_to), say_span(limit.limit)
        message = f"`waived_to` is {waived}, shorter than the limit without a waiver, {without}"
        yield view.wrong("bounds", (*path, "waived_to"), message, "a waiver makes a limit longer")
