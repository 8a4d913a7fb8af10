"""What is not as in the plan of record: flights, flights left out, people left behind."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.listing import listed_most
from lifeboat.answers.option import Option
from lifeboat.counted import counted
from lifeboat.showing.digest.section import MOST_PEOPLE, Section, folded
from lifeboat.showing.tables.table import Row

_MOST = 7


def changed(option: Option, *, elsewhere: str) -> Section:
    """The section about what is not as planned: all about a vehicle in one row."""
    together: dict[str, list[str]] = {}
    told = (*_not_flown(option), *_flown_otherwise(option), *_who_comes_otherwise(option))
    for vehicle, how in told:
        together.setdefault(vehicle, []).append(how)
    if not together:
        return Section("changed", notes=("Every vehicle is as planned.",))
    rows = [(vehicle, "; ".join(how)) for vehicle, how in together.items()]
    kept, more = folded(rows, _MOST, elsewhere=elsewhere)
    notes = [f"and {more} more ({elsewhere})"] * bool(more)
    same = sum(flight.vehicle not in together for flight in option.flights)
    notes += [f"{counted(same, 'other vehicles')} as planned"] * bool(same)
    return Section("changed", ("vehicle", "how"), kept, ("; ".join(notes),) if notes else ())


def _flown_otherwise(option: Option) -> Iterator[Row]:
    """Flights in another mode, or not planned, before those on another date alone."""
    flights = [flight for flight in option.flights if flight.changes]
    for flight in sorted(flights, key=lambda it: not _is_another_flight(it.changes)):
        yield flight.vehicle, "; ".join(flight.changes)


def _is_another_flight(changes: tuple[str, ...]) -> bool:
    return not all(change.startswith(("launch ", "undock ")) for change in changes)


def _not_flown(option: Option) -> Iterator[Row]:
    yield from ((vehicle, "cancelled") for vehicle in option.left_out)
    yield from ((vehicle, "after the horizon, not within it") for vehicle in option.after_horizon)


def _who_comes_otherwise(option: Option) -> Iterator[Row]:
    """Who was to come up on a vehicle and comes up on another, or not at all."""
    together: dict[tuple[str, str], list[str]] = {}
    for one in option.people:
        if one.up is not None and one.planned_up not in (None, one.up):
            together.setdefault((str(one.planned_up), one.up), []).append(one.person)
    for (planned, up), people in together.items():
        yield planned, f"{listed_most(people, MOST_PEOPLE)} up on {up}"
    behind: dict[str, list[str]] = {}
    for it in option.bumped:
        behind.setdefault(it.vehicle, []).append(it.person)
    for vehicle, people in behind.items():
        verb = "does" if len(people) == 1 else "do"
        yield vehicle, f"{listed_most(people, MOST_PEOPLE)} {verb} not fly"
