"""Brute force: every plan of a tiny scenario, and the best of them.

Flights are tried vehicle by vehicle, then journeys person by person, then the
seats of each slot. A branch is abandoned only when the rules it has broken or its
cost so far rule it out; every cost can only grow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Self

from agreement.oracle_facts import Facts
from agreement.oracle_flights import (
    NOTHING,
    Broken,
    Flight,
    Flights,
    broken_alone,
    broken_together,
    possible_flights,
)
from agreement.oracle_holds import (
    Held,
    left_to_themselves,
    possible_holds,
    sitting,
    wrong_departures,
)
from agreement.oracle_people import (
    Journey,
    broken_by,
    broken_pins,
    come_too_soon,
    possible_journeys,
    staffing,
    too_many,
    unsafe_rides,
)
from agreement.oracle_ports import Moves, berths, broken_at_ports
from agreement.oracle_prices import Cost, Prices, summed
from agreement.oracle_seats import Seats, Sitter
from lifeboat.scenario.scenario import Scenario


@dataclass(frozen=True)
class Found:
    """A plan, its cost, and the rules it breaks."""

    cost: Cost
    flights: Flights
    ports: dict[str, str]
    journeys: list[Journey]
    broken: Broken
    seats: list[dict[str, str | None]]
    """By slot: the vehicle that holds each person's liner, None for the station."""
    held: Held


@dataclass
class Oracle:
    """Tries everything a scenario allows."""

    facts: Facts
    prices: Prices
    seats: Seats
    best: Found | None = None
    as_good: list[Found] | None = None
    """All plans as good as the best; collected only for `all_as_good`."""
    moves: Moves = field(default_factory=dict)
    """The moves of the plan judged last."""
    _berths: dict[object, list[tuple[dict[str, str], Moves, Broken]]] = field(default_factory=dict)

    @classmethod
    def of(cls, scenario: Scenario) -> Self:
        facts = Facts.of(scenario)
        prices = Prices.of(facts)
        return cls(facts, prices, Seats(facts, prices.of_places()))

    def search(self) -> Found | None:
        """The best plan of all; None if every plan breaks a `must`."""
        crafts = sorted(self.facts.crafts.values(), key=lambda it: it.docked is None)
        options = [list(self._options(name.name)) for name in crafts]
        for level, within in enumerate(self.prices.within):
            if within:
                self._fly(options, {}, NOTHING, self.prices.cost())
                if self.best is None:
                    return None
                self.prices.caps[level] = self.best.cost[level] + within
                self.best = None
        self._fly(options, {}, NOTHING, self.prices.cost())
        return self.best

    def judge(
        self,
        flights: Flights,
        ports: dict[str, str],
        homes: dict[str, str | None],
        moves: Moves | None = None,
    ) -> Found | None:
        """One plan, with the best seats for it; None if it breaks a `must`."""
        self.moves = moves or {}
        self._judge(flights, ports, homes)
        return self.best

    def _judge(
        self, flights: Flights, ports: dict[str, str], homes: dict[str, str | None] | None
    ) -> None:
        broken, cost, self.best = NOTHING, self.prices.cost(), None
        for name, flight in flights.items():
            broken |= broken_alone(self.facts, self.facts.crafts[name], flight)
            cost = summed(cost, self.prices.of_flight(name, flight))
        for one, other in combinations(flights.items(), 2):
            broken |= broken_together(self.facts, one, other)
        flown = [it for it in flights.values() if it is not None]
        at_ports = broken_at_ports(self.facts, flown, ports, self.moves)
        self._board(flights, ports, broken | at_ports, cost, homes)

    def all_as_good(self, flights: Flights, ports: dict[str, str]) -> list[Found]:
        """All the best plans with these flights and ports, over all rides home; the moves are those
        of the plan judged last.
        """
        self.as_good = []
        self._judge(flights, ports, None)
        found, self.as_good = self.as_good, None
        return found

    def is_hopeless(self, broken: Broken, cost: Cost) -> bool:
        """Whether a branch breaks a `must`, or cannot lead to a plan better than the best."""
        if any(self.facts.must(rule) for rule, _ in broken):
            return True
        if self.best is None:
            return False
        cost = self.prices.with_broken(cost, broken)
        rated, best = self.prices.rated(cost), self.prices.rated(self.best.cost)
        return rated > best or (rated == best and self.as_good is None)

    def _is_better(self, cost: Cost, best: Cost) -> bool:
        return self.prices.rated(cost) < self.prices.rated(best)

    def _options(self, name: str) -> Iterator[tuple[Flight | None, Broken, Cost]]:
        craft = self.facts.crafts[name]
        found = []
        for flight in possible_flights(self.facts, craft):
            broken = broken_alone(self.facts, craft, flight)
            if not any(self.facts.must(rule) for rule, _ in broken):
                found.append((flight, broken, self.prices.of_flight(name, flight)))
        yield from sorted(found, key=lambda it: (self.prices.with_broken(it[2], it[1]), str(it[0])))

    def _fly(
        self,
        options: list[list[tuple[Flight | None, Broken, Cost]]],
        chosen: Flights,
        broken: Broken,
        cost: Cost,
    ) -> None:
        if self.is_hopeless(broken, cost):
            return
        if len(chosen) == len(self.facts.crafts):
            self._berth(chosen, broken, cost)
            return
        crafts = sorted(self.facts.crafts.values(), key=lambda it: it.docked is None)
        name = crafts[len(chosen)].name
        for flight, alone, own in options[len(chosen)]:
            more = broken | alone
            for other in chosen.items():
                more |= broken_together(self.facts, other, (name, flight))
            self._fly(options, {**chosen, name: flight}, more, summed(cost, own))

    def _berth(self, flights: Flights, broken: Broken, cost: Cost) -> None:
        flown = {name: it for name, it in flights.items() if it is not None}
        key = tuple((it.craft, it.dock, it.undock) for it in flown.values())
        if key not in self._berths:
            self._berths[key] = berths(self.facts, list(flown.values()))
        seen = set()
        for ports, _, unfit in self._berths[key]:
            if unfit not in seen:
                seen.add(unfit)
                self._board(flights, ports, broken | unfit, cost)

    def _board(
        self,
        flights: Flights,
        ports: dict[str, str],
        broken: Broken,
        cost: Cost,
        homes: dict[str, str | None] | None = None,
    ) -> None:
        flown = {name: it for name, it in flights.items() if it is not None}
        absent, coming = [], []
        for person in self.facts.scenario.people:
            journeys = possible_journeys(self.facts, person, flown)
            if journeys is None:
                return
            if homes is not None:
                journeys = [it for it in journeys if it.home == homes.get(person)] or journeys[:1]
            coming.append(journeys) if journeys else absent.append(person)
        for person in absent:
            cost = summed(cost, self.prices.of_nobody(person, flown))
            broken |= {("pins-hold", it) for it in broken_pins(self.facts, person, None)}
        self._ride(flights, ports, coming, [], broken, cost)

    def _ride(
        self,
        flights: Flights,
        ports: dict[str, str],
        coming: list[list[Journey]],
        chosen: list[Journey],
        broken: Broken,
        cost: Cost,
    ) -> None:
        flown = {name: it for name, it in flights.items() if it is not None}
        if self.is_hopeless(broken, cost) or come_too_soon(self.facts, chosen):
            return
        if len(chosen) == len(coming):
            self.settle(flights, ports, chosen, broken, cost)
            return
        for journey in coming[len(chosen)]:
            if self._could_ride(journey):
                more = broken | broken_by(self.facts, journey)
                own = self.prices.of_journey(journey, flown)
                self._ride(flights, ports, coming, [*chosen, journey], more, summed(cost, own))

    def _could_ride(self, journey: Journey) -> bool:
        """Whether there may be a place to ride home on; any one will do if that is a `should`."""
        if journey.home is None:
            return True
        craft = self.facts.crafts[journey.home]
        if not self.facts.must("home-on-a-sound-seat"):
            return craft.departing(journey.end).room > 0
        brought = self.facts.brought(journey.person, self.facts.crafts)
        sitter = Sitter(journey.person, journey.up, None, frozenset(), brought=brought)
        return self.seats.could_ride(craft, sitter, journey.end - 1)

    def settle(
        self,
        flights: Flights,
        ports: dict[str, str],
        journeys: list[Journey],
        broken: Broken,
        cost: Cost,
    ) -> None:
        """With all flights and journeys chosen, count the crew, then find everybody a seat."""
        flown = {name: it for name, it in flights.items() if it is not None}
        broken |= too_many(self.facts, flown, journeys)
        broken |= set(wrong_departures(self.facts, flown, journeys))
        broken |= set(left_to_themselves(self.facts, flown, journeys))
        cost = summed(cost, self.prices.cost(unsafe=unsafe_rides(self.facts, flown, journeys)))
        wanted, needed = staffing(self.facts, flown, journeys)
        if needed and self.facts.must("never-understaffed"):
            return
        cost = summed(cost, self.prices.cost(staffing=wanted + needed))
        for held, given_up in possible_holds(self.facts, flown, journeys, broken):
            if not self.is_hopeless(broken | given_up, cost):
                self._seat(flights, ports, journeys, held, broken | given_up, cost)

    def _seat(
        self,
        flights: Flights,
        ports: dict[str, str],
        journeys: list[Journey],
        held: Held,
        broken: Broken,
        cost: Cost,
    ) -> None:
        seats = []
        for slot in range(self.facts.end):
            sitters, docked = sitting(self.facts, flights, journeys, held, slot)
            found = self.seats.best(slot, sitters, docked)
            if found is None:
                return
            cost = summed(cost, found[0])
            seats.append({one.name: it.craft for one, it in zip(sitters, found[1], strict=True)})
            if self.is_hopeless(broken, cost):
                return
        cost = self.prices.with_broken(cost, broken)
        whole = Found(cost, flights, ports, journeys, broken, seats, held)
        if self.as_good is not None:
            is_new = self.best is None or self._is_better(cost, self.best.cost)
            as_good = [] if is_new else self.as_good
            self.as_good = [*as_good, whole]
        self.best = whole
