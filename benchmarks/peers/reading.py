"""Reads a scenario file into the figures of a day-by-day model.

The program's own reader resolves names, defaults and dates; what the models do not know is
refused, so that no peer answers an easier question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import lifeboat
from lifeboat.files.known_types import known_types
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.clock import Slots
from lifeboat.situation.member import Member
from lifeboat.situation.ship import FOREVER, Ship, Way
from lifeboat.situation.situation import ALWAYS, Situation
from peers.data import Case, Craft, Group, Mode, Skill


class NotInThePeersError(ValueError):
    """A scenario asks something that the day-by-day models do not know."""


def read(path: str) -> tuple[Situation, Case]:
    """The situation in a scenario file, and its figures day by day."""
    situation = Situation.of(lifeboat.read_scenario(path), known_types())
    asked = [*_asked_of_scenario(situation.scenario), *_asked_of_parts(situation)]
    if asked:
        raise NotInThePeersError(", ".join(asked))
    return situation, _case(situation)


def _asked_of_scenario(scenario: Scenario) -> Iterator[str]:
    crew, ports = scenario.station.crew, scenario.ports.values()
    asked: dict[str, object] = {
        "a resolution but days": scenario.resolution != "1d",
        "rules": scenario.rules,
        "goals": scenario.goals,
        "pins": scenario.pins,
        "landing sites": scenario.landing_sites,
        "supplies": scenario.station.supplies,
        "a time above the long-term crew": crew.above_long_term,
        "closures": any(port.closures for port in ports),
        "gaps for pairs": any(pad.gaps for pad in scenario.pads.values()),
    }
    return (name for name, is_asked in asked.items() if is_asked)


def _asked_of_parts(situation: Situation) -> Iterator[str]:
    days = range(-1, situation.end)
    for ship in situation.ships.values():
        asked: dict[str, object] = {
            "in flight": ship.is_on_its_way,
            "relocations": ship.relocations or ship.moving,
            "crew skills": ship.skills_up or ship.skills_down,
            "an undocking window": ship.undock != ALWAYS,
            "reseating later": ship.reseat_from > 0,
            "gear brought": ship.brings or ship.delivers_gear,
            "indirect relief": any(indirect is not None for _, _, indirect in ship.relieves),
            "flights to follow": any(way.after for way in ship.ways),
            "planned after the horizon": ship.comes_later(situation.end),
            "a change of condition": len({*map(_condition(ship), days)}) > 1,
            "unusable": ship.spell(0).state == "unusable",
        }
        yield from (f"{ship.name}: {name}" for name, is_asked in asked.items() if is_asked)
    for one in situation.members.values():
        if one.follows or one.stay < FOREVER or one.return_window != ALWAYS:
            yield f"{one.name}: limits of a stay"


def _condition(ship: Ship) -> Callable[[int], object]:
    """Its state and its seats by day; improvised places may become known on the way."""

    def on(day: int) -> object:
        spell = ship.spell(day)
        return spell.state, spell.places.nominal, spell.places.damaged

    return on


def _case(situation: Situation) -> Case:
    scenario, clock = situation.scenario, situation.clock
    station, pools = scenario.station, tuple(_pools(situation))
    return Case(
        end=situation.end,
        crafts={name: _craft(situation, it, pools) for name, it in situation.ships.items()},
        groups=tuple(_groups(situation)),
        pools=pools,
        turn_round=clock.at_least(station.turn_round),
        gaps={name: clock.at_least(pad.gap) for name, pad in scenario.pads.items()},
        least=station.crew.least,
        wanted=station.crew.wanted or 0,
        most=len(scenario.people) if station.crew.most is None else station.crew.most,
        skills={
            name: Skill(it.least, it.wanted or 0, it.after_departure)
            for name, it in station.skills.items()
        },
    )


def _pools(situation: Situation) -> Iterator[tuple[str, ...]]:
    pools: dict[frozenset[str], list[str]] = {}
    for port in situation.scenario.ports:
        users = frozenset(it.name for it in situation.ships.values() if port in it.ports)
        pools.setdefault(users, []).append(port)
    yield from map(tuple, pools.values())


def _craft(situation: Situation, ship: Ship, pools: Iterable[tuple[str, ...]]) -> Craft:
    days = range(situation.end)
    docks_at = (ship.port,) if ship.port else ship.ports
    places = [ship.spell(day).places for day in days]
    home = [ship.leaving(day).ride_home for day in days]
    return Craft(
        name=ship.name,
        modes=tuple(_modes(situation, ship)),
        launched=ship.launched,
        pools=tuple(number for number, ports in enumerate(pools) if set(ports) & set(docks_at)),
        pad=ship.pad,
        may_cancel=ship.may_cancel,
        planned=None if ship.is_docked else _from_now(ship.planned_within),
        ready=ship.ready_to_leave,
        flight_down=ship.flight_down,
        life=None if ship.life >= FOREVER else ship.life,
        life_most=None if ship.life_most >= FOREVER else ship.life_most,
        relieves=tuple((other, overlap) for other, overlap, _ in ship.relieves),
        seats=tuple(it.nominal + it.damaged for it in places),
        extras=tuple(it.improvised for it in places),
        damaged=ship.spell(0).state != "sound",
        seats_home=tuple(it.nominal + it.damaged > 0 for it in home),
        extras_home=tuple(it.improvised > 0 for it in home),
        sound_home=tuple(ship.leaving(day).places.nominal for day in days),
        has_seats=ship.seats > 0,
        flies_empty=ship.flies_empty_down,
    )


def _from_now(planned: Slots | None) -> tuple[int, int] | None:
    """What was planned for before the horizon can be on its first day at the soonest."""
    return None if planned is None else (max(0, planned.first), max(0, planned.end - 1))


def _modes(situation: Situation, ship: Ship) -> Iterator[Mode]:
    for way in ship.ways:
        days = tuple(t for t in range(situation.end) if _may_launch(situation, ship, way, t))
        if days:
            yield Mode(way.name, days, way.flight, way.crew)


def _may_launch(situation: Situation, ship: Ship, way: Way, day: int) -> bool:
    scenario, clock = situation.scenario, situation.clock
    outages = scenario.pads[ship.pad].outages.values() if ship.pad else ()
    groundings = (it for it in scenario.groundings.values() if ship.family in it.families)
    closed = [clock.slots(it.during) for it in (*outages, *groundings)]
    is_open = any(day in window for window in way.windows) and day >= way.earliest
    docks_in_time = day + way.flight < situation.end
    return is_open and docks_in_time and not any(day in it for it in closed)


def _groups(situation: Situation) -> Iterator[Group]:
    alike: dict[Member, list[str]] = {}
    for one in situation.members.values():
        alike.setdefault(replace(one, name="", agency=""), []).append(one.name)
    for one, names in alike.items():
        yield _group(situation, one, tuple(names))


def _group(situation: Situation, one: Member, names: tuple[str, ...]) -> Group:
    ships = situation.ships.values()
    return Group(
        names=names,
        skills=one.skills,
        aboard=one.aboard,
        seat=one.seat,
        up=one.up,
        ways=one.ways_up,
        home=one.home,
        returns=_from_now(one.returns_within),
        fits=frozenset(it.name for it in ships if one.fits(it)),
        fits_extra=frozenset(it.name for it in ships if one.fits_improvised(it)),
        flights_down={it.name: one.flight_down(it) for it in ships},
    )
