"""Random people and pins: aboard or to come, with gear, limits and a plan of record."""

from __future__ import annotations

from agreement.dice import Dice
from agreement.random_places import TYPES, Tree, limit, some_window
from agreement.random_vehicles import is_under_way

PEOPLE = ("Abel", "Berg", "Cole", "Dunn", "Egan", "Frey")


def people(dice: Dice, count: int, tree: Tree) -> Tree:
    """A number of people; those yet to come join the crews of modes."""
    vehicles = tree["vehicles"].items()
    docked = [name for name, it in vehicles if "port" in it and not is_under_way(it)]
    found: Tree = {}
    for name in PEOPLE[:count]:
        flown = _ways_with_room_flown(tree, found)
        if flown and dice.chance(0.4):
            found[name] = {"up": dice.pick(flown)}
        else:
            rides = {} if dice.chance(0.6) else _join_crews(dice, name, tree)
            found[name] = rides or _aboard(dice, docked, tree)
        _add_figures(dice, found[name], tree)
    return found


def _ways_with_room_flown(tree: Tree, people: Tree) -> list[str]:
    """The vehicles under way that have no modes, and a seat for one more."""
    ups = [it.get("up") for it in people.values()]
    return [
        name
        for name, it in tree["vehicles"].items()
        if is_under_way(it) and ups.count(name) < seats_of(tree, name)
    ]


def seats_of(tree: Tree, vehicle: str) -> int:
    """Nominal seats of a vehicle."""
    said = tree["vehicles"][vehicle]
    return int(said.get("seats", tree["vehicle_types"][said["type"]]["seats"]))


def _aboard(dice: Dice, docked: list[str], tree: Tree) -> Tree:
    person: Tree = {"seat": "station"}
    crewed = [name for name in docked if seats_of(tree, name)]
    if crewed and dice.chance(0.9):
        person["up"] = person["seat"] = dice.pick(crewed)
        if dice.chance(0.1):
            person["seat"] = dice.pick(docked)
    if "up" not in person or dice.chance(0.1):
        person["launched"] = dice.moment(-dice.between(1, 6))
    return person


def _join_crews(dice: Dice, name: str, tree: Tree) -> Tree:
    """Put somebody in the crew of a mode that has room left, sometimes also of a second one."""
    ways = list(_ways_with_room(tree))
    chosen = dice.some(ways, 1, 2 if dice.chance(0.5) else 1) if ways else []
    for vehicle, mode in chosen:
        tree["vehicles"][vehicle]["modes"][mode].setdefault("crew", []).append(name)
    if not chosen:
        return {}
    return {"up": chosen[0][0]} if dice.chance(0.8) else {"agency": "South"}


def _ways_with_room(tree: Tree) -> list[tuple[str, str]]:
    return [
        (vehicle, mode)
        for vehicle, it in tree["vehicles"].items()
        for mode, said in it.get("modes", {}).items()
        if len(said.get("crew", [])) < seats_of(tree, vehicle) and mode != "empty"
    ]


def _add_figures(dice: Dice, person: Tree, tree: Tree) -> None:
    person.setdefault("agency", dice.pick(["North", "South"]))
    vehicles = [name for name in tree["vehicles"] if seats_of(tree, name)]
    if dice.chance(0.6) and vehicles:
        same = "up" in person and dice.chance(0.7)
        person["home"] = person["up"] if same else dice.pick(vehicles)
    leaves = dice.slot_of(tree["vehicles"].get(person.get("home"), {}).get("leaves"))
    if leaves is not None and dice.chance(0.5):
        person["returns"] = dice.moment(leaves + dice.between(0, 1))
    elif dice.chance(0.6):
        person["returns"] = dice.planned(dice.between(1, dice.end + 2))
    if dice.chance(0.3):
        gear = [["liner", "suit"], ["blue-suit"], ["liner"], [], ["liner", "suit", "blue-suit"]]
        person["gear"] = dice.pick(gear)
    if dice.chance(0.15):
        person["trained"] = dice.some(TYPES, 1, 2)
    if "skills" in tree["station"]:
        person["skills"] = dice.some(list(tree["station"]["skills"]), 0, 2)
    if dice.trouble(0.25):
        person["stay"] = limit(dice, dice.between(4, dice.end + 12))
    if dice.trouble(0.12):
        person["return_window"] = _some_return(dice)


def _some_return(dice: Dice) -> str:
    """A window to land in, sometimes one that opens about the end of the horizon or after it."""
    if dice.chance(0.2):
        return dice.from_on(dice.end + dice.between(-1, 2))
    return some_window(dice)


def pins(dice: Dice, tree: Tree) -> Tree:
    """One or two pins."""
    found: Tree = {}
    for number in range(dice.between(1, 2)):
        about = dice.pick([_flight_pin, _undock_pin, _ride_pin, _seat_pin, _port_pin, _stay_pin])
        found[f"pin {'AB'[number]}"] = about(dice, tree)
    return found


def _flight_pin(dice: Dice, tree: Tree) -> Tree:
    coming = [name for name, it in tree["vehicles"].items() if "modes" in it]
    if not coming:
        return _undock_pin(dice, tree)
    name = dice.pick(coming)
    if dice.chance(0.3):
        return {"vehicle": name, "flies": dice.chance(0.7)}
    if dice.chance(0.4):
        return {"vehicle": name, "mode": dice.pick(list(tree["vehicles"][name]["modes"]))}
    return {"vehicle": name, "launch": some_window(dice)}


def _undock_pin(dice: Dice, tree: Tree) -> Tree:
    return {"vehicle": dice.pick(list(tree["vehicles"])), "undock": some_window(dice)}


def _stay_pin(dice: Dice, tree: Tree) -> Tree:
    kind, part = dice.pick([("vehicle", "vehicles"), ("person", "people")])
    return {kind: dice.pick(list(tree[part])), "stays": dice.chance(0.6)}


def _port_pin(dice: Dice, tree: Tree) -> Tree:
    return {"vehicle": dice.pick(list(tree["vehicles"])), "port": dice.pick(list(tree["ports"]))}


def _ride_pin(dice: Dice, tree: Tree) -> Tree:
    who = dice.pick(list(tree["people"]))
    ways = [
        name
        for name, it in tree["vehicles"].items()
        if any(who in mode.get("crew", []) for mode in it.get("modes", {}).values())
    ]
    if ways and dice.chance(0.4):
        return {"person": who, "up": dice.pick(ways)}
    if dice.chance(0.5):
        return {"person": who, "home": dice.pick(list(tree["vehicles"]))}
    return {"person": who, "returns": _some_return(dice)}


def _seat_pin(dice: Dice, tree: Tree) -> Tree:
    who, where = dice.pick(list(tree["people"])), dice.pick(list(tree["vehicles"]))
    pin: Tree = {"person": who, "seat": where}
    if dice.chance(0.7):
        pin["during"] = some_window(dice)
    return pin
