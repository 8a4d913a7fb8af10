"""Small random scenarios without mistakes: the same seed always gives the same one."""

from __future__ import annotations

import contextlib
import copy
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from agreement.dice import Dice
from agreement.random_people import people, pins, seats_of
from agreement.random_places import (
    AS_REPLANNED,
    BY_DEFAULT_SHOULD,
    GOALS,
    RULES,
    Tree,
    goals,
    landing_sites,
    pads,
    ports,
    rules,
    station,
    vehicle_types,
)
from agreement.random_stays import add_stays, who_comes_again
from agreement.random_vehicles import is_under_way, vehicles
from lifeboat.days import Window
from lifeboat.errors import MistakesError
from lifeboat.files.scenario_file import scenario_of
from lifeboat.files.source import source_of
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation


@dataclass(frozen=True)
class Size:
    """The least and the greatest number of everything."""

    slots: tuple[int, int]
    vehicles: tuple[int, int]
    people: tuple[int, int]
    ports: tuple[int, int]


SMALL = Size(slots=(6, 14), vehicles=(2, 5), people=(1, 6), ports=(1, 4))
TINY = Size(slots=(4, 7), vehicles=(2, 3), people=(1, 3), ports=(1, 3))


@dataclass(frozen=True)
class Made:
    """A scenario, with the seed that reproduces it."""

    seed: int
    scenario: Scenario
    tree: Tree

    @cached_property
    def situation(self) -> Situation:
        """The scenario on its grid."""
        return Situation.of(self.scenario, {})

    @property
    def text(self) -> str:
        """The scenario as a file."""
        return json.dumps(self.tree, indent=1)


def make(seed: int, size: Size) -> Made | None:
    """The scenario of a seed; None if it contradicts itself."""
    dice = Dice(seed, size.slots)
    tree = _tree(dice, size)
    again = copy.deepcopy(tree)
    add_stays(dice, again)
    for told in (again, tree):
        with contextlib.suppress(MistakesError):
            return Made(seed, read(told, seed), told)
    return None


def read(tree: Tree, seed: int) -> Scenario:
    """The scenario in a tree; raises `MistakesError` if it contradicts itself."""
    source = source_of(json.dumps(tree), f"seed {seed}")
    goal_names = [*GOALS, "flights"]
    return scenario_of(source, known_types={}, rule_names=RULES, goal_names=goal_names).scenario


def scenarios(count: int, size: Size, first: int = 0) -> Iterator[Made]:
    """A number of scenarios, from the seeds beginning with `first`."""
    seed, found = first, 0
    while found < count:
        made = make(seed, size)
        if made is not None:
            found += 1
            yield made
        seed += 1


def _tree(dice: Dice, size: Size) -> Tree:
    crew, names = dice.between(*size.people), ["bow", "stern", "side", "keel"]
    tree: Tree = {
        "lifeboat": 2,
        "name": "made by chance",
        "as_of": dice.moment(0),
        "horizon": dice.up_to(dice.end - 1),
        "resolution": dice.resolution,
        "station": station(dice, crew),
        "ports": ports(dice, names[: dice.between(*size.ports)]),
        "pads": pads(dice),
        "vehicle_types": vehicle_types(dice),
    }
    tree["vehicles"] = vehicles(dice, dice.between(*size.vehicles), tree)
    tree["people"] = people(dice, crew, tree)
    _mend(tree)
    _add_aims(dice, tree)
    return tree


def _mend(tree: Tree) -> None:
    """Let a type of vehicle fly up empty if one of its modes has nobody."""
    for vehicle in tree["vehicles"].values():
        kind = tree["vehicle_types"][vehicle["type"]]
        empty = any(not mode.get("crew") for mode in vehicle.get("modes", {}).values())
        if empty and "up" not in kind["flies_empty"]:
            kind["flies_empty"] = [*kind["flies_empty"], "up"]


def _add_aims(dice: Dice, tree: Tree) -> None:
    if strengths := rules(dice):
        tree["rules"] = strengths
    if dice.chance(0.2):
        tree["goals"] = goals(dice)
    if dice.trouble(0.5):
        tree["pins"] = pins(dice, tree)
    if dice.chance(0.1):
        families = dice.some(("lander", "capsule", "freighter"), 1, 2)
        tree["groundings"] = {"doubt": {"families": families, "during": dice.window(0, 2)}}
    if "goals" not in tree and dice.chance(0.25):
        tree["goals"] = list(AS_REPLANNED)
    _add_departures(dice, tree)


def _add_departures(dice: Dice, tree: Tree) -> None:
    """Add times to prepare departures, landing sites, launches that follow others, gear brought."""
    for kind in tree["vehicle_types"].values():
        if dice.chance(0.25):
            kind["prepare_departure"] = dice.span(dice.between(0, 3))
    if dice.trouble(0.2):
        tree["landing_sites"] = landing_sites(dice)
    for name, vehicle in tree["vehicles"].items():
        others = [other for other in tree["vehicles"] if other != name]
        for mode in vehicle.get("modes", {}).values():
            if others and dice.trouble(0.1):
                mode["after"] = {dice.pick(others): dice.span(dice.between(0, 3))}
    if tree["people"] and dice.chance(0.2):
        vehicle = tree["vehicles"][dice.pick(list(tree["vehicles"]))]
        needs = tree["vehicle_types"][vehicle["type"]]["needs"]
        vehicle["brings"] = {dice.pick(list(tree["people"])): needs}
    if tree["people"] and dice.chance(0.3):
        vehicle = tree["vehicles"][dice.pick(list(tree["vehicles"]))]
        kind = dice.pick(["lander", "capsule"])
        needs = tree["vehicle_types"][kind]["needs"]
        named = dice.some(list(tree["people"]), 1, 2)
        vehicle["delivers_gear"] = {who: dice.some(needs, 1, 2) for who in named}
    _add_commanders(dice, tree)


def _add_commanders(dice: Dice, tree: Tree) -> None:
    """Let some vehicles need somebody aboard with a skill, and give it to some people."""
    skills = list(tree["station"].get("skills", {}))
    if not skills or not dice.chance(0.5):
        return
    kinds = [*tree["vehicle_types"].values(), *tree["vehicles"].values()]
    for kind in dice.some(kinds, 1, 2):
        ways = dice.pick([["down"], ["up", "down"], ["up"]])
        kind["crew_skills"] = {way: [dice.pick(skills)] for way in ways}


def traits(made: Made) -> set[str]:
    """The features of a scenario, to count what has been tried."""
    tree = made.tree
    ships, folk = tree["vehicles"].values(), tree["people"].values()
    docked = sum("port" in ship and not is_under_way(ship) for ship in ships)
    lives = [it.get("life") for it in (*ships, *tree["vehicle_types"].values())]
    found = {
        "full station": docked == len(tree["ports"]),
        "life limits": any(lives),
        "crews that need a skill": any(
            "crew_skills" in it for it in (*ships, *tree["vehicle_types"].values())
        ),
        "ships past their life": any(_past_life(made)),
        "waivers": any("waived_to" in life for life in lives if life),
        "mixed gear": len({str(person.get("gear")) for person in folk}) > 1,
        "damaged vehicles": any("conditions" in ship for ship in ships),
        "conditions from a day of departure": any(map(_ends_in_trouble, ships)),
        "conditions of one day": any(map(_changes_at_once, ships)),
        "one port, two ships with seats": len(tree["ports"]) == 1
        and sum(seats_of(tree, name) > 0 for name in tree["vehicles"]) > 1,
        "landings on the day after": any(_lands_next_day(tree, it) for it in folk),
        "improvised places": any("improvised" in ship for ship in ships),
        "reseat dates": any("reseat_from" in ship for ship in ships),
        "relocations": any("relocations" in ship for ship in ships),
        "relocation choices": any("may_relocate" in ship for ship in ships),
        "one port": len(tree["ports"]) == 1,
        "reliefs": any("relieves" in ship for ship in ships),
        "several ways up": any(_ways_up(tree, name) > 1 for name in tree["people"]),
        "several stays": bool(who_comes_again(tree)) or any("same_as" in it for it in folk),
        "second stays that follow from a crew": bool(who_comes_again(tree)),
        "nobody fits": not any(seats_of(tree, name) for name in tree["vehicles"]),
        "supplies": "supplies" in tree["station"],
        "groundings": "groundings" in tree,
        "flights to follow": any(
            "after" in mode for ship in ships for mode in ship.get("modes", {}).values()
        ),
        "gear brought": any("brings" in ship for ship in ships),
        "gear delivered": any("delivers_gear" in ship for ship in ships),
        "gear delivered by a vehicle to come": any(
            "delivers_gear" in ship and "port" not in ship for ship in ships
        ),
        "landing sites": "landing_sites" in tree,
        "gates": "investigations" in tree,
        "vehicles under way": any(map(_has_flown, ships)),
        "people under way": any(_carries(tree, name) for name in tree["people"]),
        "leads that have passed": any(_is_ordered_late(made, name) for name in tree["vehicles"]),
        "flights planned for after the horizon": any(
            it.comes_later(made.situation.end) for it in made.situation.ships.values()
        ),
        "returns planned for after the horizon": any(
            it.returns_within is not None and it.returns_within.first >= made.situation.end
            for it in made.situation.members.values()
        ),
        "windows to land in after the horizon": any(map(_opens_late(made), _return_windows(tree))),
        "planned less precisely": any(map(_is_vague, _planned_dates(tree))),
        "pins": "pins" in tree,
        "other goals": "goals" in tree,
        "tolerances": any("within" in it for it in tree.get("goals", ()) if isinstance(it, dict)),
        "unsafe rides allowed": any(_takes_home_unsafely(ship) for ship in ships),
        "goals of a replan": tree.get("goals") == AS_REPLANNED,
        "finer slots": tree["resolution"] != "1d",
    }
    return {name for name, is_so in found.items() if is_so} | _strengths(tree.get("rules", {}))


def _strengths(rules: Tree) -> set[str]:
    """Each rule that is a `should`, and each that is a `must` because the scenario says so."""
    shoulds = {f"{rule} as a should" for rule, said in rules.items() if said == "should"}
    return shoulds | {
        f"{rule} as a must" for rule in BY_DEFAULT_SHOULD if rules.get(rule) == "must"
    }


def _ends_in_trouble(ship: Tree) -> bool:
    """Whether a condition begins on the day of the planned departure."""
    return any(day[:10] == ship.get("leaves", "")[:10] for day in ship.get("conditions", {}))


def _lands_next_day(tree: Tree, person: Tree) -> bool:
    """Whether the plan of record has somebody land on the day after undocking."""
    leaves = tree["vehicles"].get(person.get("home"), {}).get("leaves")
    if leaves is None or "returns" not in person:
        return False
    if any(len(it) not in (10, 17) for it in (leaves, person["returns"])):
        return False
    days = [date.fromisoformat(it[:10]) for it in (leaves, person["returns"])]
    return days[1] - days[0] == timedelta(days=1)


def _changes_at_once(ship: Tree) -> bool:
    days = [day[:10] for day in ship.get("conditions", {})]
    return len(days) > len(set(days))


def _has_flown(ship: Tree) -> bool:
    return is_under_way(ship) or ship.get("planned", "2030") < "2030"


def _carries(tree: Tree, person: str) -> bool:
    """Whether somebody is in a vehicle under way."""
    said = tree["people"][person]
    ship = tree["vehicles"].get(said.get("up"), {})
    return "seat" not in said and _has_flown(ship)


def _is_ordered_late(made: Made, name: str) -> bool:
    """Whether a vehicle is planned for sooner than its lead time from `as_of` would have it."""
    vehicle, as_of = made.scenario.vehicles[name], made.scenario.as_of
    mode = vehicle.modes.get(vehicle.planned_mode or next(iter(vehicle.modes), ""))
    planned = None if vehicle.planned is None else vehicle.planned.opens
    return mode is not None and planned is not None and planned < as_of + mode.lead


def _takes_home_unsafely(ship: Tree) -> bool:
    loose = [ship.get("improvised", {}), *ship.get("conditions", {}).values()]
    return any(it.get("ride_home") for it in loose)


def _past_life(made: Made) -> Iterator[bool]:
    """Whether each vehicle could be past its life within the horizon, with sound places left."""
    situation = Situation.of(made.scenario, {})
    for ship in situation.ships.values():
        launches = [0 if it.planned is None else it.planned for it in [ship] if it.ways]
        yield any(ship.wears_out(it, situation.end) for it in [*launches, ship.launched])


def _return_windows(tree: Tree) -> Iterator[Window]:
    """The windows in which people are to land, by their limits and by pins."""
    parts = (*tree["people"].values(), *tree.get("pins", {}).values())
    windows = (part.get("return_window", part.get("returns")) for part in parts)
    found = (it for it in windows if it is not None and ".." in it)
    return map(Window.read, found)


def _opens_late(made: Made) -> Callable[[Window], bool]:
    closes = made.scenario.horizon.closes
    return lambda window: None not in (window.opens, closes) and window.opens >= closes  # type: ignore[operator]


def _planned_dates(tree: Tree) -> Iterator[str]:
    keys = ("planned", "leaves", "returns")
    for part in (*tree["vehicles"].values(), *tree["people"].values()):
        yield from (part[key] for key in keys if key in part)


def _is_vague(date: str) -> bool:
    """Whether a planned date is neither a day nor an instant."""
    return ".." in date or date.startswith(("NET", "TBD")) or len(date) == len("2030-01")


def _ways_up(tree: Tree, person: str) -> int:
    modes = [mode for ship in tree["vehicles"].values() for mode in ship.get("modes", {}).values()]
    return sum(person in mode.get("crew", []) for mode in modes)


def with_a_liner_kept(made: Made) -> Made:
    """The scenario with somebody's liner kept in a vehicle, or on the station, for some time.

    Goals are in the usual order: where a place costs more than none, a person whose liner is kept
    in a vehicle would rather have no place in it.
    """
    chance, scenario = random.Random(made.seed), made.scenario
    if not scenario.people:
        return made
    clock = Situation.of(scenario, {}).clock
    first = chance.randrange(clock.end)
    last = chance.randrange(first, clock.end) + 1
    pin = Pin(
        person=chance.choice(list(scenario.people)),
        liner=chance.choice(["station", *scenario.vehicles]),
        during=Window.between(clock.instant(first), clock.instant(last)),
    )
    kept = scenario.model_copy(update={"pins": {**scenario.pins, "kept": pin}, "goals": None})
    return Made(made.seed, kept, made.tree)
