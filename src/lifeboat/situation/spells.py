"""What a vehicle offers over time: its condition and its places, slot by slot.

A slot is read carefully: of all that holds at some instant of it, the worst holds in all of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import reduce

from lifeboat.scenario.vehicles import Condition, ImprovisedPlaces
from lifeboat.situation.clock import Clock, Slots
from lifeboat.situation.ship import FOREVER, Places, Ship, Spell

SOUND = Condition(state="sound")


def conditions_over(
    clock: Clock,
    told: Mapping[datetime, Condition],
    since: Callable[[datetime, Condition], datetime],
) -> Iterator[tuple[Slots, tuple[Condition, ...]]]:
    """The conditions that hold in some slots, for all time; of two in force the later dated holds.

    Args:
        clock: the grid.
        told: the conditions by their dates.
        since: when a condition of a date begins to count.
    """
    starts = {day: since(day, condition) for day, condition in told.items()}
    instants = sorted(set(starts.values()))
    holds = [_in_force(told, starts, instant) for instant in instants]
    changes = [-FOREVER, *(clock.at(it) for it in instants)]
    ends = [*(clock.until(it) for it in instants), FOREVER]
    spans = list(zip(changes, ends, (SOUND, *holds), strict=True))
    marks = sorted({*changes, *ends})
    for first, end in itertools.pairwise(marks):
        yield (
            Slots(first, end),
            tuple(it for begins, last, it in spans if begins < end and first < last),
        )


def _in_force(
    told: Mapping[datetime, Condition], starts: Mapping[datetime, datetime], instant: datetime
) -> Condition:
    return told[max(day for day, start in starts.items() if start <= instant)]


def spell_in(when: Slots, condition: Condition, extra: ImprovisedPlaces, seats: int) -> Spell:
    """What a vehicle of so many seats offers in a condition, with these improvised places."""
    if condition.state in ("unusable", "empty-return-only"):
        return Spell(when.first, when.end, condition.state, Places(), Places())
    if condition.state == "emergency-only":
        places = Places(damaged=seats if condition.places is None else condition.places)
        home = places if condition.ride_home else Places()
        return Spell(when.first, when.end, condition.state, places, home)
    places = Places(nominal=seats, improvised=extra.places)
    home = places if extra.ride_home else Places(nominal=seats)
    return Spell(when.first, when.end, condition.state, places, home)


def worst(spells: Iterable[Spell]) -> Spell:
    """The worst of some spells of the same slots."""
    return reduce(lambda one, other: one.worse(other, one.first, one.end), spells)


def departing(ship: Ship) -> tuple[Spell, ...]:
    """In what condition a vehicle leaves, by the slot it undocks in.

    Whoever leaves sits in it in the slot before, and leaves in the worse of its conditions in that
    slot and in the slot of undocking.
    """
    found: list[Spell] = []
    for before, after in itertools.pairwise((*ship.spells, ship.spells[-1])):
        found.append(Spell(before.first + 1, before.end, *_offered(before)))
        found.append(before.worse(after, before.end, before.end + 1))
    return tuple(without_seams(it for it in found if it.first < it.end))


def _offered(spell: Spell) -> tuple[str, Places, Places]:
    return spell.state, spell.places, spell.ride_home


def without_seams(spells: Iterator[Spell]) -> Iterator[Spell]:
    """The same, with neighbours that offer the same made one."""
    last: Spell | None = None
    for spell in spells:
        if last is not None and _offered(last) == _offered(spell):
            last = Spell(last.first, spell.end, *_offered(last))
            continue
        if last is not None:
            yield last
        last = spell
    if last is not None:
        yield last
