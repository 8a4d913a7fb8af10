"""Random vehicles: docked or to come, damaged or sound, with any of their keys."""

from __future__ import annotations

from agreement.dice import Dice
from agreement.random_places import STATES, Tree, limit, some_window

VEHICLES = ("Heron", "Osprey", "Kite", "Swift", "Tern")


def vehicles(dice: Dice, count: int, tree: Tree) -> Tree:
    """A number of vehicles, the first ones docked where a port takes them."""
    free = list(tree["ports"])
    docked = dice.between(0 if count > 2 else 1, min(count, len(free)))
    found: Tree = {}
    for number, name in enumerate(VEHICLES[:count]):
        kind = dice.pick(["lander", "lander", "capsule", "capsule", "freighter"])
        fitting = [port for port in free if _fits(tree, kind, port)]
        if number < docked and fitting:
            port = dice.pick(fitting)
            free.remove(port)
            found[name] = _docked(dice, kind, port)
        else:
            fitting = [port for port in tree["ports"] if _fits(tree, kind, port)]
            found[name] = _to_come(dice, kind, tree)
            if dice.chance(0.2):
                found[name] = _under_way(dice, found[name], fitting)
        _add_figures(dice, found[name], tree)
    _add_reliefs(dice, found)
    _crowd_a_port(dice, found)
    return found


def _crowd_a_port(dice: Dice, vehicles: Tree) -> None:
    """Let a vehicle that must fly wait for the port of one that may be moved away."""
    taken = [it["port"] for it in vehicles.values() if "port" in it and "may_relocate" in it]
    coming = [it for it in vehicles.values() if "port" not in it]
    if taken and coming and dice.chance(0.6):
        waiting = dice.pick(coming)
        waiting["ports"] = [dice.pick(taken)]
        waiting["may_cancel"] = dice.chance(0.3)


def _fits(tree: Tree, kind: str, port: str) -> bool:
    said = tree["ports"][port]
    return tree["vehicle_types"][kind]["mechanism"] in said["accepts"] and kind in said.get(
        "types", [kind]
    )


def _docked(dice: Dice, kind: str, port: str) -> Tree:
    since = -dice.between(1, 6)
    vehicle: Tree = {"type": kind, "port": port, "docked": dice.moment(since)}
    if dice.chance(0.5):
        vehicle["launched"] = dice.moment(since - dice.between(1, 3))
    if dice.chance(0.6):
        vehicle["leaves"] = dice.planned(dice.between(1, dice.end + 2))
    return vehicle


def _to_come(dice: Dice, kind: str, tree: Tree) -> Tree:
    planned = dice.between(0, dice.end - 1)
    if dice.chance(0.12):
        planned = dice.end + dice.between(-1, 4)
    vehicle: Tree = {"type": kind, "modes": _modes(dice, planned, tree)}
    vehicle["may_cancel"] = not dice.trouble(0.5)
    if dice.chance(0.5):
        vehicle["pad"] = dice.pick(["east", "east", "west"])
    if dice.chance(0.7):
        vehicle["planned"] = dice.planned(planned)
        if dice.chance(0.5):
            vehicle["leaves"] = dice.planned(planned + dice.between(1, dice.end))
        if dice.chance(0.3):
            vehicle["planned_mode"] = dice.pick(list(vehicle["modes"]))
    return vehicle


def _under_way(dice: Dice, vehicle: Tree, fitting: list[str]) -> Tree:
    """The vehicle launched before `as_of`: by the plan of record, or written with its docking."""
    since, dock = dice.between(1, 3), dice.between(0, dice.end - 2)
    leaves = dice.moment(dock + dice.between(1, dice.end))
    if dice.chance(0.5):
        mode = vehicle["modes"][vehicle.get("planned_mode", next(iter(vehicle["modes"])))]
        mode |= {"windows": dice.window(-since - dice.between(0, 2), dice.between(-since, 3))}
        mode["flight_up"] = dice.span(since + dock)
        return {**vehicle, "planned": dice.moment(-since), "leaves": leaves}
    told: Tree = {"type": vehicle["type"], "leaves": leaves} if dice.chance(0.7) else {}
    told |= {"type": vehicle["type"], "launched": dice.moment(-since)}
    told["docked"] = dice.moment(max(1, dock))
    if fitting and dice.chance(0.5):
        told["port"] = dice.pick(fitting)
    return told | {key: vehicle[key] for key in ("pad",) if key in vehicle}


def is_under_way(vehicle: Tree) -> bool:
    """Whether a vehicle is written with a docking after `as_of`, which is in 2030."""
    return str(vehicle.get("docked", "")) >= "2030"


def _modes(dice: Dice, planned: int, tree: Tree) -> Tree:
    names = dice.some(("crewed", "empty", "reserve"), 1, 2 if dice.chance(0.7) else 3)
    return {name: _mode(dice, planned, tree) for name in names}


def _mode(dice: Dice, planned: int, tree: Tree) -> Tree:
    mode: Tree = {"windows": _windows(dice, planned)}
    if dice.chance(0.3):
        mode["lead"] = dice.span(dice.between(0, 5))
    if dice.chance(0.15):
        mode["gate"] = _gate(dice, tree)
    if dice.chance(0.2):
        mode["flight_up"] = dice.span(dice.between(0, 2))
    return mode


def _gate(dice: Dice, tree: Tree) -> str:
    boards: Tree = tree.setdefault("investigations", {})
    name = dice.pick(["leak-board", "review"])
    boards.setdefault(name, {"expected": dice.moment(dice.between(-1, dice.end - 2))})
    return name


def _windows(dice: Dice, planned: int) -> str | list[str]:
    first = max(0, planned - dice.between(0, 3))
    last = min(dice.end + 1, planned + dice.between(0, 4))
    if dice.chance(0.1):
        return dice.up_to(last) if dice.chance(0.5) else dice.from_on(first)
    if dice.chance(0.2) and last - first >= 2:
        return [dice.window(first, first), dice.window(first + 2, last)]
    return dice.window(first, last)


def _add_figures(dice: Dice, vehicle: Tree, tree: Tree) -> None:
    if dice.chance(0.35):
        vehicle["conditions"] = _conditions(dice, tree, dice.slot_of(vehicle.get("leaves")))
    if dice.chance(0.3):
        vehicle["improvised"] = _improvised(dice, tree)
    if dice.trouble(0.12):
        vehicle["undock"] = some_window(dice)
    if dice.chance(0.15):
        vehicle["reseat_from"] = dice.moment(dice.between(0, dice.end - 1))
    if dice.trouble(0.25):
        vehicle["life"] = limit(dice, dice.between(4, dice.end + 12))
    if dice.chance(0.1):
        vehicle["seats"] = dice.between(0, 3)
    if dice.chance(0.2) and "supplies" in tree["station"]:
        vehicle["delivers"] = {"water": dice.between(1, 8)}
    if dice.chance(0.07):
        port = dice.pick(list(tree["ports"]))
        vehicle["relocations"] = {dice.moment(dice.between(1, dice.end - 1)): port}
    if dice.chance(0.2):
        vehicle["may_relocate"] = _may_relocate(dice, tree)
    if dice.chance(0.15) and "port" not in vehicle:
        vehicle["ports"] = dice.some(list(tree["ports"]), 1, 2)


def _may_relocate(dice: Dice, tree: Tree) -> Tree:
    found: Tree = {}
    if dice.chance(0.3):
        found["during"] = some_window(dice)
    if dice.chance(0.2):
        found["apart"] = dice.span(dice.between(0, 2))
    return found


def _conditions(dice: Dice, tree: Tree, leaves: int | None) -> Tree:
    """Conditions, some that begin in the slot of the planned departure, some two in one slot."""
    found: Tree = {}
    slots = [dice.between(-3, dice.end - 1) for _ in range(dice.between(1, 2))]
    if leaves is not None and dice.chance(0.5):
        slots.append(leaves)
    if dice.chance(0.2):
        slots.append(slots[-1])
    for slot in slots:
        state = dice.pick([*STATES, "emergency-only", "emergency-only"])
        condition: Tree = {"state": state}
        if state == "emergency-only" and dice.chance(0.7):
            condition["places"] = dice.between(0, 3)
        if state == "emergency-only" and dice.chance(0.3):
            condition["ride_home"] = True
        if dice.chance(0.15):
            condition["gate"] = _gate(dice, tree)
        found[dice.moment(slot) if dice.chance(0.7) else dice.within(slot)] = condition
    return found


def _improvised(dice: Dice, tree: Tree) -> Tree:
    extra: Tree = {"places": dice.between(1, 2)}
    if dice.chance(0.4):
        extra["since"] = dice.moment(dice.between(0, dice.end - 1))
    if dice.chance(0.4):
        extra["ride_home"] = True
    if dice.chance(0.6):
        extra["needs"] = dice.pick([[], ["liner"], ["blue-suit"]])
    if dice.chance(0.15):
        extra["gate"] = _gate(dice, tree)
    return extra


def _add_reliefs(dice: Dice, vehicles: Tree) -> None:
    names = list(vehicles)
    for one in names[1:]:
        if dice.trouble(0.25) and "port" not in vehicles[one]:
            relief: Tree = {"overlap": dice.span(dice.between(0, 3))}
            if dice.chance(0.3):
                relief["indirect"] = dice.span(dice.between(0, 2))
            vehicles[one]["relieves"] = {dice.pick([it for it in names if it != one]): relief}
