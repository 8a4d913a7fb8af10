"""Rule 9: never too many aboard, and supplies never under their reserve."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from lifeboat.counted import counted
from lifeboat.curves import Curve, Sum, total_of
from lifeboat.decisions import Decisions
from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.supplies import levels
from lifeboat.rules.never_understaffed import able_aboard
from lifeboat.rules.rule import Rule
from lifeboat.scenario.facilities import Supply
from lifeboat.situation.candidate_dates import Dates
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation, in_units


class NeverTooMany(Rule):
    name = "never-too-many"
    title = "Never too many"
    sentence = (
        "There are never more people aboard than the greatest crew, more than the long-term crew "
        "only for the time allowed, and no supply falls under its reserve or is needed after its "
        "last day."
    )
    broken_once = (
        "It is broken once for the greatest crew, once for the time above the long-term crew, and "
        "once for each supply."
    )
    keys = ("station.crew", "station.supplies", "vehicles.delivers")

    def dates(self, situation: Situation, dates: Dates) -> None:
        for supply in situation.scenario.station.supplies.values():
            if supply.gone_from is not None:
                dates.anchor_shared(situation.clock.at(supply.gone_from))

    def contradictions(self, situation: Situation) -> Iterator[str]:
        for name, supply in situation.scenario.station.supplies.items():
            comes_at_once = any(it.may_dock_at_once for it in _to_deliver(situation, name))
            if supply.stock < supply.reserve and not comes_at_once:
                yield f"{name} is under its reserve already"

    def post(self, decide: Decisions) -> None:
        crew = decide.situation.scenario.station.crew
        everybody = decide.people.aboard(decide.parties)
        if crew.most is not None:
            decide.never_below(self.name, "crew", everybody * -1 + crew.most, seldom=True)
        if crew.long_term is not None and crew.above_long_term is not None:
            allowed = decide.situation.clock.at_most(crew.above_long_term)
            spent = decide.time_above(everybody, crew.long_term)
            decide.require(self.name, "long-term crew", spent <= allowed)
        for name, supply in decide.situation.scenario.station.supplies.items():
            self._supply(decide, name, supply, everybody)

    def _supply(self, decide: Decisions, name: str, supply: Supply, everybody: Curve) -> None:
        situation, lived = decide.situation, Sum()
        for before, slot in itertools.pairwise([0, *_before_deliveries(decide, name)]):
            lived = decide.at_least(lived + decide.spent(everybody, before, slot))
            there = _delivered(decide, name, slot - 1) + in_units(supply.stock)
            left = there - in_units(supply.reserve)
            used = lived * in_units(supply.use)
            decide.require(self.name, name, used <= left * situation.clock.per_day)
        if supply.gone_from is not None:
            last = situation.clock.at(supply.gone_from)
            decide.never_below(self.name, name, everybody * -1, first=last)

    def audit(self, course: Course, ledger: Ledger) -> Iterator[Finding]:
        crew = course.situation.scenario.station.crew
        for first, end in itertools.pairwise(course.crew_changes()):
            count = able_aboard(course, None, first)
            if crew.most is not None and count > crew.most:
                message = f"{counted(count, 'people')} aboard, at most {crew.most} allowed"
                yield self._crew(course, "crew", message, (first, end))
        yield from self._long_term(course)
        for name, supply in course.situation.scenario.station.supplies.items():
            yield from self._used_up(course, name, supply)

    def _long_term(self, course: Course) -> Iterator[Finding]:
        crew, clock = course.situation.scenario.station.crew, course.situation.clock
        if crew.long_term is None or crew.above_long_term is None:
            return
        above = sum(
            end - first
            for first, end in itertools.pairwise(course.crew_changes())
            if able_aboard(course, None, first) > crew.long_term
        )
        allowed = clock.at_most(crew.above_long_term)
        if above > allowed:
            message = f"more than {counted(crew.long_term, 'people')} aboard for "
            message += clock.say_days(above)
            message += f", at most {clock.days(allowed)} allowed"
            yield self._crew(course, "long-term crew", message, (0, course.situation.end))

    def _used_up(self, course: Course, name: str, supply: Supply) -> Iterator[Finding]:
        clock, see = course.situation.clock, (("station", "supplies", name),)
        slots = [t for t, level in enumerate(levels(course, name)) if level < 0]
        if slots:
            message = f"{name} falls under its reserve of {supply.reserve:g} {supply.unit}"
            yield self.finding(course, name, message, (slots[0], slots[-1] + 1), see=see)
        if supply.gone_from is not None:
            last = clock.at(supply.gone_from)
            slots = [t for t in range(course.situation.end) if t >= last and any(course.aboard(t))]
            if slots:
                message = f"people are aboard after the last day of {name}"
                yield self.finding(course, name, message, (slots[0], slots[-1] + 1), see=see)

    def _crew(self, course: Course, subject: str, message: str, span: tuple[int, int]) -> Finding:
        return self.finding(course, subject, message, span, see=(("station", "crew"),))


def _before_deliveries(decide: Decisions, name: str) -> list[int]:
    end = decide.situation.end
    ships = _to_deliver(decide.situation, name)
    docks = {slot for ship in ships for slot in decide.flights.docked(ship).changes()}
    return sorted({end, *(slot for slot in docks if 0 < slot < end)})


def _delivered(decide: Decisions, name: str, slot: int) -> Sum:
    return total_of(
        decide.flights.docked(ship).at(slot) * ship.delivers[name]
        for ship in _to_deliver(decide.situation, name)
    )


def _to_deliver(situation: Situation, name: str) -> list[Ship]:
    """The vehicles to come that bring some of a supply."""
    ships = situation.ships.values()
    return [ship for ship in ships if name in ship.delivers and not ship.is_docked]
