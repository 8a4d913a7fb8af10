"""Rule 5: flights keep their windows, pad gaps, outages, groundings and lead times."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.plan import Flight
from lifeboat.rules.bars import left_of, no_launch, no_undocking
from lifeboat.rules.one_vehicle_per_port import OneVehiclePerPort, can_dock_at
from lifeboat.rules.rule import Rule
from lifeboat.rules.stays import post_who_goes_up, stay_dates, stays_that_overlap, who_cannot_go_up
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.clock import Slots
from lifeboat.situation.ship import Ship, Way
from lifeboat.situation.situation import Situation


def launch_spans(situation: Situation, ship: Ship, way: Way) -> list[Slots]:
    """The slots in which a vehicle may be launched in a mode and dock within the horizon."""
    if ship.is_on_its_way:
        return [it for it in way.windows if it.first + way.flight < situation.end]
    spans = [Slots(0, situation.end - way.flight)]
    if FlightsKeepTheirWindows().is_strict(situation):
        spans = left_of(spans, no_launch(situation, ship, way))
    return spans


def gap_between(situation: Situation, first: Ship, second: Ship) -> int:
    """Least slots from one launch to a later one from the same pad."""
    assert first.pad is not None
    pad = situation.scenario.pads[first.pad]
    special = [
        gap.gap
        for gap in pad.gaps.values()
        if first.type in gap.before and second.type in gap.after
    ]
    return situation.clock.at_least(max(special, default=pad.gap))


class FlightsKeepTheirWindows(Rule):
    name = "flights-keep-their-windows"
    title = "Flights keep their windows"
    sentence = (
        "A vehicle is launched within a window of its mode, after its lead time unless the plan of "
        "record launches it in that mode on that date or sooner, from a pad that is in use and has "
        "had its gap since the last launch, after the vehicles it has to follow, "
        "and never while its family is grounded; it docks after its flight time, undocks in its "
        "own window, when its departure is prepared and a site open to land at; and a flight that "
        "may not be cancelled flies, if it is not planned for after the horizon."
    )
    broken_once = (
        "It is broken once for each vehicle that flies as it should not, or does not fly although "
        "it should, and once for each pad that launches too soon after a launch."
    )
    always = (
        "Nobody goes up twice in one stay, nor before they have landed from the one before, a "
        "vehicle docks after its flight time, and none undocks before it "
        "has docked."
    )
    keys = (
        "vehicles.modes",
        "vehicles.planned",
        "vehicles.may_cancel",
        "vehicles.undock",
        "vehicle_types.prepare_departure",
        "landing_sites",
        "pads.gap",
        "pads.gaps",
        "pads.outages",
        "groundings",
        "investigations",
    )

    def dates(self, situation: Situation, dates: Dates) -> None:
        for ship in situation.ships.values():
            for way in ship.ways:
                for bar, _ in no_launch(situation, ship, way):
                    edges = (bar.first - 1 + way.flight, bar.end + way.flight)
                    dates.anchor(Event(ship.name, "dock"), *edges)
            for bar, _ in no_undocking(situation, ship):
                dates.anchor(Event(ship.name, "undock"), bar.first - 1, bar.end)
            for way, first, span in _flights_to_follow(situation, ship):
                for before in first.ways:
                    gap = span + way.flight - before.flight
                    dates.link(Event(first.name, "dock"), Event(ship.name, "dock"), gap)
        stay_dates(situation, dates)
        for one, other in _same_pad(situation):
            self._gap_dates(situation, dates, one, other)
            self._gap_dates(situation, dates, other, one)

    def _gap_dates(self, situation: Situation, dates: Dates, one: Ship, other: Ship) -> None:
        gap = gap_between(situation, one, other)
        for after in other.ways:
            for before in one.ways:
                span = gap + after.flight - before.flight
                dates.link(Event(one.name, "dock"), Event(other.name, "dock"), span)
            if one.launched is not None:
                dates.anchor(Event(other.name, "dock"), one.launched + gap + after.flight)

    def contradictions(self, situation: Situation) -> Iterator[str]:
        for ship in situation.ships.values():
            if not _has_to_fly(situation, ship):
                continue
            if not _has_a_port(situation, ship):
                yield f"{ship.name} must fly, but no port accepts it"
            if not any(any(launch_spans(situation, ship, way)) for way in ship.ways):
                yield f"{ship.name} must fly, but no day is left within its windows and lead times"

    def post(self, decide: Decisions) -> None:
        for ship in decide.situation.ships.values():
            for way in ship.ways:
                launched = decide.flights.launched(ship, way)
                for bar, _ in no_launch(decide.situation, ship, way):
                    before, within = launched.at(bar.first - 1), launched.at(bar.end - 1)
                    decide.require(self.name, ship.name, within <= before)
            for way, first, span in _flights_to_follow(decide.situation, ship):
                launched = decide.flights.launched(ship, way)
                waits = decide.flights.launched(first).later(span) - launched
                decide.never_below(self.name, ship.name, waits)
            if _has_to_fly(decide.situation, ship):
                decide.require(self.name, ship.name, decide.flights.flies(ship) >= 1)
            gone = decide.flights.gone(ship)
            for bar, _ in no_undocking(decide.situation, ship):
                before, within = gone.at(bar.first - 1), gone.at(bar.end - 1)
                decide.require(self.name, ship.name, within <= before)
        for one, other in _same_pad(decide.situation):
            self._keep_gap(decide, one, other)
        post_who_goes_up(decide)

    def _keep_gap(self, decide: Decisions, one: Ship, other: Ship) -> None:
        after = gap_between(decide.situation, one, other)
        before = gap_between(decide.situation, other, one)
        launched = decide.flights.launched(other)
        for first, last in self._launches(decide, one):
            mine = decide.flights.launched(one)
            here = mine.at(last) - mine.at(first - 1)
            near = launched.at(first + after - 1) - launched.at(last - before)
            decide.require(self.name, str(one.pad), here + near <= 1)

    def _launches(self, decide: Decisions, ship: Ship) -> list[tuple[int, int]]:
        if ship.launched is not None:
            return [(ship.launched, ship.launched)]
        return sorted({cell for way in ship.ways for cell in decide.flights.cells(ship, way)})

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for ship in course.situation.ships.values():
            voyage = course.voyages.get(ship.name)
            if voyage is None:
                yield from self._not_flown(course, ship)
            else:
                yield from self._launch(course, voyage)
                yield from self._stay(course, voyage)
        for one, other in _same_pad(course.situation):
            yield from self._gap(course, one, other)
        for who, message, ships in (*who_cannot_go_up(course), *stays_that_overlap(course)):
            named = tuple(ships)
            yield self.finding(course, who, message, vehicles=named, people=(who,), is_a_fact=True)

    def _not_flown(self, course: Course, ship: Ship) -> Iterator[Finding]:
        if not ship.may_cancel and not course.comes_later(ship):
            yield self._of(course, ship, f"{ship.name} does not fly, and may not be cancelled")
        flight = course.plan.flights.get(ship.name, Flight())
        way = ship.way(flight.mode or ship.planned_way)
        if flight.launch is not None and not flight.cancelled and way is not None:
            launch = course.situation.clock.at(flight.launch)
            for bar, why in no_launch(course.situation, ship, way):
                if launch in bar:
                    yield self._of(course, ship, f"{ship.name} {why}", (launch, launch + 1))

    def _launch(self, course: Course, voyage: Voyage) -> Iterator[Finding]:
        ship, way, launch = voyage.ship, voyage.way, voyage.launch
        if way is None:
            return
        assert launch is not None, "what comes up in a mode is launched"
        if ship.is_on_its_way:
            yield from self._unlike_its_flight(course, voyage, launch)
        for bar, why in no_launch(course.situation, ship, way):
            if launch in bar:
                yield self._of(course, ship, f"{ship.name} {why}", (launch, launch + 1))
        yield from self._too_soon(course, voyage, launch)
        if voyage.dock - launch not in way.flights and _flown(course, voyage) != way.flight:
            takes = course.situation.clock.say_days(way.flight)
            message = f"{ship.name} docks {course.situation.clock.say(voyage.dock)}; "
            message += f"launched {course.situation.clock.say(launch)}, it flies {takes}"
            span = launch, max(launch + 1, voyage.dock)
            yield self._of(course, ship, message, span, is_a_fact=True)

    def _unlike_its_flight(self, course: Course, voyage: Voyage, launch: int) -> Iterator[Finding]:
        """What a plan says otherwise about a vehicle that is on its way."""
        told, clock = course.plan.flights.get(voyage.ship.name, Flight()), course.situation.clock
        name, dock = voyage.ship.name, voyage.dock
        when = f"{name} was launched {clock.say(launch)} and docks {clock.say(dock)}"
        launches_anew = told.launch is not None and clock.at(told.launch) > max(launch, -1)
        docks_otherwise = told.dock is not None and clock.at(told.dock) != dock
        if told.cancelled or launches_anew or docks_otherwise:
            said = "does not fly" if told.cancelled else "flies otherwise"
            yield self._of(course, voyage.ship, f"{when}; in the plan it {said}")

    def _too_soon(self, course: Course, voyage: Voyage, launch: int) -> Iterator[Finding]:
        for way, first, span in _flights_to_follow(course.situation, voyage.ship):
            flown = _launch_of(course, first)
            if way == voyage.way and (flown is None or launch < flown + span):
                names, least = (voyage.ship.name, first.name), course.situation.clock.say_days(span)
                message = f"{names[0]} is not launched {least} or more after {names[1]}"
                see = (("vehicles", names[0], "modes", way.name, "after", names[1]),)
                when = (launch, launch + 1)
                yield self.finding(course, names[0], message, when, vehicles=names, see=see)

    def _stay(self, course: Course, voyage: Voyage) -> Iterator[Finding]:
        ship, undock = voyage.ship, voyage.undock
        if undock is None:
            return
        if undock <= voyage.dock or undock < 0:
            message, span = f"{ship.name} undocks before it has docked", (undock, undock + 1)
            yield self._of(course, ship, message, span, is_a_fact=True)
        for bar, why in no_undocking(course.situation, ship, voyage.flight_down):
            if undock in bar:
                yield self._of(course, ship, f"{ship.name} {why}", (undock, undock + 1))

    def _gap(self, course: Course, one: Ship, other: Ship) -> Iterator[Finding]:
        launches = [(_launch_of(course, ship), ship) for ship in (one, other)]
        flown = [(launch, ship) for launch, ship in launches if launch is not None]
        if len(flown) < len(launches):
            return
        (at, first), (then, second) = sorted(flown, key=lambda it: it[0])
        least = gap_between(course.situation, first, second)
        if at == then:
            least = min(least, gap_between(course.situation, second, first))
        if then - at < least:
            clock, names = course.situation.clock, (first.name, second.name)
            yield self.finding(
                course,
                str(one.pad),
                f"{names[1]} is launched {clock.say_days(then - at)} after {names[0]}; "
                f"{one.pad} needs {clock.days(least)}",
                (then, then + 1),
                vehicles=names,
                see=(("pads", str(one.pad), "gap"),),
            )

    def _of(
        self,
        course: Course,
        ship: Ship,
        message: str,
        span: tuple[int, int] | None = None,
        is_a_fact: bool = False,
    ) -> Finding:
        name, see = ship.name, (("vehicles", ship.name),)
        return self.finding(
            course, name, message, span, vehicles=(name,), see=see, is_a_fact=is_a_fact
        )


def _has_to_fly(situation: Situation, ship: Ship) -> bool:
    """Whether a vehicle has to come within the horizon."""
    return not (ship.is_docked or ship.may_cancel or ship.comes_later(situation.end))


def _has_a_port(situation: Situation, ship: Ship) -> bool:
    """Whether a vehicle can dock anywhere, and may if that is a `must`."""
    if OneVehiclePerPort().is_strict(situation):
        return bool(ship.ports)
    return any(can_dock_at(situation, ship, port) for port in situation.scenario.ports)


def _flights_to_follow(situation: Situation, ship: Ship) -> Iterator[tuple[Way, Ship, int]]:
    """The vehicles that a vehicle must be launched after, by mode, and by how many slots."""
    for way in ship.ways:
        for name, span in way.after:
            yield way, situation.ships[name], span


def _launch_of(course: Course, ship: Ship) -> int | None:
    """When a vehicle is launched, if it comes within the horizon."""
    voyage = course.voyages.get(ship.name)
    return None if voyage is None else voyage.launch


def _flown(course: Course, voyage: Voyage) -> int:
    """The flight time by the hours a plan gives: from late on one day to early on the next but
    one is a day and some hours, although the slots are two days apart.
    """
    told = course.plan.flights[voyage.ship.name]
    assert told.launch is not None, "what follows from its docking flies as long as it does"
    assert told.dock is not None, "what follows from its launch flies as long as it does"
    return course.situation.clock.nearest(told.dock - told.launch)


def _same_pad(situation: Situation) -> Iterator[tuple[Ship, Ship]]:
    for one, other in combinations(situation.ships.values(), 2):
        both_past = all(it.is_docked or it.is_on_its_way for it in (one, other))
        if one.pad is not None and one.pad == other.pad and not both_past:
            yield one, other
