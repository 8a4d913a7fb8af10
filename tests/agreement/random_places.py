"""Random stations: ports, pads, vehicle types, crew bounds, supplies, rules and goals."""

from __future__ import annotations

from typing import Any

from agreement.dice import Dice

Tree = dict[str, Any]

MECHANISMS = ("probe", "ring")
TYPES = ("lander", "capsule", "freighter")
FAMILIES = ("lander", "capsule", "freighter")
SKILLS = ("pilot", "doctor")
STATES = ("sound", "emergency-only", "empty-return-only", "unusable")
RULES = (
    "everyone-has-a-seat",
    "seat-fits-its-person",
    "home-on-a-sound-seat",
    "one-vehicle-per-port",
    "flights-keep-their-windows",
    "vehicle-within-its-life",
    "person-within-limits",
    "never-understaffed",
    "never-too-many",
    "crews-overlap",
    "who-can-fly",
    "pins-hold",
)
BY_DEFAULT_SHOULD = ("everyone-has-a-seat", "vehicle-within-its-life")
GOALS = (
    "no-place",
    "unsafe",
    "damaged",
    "improvised",
    "waived",
    "staffing",
    "broken",
    "cancelled",
    "rides",
    "moved",
    "reseats",
)
AS_REPLANNED = [
    {"no-place": 1, "unsafe": 60},
    *GOALS[2:7],
    "rides",
    "cancelled",
    "flights",
    *GOALS[9:],
]
"""The goals in the order of a replan, with one that the usual order leaves out."""


def vehicle_types(dice: Dice) -> Tree:
    """Two kinds of crew ship that need different gear, and a cargo ship."""
    both = {"lander": ["liner", "suit"], "capsule": ["blue-suit"], "freighter": []}
    found: Tree = {}
    for name, needs in both.items():
        cargo = name == "freighter"
        kind: Tree = {
            "family": name,
            "mechanism": dice.pick(MECHANISMS),
            "seats": 0 if cargo else dice.between(1, 3),
            "flight_up": _flight(dice),
            "flight_down": _flight(dice) if dice.chance(0.6) else _past_midnight(dice),
            "needs": needs,
            "flies_empty": _flies_empty(dice) if dice.trouble(1) else ["up", "down"],
        }
        if dice.chance(0.25):
            kind["improvised"] = dice.between(1, 2)
            kind["improvised_needs"] = dice.pick([[], [], ["liner"], needs])
        if dice.trouble(0.35):
            kind["life"] = limit(dice, dice.between(4, dice.end + 10))
        found[name] = kind
    return found


def _flight(dice: Dice) -> str:
    return dice.pick(["3h", "0h", dice.span(0), dice.span(1), dice.span(1), dice.span(2)])


def _past_midnight(dice: Dice) -> str:
    """A flight that ends in one slot or in the next."""
    hours = dice.between(1, dice.hours - 1)
    return f"{hours + dice.hours}h" if dice.chance(0.3) else f"{hours}h"


def _flies_empty(dice: Dice) -> list[str]:
    return dice.pick([["up", "down"], ["up"], ["down"], []])


def limit(dice: Dice, slots: int) -> Tree:
    """A limit, sometimes with a waiver."""
    if dice.chance(0.5):
        return {"limit": dice.span(slots)}
    return {"limit": dice.span(slots), "waived_to": dice.span(slots + dice.between(1, 4))}


def ports(dice: Dice, names: list[str]) -> Tree:
    """Ports, some of them closed for a while."""
    found: Tree = {}
    for name in names:
        port: Tree = {"accepts": dice.pick([["probe"], ["ring"], [*MECHANISMS], [*MECHANISMS]])}
        if dice.chance(0.1):
            port["types"] = dice.some(TYPES, 2, 3)
        if dice.trouble(0.15):
            port["closures"] = {"walk": _closure(dice)}
        found[name] = port
    return found


def _closure(dice: Dice) -> Tree:
    closure: Tree = {"during": some_window(dice)}
    if dice.chance(0.5):
        closure["types"] = dice.some(TYPES, 1, 2)
    return closure


def some_window(dice: Dice) -> str:
    """A window that meets the horizon."""
    first = dice.between(-1, dice.end - 1)
    last = dice.between(max(first, 0), dice.end)
    if dice.chance(0.1):
        return dice.from_on(first)
    return dice.up_to(last) if dice.chance(0.1) else dice.window(first, last)


def pads(dice: Dice) -> Tree:
    """Two pads with gaps and outages."""
    found: Tree = {}
    for name in ("east", "west"):
        pad: Tree = {"gap": dice.span(dice.pick([0, 1, 2, 3]))}
        if dice.chance(0.25):
            pair = {"before": dice.some(TYPES, 1, 2), "after": dice.some(TYPES, 1, 2)}
            pad["gaps"] = {"special": {**pair, "gap": dice.span(dice.between(0, 4))}}
        if dice.trouble(0.15):
            pad["outages"] = {"repair": {"during": _short_window(dice)}}
        found[name] = pad
    return found


def landing_sites(dice: Dice) -> Tree:
    """One or two landing sites, closed for a while."""
    found: Tree = {}
    for name in dice.some(("steppe", "sea"), 1, 2):
        site: Tree = {"closures": {"dark": {"during": some_window(dice)}}}
        if dice.chance(0.6):
            site["types"] = dice.some(TYPES, 1, 2)
        if dice.chance(0.3):
            site["closures"]["storm"] = _closure(dice)
        found[name] = site
    return found


def _short_window(dice: Dice) -> str:
    first = dice.between(-1, dice.end - 1)
    return dice.window(max(0, first), max(0, first) + dice.between(0, 3))


def station(dice: Dice, people: int) -> Tree:
    """Crew bounds, skills and supplies."""
    found: Tree = {"name": "Halfway", "crew": _crew(dice, people)}
    if dice.chance(0.4):
        found["turn_round"] = dice.span(dice.between(1, 2))
    if dice.chance(0.5):
        found["skills"] = {name: _skill(dice) for name in dice.some(SKILLS, 1, 2)}
    if dice.trouble(0.25):
        found["supplies"] = {"water": _supply(dice, people)}
    return found


def _crew(dice: Dice, people: int) -> Tree:
    crew: Tree = {"least": dice.pick([1, 1, 2]) if dice.trouble(0.5) else 0}
    if dice.chance(0.4):
        crew["wanted"] = crew["least"] + dice.between(0, 2)
    if dice.trouble(0.25):
        crew["most"] = max(crew["least"], crew.get("wanted", 0), dice.between(1, people))
    if dice.trouble(0.2):
        crew["long_term"] = dice.between(1, crew.get("most", people))
        crew["above_long_term"] = dice.span(dice.between(0, 5))
    return crew


def _skill(dice: Dice) -> Tree:
    skill: Tree = {}
    if dice.trouble(0.4):
        skill["least"] = 1
    if dice.chance(0.3):
        skill["wanted"] = skill.get("least", 0) + dice.between(0, 1)
    if dice.trouble(0.3):
        skill["after_departure"] = 1
    return skill


def _supply(dice: Dice, people: int) -> Tree:
    needed = people * dice.end // dice.per_day
    use, stock = dice.pick([1, 2, 0.5]), dice.between(1, needed + 2)
    supply: Tree = {"unit": "l", "use": use, "stock": stock}
    if dice.chance(0.4):
        supply["reserve"] = dice.between(0, 2)
    if dice.chance(0.15):
        supply["gone_from"] = dice.moment(dice.between(2, dice.end + 1))
    return supply


def rules(dice: Dice) -> Tree:
    """How strict rules are: in a third of all scenarios as usual, in the others every rule is a
    `should` or a `must` by chance. So each is a `should` in a third of the cases.
    """
    if dice.chance(1 / 3):
        return {}
    return {rule: dice.pick(["should", "must"]) for rule in RULES}


def goals(dice: Dice) -> list[Any]:
    """Goals in another order, some dropped, some weighed together."""
    order: list[Any] = dice.shuffled(GOALS) if dice.chance(0.5) else list(GOALS)
    order = order[dice.between(0, 2) :]
    if dice.chance(0.5) and len(order) > 2:
        at = dice.between(0, len(order) - 2)
        pair = {name: dice.between(1, 5) for name in order[at : at + 2]}
        order[at : at + 2] = [pair]
    if dice.chance(0.3):
        at = dice.between(0, len(order) - 1)
        order[at] = {"goal": order[at], "within": dice.pick([1, 2, 3, 0.5])}
    return order
