"""Rule 4: one vehicle per port, mechanism accepted, closures and turn-round kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, product

from lifeboat.curves import Sum, total_of
from lifeboat.days import say_span
from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course, Stop, Voyage
from lifeboat.plans.findings import Finding
from lifeboat.plans.landings import Stay, stay_of
from lifeboat.plans.ledger import Ledger
from lifeboat.rules.moves import dates_of_moves
from lifeboat.rules.rule import Rule, Span
from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.closures import closures
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation
from lifeboat.situation.turn_round import offers_places, turn_between, turn_round


def can_dock_at(situation: Situation, ship: Ship, port: str) -> bool:
    """Whether a port takes a vehicle's docking mechanism; no rule has to say so."""
    return ship.mechanism in situation.scenario.ports[port].accepts


class OneVehiclePerPort(Rule):
    name = "one-vehicle-per-port"
    title = "One vehicle per port"
    sentence = (
        "A port holds one vehicle at a time, of a mechanism and type it accepts, never while it "
        "is closed for it, and with the turn-round time between one vehicle and the next; between "
        "two vehicles with places for people that is at least a slot, or whatever the hours tell."
    )
    broken_once = (
        "It is broken once for each port that is used while it is closed, by a vehicle it is not "
        "meant for, or too soon after another."
    )
    always = "Two vehicles never share a port, and none docks where its mechanism does not fit."
    keys = (
        "ports.accepts",
        "ports.types",
        "ports.closures",
        "station.turn_round",
        "vehicles.ports",
        "vehicles.relocations",
        "vehicles.may_relocate",
    )

    def dates(self, situation: Situation, dates: Dates) -> None:
        turn = turn_round(situation)
        for one, other in combinations(situation.ships.values(), 2):
            for first, second in ((one, other), (other, one)):
                if set(_ever_at(one)) & set(_ever_at(other)):
                    wait = turn_between(situation, first, second)
                    dates.link(Event(first.name, "undock"), Event(second.name, "dock"), wait)
                    after = turn_between(situation, second, first)
                    dates_of_moves(dates, first, second, turn, after)
                if not self.is_strict(situation):
                    dates.link(Event(first.name, "undock"), Event(second.name, "dock"), 0)
        for ship in situation.ships.values():
            moves = [day for day, _ in ship.relocations]
            dates.anchor(Event(ship.name, "undock"), *moves)
            dates.anchor(Event(ship.name, "dock"), *(day + turn for day in moves))
            dates.anchor(Event(ship.name, "move"), *moves)
            if ship.moving is not None:
                dates.link(Event(ship.name, "dock"), Event(ship.name, "move"), ship.moving.apart)
                dates.link(Event(ship.name, "move"), Event(ship.name, "undock"), ship.moving.apart)
            for port in _ever_at(ship):
                for when, _ in closures(situation, port, ship):
                    dates.anchor(Event(ship.name, "undock"), when.first)
                    dates.anchor(Event(ship.name, "dock"), when.end)
                    dates.anchor(Event(ship.name, "move"), when.first, when.end)

    def post(self, decide: Decisions) -> None:
        for ports in decide.ports.groups:
            self._one_at_a_time(decide, ports)
            for ship in decide.situation.ships.values():
                self._not_while_closed(decide, ports, ship)
                if not ship.is_docked and not set(ports) & set(ship.ports):
                    unfit = decide.ports.at_port(ship, ports[0]) + decide.flights.flies(ship) <= 1
                    decide.require(self.name, " / ".join(ports), unfit)

    def _one_at_a_time(self, decide: Decisions, ports: tuple[str, ...]) -> None:
        situation = decide.situation
        turn = turn_round(situation)
        users = [ship for ship in situation.ships.values() if self._may_use(situation, ship, ports)]
        arrivals = {slot for ship in users for slot in decide.flights.docked(ship).changes()}
        arrivals |= {slot for ship in users for slot in decide.flights.moved(ship).changes()}
        arrivals |= {slot for ship in users for slot, _ in ship.fixed_moves}
        for slot in sorted(slot for slot in arrivals if 0 <= slot < situation.end):
            if not self.is_strict(situation):
                here = total_of(decide.ports.occupies(ship, ports, slot, 0) for ship in users)
                decide.post(here <= len(ports))
            there = total_of(decide.ports.occupies(ship, ports, slot, turn) for ship in users)
            decide.require(self.name, " / ".join(ports), there <= len(ports))
            if turn == 0:
                self._after_one_another(decide, ports, users, slot)

    def _after_one_another(
        self, decide: Decisions, ports: tuple[str, ...], users: list[Ship], slot: int
    ) -> None:
        """What has places comes to no port that another with places has left in the same slot."""
        occupies, there = decide.ports.occupies, Sum()
        crewed = [ship for ship in users if offers_places(decide.situation, ship)]
        if len(crewed) < 2:
            return
        for ship in users:
            if ship in crewed:
                there = there + occupies(ship, ports, slot, 0, away=1)
            else:
                there = there + occupies(ship, ports, slot, 0, until=slot)
        decide.require(self.name, " / ".join(ports), there <= len(ports))

    def _may_use(self, situation: Situation, ship: Ship, ports: tuple[str, ...]) -> bool:
        """Whether it can ever be there; what cannot holds no port, and need not be asked."""
        anywhere = not self.is_strict(situation) and can_dock_at(situation, ship, ports[0])
        return anywhere or bool(set(ports) & set(_ever_at(ship)))

    def _not_while_closed(self, decide: Decisions, ports: tuple[str, ...], ship: Ship) -> None:
        if not self._may_use(decide.situation, ship, ports):
            return
        for when, _ in closures(decide.situation, ports[0], ship):
            for first, end in decide.ports.stays(ship, ports, when):
                if first < end:
                    decide.require(
                        self.name,
                        " / ".join(ports),
                        decide.ports.occupies(ship, ports, first, 0, until=end) <= 0,
                    )

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        for voyage in course.voyages.values():
            for stop in voyage.stops:
                yield from self._stop(course, voyage, stop)
        for one, other in combinations(course.voyages.values(), 2):
            yield from self._two(course, one, other)

    def _stop(self, course: Course, voyage: Voyage, stop: Stop) -> Iterator[Finding]:
        ship, span = voyage.ship, (max(0, stop.first), stop.end)
        if span[0] >= span[1]:
            return
        if stop.port is None:
            message = f"{ship.name} finds no free port that fits it"
            yield self._at(course, None, (ship,), span, message, is_a_fact=True)
            return
        if not _fits_port(course.situation, voyage, stop):
            message = f"{ship.name} does not fit {stop.port}"
            cannot = not can_dock_at(course.situation, ship, stop.port)
            yield self._at(course, stop.port, (ship,), span, message, is_a_fact=cannot)
        for when, closure in closures(course.situation, stop.port, ship):
            if when.meets(*span):
                during = f"{stop.port} is closed {closure.during}"
                yield self._at(
                    course,
                    stop.port,
                    (ship,),
                    (max(span[0], when.first), min(span[1], when.end)),
                    f"{ship.name} is at {stop.port}, but {during}",
                )

    def _two(self, course: Course, one: Voyage, other: Voyage) -> Iterator[Finding]:
        for mine, theirs in product(one.stops, other.stops):
            if mine.port is not None and mine.port == theirs.port:
                stays = [stay_of(course, one, mine), stay_of(course, other, theirs)]
                first, then = sorted(stays, key=lambda it: (it.stop.first, it.begins))
                why, span = _clash(course, first, then)
                if why is not None:
                    at_once = "same time" in why
                    ships = (one.ship, other.ship)
                    yield self._at(course, mine.port, ships, span, why, is_a_fact=at_once)

    def _at(
        self,
        course: Course,
        port: str | None,
        ships: tuple[Ship, ...],
        span: Span,
        message: str,
        is_a_fact: bool = False,
    ) -> Finding:
        names = tuple(ship.name for ship in ships)
        see = tuple(("vehicles", name) for name in names)
        return self.finding(
            course,
            port or names[0],
            message,
            span,
            vehicles=names,
            see=see if port is None else (("ports", port), *see),
            is_a_fact=is_a_fact,
        )


def _fits_port(situation: Situation, voyage: Voyage, stop: Stop) -> bool:
    if stop is voyage.stops[0]:
        return voyage.ship.is_docked or stop.port in voyage.ship.ports
    port = situation.scenario.ports[str(stop.port)]
    return voyage.ship.mechanism in port.accepts and (
        not port.types or voyage.ship.type in port.types
    )


def _ever_at(ship: Ship) -> tuple[str, ...]:
    moves = tuple(port for _, port in ship.relocations)
    choices = () if ship.moving is None else ship.moving.ports
    return (*((ship.port,) if ship.port else ship.ports), *moves, *choices)


def _clash(course: Course, first: Stay, then: Stay) -> tuple[str | None, Span]:
    """Why one vehicle comes to a port too soon after another, if it does, and when."""
    if first.ends_by_the_hour or then.begins_by_the_hour:
        return _clash_by_the_hour(course, first, then)
    situation, clock = course.situation, course.situation.clock
    turn = turn_round(situation)
    if first.is_last:
        # One that only moves to another port takes those who sit in it along.
        turn = turn_between(situation, first.ship, then.ship)
    late = first.stop.end + turn
    span = max(0, then.stop.first), min(late, situation.end)
    if then.stop.first >= late or late <= 0:
        return None, span
    names = _in_scenario_order(situation, first, then)
    if then.stop.first < first.stop.end:
        late = first.stop.end + turn_round(situation)
        together = span[0], min(late, situation.end)
        return f"{names} are at {then.stop.port} at the same time", together
    between = clock.say_days(then.stop.first - first.stop.end)
    why = f"{names} follow each other at {then.stop.port} after {between}"
    return f"{why}, less than {_least(course, first, then)}", span


def _clash_by_the_hour(course: Course, first: Stay, then: Stay) -> tuple[str | None, Span]:
    situation, between = course.situation, then.begins - first.ends
    span = then.begins, max(then.begins, first.ends)
    least = situation.scenario.station.turn_round
    if between >= least or course.situation.clock.at(span[1]) < 0:
        return None, span
    names = _in_scenario_order(situation, first, then)
    if between < timedelta():
        return f"{names} are at {then.stop.port} at the same time", span
    why = f"{names} follow each other at {then.stop.port} after {say_span(between)}"
    return f"{why}, less than the turn-round", span


def _least(course: Course, first: Stay, then: Stay) -> str:
    if turn_round(course.situation):
        return "the turn-round"
    return f"a slot: {then.ship.name} comes after {first.ship.name} has left"


def _in_scenario_order(situation: Situation, *stays: Stay) -> str:
    names = [stay.ship.name for stay in stays]
    return " and ".join(sorted(names, key=list(situation.ships).index))
