"""A scenario on its grid of slots, with every default filled in and every gate resolved.

Rules, goals, the audit and the solver all read a `Situation`, never the scenario
itself, so that a date becomes a slot in one place only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from lifeboat.scenario.part import Limit
from lifeboat.scenario.people import Person
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario
from lifeboat.scenario.vehicles import Condition, CrewSkills, ImprovisedPlaces, Vehicle, VehicleType
from lifeboat.situation.clock import Clock, Slots
from lifeboat.situation.member import Member, gear_awaited, gear_delivered
from lifeboat.situation.ship import FOREVER, Moving, Ship, Spell
from lifeboat.situation.spells import conditions_over, spell_in, without_seams, worst
from lifeboat.situation.ways import Ways, gate_opens, planned_mode, ways_up

ALWAYS = Slots(-FOREVER, FOREVER)
SUPPLY_UNITS = 1000
"""Supplies are counted in thousandths of their unit."""


@dataclass(frozen=True, slots=True)
class Situation:
    """The situation on its grid. Slot 0 contains `as_of`; the horizon is slots 0 up to `end`."""

    scenario: Scenario
    types: Mapping[str, VehicleType]
    """The types the program knows, and the scenario's own."""
    clock: Clock
    ships: dict[str, Ship]
    members: dict[str, Member]

    @classmethod
    def of(cls, scenario: Scenario, known_types: Mapping[str, VehicleType]) -> Situation:
        """Put a scenario without mistakes on its grid."""
        closes = scenario.horizon.closes
        assert closes is not None, "a scenario without mistakes has a horizon that closes"
        clock = Clock.of(scenario.as_of, closes, RESOLUTIONS[scenario.resolution])
        types = {**known_types, **scenario.vehicle_types}
        reader = _ScenarioReader(scenario, clock, types)
        ships = {name: reader.ship(name) for name in scenario.vehicles}
        members = {name: reader.member(name, ships) for name in scenario.people}
        return cls(scenario, types, clock, ships, members)

    def by_days(self) -> Situation:
        """The same situation on a grid of whole days."""
        return Situation.of(self.scenario.model_copy(update={"resolution": "1d"}), self.types)

    @property
    def end(self) -> int:
        """The first slot after the horizon."""
        return self.clock.end

    def during(self, pin: Pin) -> Slots:
        """The slots in which a pin of a seat or a liner holds."""
        return Slots(0, self.end) if pin.during is None else self.clock.slots(pin.during)

    def liner_pin_edges(self) -> set[int]:
        """The slots at which a pin of a seat or a liner begins or ends."""
        pins = [pin for pin in self.scenario.pins.values() if pin.is_about_a_liner]
        return {edge for pin in pins for edge in (self.during(pin).first, self.during(pin).end)}


@dataclass(frozen=True, slots=True)
class _ScenarioReader:
    scenario: Scenario
    clock: Clock
    types: Mapping[str, VehicleType]

    @property
    def _ways(self) -> Ways:
        return Ways(self.scenario, self.clock, self.types)

    def ship(self, name: str) -> Ship:
        vehicle = self.scenario.vehicles[name]
        kind = self.types[vehicle.type]
        life = self._limit(vehicle.life or kind.life)
        skills = vehicle.crew_skills or kind.crew_skills or CrewSkills()
        is_docked = vehicle.is_docked(self.scenario.as_of)
        flown = self._ways.flown(name)
        return Ship(
            name=name,
            type=vehicle.type,
            family=kind.family,
            mechanism=kind.mechanism,
            seats=self._seats(vehicle),
            needs=frozenset(kind.needs),
            improvised_needs=frozenset(self._improvised_needs(vehicle, kind)),
            flies_empty_down="down" in kind.flies_empty or self._seats(vehicle) == 0,
            flight_down=self.clock.at_most(kind.flight_down),
            flight_down_most=self.clock.at_least(kind.flight_down),
            prepare=self.clock.at_least(kind.prepare_departure),
            pad=vehicle.pad,
            ports=tuple(self._ports(vehicle, kind)),
            port=vehicle.port if is_docked else None,
            docked=self._at(vehicle.docked) if is_docked else None,
            launched=self._at(vehicle.launched or vehicle.docked) if is_docked else None,
            ways=tuple(self._ways.all(name)) if flown is None else (flown,),
            may_cancel=vehicle.may_cancel and flown is None,
            planned=self._planned(vehicle, name) if flown is None else flown.earliest,
            planned_within=self._within(vehicle.planned) if flown is None else flown.windows[0],
            planned_way=planned_mode(vehicle) if flown is None else flown.name,
            leaves=self._leaves(vehicle),
            leaves_within=self._within(vehicle.leaves),
            undock=self.clock.slots(vehicle.undock) if vehicle.undock else ALWAYS,
            ready_to_leave=self._prepared(vehicle, kind),
            life=life[0],
            life_most=life[1],
            spells=tuple(without_seams(self._spells(vehicle, kind))),
            reseat_from=self._ready(vehicle),
            relocations=tuple(self._moves_to_come(vehicle)),
            relieves=tuple(
                (other, self.clock.at_least(relief.overlap), self._most(relief.indirect))
                for other, relief in vehicle.relieves.items()
            ),
            delivers={key: in_units(value) for key, value in vehicle.delivers.items()},
            moving=self._moving(vehicle, kind),
            skills_up=tuple(skills.up) if flown is None else (),
            skills_down=tuple(skills.down),
            brings={who: frozenset(gear) for who, gear in vehicle.brings.items()},
            is_on_its_way=flown is not None,
            delivers_gear={who: frozenset(it) for who, it in vehicle.delivers_gear.items()},
        )

    def member(self, name: str, ships: Mapping[str, Ship]) -> Member:
        person = self.scenario.people[name]
        ways = [] if person.is_aboard else list(ways_up(name, ships))
        flies = next((ship for ship, _ in ways if ships[ship].is_on_its_way), None)
        stay = self._limit(person.stay)
        docked = [ship for ship in ships.values() if ship.docked is not None]
        coming = [ship for ship in ships.values() if ship.docked is None]
        window = person.return_window
        return Member(
            name=name,
            agency=person.agency,
            skills=frozenset(person.skills),
            gear=frozenset(self._gear(person, [flies or person.up, *(it for it, _ in ways)]))
            | gear_delivered(name, docked),
            awaits=tuple(sorted(gear_awaited(name, coming))),
            trained=None if person.trained is None else frozenset(person.trained),
            aboard=person.is_aboard,
            launched=self._person_launched(person, ships),
            seat=person.seat if person.seat in ships else None,
            up=flies or person.up,
            ways_up=tuple(ways),
            home=person.home,
            returns_within=self._within(person.returns),
            stay=stay[0],
            stay_most=stay[1],
            return_window=self.clock.slots(window) if window else ALWAYS,
            follows=person.same_as,
        )

    def _at(self, instant: datetime | None) -> int | None:
        return None if instant is None else self.clock.at(instant)

    def _within(self, planned: Planned | None) -> Slots | None:
        return None if planned is None else self.clock.slots(planned)

    def _planned(self, vehicle: Vehicle, ship: str) -> int | None:
        """The first slot within what is planned in which it may be launched in its planned mode."""
        within = self._within(vehicle.planned)
        name = planned_mode(vehicle)
        if within is None or name is None:
            return None
        way = self._ways.way(ship, name)
        first = max(within.first, way.earliest)
        spans = (Slots(max(first, it.first), min(it.end, within.end)) for it in way.windows)
        possible = [span.first for span in spans if span]
        return min(possible, default=min(max(within.first, 0), within.end - 1))

    def _leaves(self, vehicle: Vehicle) -> int | None:
        """The first slot of a planned undocking; none where its date is not known."""
        within = self._within(vehicle.leaves)
        if within is None or vehicle.leaves is None or vehicle.leaves.is_unknown:
            return None
        return min(max(within.first, 0), within.end - 1)

    def _ready(self, vehicle: Vehicle) -> int:
        ready = self._at(vehicle.reseat_from)
        return -FOREVER if ready is None else ready

    def _prepared(self, vehicle: Vehicle, kind: VehicleType) -> int:
        """The first slot it can leave in; a departure planned for sooner is prepared already."""
        if not vehicle.is_docked(self.scenario.as_of):
            return 0
        ready = max(0, self.clock.until(self.scenario.as_of + kind.prepare_departure))
        within = self._within(vehicle.leaves)
        planned = ready if within is None else within.end - 1
        return planned if 0 <= planned < ready else ready

    def _most(self, span: timedelta | None) -> int | None:
        return None if span is None else self.clock.at_most(span)

    def _limit(self, limit: Limit | None) -> tuple[int, int]:
        if limit is None:
            return FOREVER, FOREVER
        return self.clock.at_most(limit.limit), self.clock.at_most(limit.most)

    def _person_launched(self, person: Person, ships: Mapping[str, Ship]) -> int | None:
        if not person.is_aboard:
            return None
        if person.launched is not None:
            return self.clock.at(person.launched)
        ship = ships.get(person.up or "")
        return None if ship is None else ship.launched

    def _seats(self, vehicle: Vehicle) -> int:
        return self.types[vehicle.type].seats if vehicle.seats is None else vehicle.seats

    def _improvised_needs(self, vehicle: Vehicle, kind: VehicleType) -> list[str]:
        own = vehicle.improvised.needs if vehicle.improvised else None
        return kind.improvised_needs if own is None else own

    def _moving(self, vehicle: Vehicle, kind: VehicleType) -> Moving | None:
        said = vehicle.may_relocate
        if said is None:
            return None
        windows = said.during if isinstance(said.during, list) else [said.during]
        return Moving(
            tuple(self._fitting(said.to, vehicle, kind)),
            tuple(ALWAYS if it is None else self.clock.slots(it) for it in windows),
            max(1, self.clock.at_least(said.apart)),
        )

    def _moves_to_come(self, vehicle: Vehicle) -> list[tuple[int, str]]:
        """The stated moves; one before the horizon has led to the port it is docked at."""
        moves = ((self.clock.at(day), port) for day, port in vehicle.relocations.items())
        return sorted((slot, port) for slot, port in moves if slot >= 0)

    def _ports(self, vehicle: Vehicle, kind: VehicleType) -> Iterator[str]:
        named = vehicle.ports
        if vehicle.port is not None and vehicle.is_on_its_way(self.scenario.as_of):
            named = [vehicle.port]
        return self._fitting(named, vehicle, kind)

    def _fitting(
        self, named: Sequence[str] | None, vehicle: Vehicle, kind: VehicleType
    ) -> Iterator[str]:
        """The ports that fit a vehicle: of all, or of those named."""
        for name in self.scenario.ports if named is None else named:
            port = self.scenario.ports[name]
            if kind.mechanism in port.accepts and (not port.types or vehicle.type in port.types):
                yield name

    def _gear(self, person: Person, ways: Iterable[str | None]) -> list[str]:
        if person.gear is not None:
            return person.gear
        vehicle = next(
            (self.scenario.vehicles[up] for up in ways if up in self.scenario.vehicles), None
        )
        return [] if vehicle is None else self.types[vehicle.type].needs

    def _spells(self, vehicle: Vehicle, kind: VehicleType) -> Iterator[Spell]:
        improvised = vehicle.improvised or ImprovisedPlaces(places=kind.improvised)
        ready, seats = self._improvised_from(improvised), self._seats(vehicle)
        for when, conditions in conditions_over(self.clock, vehicle.conditions, self._counts_from):
            early, late = (
                Slots(when.first, min(when.end, ready)),
                Slots(max(when.first, ready), when.end),
            )
            for span, extra in ((early, ImprovisedPlaces(places=0)), (late, improvised)):
                if span:
                    yield worst(spell_in(span, it, extra, seats) for it in conditions)

    def _counts_from(self, day: datetime, condition: Condition) -> datetime:
        """When it begins to count: on its day, or when its investigation is over, if later."""
        if condition.gate is None:
            return day
        return max(day, self.scenario.investigations[condition.gate].expected)

    def _improvised_from(self, improvised: ImprovisedPlaces) -> int:
        since = -FOREVER if improvised.since is None else self.clock.at(improvised.since)
        return (
            since
            if improvised.gate is None
            else max(since, self.clock.until(gate_opens(self.scenario, improvised.gate)))
        )


def in_units(quantity: float) -> int:
    """A quantity of a supply in thousandths of its unit."""
    return round(quantity * SUPPLY_UNITS)
