"""Who has no place, or a damaged or improvised one, from when to when; who rides home on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from lifeboat.answers.listing import listed_most
from lifeboat.answers.option import Option, SeatView
from lifeboat.counted import counted
from lifeboat.days import DAY
from lifeboat.showing.digest.section import MOST_PEOPLE, Section, folded
from lifeboat.showing.tables.table import Row
from lifeboat.showing.words import date, from_to, number

_MOST = 6
_WORDS = {"none": "NO PLACE", "damaged": "damaged", "improvised": "improvised"}
_SAFE = "Everybody has a nominal seat in a sound vehicle every day."
_EVERY_DAY = "Everybody has a place every day"
_SAFE_HOME = "nobody rides home on less than a sound seat"


def risks(option: Option, *, elsewhere: str) -> Section:
    """The section about places that are less than a nominal seat of a sound vehicle."""
    kept, more = folded([*_places(option), *_lapses_between(option)], _MOST, elsewhere=elsewhere)
    rides = tuple(_unsafe_rides(option))
    notes = [f"and {counted(more, 'more such times')} ({elsewhere})"] if more else []
    notes += [_said_of_all(kept, rides)] if not kept or not rides else []
    columns = ("place", "how much", "when", "who")
    return Section("risk", columns, (*kept, *rides), tuple(notes))


def _said_of_all(lesser: Sequence[Row], rides: Sequence[Row]) -> str:
    """What holds for everybody, in a sentence."""
    if not lesser:
        return _SAFE
    has_gaps = any(row[0] == _WORDS["none"] for row in lesser)
    told = [*([] if has_gaps else [_EVERY_DAY]), *([] if rides else [_SAFE_HOME])]
    sentence = "; ".join(told)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _places(option: Option) -> Iterator[Row]:
    """A row for those who have the same lesser place over the same time, the worst first."""
    together: dict[tuple[str, str | None, datetime, datetime], list[SeatView]] = {}
    for seat in option.seats:
        if seat.quality != "nominal":
            same = (seat.quality, seat.vehicle, seat.first, seat.end)
            together.setdefault(same, []).append(seat)
    worst = list(_WORDS)
    for key in sorted(together, key=lambda it: (worst.index(it[0]), -it[3].timestamp(), it[2])):
        quality, vehicle, first, end = key
        seats = together[key]
        spent = sum((seat.end - seat.first) / DAY for seat in seats)
        where = f"in {vehicle}" if vehicle else "liner on the station"
        who = f"{listed_most((seat.person for seat in seats), MOST_PEOPLE)}, {where}"
        amount = counted(round(spent, 2), "person-days", number(round(spent, 2)))
        yield _WORDS[quality], amount, from_to(first, end), who


def _lapses_between(option: Option) -> Iterator[Row]:
    for it in option.lapses:
        hours = (it.end - it.first).total_seconds() / 3600
        who = f"{it.person}, once {it.left} has left"
        yield _WORDS["none"], f"{number(round(hours, 1))} h", from_to(it.first, it.end), who


def _unsafe_rides(option: Option) -> Iterator[Row]:
    together: dict[tuple[str, str, datetime], list[str]] = {}
    for one in option.people:
        if one.home and one.leaves and one.home_place not in (None, "nominal"):
            together.setdefault((str(one.home_place), one.home, one.leaves), []).append(one.person)
    for (place, vehicle, leaves), people in together.items():
        ride = "ride home with no place" if place == "none" else f"{place} ride home"
        who = f"{listed_most(people, MOST_PEOPLE)}, on {vehicle}"
        yield ride, counted(len(people), "people"), date(leaves), who
