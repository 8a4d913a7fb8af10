"""How a plan differs from another, in one line."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.difference import ABSENT, PORT, PORT_AFTER, STAYS, Difference, FlightChange
from lifeboat.counted import one_or_many
from lifeboat.showing.words import names_of_most, ride_in_words

SAME = "the same flights and rides"
"""Where nothing of a difference is told in a line: places may be others."""
_MOST = 6
"""The most flights given by name; any others are counted."""


def changes(difference: Difference) -> str:
    """Who goes home on another vehicle, and which flights change, in one line."""
    told = [
        *_ride_changes(difference),
        *_coming_changes(difference),
        *_flight_changes(difference),
        *_landing_changes(difference),
    ]
    return "; ".join(told) or SAME


def _ride_changes(difference: Difference) -> Iterator[str]:
    together: dict[tuple[str, str], list[str]] = {}
    for ride in difference.rides:
        before = ABSENT if ride.before == ABSENT else ""
        after = ride_in_words(ride.after, ride.place_after)
        together.setdefault((before, after), []).append(ride.person)
    for (before, after), people in together.items():
        who, is_one = names_of_most(people), len(people) == 1
        if before == ABSENT:
            yield f"{who} come{'s' * is_one}"
        elif after == ABSENT:
            yield f"{who} {'does' if is_one else 'do'} not come"
        else:
            yield f"{who} stay{'s' * is_one}" if after == STAYS else f"{who} on {after}"


def _coming_changes(difference: Difference) -> Iterator[str]:
    together: dict[str, list[str]] = {}
    for it in difference.coming:
        together.setdefault(it.after, []).append(it.person)
    for ship, people in together.items():
        yield f"{names_of_most(people)} up on {ship}"


def _landing_changes(difference: Difference) -> Iterator[str]:
    """Who lands on another date though they ride home on the same vehicle."""
    others = {ride.person for ride in difference.rides}
    together: dict[float, list[str]] = {}
    for it in difference.landings:
        if it.person not in others:
            together.setdefault(it.days, []).append(it.person)
    for days, people in together.items():
        yield f"{names_of_most(people)} land{'s' * (len(people) == 1)} {days:+.3g}d"


def _flight_changes(difference: Difference) -> Iterator[str]:
    told = [_flight_words(change) for change in difference.flights]
    yield from told[:_MOST]
    if len(told) > _MOST:
        more = len(told) - _MOST
        yield f"{more} more {one_or_many(more, 'flights')} moved"


def _flight_words(change: FlightChange) -> str:
    if change.what == PORT:
        return f"{change.vehicle} at {change.after}"
    if change.what in ("flown", "mode", PORT_AFTER) or change.after == STAYS:
        return f"{change.vehicle} {change.after}"
    if change.days is None:
        return f"{change.vehicle} leaves {change.after}"
    return f"{change.vehicle} {change.what} {change.days:+.3g}d"
