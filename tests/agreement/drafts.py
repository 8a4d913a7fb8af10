"""Plans to judge: random ones, those that a search found, and ones near them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from agreement.oracle_facts import Facts
from agreement.oracle_flights import (
    Broken,
    Flight,
    Flights,
    broken_alone,
    possible_flights,
)
from agreement.oracle_people import possible_journeys
from agreement.oracle_ports import Moves, berths, broken_at_ports, possible_moves
from lifeboat.plans.plan import Flight as PlannedFlight
from lifeboat.plans.plan import Plan, Ride
from lifeboat.solving.formulation.schedule import Schedule

Homes = dict[str, str | None]
Seats = list[dict[str, str | None]]
"""By slot: the vehicle that holds the liner of each person aboard, None for the station."""


@dataclass(frozen=True)
class Draft:
    """A plan without seats: flights, ports and rides home."""

    flights: Flights
    ports: dict[str, str]
    homes: Homes
    moves: Moves

    @property
    def flown(self) -> list[Flight]:
        return [flight for flight in self.flights.values() if flight is not None]


@dataclass(frozen=True)
class Drafter:
    """Makes drafts for one scenario."""

    chance: random.Random
    facts: Facts
    hasty: frozenset[str]
    """Vehicles whose undocking a search leaves open: in every draft they leave at once."""
    like_ports: Sequence[tuple[str, ...]]
    """Ports that a search does not tell apart."""

    def any(self) -> Draft:
        """A random plan whose flights mostly keep the rules that concern them alone."""
        flights: Flights = {}
        for name, craft in self.facts.crafts.items():
            every = list(possible_flights(self.facts, craft))
            kept = [it for it in every if not self._breaks(broken_alone(self.facts, craft, it))]
            is_odd = not kept or self.chance.random() < 0.1
            flights[name] = self.chance.choice(every if is_odd else kept)
        return self._finished(flights, {}, {}, {})

    def beside(self, draft: Draft) -> Draft:
        """The same plan except for a flight or a ride."""
        flights, homes = dict(draft.flights), dict(draft.homes)
        if self.chance.random() < 0.3 and homes:
            homes.pop(self.chance.choice(list(homes)))
            return self._finished(flights, homes, draft.ports, draft.moves)
        name = self.chance.choice(list(flights))
        every = list(possible_flights(self.facts, self.facts.crafts[name]))
        near = [it for it in every if _is_near(it, flights[name])]
        flights[name] = self.chance.choice(near or every)
        ports = draft.ports if self.chance.random() < 0.5 else {}
        return self._finished(flights, homes, ports, draft.moves)

    def seats_by_chance(self, draft: Draft) -> Seats:
        """Random seats: liners move now and then, mostly into vehicles that are docked."""
        flown = {flight.craft: flight for flight in draft.flown}
        seats: Seats = [{} for _ in range(self.facts.end)]
        for person, home in draft.homes.items():
            ways = possible_journeys(self.facts, person, flown) or ()
            for journey in (it for it in ways if it.home == home):
                where = journey.up or self.facts.scenario.people[person].seat
                for slot in range(journey.first, journey.end):
                    here = [name for name, it in flown.items() if it.is_here(slot)]
                    if where not in here or self.chance.random() < 0.2:
                        where = self.chance.choice([*here, None])
                    seats[slot][person] = where
        return seats

    def scheduled(self, schedule: Schedule) -> Draft:
        """The dates and rides that a search found."""
        flights: Flights = dict.fromkeys(self.facts.crafts)
        for name, course in schedule.flights.items():
            mode = None if course.way is None else course.way.name
            flights[name] = Flight(name, mode, course.launch, course.dock, course.undock)
        homes: Homes = dict.fromkeys(self.facts.scenario.people)
        for (party, ship), count in schedule.rides.items():
            left = [one.name for one in party.members if homes[one.name] is None]
            homes.update(dict.fromkeys(left[:count], ship))
        ports = {name: ports[0] for name, ports in schedule.ports.items()}
        moves = {name: (slot, ports[0]) for name, (slot, ports) in schedule.moves.items()}
        return self._finished(flights, homes, ports, moves)

    def _finished(
        self, flights: Flights, homes: Homes, ports: dict[str, str], moves: Moves
    ) -> Draft:
        """Complete a draft: give flights the ports, and people the rides, that they lack."""
        for name in self.hasty:
            flights[name] = self._leaving_at_once(flights[name])
        flown = {name: it for name, it in flights.items() if it is not None}
        if ports.keys() != flown.keys():
            ports, moves = self._some_ports(list(flown.values()))
        moves = {name: it for name, it in moves.items() if self._may_move(flown[name], it, ports)}
        found: Homes = {}
        for person in self.facts.scenario.people:
            journeys = possible_journeys(self.facts, person, flown) or ()
            ways = [it.home for it in journeys]
            if ways:
                known = homes.get(person, "nothing")
                found[person] = known if known in ways else self.chance.choice(ways)
        renamed = self._renamed(list(flown.values()), ports, moves)
        return Draft(flights, renamed[0], found, renamed[1])

    def _may_move(self, flight: Flight, move: tuple[int, str], ports: dict[str, str]) -> bool:
        """Whether a move is one that a search could choose: to a port that is not alike."""
        alike = self._like(ports[flight.craft])
        return move in possible_moves(self.facts, flight) and move[1] not in alike

    def _like(self, port: str) -> tuple[str, ...]:
        return next(ports for ports in self.like_ports if port in ports)

    def _leaving_at_once(self, flight: Flight | None) -> Flight | None:
        if flight is None:
            return None
        undock = max(flight.dock + 1, self.facts.crafts[flight.craft].ready)
        return flight._replace(undock=undock if undock < self.facts.end else None)

    def _some_ports(self, flown: list[Flight]) -> tuple[dict[str, str], Moves]:
        good = berths(self.facts, flown)
        if good and self.chance.random() < 0.9:
            return self.chance.choice(good)[:2]
        every = list(self.facts.scenario.ports)
        crafts = self.facts.crafts
        found = [list(possible_moves(self.facts, it)) for it in flown]
        some = {it.craft: self.chance.choice(its) for it, its in zip(flown, found, strict=True)}
        ports = {it.craft: crafts[it.craft].said.port or self.chance.choice(every) for it in flown}
        return ports, {name: move for name, move in some.items() if move is not None}

    def _renamed(
        self, flown: list[Flight], ports: dict[str, str], moves: Moves
    ) -> tuple[dict[str, str], Moves]:
        """The ports, exchanged for like ones so that no `must` is broken, if possible."""
        names = [it.craft for it in flown]
        choices = [self._alike(it.craft, ports[it.craft]) for it in flown]
        targets = [self._like(port) for _, port in moves.values()]
        for chosen, moved in product(product(*choices), product(*targets)):
            renamed = dict(zip(names, chosen, strict=True))
            pairs = zip(moves.items(), moved, strict=True)
            other = {name: (slot, port) for (name, (slot, _)), port in pairs}
            if not self._breaks(broken_at_ports(self.facts, flown, renamed, other)):
                return renamed, other
        return ports, moves

    def _alike(self, craft: str, port: str) -> tuple[str, ...]:
        held = self.facts.crafts[craft].said.port
        return (held,) if held else self._like(port)

    def _breaks(self, broken: Broken) -> bool:
        return any(self.facts.must(rule) for rule, _ in broken)


def _is_near(one: Flight | None, other: Flight | None) -> bool:
    if one is None or other is None or one == other:
        return one != other
    undocks = [99 if it.undock is None else it.undock for it in (one, other)]
    is_near_dock = abs(one.dock - other.dock) <= 1 and one.mode == other.mode
    return is_near_dock and (abs(undocks[0] - undocks[1]) <= 1 or max(undocks) == 99)


def plan_of(facts: Facts, draft: Draft, seats: Seats) -> Plan:
    """A draft as a plan, with these seats if there are any."""
    flights = {name: _flight(facts, draft, name) for name in draft.flights}
    people = {
        person: Ride(home=home, stays=home is None, seats=_seats(facts, seats, person))
        for person, home in draft.homes.items()
    }
    return Plan(flights=flights, people=people)


def _flight(facts: Facts, draft: Draft, name: str) -> PlannedFlight:
    flight, date = draft.flights[name], facts.calendar.date
    if flight is None:
        is_later = facts.crafts[name].comes_later
        return PlannedFlight(later=True) if is_later else PlannedFlight(cancelled=True)
    undock = None if flight.undock is None else date(flight.undock)
    moves = None
    if facts.crafts[name].said.may_relocate is not None:
        move = draft.moves.get(name)
        moves = {} if move is None else {date(move[0]): move[1]}
    if flight.mode is None or flight.launch is None:
        return PlannedFlight(undock=undock, stays=undock is None, relocations=moves)
    return PlannedFlight(
        mode=flight.mode,
        launch=date(flight.launch),
        dock=date(flight.dock),
        port=draft.ports[name],
        undock=undock,
        stays=undock is None,
        relocations=moves,
    )


def _seats(facts: Facts, seats: Seats, person: str) -> dict[datetime, str]:
    found: dict[datetime, str] = {}
    for slot, where in enumerate(seats):
        if person in where:
            found[facts.calendar.date(slot)] = where[person] or "station"
    return found
