"""The fewest liner moves for settled dates, found slot by slot over all best rides and seatings."""

from __future__ import annotations

from agreement.oracle import Found, Oracle
from agreement.oracle_holds import sitting

Where = dict[str, str | None]
"""The vehicle that holds each person's liner; None for the station."""


def fewest_reseats(oracle: Oracle, found: Found) -> int:
    """The fewest moves over all rides home that are as good as the best on the same dates."""
    others = oracle.all_as_good(found.flights, found.ports)
    assert all(other.cost == found.cost for other in others)
    return min(_fewest(oracle, other) for other in others)


def _fewest(oracle: Oracle, found: Found) -> int:
    """The fewest moves over all seatings that are as good as the best in every slot."""
    reached: list[tuple[Where, int]] = [(_at_first(oracle, found), 0)]
    for slot in range(oracle.facts.end):
        sitters, docked = sitting(oracle.facts, found.flights, found.journeys, found.held, slot)
        seatings = oracle.seats.all(slot, sitters, docked)
        least = min(seatings.values())
        names = [one.name for one in sitters]
        best: dict[tuple[str | None, ...], int] = {}
        for where in (where for where, cost in seatings.items() if cost == least):
            now = _named(names, where)
            best[where] = min(moves + _moved(before, now) for before, moves in reached)
        start = reached[0][0]
        reached = [({**start, **_named(names, where)}, moves) for where, moves in best.items()]
    return min(moves for _, moves in reached)


def _named(names: list[str], where: tuple[str | None, ...]) -> Where:
    return dict(zip(names, where, strict=True))


def _at_first(oracle: Oracle, found: Found) -> Where:
    """Where every liner is before its first move."""
    crafts, people = oracle.facts.crafts, oracle.facts.scenario.people
    found_at: Where = {}
    for journey in found.journeys:
        seat = people[journey.person].seat
        found_at[journey.person] = journey.up or (seat if seat in crafts else None)
    return found_at


def _moved(before: Where, now: Where) -> int:
    return sum(craft is not None and craft != before[name] for name, craft in now.items())
