"""People who come again: aboard now and in a later crew, or with a later stay of its own name."""

from __future__ import annotations

import copy
from datetime import timedelta

from agreement.dice import Dice
from agreement.random_people import seats_of
from agreement.random_places import Tree
from agreement.random_vehicles import is_under_way
from lifeboat.scenario.planned import Planned


def add_stays(dice: Dice, tree: Tree) -> None:
    """Let somebody come again, now and then."""
    if not tree["people"] or not dice.chance(0.25):
        return
    ways = list(_ways_with_room(tree))
    name = dice.pick(list(tree["people"]))
    if not ways:
        return
    vehicle, mode = dice.pick(ways)
    if name in mode.get("crew", []):
        return
    if "seat" in tree["people"][name] and dice.chance(0.6):
        mode.setdefault("crew", []).append(name)
    else:
        _come_again(dice, tree, name, vehicle, mode)
    if dice.chance(0.8):
        _make_room(dice, tree, name, (vehicle, mode))


def _make_room(dice: Dice, tree: Tree, name: str, flight: tuple[str, Tree]) -> None:
    """The first stay can be over early, and the next one can begin late."""
    first, back = tree["people"][name], dice.between(1, 2)
    for key in ("stay", "return_window"):
        first.pop(key, None)
    home = tree["vehicles"].get(first.get("up"))
    if home is not None and "port" in home:
        home["leaves"] = first["returns"] = dice.moment(back)
        first["home"] = first["up"]
        for key in ("conditions", "undock"):
            home.pop(key, None)
        tree["vehicle_types"][home["type"]].pop("prepare_departure", None)
    _let_fly(dice, tree, flight, back)


def _let_fly(dice: Dice, tree: Tree, flight: tuple[str, Tree], back: int) -> None:
    """Nothing but the first stay keeps a flight from its dates."""
    vehicle, mode = tree["vehicles"][flight[0]], flight[1]
    mode["windows"] = dice.window(dice.between(back, back + 1), dice.end - 1)
    for key in ("lead", "gate", "after"):
        mode.pop(key, None)
    if dice.chance(0.5):
        told = vehicle["modes"].items()
        vehicle["planned_mode"] = next(key for key, it in told if it is mode)
        vehicle["planned"] = dice.moment(dice.between(back, dice.end - 1))
        tree["station"]["crew"]["least"] = 0


def _come_again(dice: Dice, tree: Tree, name: str, vehicle: str, mode: Tree) -> None:
    """A later stay that is written out, with a plan of record of its own."""
    first, again = tree["people"][name], f"{name} again"
    mode.setdefault("crew", []).append(again)
    stay: Tree = {"agency": first["agency"], "same_as": name}
    if dice.chance(0.7):
        stay |= {"up": vehicle, "home": vehicle}
    if dice.chance(0.4):
        stay["returns"] = dice.planned(dice.between(3, dice.end + 1))
    if dice.chance(0.3) and "skills" in tree["station"]:
        stay["skills"] = dice.some(list(tree["station"]["skills"]), 0, 2)
    tree["people"][again] = stay


def _ways_with_room(tree: Tree) -> list[tuple[str, Tree]]:
    return [
        (name, mode)
        for name, it in tree["vehicles"].items()
        if _is_yet_to_fly(it)
        for mode in it["modes"].values()
        if len(mode.get("crew", [])) < seats_of(tree, name)
    ]


def _is_yet_to_fly(vehicle: Tree) -> bool:
    return (
        "modes" in vehicle
        and not is_under_way(vehicle)
        and vehicle.get("planned", "2030") >= ("2030")
    )


def who_comes_again(tree: Tree) -> list[str]:
    """Those aboard, or on their way, who are in a later crew without a later stay by name."""
    followed = {it.get("same_as") for it in tree["people"].values()}
    crews = _crews(tree, True)
    carried = _crews(tree, False)
    under_way = {name for name, it in tree["vehicles"].items() if is_under_way(it)}
    return [
        name
        for name, it in tree["people"].items()
        if name in crews and name not in followed
        if "seat" in it or name in carried or it.get("up") in under_way
    ]


def _crews(tree: Tree, yet_to_fly: bool) -> set[str]:
    """Everybody in the crew of a vehicle yet to fly, or in that of one that has flown."""
    found: set[str] = set()
    for vehicle in tree["vehicles"].values():
        modes = list(vehicle.get("modes", {}).values())
        if _is_yet_to_fly(vehicle):
            flown = modes if yet_to_fly else []
        else:
            planned = vehicle.get("planned_mode") or next(iter(vehicle.get("modes", {})), None)
            flown = [] if yet_to_fly or planned is None else [vehicle["modes"][planned]]
        found.update(name for mode in flown for name in mode.get("crew", []))
    return found


def written_out(tree: Tree) -> Tree:
    """The same scenario with second stays that follow from a crew written as people."""
    told = copy.deepcopy(tree)
    for name in who_comes_again(tree):
        again = f"{name} (second stay)"
        first = told["people"][name]
        ships = _renamed_in_crews(told, name, again)
        stay = {"agency": first["agency"], "same_as": name}
        stay |= {key: first[key] for key in ("skills", "trained", "stay") if key in first}
        told["people"][again] = stay | _plan_of(told, ships, again)
        for vehicle in told["vehicles"].values():
            for key in ("brings", "delivers_gear"):
                if name in vehicle.get(key, {}):
                    vehicle[key][again] = vehicle[key][name]
        for pin in told.get("pins", {}).values():
            if pin.get("person") == name and {pin.get(it) for it in _PLACES} & ships:
                pin["person"] = again
    return told


_PLACES = ("up", "home", "seat", "liner")


def _renamed_in_crews(tree: Tree, name: str, again: str) -> set[str]:
    """Puts the second stay into the later crews, and says in which vehicles."""
    found = set()
    for ship, vehicle in tree["vehicles"].items():
        for mode in vehicle.get("modes", {}).values() if _is_yet_to_fly(vehicle) else ():
            if name in mode.get("crew", []):
                mode["crew"] = [again if it == name else it for it in mode["crew"]]
                found.add(ship)
    return found


def _plan_of(tree: Tree, ships: set[str], again: str) -> Tree:
    """Up and home on the vehicle that is planned first to carry them, landing as it is planned."""
    planned = {}
    for ship in ships:
        vehicle = tree["vehicles"][ship]
        mode = vehicle.get("planned_mode") or next(iter(vehicle["modes"]))
        opens = Planned.read(vehicle.get("planned", "TBD")).opens
        if again in vehicle["modes"][mode].get("crew", []) and opens is not None:
            planned[ship] = opens
    if not planned:
        return {}
    up = min(planned, key=lambda ship: (planned[ship], ship))
    found = {"up": up, "home": up}
    leaves = tree["vehicles"][up].get("leaves")
    if leaves is not None:
        kind = tree["vehicle_types"][tree["vehicles"][up]["type"]]
        found["returns"] = _landing(leaves, kind["flight_down"])
    return found


def _landing(leaves: str, down: str) -> str:
    """Undocking and flight down where the hour is told, else so many whole days later."""
    flight = timedelta(days=int(down[:-1])) if down[-1] == "d" else timedelta(hours=int(down[:-1]))
    away = Planned.read(leaves)
    is_by_the_hour = away.opens is not None and away.opens == away.closes
    return str(away.later(flight if is_by_the_hour else timedelta(days=flight.days)))
