"""How many people are aboard, and how many go home on which vehicle, as variables on the grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lifeboat.curves import Curve, Sum, total, total_of
from lifeboat.decisions import Party
from lifeboat.rules.person_within_limits import PersonWithinLimits
from lifeboat.situation.member import Member
from lifeboat.situation.ship import FOREVER, Ship
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.formulation.chains import AboveZero, Chain, Fixed, Since, curve_of
from lifeboat.solving.formulation.flights import FlightVariables, post_order
from lifeboat.solving.formulation.parties import homes, parties
from lifeboat.solving.formulation.running_sums import RunningSum


@dataclass(eq=False)
class PeopleVariables:
    """Implements `lifeboat.decisions.PeopleDecisions`."""

    situation: Situation
    builder: ModelBuilder
    flights: FlightVariables
    parties: tuple[Party, ...]
    leaving: dict[tuple[str, str], Chain] = field(default_factory=dict)
    """By first member of a party, and vehicle: how many of the party have left on it."""
    homes: dict[Party, tuple[Ship, ...]] = field(default_factory=dict)
    _arrived: dict[str, Curve] = field(default_factory=dict)
    _stay: dict[Party, Curve] = field(default_factory=dict)
    _aboard: dict[frozenset[Party], Curve] = field(default_factory=dict)

    def arrived(self, party: Party) -> Curve:
        name = party.one.name
        if name not in self._arrived:
            self._arrived[name] = self._arrivals(party)
        return self._arrived[name]

    def _arrivals(self, party: Party) -> Curve:
        if party.one.aboard:
            return curve_of(Since(0)) * party.size
        ships = self.situation.ships
        ways = [(ships[name], ships[name].way(way)) for name, way in party.one.ways_up]
        docked = (self.flights.launched(ship, way).later(way.flight) for ship, way in ways if way)
        return total(docked) * party.size

    def left_on(self, party: Party, ship: Ship) -> Curve:
        return curve_of(self.leaving[party.one.name, ship.name])

    def rides(self, party: Party, ship: Ship) -> Sum:
        return plain(self.leaving[party.one.name, ship.name].ever)

    def aboard(self, parties: Sequence[Party]) -> Curve:
        key = frozenset(parties)
        if key not in self._aboard:
            size = sum(party.size for party in key)
            running = RunningSum(self.builder, self._count(parties), size, "aboard")
            self._aboard[key] = Curve(((1, running, 0),))
        return self._aboard[key]

    def _count(self, parties: Sequence[Party]) -> Curve:
        arrived = total(self.arrived(party) for party in parties)
        ships = ((party, ship) for party in parties for ship in self.rides_home(party))
        return arrived - total(self.left_on(party, ship) for party, ship in ships)

    def rides_home(self, party: Party) -> Sequence[Ship]:
        return self.homes[party]

    def comes_by(self, party: Party, ship: str, way: str) -> Sum:
        return plain(self.flights.launches[ship, way].ever) * party.size

    def leaving_with(self, party: Party, ship: Ship) -> Curve:
        if ship.name != party.one.way_home:
            return self._committed(party, ship)
        if not party.one.aboard and any(name != ship.name for name, _ in party.one.ways_up):
            return self._committed(party, ship) + self._staying(party)
        others = [it for it in self.rides_home(party) if it is not ship]
        # Who comes on it is aboard whenever it is there: all but those who will ride another.
        return self.aboard([party]) - total(self._to_ride(party, it) for it in others)

    def _committed(self, party: Party, ship: Ship) -> Curve:
        """How many of those aboard will go home on a vehicle."""
        if ship not in self.rides_home(party):
            return Curve()
        if party.one.aboard:
            return self._to_ride(party, ship)
        there = self._ever(party, ship) + self.arrived(party) - party.size
        committed = curve_of(AboveZero(self.builder, there, party.size, "committed"))
        return committed - self.left_on(party, ship)

    def _to_ride(self, party: Party, ship: Ship) -> Curve:
        """How many, aboard or not, will still go home on a vehicle."""
        return self._ever(party, ship) - self.left_on(party, ship)

    def _ever(self, party: Party, ship: Ship) -> Curve:
        return curve_of(Fixed(self.leaving[party.one.name, ship.name].ever))

    def _staying(self, party: Party) -> Curve:
        """How many of those aboard stay beyond the horizon."""
        rides = total(self._ever(party, it) for it in self.rides_home(party))
        stay = self.arrived(party) - rides
        if party.one.aboard:
            return stay
        if party not in self._stay:
            self._stay[party] = curve_of(AboveZero(self.builder, stay, party.size, "stay"))
        return self._stay[party]

    def stranded(self, parties: Sequence[Party], ship: Ship) -> Curve | None:
        guests = [party for party in parties if party.one.way_home != ship.name]
        if not ship.seats or not guests:
            return None
        ways = {party.one.way_home for party in guests}
        ships = self.situation.ships.values()
        others = [it for it in ships if it is not ship and (it.seats or it.name in ways)]
        here = total(self.flights.docked(it) - self.flights.gone(it) for it in others)
        most = sum(party.size for party in guests)
        alone = total(self._staying(party) for party in guests) - here * most
        return curve_of(AboveZero(self.builder, alone, most, "stranded"))

    def departures(self, ship: Ship, parties: Sequence[Party]) -> Iterator[tuple[Sum, Sum]]:
        return ((leaving, goes) for _, leaving, goes in self.departures_by_cell(ship, parties))

    def departures_by_cell(
        self, ship: Ship, parties: Sequence[Party]
    ) -> Iterator[tuple[Cell, Sum, Sum]]:
        """Each cell of its undocking: how many of these people leave then, and 1 if it does."""
        chains = [self.leaving[party.one.name, ship.name] for party in parties]
        known = [dict(zip(chain.cells, chain.values, strict=True)) for chain in chains]
        left = gone = Sum()
        undock = self.flights.undocks[ship.name]
        for cell, value in zip(undock.cells, undock.values, strict=True):
            now = total_of(plain(values[cell]) for values in known if cell in values)
            yield cell, now - left, plain(value) - gone
            left, gone = now, plain(value)


def post_people(
    situation: Situation,
    builder: ModelBuilder,
    flights: FlightVariables,
    allows: Callable[[Party, Ship], bool],
) -> PeopleVariables:
    """Variables for how many of each party have left on which vehicle by which date.

    Args:
        situation: the situation to decide.
        builder: the model under construction.
        flights: the variables of the flights.
        allows: whether a party may go home on a vehicle.
    """
    people = PeopleVariables(situation, builder, flights, parties(situation))
    for party in people.parties:
        people.homes[party] = tuple(it for it in homes(situation, party) if allows(party, it))
    for party in people.parties:
        _post_way_home(people, party)
    return people


def _post_way_home(people: PeopleVariables, party: Party) -> None:
    for ship in people.rides_home(party):
        people.leaving[party.one.name, ship.name] = _leave_on(people, party, ship)
    able = [it for it in people.rides_home(party) if people.leaving[party.one.name, it.name].cells]
    people.homes[party] = tuple(able)
    left = total(people.left_on(party, ship) for ship in able)
    post_order(people.builder, left, people.arrived(party).later(1))


def _leave_on(people: PeopleVariables, party: Party, ship: Ship) -> Chain:
    """People leave on a vehicle in the cell in which it undocks, or stay."""
    first = min((slot + 1 for slot in people.arrived(party).highs()), default=0)
    latest = _latest(people.situation, people.flights, party.one, ship)
    before = went_before = Sum()
    grid, values = [], []
    undock = people.flights.undocks[ship.name]
    for cell, value in zip(undock.cells, undock.values, strict=True):
        went = plain(value)
        if cell.last >= first and cell.first <= latest:
            name = f"{party.one.name} left on {ship.name} by {cell.last}"
            left = people.builder.number(party.size, name)
            leaving = plain(left) - before
            people.builder.post(leaving >= 0)
            people.builder.post(leaving <= (went - went_before) * party.size)
            before = plain(left)
            grid.append(cell)
            values.append(left)
        went_before = went
    return Chain(grid, values)


def _latest(situation: Situation, flights: FlightVariables, one: Member, ship: Ship) -> int:
    """The last slot in which somebody may undock on a vehicle."""
    if not PersonWithinLimits().is_strict(situation):
        return situation.end
    last = one.return_window.end - 1
    if one.stay_most < FOREVER:
        last = min(last, max(_launches(flights, one), default=0) + one.stay_most)
    # No rule checks a landing after the horizon.
    return situation.end if last >= situation.end else max(0, last) - ship.flight_down


def _launches(flights: FlightVariables, one: Member) -> Iterator[int]:
    """The latest slot in which somebody can be launched, by vehicle and mode."""
    if one.aboard:
        yield FOREVER if one.launched is None else one.launched
    for name, mode in one.ways_up:
        yield from (cell.last for cell in flights.launches[name, mode].cells[-1:])
