"""Rule 8: the station is never understaffed, nor would it be after any one departure."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lifeboat.counted import counted, one_or_many
from lifeboat.curves import Curve, total
from lifeboat.decisions import Decisions, Party
from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.rule import Rule
from lifeboat.scenario.facilities import Skill
from lifeboat.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class Shortage:
    """Too few people aboard in some slots: in all, or with a skill."""

    skill: str | None
    leaver: str | None
    """The vehicle whose departure would leave too few; None if there are too few already."""
    least: int
    there: int
    first: int
    end: int

    @property
    def person_slots(self) -> int:
        return (self.least - self.there) * (self.end - self.first)


class NeverUnderstaffed(Rule):
    name = "never-understaffed"
    title = "The station is never understaffed"
    sentence = (
        "At every slot the least crew is aboard, and the least number of people with each skill; "
        "where the scenario asks it, enough of them would remain if any one docked vehicle left "
        "with those whose way home is in it: who stays beyond the horizon counts with their "
        "planned vehicle or, where that is not there, with the only one that has seats."
    )
    feeds = "staffing"
    broken_once = (
        "Whoever is missing in a slot counts once for the crew and once for each skill, at once "
        "or after whichever departure leaves the fewest."
    )
    keys = ("station.crew", "station.skills", "people.skills")

    def contradictions(self, situation: Situation) -> Iterator[str]:
        if any(ship.may_dock_at_once for ship in situation.ships.values()):
            return  # Somebody may come in the first slot.
        station = situation.scenario.station
        aboard = [member for member in situation.members.values() if member.aboard]
        if len(aboard) < station.crew.least:
            there = f"{counted(len(aboard), 'people')} {one_or_many(len(aboard), 'are', 'is')}"
            yield f"{there} aboard, at least {station.crew.least} needed"
        for name, skill in station.skills.items():
            able = sum(name in member.skills for member in aboard)
            if able < skill.least:
                there = f"{counted(able, 'people')} aboard {one_or_many(able, 'are', 'is')}"
                yield f"{there} able to do {name}, at least {skill.least} needed"

    def post(self, decide: Decisions) -> None:
        if not decide.is_strict(self.name):
            return
        for subject, counts in people_needed(decide):
            for curve, least in counts:
                decide.never_below(self.name, subject, curve, least, seldom=True)

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for short in shortages(course):
            yield self.finding(
                course,
                short.skill or "crew",
                _say_shortage(short),
                (short.first, short.end),
                vehicles=() if short.leaver is None else (short.leaver,),
                see=(("station", "skills", short.skill) if short.skill else ("station", "crew"),),
            )


def people_needed(decide: Decisions) -> Iterator[tuple[str, list[tuple[Curve, int]]]]:
    """For the crew and for each skill: each count of people that must not fall below a minimum."""
    station = decide.situation.scenario.station
    yield "crew", [(decide.people.aboard(decide.parties), station.crew.least)]
    for name, skill in station.skills.items():
        able = [party for party in decide.parties if name in party.one.skills]
        counts = [(decide.people.aboard(able), skill.least)]
        if skill.after_departure:
            counts += _after_departures(decide, able, skill)
        yield name, counts


def _after_departures(
    decide: Decisions, able: list[Party], skill: Skill
) -> Iterator[tuple[Curve, int]]:
    """Who would remain; a vehicle that is not docked takes nobody away and requires nobody."""
    for ship in decide.situation.ships.values():
        bound = total(decide.people.leaving_with(party, ship) for party in able)
        stranded = decide.people.stranded(able, ship)
        if skill.least >= skill.after_departure and not bound.parts and stranded is None:
            continue  # It never takes any of them away, and `least` asks for as many.
        here = decide.flights.docked(ship) - decide.flights.gone(ship)
        remaining = decide.people.aboard(able) - bound - here * skill.after_departure
        # Alone it binds seldom, and is cheap; with those stranded it hardly ever binds.
        if stranded is None or decide.is_strict(NeverUnderstaffed.name):
            yield remaining, 0
        if stranded is not None:
            yield remaining - stranded, 0


def missing(course: Course) -> dict[str | None, int]:
    """Person-slots by which the crew (None) and each skill fall short of what is needed, at once or
    after any one departure, whichever is more.
    """
    most: Counter[tuple[str | None, int]] = Counter()
    for short in shortages(course):
        key = short.skill, short.first
        most[key] = max(most[key], short.person_slots)
    found: Counter[str | None] = Counter()
    for (skill, _), person_slots in most.items():
        found[skill] += person_slots
    return dict(found)


def shortages(course: Course) -> Iterator[Shortage]:
    """Every shortage in a plan, by stretches of time in which nothing changes."""
    station = course.situation.scenario.station
    marks = _staffing_marks(course)
    for first, end in itertools.pairwise(marks):
        yield from _short(course, None, station.crew.least, first, end)
        for name, skill in station.skills.items():
            yield from _short(course, name, skill.least, first, end)
            if skill.after_departure:
                yield from _short_after(course, name, skill.after_departure, first, end)


def able_aboard(course: Course, skill: str | None, slot: int) -> int:
    """How many people aboard have a skill; everybody aboard if none is named."""
    return sum(skill is None or skill in one.member.skills for one in course.aboard(slot))


def _short(
    course: Course, skill: str | None, least: int, first: int, end: int
) -> Iterator[Shortage]:
    there = able_aboard(course, skill, first)
    if there < least:
        yield Shortage(skill, None, least, there, first, end)


def _short_after(
    course: Course, skill: str, least: int, first: int, end: int
) -> Iterator[Shortage]:
    for voyage in course.voyages.values():
        if voyage.is_here(first):
            there = sum(
                skill in one.member.skills and not leaves_with(course, one, voyage, first)
                for one in course.aboard(first)
            )
            if there < least:
                yield Shortage(skill, voyage.ship.name, least, there, first, end)


def leaves_with(course: Course, one: Journey, voyage: Voyage, slot: int) -> bool:
    """Whether somebody would leave with a vehicle that leaves now: they are to go home on it or, if
    they stay beyond the horizon, their way home is in it. That is their planned vehicle; where it
    is not there, the only one with seats.
    """
    if one.home is not None:
        return one.home is voyage
    here = {name: it.ship for name, it in course.voyages.items() if it.is_here(slot)}
    way = one.member.way_home
    if way in here:
        return voyage.ship.name == way
    return [name for name, ship in here.items() if ship.seats] == [voyage.ship.name]


def _staffing_marks(course: Course) -> list[int]:
    marks = set(course.crew_changes())
    for voyage in course.voyages.values():
        marks |= {voyage.dock, *(() if voyage.undock is None else (voyage.undock,))}
    return sorted(mark for mark in marks if 0 <= mark <= course.situation.end)


def _say_shortage(short: Shortage) -> str:
    there = counted(short.there, "people")
    who = "aboard" if short.skill is None else f"able to do {short.skill}"
    if short.leaver is None:
        return f"{there} {who}, at least {short.least} needed"
    remain = f"if {short.leaver} left, {there} {who} would remain"
    return f"{remain}, at least {short.least} needed"
