"""Rule 7: a person stays within their limits, or within a waiver, which is counted."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Curve, total
from lifeboat.decisions import Decisions, Party
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.rule import Rule
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.member import Member
from lifeboat.situation.ship import FOREVER
from lifeboat.situation.situation import Situation


def too_long(journey: Journey, stay: int, end: int) -> range:
    """The slots of the horizon that a person spends beyond a limit on their stay, until landing."""
    over = FOREVER if journey.launched is None else journey.launched + stay
    landing = end if journey.landing is None else min(end, journey.landing)
    return range(max(0, over), landing)


def launched(decide: Decisions, party: Party) -> Curve:
    """How many of a party have been launched."""
    one, ships = party.one, decide.situation.ships
    if one.aboard:
        known = FOREVER if one.launched is None else one.launched
        return decide.since(known) * party.size
    curves = (
        decide.flights.launched(ships[ship], ships[ship].way(way)) for ship, way in one.ways_up
    )
    return total(curves) * party.size


def landed(decide: Decisions, party: Party) -> Curve:
    """How many of a party can have landed: each as early as their vehicle can."""
    homes = decide.people.rides_home(party)
    return total(decide.people.left_on(party, ship).later(ship.flight_down) for ship in homes)


def landed_late(decide: Decisions, party: Party) -> Curve:
    """How many of a party must have landed: each as late as their vehicle can."""
    homes = decide.people.rides_home(party)
    return total(decide.people.left_on(party, ship).later(ship.flight_down_most) for ship in homes)


class PersonWithinLimits(Rule):
    name = "person-within-limits"
    title = "A person stays within their limits"
    sentence = (
        "From launch to landing a person stays within their longest stay, or within its waiver, "
        "every day beyond the limit counting as waived; and they land no earlier than their "
        "earliest and no later than their latest return."
    )
    feeds = "waived"
    broken_once = (
        "Each day beyond the waiver, before the earliest return or after the latest counts as the "
        "waived days do."
    )
    keys = ("people.stay", "people.return_window")

    def dates(self, situation: Situation, dates: Dates) -> None:
        for member in situation.members.values():
            for ship in situation.ships.values():
                undock = Event(ship.name, "undock")
                window = member.return_window
                dates.anchor(undock, window.first - ship.flight_down_most)
                dates.anchor(undock, window.end - 1 - ship.flight_down)
                for stay in {member.stay, member.stay_most} - {FOREVER}:
                    _link_stay(situation, dates, member, undock, stay - ship.flight_down)

    def contradictions(self, situation: Situation) -> Iterator[str]:
        for member in situation.members.values():
            if member.aboard and member.return_window.end <= 0:
                day = situation.clock.say(member.return_window.end)
                yield f"{member.name} had to land before {day} and is still aboard"

    def post(self, decide: Decisions) -> None:
        if not decide.is_strict(self.name):
            return
        for party in decide.parties:
            self._window(decide, party)
            if party.one.stay_most < FOREVER:
                over = launched(decide, party).later(party.one.stay_most)
                decide.never_below(self.name, party.one.name, landed(decide, party) - over)

    def _window(self, decide: Decisions, party: Party) -> None:
        window = party.one.return_window
        down, late = landed(decide, party), landed_late(decide, party)
        decide.require(self.name, party.one.name, late.at(window.first - 1) <= 0)
        decide.never_below(
            self.name, party.one.name, down - decide.people.arrived(party), first=window.end - 1
        )

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        clock, end = course.situation.clock, course.situation.end
        for journey in course.journeys.values():
            who = journey.member
            over = too_long(journey, who.stay_most, end)
            if over:
                limit = f"{clock.say_days(who.stay_most)} from launch"
                message = f"{who.name} stays {clock.say_days(len(over))} beyond {limit}"
                yield self._of(course, who, message, (over.start, over.stop))
            yield from self._return(course, journey)

    def _return(self, course: Course, journey: Journey) -> Iterator[Finding]:
        clock, end, who = course.situation.clock, course.situation.end, journey.member
        window, landing, late = who.return_window, journey.landing, journey.latest_landing
        if late is not None and late < window.first:
            message = f"{who.name} lands before {clock.say(window.first)}, the earliest return"
            yield self._of(course, who, message, (late, late + 1))
        last = end if landing is None else min(end, landing)
        first = max(window.end - 1, journey.first)
        if first < last:
            message = f"{who.name} has not landed by {clock.say(window.end)}, the latest return"
            overdue = max(first, window.end)
            yield self._of(course, who, message, (overdue, max(last, overdue + 1)))

    def _of(self, course: Course, who: Member, message: str, span: tuple[int, int]) -> Finding:
        see = (("people", who.name),)
        return self.finding(course, who.name, message, span, people=(who.name,), see=see)


def _link_stay(
    situation: Situation, dates: Dates, member: Member, undock: Event, span: int
) -> None:
    if member.launched is not None:
        dates.anchor(undock, member.launched + span)
    for name, mode in member.ways_up:
        way = situation.ships[name].way(mode)
        flight = 0 if way is None else way.flight
        dates.link(Event(name, "dock"), undock, span - flight)
