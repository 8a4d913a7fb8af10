"""Facts about who goes up: once in a stay, and not before they have landed from the one before."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.curves import Curve, total, total_of
from lifeboat.decisions import Decisions, Party
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Ride
from lifeboat.rules.person_within_limits import launched
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.member import Member
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation

Wrong = tuple[str, str, list[str]]
"""Who does what cannot be: the person, a sentence, and the vehicles."""


def stay_dates(situation: Situation, dates: Dates) -> None:
    """The dates that landings make decisive for the launches of later stays."""
    for member in situation.members.values():
        if member.follows is not None:
            earlier = situation.members[member.follows]
            for home in situation.ships.values():
                _link_stays(situation, dates, earlier, home, member)


def _link_stays(
    situation: Situation, dates: Dates, earlier: Member, home: Ship, later: Member
) -> None:
    for name, mode in later.ways_up:
        way = situation.ships[name].way(mode)
        if way is not None:
            span = _flight_down(earlier, home) + 1 + way.flight
            dates.link(Event(home.name, "undock"), Event(name, "dock"), span)


def post_who_goes_up(decide: Decisions) -> None:
    """Nobody goes up twice in one stay, nor before they have landed from the one before."""
    parties = {party.one.name: party for party in decide.parties}
    for party in decide.parties:
        flown = total_of(decide.people.comes_by(party, *way) for way in party.one.ways_up)
        decide.post(flown <= party.size)
        if party.one.follows is not None:
            _post_order(decide, parties[party.one.follows], party)


def _post_order(decide: Decisions, earlier: Party, later: Party) -> None:
    """A stay begins in a slot after the last in which the one before can end, if it takes place."""
    takes_place = total_of(decide.people.comes_by(earlier, *way) for way in earlier.one.ways_up)
    absent = Curve() if earlier.one.aboard else decide.always(takes_place * -1 + 1)
    down = total(
        decide.people.left_on(earlier, home).later(_flight_down(earlier.one, home) + 1)
        for home in decide.people.rides_home(earlier)
    )
    room = down + absent - launched(decide, later)
    for slot in sorted(room.falls()):
        decide.post(room.at(slot) >= 0)


def who_cannot_go_up(course: Course) -> Iterator[Wrong]:
    """Who goes up twice in one stay, or is to go up on what does not carry them."""
    flying = [(name, it.way.name) for name, it in course.voyages.items() if it.way is not None]
    for member in course.situation.members.values():
        flown = [ship for ship, way in member.ways_up if (ship, way) in flying]
        if len(flown) > 1:
            yield member.name, f"{member.name} goes up twice, on {' and '.join(flown)}", flown
        ride = course.plan.people.get(member.name, Ride())
        if ride.up is not None and ride.up not in flown and not member.aboard:
            told = f"{member.name} is to come up on {ride.up}, which does not carry them"
            yield member.name, told, [ride.up]


def stays_that_overlap(course: Course) -> Iterator[Wrong]:
    """Who is launched again without having landed before."""
    for later in course.journeys.values():
        if later.member.follows not in course.journeys:
            continue
        earlier, up = course.journeys[later.member.follows], later.up
        assert up is not None, "a later stay begins with a flight up"
        assert up.launch is not None, "what brings somebody is launched"
        (_, back), say = earlier.lands, course.situation.clock.say
        if back is None or up.launch <= back:
            lands = "has not landed" if back is None else f"lands {say(back)}"
            again = f"is launched again {say(up.launch)}, on {up.ship.name}"
            yield later.member.name, f"{earlier.member.name} {lands} and {again}", [up.ship.name]


def _flight_down(member: Member, ship: Ship) -> int:
    return member.flight_down(ship)[1]
