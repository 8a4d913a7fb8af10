"""Rule 3: people go home on a nominal seat of a sound vehicle, in which they sat before."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Sum
from lifeboat.decisions import Decisions, Party
from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger, seat_of
from lifeboat.rules.rule import Rule
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Places, Ship, Spell
from lifeboat.situation.situation import Situation
from lifeboat.situation.spells import departing


class HomeOnASoundSeat(Rule):
    name = "home-on-a-sound-seat"
    title = "People go home on a nominal seat of a sound vehicle"
    sentence = (
        "Whoever goes home holds a nominal seat in that vehicle in the slot before it undocks, and "
        "it is sound then and in the slot in which it undocks, unless the scenario lets people "
        "ride home on its other places; and a vehicle leaves with nobody aboard only if it can fly "
        "empty."
    )
    keys = (
        "vehicles.conditions",
        "vehicles.improvised",
        "vehicle_types.flies_empty",
    )

    def dates(self, situation: Situation, dates: Dates) -> None:
        for ship in situation.ships.values():
            undock = Event(ship.name, "undock")
            for spell in ship.spells:
                dates.anchor(undock, spell.first - 1, spell.first, spell.first + 1)
            dates.link(Event(ship.name, "dock"), undock, 1)

    def post(self, decide: Decisions) -> None:
        for ship in decide.situation.ships.values():
            riders = [party for party in decide.parties if ship in decide.people.rides_home(party)]
            for spell in departing(ship):
                self._hold(decide, ship, spell, riders)
            if sum(party.size for party in riders) > (most := _most(ship)):
                for away, goes in decide.people.departures(ship, riders):
                    if away.plain:
                        decide.require(self.name, ship.name, away <= goes * most)
            if not ship.flies_empty_down:
                everyone = leaving(decide, ship, riders, 0, decide.situation.end)
                gone = decide.flights.gone(ship).at(decide.situation.end - 1)
                decide.require(self.name, ship.name, gone <= everyone)
        for party in decide.parties:
            self._sat_before(decide, party)

    def _hold(self, decide: Decisions, ship: Ship, leaves: Spell, riders: list[Party]) -> None:
        """Those who leave while a vehicle is as in this spell have enough rides in it."""
        first, last = leaves.first - 1, min(leaves.end, decide.situation.end) - 1
        if last <= max(first, -1):
            return
        for fitting, places in _claims(ship, leaves.ride_home, riders):
            left = leaving(decide, ship, fitting, first, last)
            decide.require(self.name, ship.name, left <= places)
        if leaves.state == "unusable":
            gone = decide.flights.gone(ship)
            decide.require(self.name, ship.name, gone.at(last) <= gone.at(first))

    def _sat_before(self, decide: Decisions, party: Party) -> None:
        """Nobody leaves on a vehicle that was not ready for their liner in the slot before."""
        for ship in decide.people.rides_home(party):
            if not party.one.owns_a_seat_in(ship.name) and ship.reseat_from >= 0:
                left = decide.people.left_on(party, ship)
                decide.require(self.name, ship.name, left.at(ship.reseat_from) <= 0)

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for voyage in course.voyages.values():
            if voyage.undock is not None:
                yield from self._departure(course, voyage, ledger)
        for name, ride in course.plan.people.items():
            journey = course.journeys.get(name)
            if journey is not None and ride.home is not None and journey.home is None:
                yield self._never_leaves(course, journey, ride.home)

    def _departure(self, course: Course, voyage: Voyage, ledger: Ledger) -> Iterator[Finding]:
        assert voyage.undock is not None
        ship, leavers = voyage.ship, course.leavers(voyage)
        for who, why in _unfit(leavers, voyage, voyage.undock, ledger):
            message = f"{who.name} goes home on {ship.name}, but {why}"
            yield self._about(course, voyage, message, who)
        if not leavers and not ship.flies_empty_down:
            yield self._about(
                course, voyage, f"{ship.name} leaves with nobody aboard and cannot fly empty"
            )
        if ship.leaving(voyage.undock).state == "unusable":
            yield self._about(course, voyage, f"{ship.name} leaves while it is unusable")

    def _about(
        self, course: Course, voyage: Voyage, message: str, who: Member | None = None
    ) -> Finding:
        assert voyage.undock is not None
        name = voyage.ship.name
        return self.finding(
            course,
            name,
            message,
            (voyage.undock - 1, voyage.undock),
            vehicles=(name,),
            people=() if who is None else (who.name,),
            see=(("vehicles", name),),
        )

    def _never_leaves(self, course: Course, journey: Journey, home: str) -> Finding:
        who = journey.member.name
        return self.finding(
            course,
            home,
            f"{who} is to go home on {home}, which takes nobody home while {who} is aboard",
            vehicles=(home,),
            people=(who,),
            see=(("people", who),),
        )


def _unfit(
    leavers: list[Journey], voyage: Voyage, undock: int, ledger: Ledger
) -> Iterator[tuple[Member, str]]:
    """Who may not go home as they do, and why."""
    left = voyage.ship.leaving(undock).ride_home.all
    for one in leavers:
        why = _unseated(one, voyage, undock, ledger)
        if why is None and left <= 0:
            why = f"its condition leaves no place for {one.member.name}"
        if why is not None:
            yield one.member, why
        else:
            left -= 1


def _unseated(one: Journey, voyage: Voyage, undock: int, ledger: Ledger) -> str | None:
    name, ship, last = one.member.name, voyage.ship, undock - 1
    if one.first > last or seat_of(one, last) != ship.name:
        return "did not sit in it before"
    place = next(e.place for e in ledger.of_person(name) if e.first <= last < e.end)
    if place == "none":
        return "has no place in it"
    leaves = ship.leaving(undock)
    if leaves.state != ship.spell(last).state and not leaves.ride_home.all:
        return f"it is {leaves.state} by then"
    if place not in ship.homely(undock):
        return f"on {'an' if place == 'improvised' else 'a'} {place} place"
    if leaves.state != ship.spell(last).state and not one.member.fits(ship):
        return "no place that is left in it fits"
    return None


def _claims(ship: Ship, places: Places, riders: list[Party]) -> Iterator[tuple[list[Party], int]]:
    """For each set of people with the same claim, the most places there are for them."""
    seats = places.nominal + places.damaged
    fit = [party for party in riders if party.one.fits(ship)]
    loose = [party for party in riders if party.one.fits_improvised(ship)]
    yield riders, seats + places.improvised
    yield [party for party in riders if party not in loose], seats
    yield [party for party in riders if party not in fit], places.improvised


def _most(ship: Ship) -> int:
    """The most people it can ever take home."""
    homely = (spell.ride_home for spell in ship.spells)
    return max(it.nominal + it.improvised + it.damaged for it in homely)


def leaving(decide: Decisions, ship: Ship, riders: list[Party], first: int, end: int) -> Sum:
    """How many of them leave on a ship after slot `first` and no later than `end`."""
    left = Sum()
    for party in riders:
        curve = decide.people.left_on(party, ship)
        left = left + curve.at(end) - curve.at(first)
    return left
