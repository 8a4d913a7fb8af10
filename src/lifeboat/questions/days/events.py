"""What happens in a plan, slot by slot, in words."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.listing import listed
from lifeboat.answers.supplies import cargo_in_words
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.liners import liner_moves
from lifeboat.plans.supplies import levels

Happening = tuple[int, str]
"""The slot in which something happens, and what."""


def events(course: Course) -> dict[int, list[str]]:
    """All that happens within the horizon, by slot: arrivals, departures, moves, conditions."""
    found: dict[int, list[str]] = {}
    for slot, what in _happenings(course):
        if 0 <= slot < course.situation.end:
            found.setdefault(slot, []).append(what)
    return found


def _happenings(course: Course) -> Iterator[Happening]:
    for voyage in course.voyages.values():
        yield from _comes_and_goes(course, voyage)
        yield from _ages(voyage)
    yield from _reseats(course)
    yield from _runs_out(course)


def _comes_and_goes(course: Course, voyage: Voyage) -> Iterator[Happening]:
    name, (first, *moves) = voyage.ship.name, voyage.stops
    if voyage.way is not None:
        crew = [one.member.name for one in course.journeys.values() if one.up is voyage]
        aboard = f" with {listed(crew)}" if crew else ""
        cargo = "".join(f", bringing {it}" for it in cargo_in_words(course, voyage).values())
        yield voyage.dock, f"{name} docks at {first.port or 'no port'}{aboard}{cargo}"
    for stop in moves:
        yield stop.first, f"{name} moves to {stop.port}"
    if voyage.undock is not None:
        riders = [one.member.name for one in course.leavers(voyage)]
        empty = " empty" if voyage.ship.takes_people else ""
        yield voyage.undock, f"{name} leaves" + (f" with {listed(riders)}" if riders else empty)


def _ages(voyage: Voyage) -> Iterator[Happening]:
    """A change of condition, and the end of a life, while it is there."""
    ship = voyage.ship
    for spell in ship.spells[1:]:
        if voyage.is_here(spell.first) and spell.first > voyage.dock:
            before = ship.spell(spell.first - 1)
            if before.state != spell.state:
                yield spell.first, f"{ship.name} is {spell.state}"
            elif before.places != spell.places:
                yield spell.first, f"{ship.name} has {spell.places.all} places"
    over = ship.life_over(voyage.launch)
    if voyage.is_here(over):
        yield over, f"{ship.name} is past its life"


def _reseats(course: Course) -> Iterator[Happening]:
    """Liners that move on the same day to the same place, together."""
    for (slot, ship), people in liner_moves(course).items():
        liners = f"{people[0]}'s liner" if len(people) == 1 else f"liners of {listed(people)}"
        yield slot, f"{liners} to {ship or 'the station'}"


def _runs_out(course: Course) -> Iterator[Happening]:
    """A supply that falls under its reserve, is used up, or is gone for good."""
    end = course.situation.end
    for name, supply in course.situation.scenario.station.supplies.items():
        gone = end
        if supply.gone_from is not None:
            gone = course.situation.clock.at(supply.gone_from)
            yield gone, f"{name} is gone"
        used_up = -supply.reserve, f"{name} is used up"
        in_reserve = (0.0, f"{name} is under its reserve")
        for least, what in (in_reserve, used_up) if supply.reserve else (used_up,):
            yield from ((slot, what) for slot in _falls(course, name, least, gone))


def _falls(course: Course, name: str, least: float, end: int) -> Iterator[int]:
    """Every slot in which what is left falls below an amount, up to the end of what matters."""
    before = least
    for slot, left in enumerate(levels(course, name)[: max(0, end)]):
        if left < least <= before:
            yield slot
        before = left
