"""Contradictions that counting can see, before any search."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.rules.flights_keep_their_windows import FlightsKeepTheirWindows, launch_spans
from lifeboat.rules.never_too_many import NeverTooMany
from lifeboat.rules.never_understaffed import NeverUnderstaffed
from lifeboat.rules.one_vehicle_per_port import OneVehiclePerPort
from lifeboat.rules.person_within_limits import PersonWithinLimits
from lifeboat.rules.vehicle_within_its_life import VehicleWithinItsLife
from lifeboat.situation.situation import Situation


def contradictions(situation: Situation) -> list[str]:
    """Why there can be no plan, as far as it can be told without a search; empty if nothing is."""
    return [
        *_flights_that_cannot_fly(situation),
        *_lives_that_are_over(situation),
        *_returns_that_are_over(situation),
        *_too_few(situation),
        *_supplies(situation),
    ]


def _flights_that_cannot_fly(situation: Situation) -> Iterator[str]:
    if not FlightsKeepTheirWindows().is_strict(situation):
        return
    for ship in situation.ships.values():
        if ship.is_docked or ship.may_cancel:
            continue
        if not ship.ports and OneVehiclePerPort().is_strict(situation):
            yield f"{ship.name} must fly, but no port accepts it"
        if not any(any(launch_spans(situation, ship, way)) for way in ship.ways):
            yield f"{ship.name} must fly, but no day is left within its windows and lead times"


def _lives_that_are_over(situation: Situation) -> Iterator[str]:
    if not VehicleWithinItsLife().is_strict(situation):
        return
    for ship in situation.ships.values():
        past_caring = any(spell.state == "unusable" and spell.end > 0 for spell in ship.spells)
        if ship.launched is None or past_caring:
            continue
        if max(0, ship.launched + ship.life_most) - ship.flight_down < 0:
            day = situation.clock.say(ship.launched + ship.life_most)
            yield f"{ship.name} was at the end of its life on {day} and is still docked"


def _returns_that_are_over(situation: Situation) -> Iterator[str]:
    if not PersonWithinLimits().is_strict(situation):
        return
    for member in situation.members.values():
        if member.aboard and member.return_window.end <= 0:
            day = situation.clock.say(member.return_window.end)
            yield f"{member.name} had to land before {day} and is still aboard"


def _too_few(situation: Situation) -> Iterator[str]:
    if not NeverUnderstaffed().is_strict(situation):
        return
    if any(way.flight <= 0 for ship in situation.ships.values() for way in ship.ways):
        return
    station, members = situation.scenario.station, situation.members.values()
    aboard = [member for member in members if member.aboard]
    if len(aboard) < station.crew.least:
        yield f"{len(aboard)} people are aboard, at least {station.crew.least} needed"
    for name, skill in station.skills.items():
        able = sum(name in member.skills for member in aboard)
        if able < skill.least:
            yield f"{able} people aboard are able to do {name}, at least {skill.least} needed"


def _supplies(situation: Situation) -> Iterator[str]:
    if not NeverTooMany().is_strict(situation):
        return
    for name, supply in situation.scenario.station.supplies.items():
        if supply.stock < supply.reserve:
            yield f"{name} is under its reserve already"
