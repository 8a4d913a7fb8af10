"""What is not as in the plan of record: flights, flights left out, people left behind."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.listing import listed_most
from lifeboat.answers.option import Option
from lifeboat.counted import counted
from lifeboat.showing.digest.section import MOST_PEOPLE, Row, Section, folded

_MOST = 7


def changed(option: Option, *, full: bool) -> Section:
    """The section about what is not as planned."""
    rows = [*_not_flown(option), *_flown_otherwise(option), *_left_behind(option)]
    if not rows:
        return Section("changed", notes=("Every vehicle is as planned.",))
    kept, more = folded(rows, _MOST, full=full)
    notes = [f"and {more} more (--full)"] * bool(more)
    same = sum(not flight.changes for flight in option.flights)
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


def _left_behind(option: Option) -> Iterator[Row]:
    together: dict[str, list[str]] = {}
    for it in option.bumped:
        together.setdefault(it.vehicle, []).append(it.person)
    for vehicle, people in together.items():
        verb = "does" if len(people) == 1 else "do"
        yield vehicle, f"{listed_most(people, MOST_PEOPLE)} {verb} not fly"
