"""Plans to judge: random ones, and ones a little beside a given plan."""

from __future__ import annotations

import random
from dataclasses import dataclass

from lifeboat.plans.plan import Flight as PlannedFlight
from lifeboat.plans.plan import Plan, Ride

from lifeboat.solving.cells import leaves_freely
from lifeboat.solving.skeleton import Skeleton
from lifeboat.station.situation import Situation

from agreement.oracle import Found, Oracle
from agreement.oracle_facts import Facts
from agreement.oracle_flights import Flight, Flights, berths, broken_alone, possible_flights
from agreement.oracle_people import possible_journeys


@dataclass(frozen=True)
class Draft:
    """Flights, ports and rides home; seats not yet."""

    flights: Flights
    ports: dict[str, str]
    homes: dict[str, str | None]


def random_draft(chance: random.Random, facts: Facts, oddness: float) -> Draft:
    """Any plan; the less odd, the more its parts keep to the rules that concern them alone."""
    flights: Flights = {}
    for name, craft in facts.crafts.items():
        every = list(possible_flights(facts, craft))
        flights[name] = chance.choice(_kept(facts, name, every, chance.random() < oddness))
    return finished(chance, facts, flights, {})


def _kept(
    facts: Facts, name: str, every: list[Flight | None], odd: bool
) -> list[Flight | None]:
    craft = facts.crafts[name]
    kept = [it for it in every if not _breaks(facts, broken_alone(facts, craft, it))]
    return every if odd or not kept else kept


def _breaks(facts: Facts, broken: frozenset[tuple[str, str]]) -> bool:
    return any(facts.must(rule) for rule, _ in broken)


def beside(chance: random.Random, facts: Facts, draft: Draft) -> Draft:
    """The same plan but for a flight or a ride."""
    flights, homes = dict(draft.flights), dict(draft.homes)
    if chance.random() < 0.3 and homes:
        homes.pop(chance.choice(list(homes)))
        return finished(chance, facts, flights, homes)
    name = chance.choice(list(flights))
    every = list(possible_flights(facts, facts.crafts[name]))
    flights[name] = chance.choice([it for it in every if _is_near(it, flights[name])] or every)
    ports = draft.ports if chance.random() < 0.5 else {}
    return finished(chance, facts, flights, homes, ports)


def _is_near(one: Flight | None, other: Flight | None) -> bool:
    if one is None or other is None:
        return True
    undocks = [99 if it.undock is None else it.undock for it in (one, other)]
    near_dock = abs(one.dock - other.dock) <= 1 and one.mode == other.mode
    return one != other and near_dock and (abs(undocks[0] - undocks[1]) <= 1 or max(undocks) == 99)


def finished(
    chance: random.Random,
    facts: Facts,
    flights: Flights,
    homes: dict[str, str | None],
    ports: dict[str, str] | None = None,
) -> Draft:
    """Give flights the ports, and people the rides, that they lack."""
    for name in leave_freely(facts):
        flights[name] = _leaving_at_once(facts, flights[name])
    flown = {name: it for name, it in flights.items() if it is not None}
    if not ports or ports.keys() != flown.keys():
        ports = _some_ports(chance, facts, list(flown.values()))
    found: dict[str, str | None] = {}
    for person in facts.scenario.people:
        ways = [it.home for it in possible_journeys(facts, person, flown) or ()]
        if ways:
            known = homes.get(person, "nothing")
            found[person] = known if known in ways else chance.choice(ways)
    return Draft(flights, ports, found)


def leave_freely(facts: Facts) -> list[str]:
    """The vehicles whose undocking a search leaves open: asked of a model they leave at once."""
    situation = Situation.of(facts.scenario, {})
    return [name for name, ship in situation.ships.items() if leaves_freely(situation, ship)]


def _leaving_at_once(facts: Facts, flight: Flight | None) -> Flight | None:
    if flight is None:
        return None
    undock = max(0, flight.dock + 1)
    return flight._replace(undock=undock if undock < facts.end else None)


def _some_ports(chance: random.Random, facts: Facts, flown: list[Flight]) -> dict[str, str]:
    good = berths(facts, flown)
    if good and chance.random() < 0.9:
        return chance.choice(good)[0]
    every = list(facts.scenario.ports)
    return {
        it.craft: str(facts.crafts[it.craft].said.port or chance.choice(every)) for it in flown
    }


def draft_of(found: Found) -> Draft:
    """The plan the oracle found best, seats aside."""
    homes = {it.person: it.home for it in found.journeys}
    return Draft(found.flights, found.ports, homes)


def plan_of(oracle: Oracle, draft: Draft, found: Found | None) -> Plan:
    """A draft as a plan file has it, with the seats the oracle found for it."""
    date = oracle.facts.calendar.date
    flights = {}
    for name, it in draft.flights.items():
        if it is None:
            flights[name] = PlannedFlight(cancelled=True)
            continue
        undock = None if it.undock is None else date(it.undock)
        if it.mode is None:
            flights[name] = PlannedFlight(undock=undock, stays=undock is None)
        else:
            flights[name] = PlannedFlight(
                mode=it.mode,
                launch=date(it.launch or 0),
                dock=date(it.dock),
                port=draft.ports[name],
                undock=undock,
                stays=undock is None,
            )
    people = {
        person: Ride(home=home, stays=home is None, seats=_seats(oracle, found, person))
        for person, home in draft.homes.items()
    }
    return Plan(flights=flights, people=people)


def _seats(oracle: Oracle, found: Found | None, person: str) -> dict[object, str]:
    seats: dict[object, str] = {}
    last = "nowhere"
    for slot, held in enumerate(found.seats if found else ()):
        if person in held:
            here = held[person] or "station"
            if here != last:
                seats[oracle.facts.calendar.date(slot)] = here
            last = here
    return seats


def draft_of_skeleton(facts: Facts, skeleton: Skeleton) -> Draft:
    """The dates and rides a search settled on; whatever leaves freely leaves at once."""
    flights: Flights = dict.fromkeys(facts.crafts)
    for name, course in skeleton.courses.items():
        mode = None if course.way is None else course.way.name
        flights[name] = Flight(name, mode, course.launch, course.dock, course.undock)
    homes: dict[str, str | None] = {}
    rides = [(party, ship) for (party, ship), count in skeleton.rides.items() for _ in range(count)]
    for party, ship in rides:
        free_one = next(one.name for one in party.members if one.name not in homes)
        homes[free_one] = ship
    for name in leave_freely(facts):
        flights[name] = _leaving_at_once(facts, flights[name])
    flown = [it for it in flights.values() if it is not None]
    good = [it for it, _ in berths(facts, flown) if _is_among(it, skeleton)]
    return finished(random.Random(0), facts, flights, {**dict.fromkeys(facts.scenario.people), **homes}, good[0] if good else None)


def _is_among(ports: dict[str, str], skeleton: Skeleton) -> bool:
    return all(port in skeleton.ports[name] for name, port in ports.items())
