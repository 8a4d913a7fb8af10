"""Random edits, each as a flag of the command line: its verb and its text."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, get_args

from lifeboat.days import DAY, Window, say_instant
from lifeboat.files.known_types import known_types
from lifeboat.goals import USUAL
from lifeboat.rules import RULES
from lifeboat.scenario.overlay import Feature
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import State

RandomEdit = tuple[str, str]
"""A verb and what follows its flag: `("delay", "Heron=14d")`."""


@dataclass(frozen=True)
class EditDice:
    """Draws edits of one scenario. Most make sense; the program refuses the others."""

    scenario: Scenario
    chance: random.Random

    def edit(self) -> RandomEdit:
        """One edit of any kind; launches and limits more often than others."""
        kinds, often = zip(*KINDS, strict=True)
        (kind,) = self.chance.choices(kinds, often)
        found: RandomEdit = kind(self)
        return found

    def of(self, names: Any) -> str:
        """One of some names; a name that nothing has where there are none."""
        return self.chance.choice(sorted(names)) if names else "nobody"

    def to_come(self) -> str:
        vehicles = self.scenario.vehicles.items()
        return self.of([name for name, it in vehicles if it.modes])

    def days(self, most: int) -> str:
        """A span: a few days more often than many, now and then some hours."""
        days = self.chance.choice((1, 2, 3, 7, self.chance.randint(1, most)))
        return f"{days}d" if self.chance.random() < 0.9 else f"{days}d 7h"

    def moment(self) -> datetime:
        """A date of the horizon, or some days after it."""
        first, last = self.scenario.as_of, self.scenario.horizon.closes
        assert last is not None
        midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight + self.chance.randint(0, (last - first).days + 10) * DAY

    def date(self) -> str:
        """The same as text, now and then with its hour."""
        hours = timedelta(hours=self.chance.choice((0, 0, 0, 5, 22)))
        return say_instant(self.moment() + hours)

    def planned(self) -> str:
        """A date of the plan of record, as precise as such dates are."""
        day = self.date()
        year, month = int(day[:4]), int(day[5:7])
        known = (day, day[:7], f"{year}-Q{(month + 2) // 3}", f"NET {day}", self.window(), "TBD")
        return self.chance.choice((day, self.chance.choice(known)))

    def window(self) -> str:
        first = self.moment()
        last = first + self.chance.choice((0, 3, 10, 30, 90)) * DAY
        return self.chance.choice(
            [
                Window.between(first, last + DAY).text,
                Window.between(first, None).text,
                f"..{say_instant(last)}",
            ]
        )


def delay(dice: EditDice) -> RandomEdit:
    return "delay", f"{dice.to_come()}={dice.days(60)}"


def advance(dice: EditDice) -> RandomEdit:
    return "advance", f"{dice.to_come()}={dice.days(30)}"


def drop(dice: EditDice) -> RandomEdit:
    return "drop", dice.to_come()


def unavailable(dice: EditDice) -> RandomEdit:
    return "unavailable", f"{dice.to_come()}={dice.window()}"


def close(dice: EditDice) -> RandomEdit:
    it = dice.scenario
    return "close", f"{dice.of({**it.ports, **it.pads, **it.landing_sites})}={dice.window()}"


def ground(dice: EditDice) -> RandomEdit:
    kinds = {**known_types(), **dice.scenario.vehicle_types}
    flown = {kinds[it.type].family for it in dice.scenario.vehicles.values()}
    return "ground", f"{dice.of(flown)}={dice.window()}"


def damage(dice: EditDice) -> RandomEdit:
    state = dice.of(get_args(State))
    told: dict[str, Any] = {"state": state}
    if state == "emergency-only":
        told |= {"places": dice.chance.randint(0, 4), "ride_home": dice.chance.random() < 0.3}
    if dice.chance.random() < 0.5:
        told["since"] = dice.date()
    return "damage", f"{dice.of(dice.scenario.vehicles)}={json.dumps(told)}"


def pin(dice: EditDice) -> RandomEdit:
    it = dice.scenario
    who, ship, coming = dice.of(it.people), dice.of(it.vehicles), dice.to_come()
    modes = it.vehicles[coming].modes if coming in it.vehicles else {}
    sentences = [
        f"{who} returns on {ship}",
        f"{who} goes up on {ship}",
        f"{who} sits in {ship}",
        f"{who} lands {dice.window()}",
        f"{coming} launches {dice.window()}",
        f"{ship} leaves {dice.window()}",
        f"{coming} docks at {dice.of(it.ports)}",
        f"{coming} flies in mode {dice.of(modes)}",
        f"{coming} does not fly",
        f"{coming} flies",
    ]
    return "pin", dice.chance.choice(sentences)


def without(dice: EditDice) -> RandomEdit:
    return "without", dice.of(get_args(Feature))


def strength(dice: EditDice) -> RandomEdit:
    """A rule as `should`, more often than as `must`."""
    how = dice.chance.choice(("should", "should", "must"))
    return "set", f"rules.{dice.of([rule.name for rule in RULES])}={how}"


def goals(dice: EditDice) -> RandomEdit:
    """The usual goals, two of them weighed together or turned, one left out or with a tolerance."""
    order: list[Any] = list(USUAL)
    at = dice.chance.randrange(1, len(order) - 1)
    match dice.chance.choice(("weighed", "turned", "left out", "tolerated")):
        case "weighed":
            weight = dice.chance.choice((1, 2, 10, 60))
            order[at : at + 2] = [{order[at]: weight, order[at + 1]: 1}]
        case "turned":
            order[at - 1], order[at] = order[at], order[at - 1]
        case "left out":
            del order[at - dice.chance.randint(0, 1)]
        case _:
            order[at - 1] = {"goal": order[at - 1], "within": dice.chance.choice((1, 3, 20))}
    return "set", f"goals={json.dumps(order)}"


def limit(dice: EditDice) -> RandomEdit:
    """A number or span of the station, a vehicle or a person."""
    it, few = dice.scenario, dice.chance.randint(0, 8)
    ship, kind = dice.of(it.vehicles), dice.of([it.type for it in it.vehicles.values()])
    days = dice.chance.choice((90, 180, 200, 210, 240))
    span = json.dumps({"limit": f"{days}d", "waived_to": f"{days + dice.chance.randint(0, 30)}d"})
    amounts = {
        "station.crew.least": few,
        "station.crew.wanted": few,
        "station.crew.most": few + 4,
        "station.turn_round": dice.days(5),
        f"station.skills.{dice.of(it.station.skills)}.least": few // 2,
        f"station.skills.{dice.of(it.station.skills)}.after_departure": few // 2,
        f"pads.{dice.of(it.pads)}.gap": dice.days(30),
        f"vehicle_types.{kind}.life": span,
        f"vehicle_types.{kind}.prepare_departure": dice.days(10),
        f"vehicles.{ship}.life": span,
        f"vehicles.{ship}.seats": few // 2,
        f"vehicles.{ship}.improvised.places": few // 2,
        f"people.{dice.of(it.people)}.stay": span,
    }
    path = dice.chance.choice(list(amounts))
    return "set", f"{path}={amounts[path]}"


def date(dice: EditDice) -> RandomEdit:
    """A date or window of a vehicle, a person or the horizon, or how finely time is counted."""
    it = dice.scenario
    ship, coming, who = dice.of(it.vehicles), dice.to_come(), dice.of(it.people)
    modes = it.vehicles[coming].modes if coming in it.vehicles else {}
    dates = {
        f"vehicles.{ship}.undock": dice.window(),
        f"vehicles.{ship}.leaves": dice.planned(),
        f"vehicles.{ship}.reseat_from": dice.date(),
        f"vehicles.{coming}.planned": dice.planned(),
        f"vehicles.{coming}.may_cancel": "true",
        f"vehicles.{coming}.modes.{dice.of(modes)}.windows": dice.window(),
        f"vehicles.{coming}.modes.{dice.of(modes)}.lead": dice.days(60),
        f"people.{who}.return_window": dice.window(),
        f"people.{who}.returns": dice.planned(),
        f"people.{who}.home": ship,
        "horizon": f"..{dice.date()[:10]}",
        "resolution": dice.chance.choice(("12h", "6h")),
    }
    path = dice.chance.choice(list(dates))
    return "set", f"{path}={dates[path]}"


KINDS: tuple[tuple[Callable[[EditDice], RandomEdit], int], ...] = (
    (delay, 3),
    (advance, 2),
    (drop, 1),
    (unavailable, 2),
    (close, 2),
    (ground, 1),
    (damage, 3),
    (pin, 4),
    (without, 1),
    (strength, 3),
    (goals, 2),
    (limit, 4),
    (date, 4),
)
"""Every kind of edit, and how often it is drawn."""
