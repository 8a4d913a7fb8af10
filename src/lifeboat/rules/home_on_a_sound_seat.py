"""Rule 3: people go home on a nominal seat of a sound vehicle, in which they sat before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lifeboat.counted import counted, one_or_many
from lifeboat.curves import Sum, total
from lifeboat.decisions import Decisions, Party
from lifeboat.plans.course import Course, Journey, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger, seat_of
from lifeboat.rules.rule import Rule
from lifeboat.rules.seat_fits_its_person import SeatFitsItsPerson, delivered
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.member import Member
from lifeboat.situation.ship import FOREVER, Places, Ship, Spell
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
    broken_once = (
        "It is broken once for each vehicle that people go home in on other places than these, or "
        "without having sat there before."
    )
    always = (
        "No more people go home in a vehicle than it has places when it leaves, an unusable one "
        "does not leave, and one leaves with nobody aboard only if it can fly empty."
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
            self._never_too_many(decide, ship, riders)
            if not ship.flies_empty_down:
                everyone = total(decide.people.left_on(party, ship) for party in riders)
                end = decide.situation.end
                decide.post(decide.flights.gone(ship).at(end) <= everyone.at(end))
        for party in decide.parties:
            self._sat_before(decide, party)
            if not _any_fit(decide):
                self._equipped_before(decide, party)

    def _hold(self, decide: Decisions, ship: Ship, leaves: Spell, riders: list[Party]) -> None:
        """Those who leave while a vehicle is as in this spell have enough rides in it."""
        first, last = leaves.first - 1, leaves.end - 1
        if not decide.is_strict(self.name):
            decide.post(leaving(decide, ship, riders, first, last) <= leaves.places.all)
        for fitting, places in _claims(ship, leaves.ride_home, riders, _any_fit(decide)):
            left = leaving(decide, ship, fitting, first, last)
            decide.require(self.name, ship.name, left <= places)
        if leaves.state == "unusable":
            gone = decide.flights.gone(ship)
            decide.post(gone.at(last) <= gone.at(first))

    def _never_too_many(self, decide: Decisions, ship: Ship, riders: list[Party]) -> None:
        """On whatever date it leaves, it takes no more people than it ever has places for."""
        homely = max(spell.ride_home.all for spell in ship.spells)
        if sum(party.size for party in riders) > homely:
            for away, goes in decide.people.departures(ship, riders):
                decide.require(self.name, ship.name, away <= goes * homely)

    def _sat_before(self, decide: Decisions, party: Party) -> None:
        """Nobody leaves on a vehicle that was not ready for their liner in the slot before."""
        for ship in decide.people.rides_home(party):
            if not party.one.owns_a_seat_in(ship.name):
                left = decide.people.left_on(party, ship)
                for first, end in _not_for_everybody(ship, _any_fit(decide)):
                    last = min(end, ship.reseat_from)
                    early = left.at(last) - left.at(min(first, last))
                    decide.require(self.name, ship.name, early <= 0)

    def _equipped_before(self, decide: Decisions, party: Party) -> None:
        """Whoever leaves in a vehicle in the slot in which its condition worsens had the gear for
        the places that are left in it.
        """
        for ship in decide.people.rides_home(party):
            for slot in (spell.first for spell in ship.spells[1:] if ship.worsens(spell.first)):
                left = leaving(decide, ship, [party], slot - 1, slot)
                for names in party.one.waits_for(ship):
                    there = delivered(decide, names, slot - 1) * party.size
                    decide.require(self.name, ship.name, left <= there)

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
        any_fit = not SeatFitsItsPerson().is_strict(course.situation)
        for who, why in _unfit(
            _equipped(course, leavers, voyage.undock), voyage, voyage.undock, ledger, any_fit
        ):
            message = f"{who.name} goes home on {ship.name}, but {why}"
            yield self._about(course, voyage, message, who)
        room = ship.leaving(voyage.undock).places.all
        if len(leavers) > room and not self.is_strict(course.situation):
            # Where it is a `must`, whoever has no place is a finding already.
            go = one_or_many(len(leavers), "go", "goes")
            message = f"{counted(len(leavers), 'people')} {go} home on {ship.name}, "
            message += f"which has {counted(room, 'places')} then"
            yield self._about(course, voyage, message, is_a_fact=True)
        for message in _impossible(ship, bool(leavers), voyage.undock):
            yield self._about(course, voyage, message, is_a_fact=True)

    def _about(
        self,
        course: Course,
        voyage: Voyage,
        message: str,
        who: Member | None = None,
        is_a_fact: bool = False,
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
            is_a_fact=is_a_fact,
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
            is_a_fact=True,
        )


def _equipped(course: Course, leavers: list[Journey], undock: int) -> list[Journey]:
    """Those who leave, with the gear they have by then."""
    return [replace(it, member=course.equipped(it.member, undock - 1)) for it in leavers]


def _unfit(
    leavers: list[Journey], voyage: Voyage, undock: int, ledger: Ledger, any_fit: bool
) -> Iterator[tuple[Member, str]]:
    """Who may not go home as they do, and why."""
    left = voyage.ship.leaving(undock).ride_home.all
    for one in leavers:
        why = _unseated(one, voyage, undock, ledger, any_fit)
        if why is None and left <= 0:
            why = f"its condition leaves no place for {one.member.name}"
        if why is not None:
            yield one.member, why
        else:
            left -= 1


def _unseated(
    one: Journey, voyage: Voyage, undock: int, ledger: Ledger, any_fit: bool
) -> str | None:
    name, ship, last = one.member.name, voyage.ship, undock - 1
    if seat_of(one, last) != ship.name:
        return "did not sit in it before"
    place = next(e.place for e in ledger.of_person(name) if e.first <= last < e.end)
    if place == "none":
        return "has no place in it"
    leaves, worsens = ship.leaving(undock), ship.worsens(undock)
    if worsens and not leaves.ride_home.all:
        return f"it is {leaves.state} by then"
    if place not in ship.homely(undock):
        return f"on {'an' if place == 'improvised' else 'a'} {place} place"
    if worsens and not (any_fit or one.member.fits(ship)):
        return "no place that is left in it fits"
    return None


def _impossible(ship: Ship, with_people: bool, undock: int) -> Iterator[str]:
    """What no departure can do, however strict the rule is."""
    if not with_people and not ship.flies_empty_down:
        yield f"{ship.name} leaves with nobody aboard and cannot fly empty"
    if ship.leaving(undock).state == "unusable":
        yield f"{ship.name} leaves while it is unusable"


def _claims(
    ship: Ship, places: Places, riders: list[Party], any_fit: bool
) -> Iterator[tuple[list[Party], int]]:
    """For each set of people with the same claim, the most places there are for them."""
    seats = places.nominal + places.damaged
    yield riders, seats + places.improvised
    if any_fit and _takes_anybody(places):
        return
    fit = [party for party in riders if party.one.fits(ship)]
    loose = [party for party in riders if party.one.fits_improvised(ship)]
    yield [party for party in riders if party not in loose], seats
    yield [party for party in riders if party not in fit], places.improvised


def _any_fit(decide: Decisions) -> bool:
    """Whether people may sit where nothing fits, which counts as an improvised or damaged place."""
    return not decide.is_strict(SeatFitsItsPerson.name)


def _takes_anybody(ride_home: Places) -> bool:
    """Whether a place that fits nobody would do for a ride home."""
    return bool(ride_home.improvised or ride_home.damaged)


def _not_for_everybody(ship: Ship, any_fit: bool) -> list[tuple[int, int]]:
    """When it leaves only with people whom their places fit: after one slot, up to another."""
    fit_only = (it for it in departing(ship) if not _takes_anybody(it.ride_home))
    return [(it.first - 1, it.end - 1) for it in fit_only] if any_fit else [(-FOREVER, FOREVER)]


def leaving(decide: Decisions, ship: Ship, riders: list[Party], first: int, end: int) -> Sum:
    """How many of them leave on a ship after slot `first` and no later than `end`."""
    left = Sum()
    for party in riders:
        curve = decide.people.left_on(party, ship)
        left = left + curve.at(end) - curve.at(first)
    return left
