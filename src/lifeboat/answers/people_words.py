"""People in words: who rides, lands or is left behind otherwise than planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lifeboat.answers.against_plan import (
    bumped,
    comes_as_planned,
    lands_otherwise,
    planned_landing,
    rides_otherwise,
    unsafe_rides,
)
from lifeboat.answers.listing import listed_most
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.landings import lands_at
from lifeboat.plans.ledger import Ledger

_PLACES = {
    "damaged": "a damaged vehicle",
    "improvised": "an improvised place",
    "none": "no place of their own",
}


def people_sentences(course: Course, ledger: Ledger) -> Iterator[str]:
    """Who does not fly as planned: another vehicle, another date, a lesser place, not at all."""
    for ship, names in bumped(course).items():
        yield f"{listed_most(names)} {_verb(names, 'does', 'do')} not fly (planned on {ship})."
    for (ship, planned), names in _come_otherwise(course).items():
        comes = _verb(names, "comes", "come")
        yield f"{listed_most(names)} {comes} up on {ship} (planned {planned})."
    for home, people in rides_otherwise(course).items():
        yield from _ride_sentences(course, home, people)
    yield from _landing_sentences(course)
    yield from _unsafe_sentences(course, ledger)


def _verb(names: list[str], one: str, many: str) -> str:
    return one if len(names) == 1 else many


def _come_otherwise(course: Course) -> dict[tuple[str, str], list[str]]:
    """Who comes up on another vehicle than planned, by that vehicle and the planned one."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in course.journeys.values():
        if one.up is not None and one.member.up is not None and not comes_as_planned(one):
            found.setdefault((one.up.ship.name, one.member.up), []).append(one.member.name)
    return found


def _ride_sentences(course: Course, home: str | None, people: list[Journey]) -> Iterator[str]:
    """Those who go home on another vehicle, or stay, by what they were to go home on and when."""
    for (vehicle, planned), names in _together(course, people).items():
        if home is None:
            was = f" (planned to land {planned})" if planned else f" (planned on {vehicle})"
            yield f"{listed_most(names)} {_verb(names, 'stays', 'stay')} beyond the horizon{was}."
            continue
        undock, known = course.voyages[home].undock, [vehicle] if vehicle else []
        when = "" if undock is None else f" on {course.situation.clock.say(undock)}"
        if planned and any(lands_otherwise(course, it) for it in people):
            known.append(planned)
        was = f" (planned {', '.join(known)})" if known else ""
        yield f"{listed_most(names)} {_verb(names, 'goes', 'go')} home on {home}{when}{was}."


def _together(course: Course, people: Iterable[Journey]) -> dict[tuple[str | None, str], list[str]]:
    """Names by the planned vehicle home and the planned landing."""
    found: dict[tuple[str | None, str], list[str]] = {}
    for one in people:
        planned = str(planned_landing(course, one.member) or "")
        found.setdefault((one.member.home, planned), []).append(one.member.name)
    return found


def _landing_sentences(course: Course) -> Iterator[str]:
    """Those who land on another date than planned, on the vehicle planned for them."""
    as_planned = [
        one
        for one in course.journeys.values()
        if one.home is not None and one.home.ship.name == one.member.home
    ]
    for voyage in course.voyages.values():
        late = [it for it in as_planned if it.home is voyage and lands_otherwise(course, it)]
        for (_, planned), names in _together(course, late).items():
            when = lands_at(course, voyage)
            assert when is not None, "whoever lands does so on a vehicle that undocks"
            day = course.situation.clock.say(course.situation.clock.at(when))
            yield f"{listed_most(names)} {_verb(names, 'lands', 'land')} {day} (planned {planned})."


def _unsafe_sentences(course: Course, ledger: Ledger) -> Iterator[str]:
    found: dict[tuple[str, str], list[str]] = {}
    for journey, quality in unsafe_rides(course, ledger):
        assert journey.home is not None, "a ride home is on a vehicle"
        found.setdefault((journey.home.ship.name, quality), []).append(journey.member.name)
    for (ship, place), names in found.items():
        rides = _verb(names, "rides", "ride")
        yield f"{listed_most(names)} {rides} home unsafely on {ship}, in {_PLACES[place]}."
