"""The station from each date on at which anything changes, until the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lifeboat.answers.days import DayView, Missing, PlaceCount, ShipDay, SupplyLeft
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.ledger import Entry, Ledger
from lifeboat.plans.supplies import levels
from lifeboat.questions.days.events import events
from lifeboat.rules.never_understaffed import Shortage, able_aboard, shortages
from lifeboat.situation.ship import FOREVER


def dates(course: Course, ledger: Ledger, also: Iterable[int] = ()) -> Iterator[DayView]:
    """The station, stretch by stretch.

    Args:
        course: the plan on its grid.
        ledger: who has which place.
        also: slots to begin a stretch in whether or not anything changes.
    """
    happens = events(course)
    marks = {0, *happens, *also}
    marks |= {edge for entry in ledger.entries for edge in (entry.first, entry.end)}
    slots = sorted(mark for mark in marks if 0 <= mark < course.situation.end)
    short = list(shortages(course))
    stores = {it: levels(course, it) for it in course.situation.scenario.station.supplies}
    for first, end in pairwise([*slots, course.situation.end]):
        needed = (_missing(it) for it in short if it.first <= first < it.end)
        missing = (*needed, *_wanted(course, first))
        left = tuple(
            _supply_left(course, name, first, level[first]) for name, level in stores.items()
        )
        update = {
            "happens": tuple(happens.get(first, ())),
            "missing": missing,
            "supplies": left,
        }
        yield _one_date(course, ledger, first, end).model_copy(update=update)


def _one_date(course: Course, ledger: Ledger, first: int, end: int) -> DayView:
    at = course.situation.clock.instant
    held = [entry for entry in ledger.entries if entry.first <= first < entry.end]
    here = (it for it in course.voyages.values() if it.is_here(first))
    ships = tuple(_ship(course, voyage, first, held) for voyage in here)
    aboard = tuple(one.member.name for one in course.aboard(first))
    places = _all_together(ship.places for ship in ships)
    return DayView(
        date=at(first),
        until=at(end),
        happens=(),
        aboard=aboard,
        places=places,
        margin=places.all - len(aboard),
        without_a_place=tuple(entry.person for entry in held if entry.quality == "none"),
        missing=(),
        ships=ships,
    )


def _ship(course: Course, voyage: Voyage, slot: int, held: Iterable[Entry]) -> ShipDay:
    ship, days = voyage.ship, course.situation.clock.days
    stop = next(stop for stop in voyage.stops if stop.first <= slot < stop.end)
    seated = (it for it in held if it.ship == ship.name and it.quality != "none")
    return ShipDay(
        vehicle=ship.name,
        port=stop.port,
        state=ship.spell(slot).state,
        day=days(slot - voyage.launch),
        life=None if ship.life >= FOREVER else days(ship.life),
        life_most=None if ship.life_most >= FOREVER else days(ship.life_most),
        places=_places_of(voyage, slot),
        could_leave=tuple(entry.person for entry in seated),
    )


def _places_of(voyage: Voyage, slot: int) -> PlaceCount:
    places = voyage.ship.spell(slot).places
    if voyage.is_past_life(slot):
        return PlaceCount(nominal=0, improvised=0, damaged=places.all)
    return PlaceCount(nominal=places.nominal, improvised=places.improvised, damaged=places.damaged)


def _all_together(counts: Iterable[PlaceCount]) -> PlaceCount:
    every = list(counts)
    return PlaceCount(
        nominal=sum(it.nominal for it in every),
        improvised=sum(it.improvised for it in every),
        damaged=sum(it.damaged for it in every),
    )


def _supply_left(course: Course, name: str, slot: int, level: float) -> SupplyLeft:
    supply = course.situation.scenario.station.supplies[name]
    gone = FOREVER if supply.gone_from is None else course.situation.clock.at(supply.gone_from)
    left = level if slot < gone else min(level, 0.0)
    return SupplyLeft(supply=name, unit=supply.unit, left=round(left, 3) + 0.0)


def _missing(short: Shortage) -> Missing:
    return Missing(skill=short.skill, there=short.there, needed=short.least, without=short.leaver)


def _wanted(course: Course, slot: int) -> Iterator[Missing]:
    """Where fewer are aboard than are wanted, though they may be enough."""
    station = course.situation.scenario.station
    skills = ((name, skill.wanted) for name, skill in station.skills.items())
    for skill, wanted in ((None, station.crew.wanted), *skills):
        there = able_aboard(course, skill, slot)
        if there < (wanted or 0):
            yield Missing(
                skill=skill, there=there, needed=wanted or 0, without=None, only_wanted=True
            )
