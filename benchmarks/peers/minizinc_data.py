"""The figures of a case as MiniZinc data, for `plain.mzn`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from peers.data import Case, Craft, Group

Row = Callable[[Any], object]
LONG = 100_000
"""Days: later than everything."""


def data_of(case: Case, stage: int, kept: Iterable[int]) -> str:
    """The data of a case when the goal of a stage is minimised, those before it being kept."""
    figures = {
        "END": case.end,
        "LONG": LONG,
        "stage": stage,
        "kept": [*kept],
        **dict(_station(case)),
        **dict(_crafts(case)),
        **dict(_modes(case)),
        **dict(_groups(case)),
    }
    return "".join(f"{name} = {_say(value)};\n" for name, value in figures.items())


class _Name(str):
    """The name of a vehicle, a group, a pool, a pad or a skill."""


def _say(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, _Name):
        return f"'{value.replace(chr(39), '’')}'"
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(_say, value))) + "}"
    if isinstance(value, tuple):
        (first, second), rows = value[:-1], value[-1]
        return f"array2d({first}, {second}, {_say([cell for row in rows for cell in row])})"
    if isinstance(value, list):
        return "[" + ", ".join(map(_say, value)) + "]"
    return str(value)


def _enum(names: Iterable[str]) -> set[_Name]:
    return {_Name(name) for name in names}


def _order(names: Iterable[str]) -> list[str]:
    """Names in the order in which an enumeration has them, which is that of its text."""
    return sorted(names, key=lambda name: _say(_Name(name)))


def _pool(number: int) -> _Name:
    return _Name(f"pool {number:02}")


def _called(group: Group) -> str:
    return group.names[0]


def _station(case: Case) -> Iterator[tuple[str, object]]:
    pads, skills = _order(case.gaps), _order(case.skills)
    yield "POOL", {_pool(number) for number, _ in enumerate(case.pools)}
    yield "ports", [len(ports) for ports in case.pools]
    yield "turn_round", case.turn_round
    yield "PAD", _enum(pads)
    yield "gap", [case.gaps[name] for name in pads]
    yield "SKILL", _enum(skills)
    yield "skill_least", [case.skills[name].least for name in skills]
    yield "skill_wanted", [case.skills[name].wanted for name in skills]
    yield "skill_after", [case.skills[name].after_departure for name in skills]
    yield "crew_least", case.least
    yield "crew_wanted", case.wanted
    yield "crew_most", case.most


def _crafts(case: Case) -> Iterator[tuple[str, object]]:
    crafts = [case.crafts[name] for name in _order(case.crafts)]
    columns: dict[str, Callable[[Craft], object]] = {
        "is_docked": lambda it: it.is_docked,
        "launched": lambda it: it.launched or 0,
        "may_dock": lambda it: {_pool(number) for number in it.pools},
        "pad": lambda it: _enum([it.pad] if it.pad else []),
        "may_cancel": lambda it: it.may_cancel,
        "is_planned": lambda it: it.planned is not None,
        "planned_first": lambda it: it.planned[0] if it.planned else 0,
        "planned_last": lambda it: it.planned[1] if it.planned else 0,
        "ready": lambda it: it.ready,
        "flight_down": lambda it: it.flight_down,
        "life": lambda it: LONG if it.life is None else it.life,
        "life_most": lambda it: LONG if it.life_most is None else it.life_most,
        "damaged": lambda it: it.damaged,
        "has_seats": lambda it: it.has_seats,
        "flies_empty": lambda it: it.flies_empty,
    }
    yield "CRAFT", _enum(case.crafts)
    yield from ((name, [column(it) for it in crafts]) for name, column in columns.items())
    for name in ("seats", "extras", "seats_home", "extras_home", "sound_home"):
        yield name, ("CRAFT", "DAY", [list(getattr(it, name)) for it in crafts])
    reliefs = [(it.name, *relief) for it in crafts for relief in it.relieves]
    yield "reliefs", len(reliefs)
    yield "relief", [_Name(name) for name, _, _ in reliefs]
    yield "relieved", [_Name(name) for _, name, _ in reliefs]
    yield "overlap", [overlap for _, _, overlap in reliefs]


def _modes(case: Case) -> Iterator[tuple[str, object]]:
    modes = [(craft, mode) for craft in case.crafts.values() for mode in craft.modes]
    yield "modes", len(modes)
    yield "mode_craft", [_Name(craft.name) for craft, _ in modes]
    yield "mode_days", [set(mode.days) for _, mode in modes]
    yield "mode_flight", [mode.flight for _, mode in modes]


def _groups(case: Case) -> Iterator[tuple[str, object]]:
    modes = [(craft.name, mode.name) for craft in case.crafts.values() for mode in craft.modes]
    by_name = {_called(group): group for group in case.groups}
    groups = [by_name[name] for name in _order(by_name)]
    numbers = {way: number for number, way in enumerate(modes, start=1)}
    columns: dict[str, Callable[[Group], object]] = {
        "size": lambda it: it.size,
        "is_aboard": lambda it: it.aboard,
        "ways": lambda it: {numbers[way] for way in it.ways if way in numbers},
        "ways_planned": lambda it: {numbers[w] for w in it.ways if w in numbers and w[0] == it.up},
        "has_flight": lambda it: not it.aboard and it.up is not None,
        "sits_first": lambda it: _enum([it.seat] if it.seat else []),
        "home": lambda it: _enum([it.home] if it.home else []),
        "way_home": lambda it: _enum([it.way_home] if it.way_home else []),
        "has_return": lambda it: it.returns is not None,
        "return_first": lambda it: it.returns[0] if it.returns else 0,
        "return_last": lambda it: it.returns[1] if it.returns else 0,
        "skills": lambda it: _enum(it.skills & case.skills.keys()),
        "fits": lambda it: _enum(it.fits),
        "fits_extra": lambda it: _enum(it.fits_extra),
        "rides": lambda it: _enum(craft.name for craft in case.crafts.values() if it.rides(craft)),
    }
    yield "GROUP", _enum(by_name)
    yield from ((name, [column(it) for it in groups]) for name, column in columns.items())
    crafts = _order(case.crafts)
    for index, name in enumerate(("down_first", "down_last")):
        rows = [[group.flights_down[it][index] for it in crafts] for group in groups]
        yield name, ("GROUP", "CRAFT", rows)
