"""Rule 12: a vehicle that flies with people has somebody in it who can fly it."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Sum, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.flights_keep_their_windows import FlightsKeepTheirWindows
from lifeboat.rules.rule import Rule
from lifeboat.situation.ship import Ship, Way
from lifeboat.situation.situation import Situation


def missing_up(situation: Situation, ship: Ship, way: Way) -> list[str]:
    """The skills that a vehicle needs to come up with people, and that nobody of a mode has."""
    crew = [situation.members[name] for name in way.crew]
    return [
        skill
        for skill in ship.skills_up
        if crew and not any(skill in member.skills for member in crew)
    ]


class WhoCanFly(Rule):
    name = "who-can-fly"
    title = "Somebody can fly it"
    sentence = (
        "A vehicle that comes up with people, or leaves with people, has somebody in it with each "
        "skill that it needs for that."
    )
    broken_once = (
        "It is broken once for each vehicle that comes up or leaves with nobody in it who can."
    )
    keys = ("vehicle_types.crew_skills", "vehicles.crew_skills", "people.skills")

    def contradictions(self, situation: Situation) -> Iterator[str]:
        if not FlightsKeepTheirWindows().is_strict(situation):
            return
        for ship in situation.ships.values():
            missing = [skill for way in ship.ways for skill in missing_up(situation, ship, way)]
            able = [way for way in ship.ways if not missing_up(situation, ship, way)]
            may_stay_down = ship.may_cancel or ship.comes_later(situation.end)
            if ship.ways and not able and not may_stay_down:
                yield f"{ship.name} must fly, but nobody of its crew is able to do {missing[0]}"

    def post(self, decide: Decisions) -> None:
        for ship in decide.situation.ships.values():
            for way in ship.ways:
                if missing_up(decide.situation, ship, way):
                    flies = decide.flights.flies(ship, way)
                    decide.require(self.name, ship.name, flies <= 0)
            for skill in ship.skills_down:
                self._way_down(decide, ship, skill)

    def _way_down(self, decide: Decisions, ship: Ship, skill: str) -> None:
        riders = [party for party in decide.parties if ship in decide.people.rides_home(party)]
        others = [party for party in riders if skill not in party.one.skills]
        able = [party for party in riders if skill in party.one.skills]
        most = sum(party.size for party in others)
        passengers, pilots = _left(decide, ship, others), _left(decide, ship, able)
        decide.require(self.name, ship.name, passengers <= pilots * most)

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for voyage in course.voyages.values():
            ship, way = voyage.ship, voyage.way
            if way is not None:
                for skill in missing_up(course.situation, ship, way):
                    who = f"{ship.name} comes up with {_and(way.crew)}"
                    yield self._nobody(course, voyage, skill, who, way.crew)
            leavers = tuple(one.member.name for one in course.leavers(voyage))
            for skill in _missing_down(course, voyage) if leavers else ():
                who = f"{ship.name} leaves with {_and(leavers)}"
                yield self._nobody(course, voyage, skill, who, leavers)

    def _nobody(
        self, course: Course, voyage: Voyage, skill: str, who: str, people: tuple[str, ...]
    ) -> Finding:
        name = voyage.ship.name
        return self.finding(
            course,
            name,
            f"{who}: nobody aboard is able to do {skill}",
            vehicles=(name,),
            people=people,
            see=(("vehicles", name), *(("people", one) for one in people)),
        )


def _left(decide: Decisions, ship: Ship, parties: list[Party]) -> Sum:
    """How many of these people leave on a vehicle within the horizon."""
    end = decide.situation.end
    return total_of(decide.people.left_on(party, ship).at(end) for party in parties)


def _missing_down(course: Course, voyage: Voyage) -> Iterator[str]:
    leavers = course.leavers(voyage)
    for skill in voyage.ship.skills_down:
        if not any(skill in one.member.skills for one in leavers):
            yield skill


def _and(names: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
