"""The tables of a plan date by date."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.days import (
    DayTable,
    DayView,
    Missing,
    OverlapView,
    PlaceCount,
    ShipDay,
    StayView,
)
from lifeboat.answers.listing import listed
from lifeboat.answers.supplies import SupplyView
from lifeboat.counted import counted
from lifeboat.days import DAY
from lifeboat.showing.tables.table import AnswerTable, Row
from lifeboat.showing.words import NOBODY, date, names, number

_SHIP_COLUMNS = ("vehicle", "from", "to", "age", "life")
_OVERLAP_COLUMNS = ("vehicle", "relieves", "docks", "leaves", "overlap", "asked", "slack")
_SUPPLY_COLUMNS = ("supply", "left", "above a reserve of", "least on", "enough for", "none from")
_STAY_COLUMNS = ("person", "launched", "lands", "days in space", "longest stay", "waived")
_NO_LIMIT = "no limit"
_NOTHING = "Nothing and nobody is missing on any date."
_LEFT = "Of supplies, what is left above the reserve once that day, or slot, is over."
_MARGIN = "The margin is places of any quality less people aboard, whether or not they fit."


def day_tables(told: DayTable) -> tuple[AnswerTable, ...]:
    """All tables of the answer, those without rows too."""
    return (
        dates_table(told),
        AnswerTable("How old each vehicle is", _SHIP_COLUMNS, tuple(_ships(told))),
        *_supply_tables(told),
        AnswerTable("Overlaps", _OVERLAP_COLUMNS, tuple(map(_overlap_row, told.overlaps))),
        AnswerTable("Days in space", _STAY_COLUMNS, tuple(map(_stay_row, told.stays))),
    )


def dates_table(told: DayTable) -> AnswerTable:
    """The station from each date on; what is the same on all dates has no column."""
    qualities = [it for it in PlaceCount.model_fields if any(_of(day, it) for day in told.dates)]
    is_short = any(map(_is_short, told.dates))
    stores = (f"{it.supply} ({it.unit})" for it in told.supplies)
    columns = ("date", "aboard", *qualities, "margin", *stores, "what happens", "what is missing")
    width = len(columns) - (not is_short)
    rows = tuple(_day_row(day, qualities)[:width] for day in told.dates)
    notes = (*([] if is_short else [_NOTHING]), _MARGIN, *([_LEFT] if told.supplies else []))
    return AnswerTable("Date by date", columns[:width], rows, (" ".join(notes),))


def ships_on(day: DayView) -> AnswerTable:
    """Who could leave on a date, in what, and how old that is."""
    ships = sorted(day.ships, key=lambda it: not it.places.all)
    columns = ("vehicle", "port", "age", "state", "places", "could leave in it now")
    return AnswerTable("Who could leave, and in what", columns, tuple(map(_ship_row, ships)))


def _of(day: DayView, quality: str) -> int:
    return int(getattr(day.places, quality))


def _day_row(day: DayView, qualities: list[str]) -> Row:
    counts = (str(_of(day, quality)) for quality in qualities)
    happens = "; ".join(day.happens) or "nothing new"
    margin, missing = f"{day.margin:+d}", "; ".join(lacks(day)) or "nothing"
    left = (number(it.left) for it in day.supplies)
    return date(day.date), str(len(day.aboard)), *counts, margin, *left, happens, missing


def _is_short(day: DayView) -> bool:
    return any(lacks(day))


def lacks(day: DayView) -> Iterator[str]:
    """Who and what is missing from a date on, in words."""
    if day.without_a_place:
        yield f"NO PLACE for {listed(day.without_a_place)}"
    yield from dict.fromkeys(map(missing_in_words, day.missing))
    for it in day.supplies:
        if it.left < 0:
            yield f"{number(-it.left)} {it.unit} of {it.supply}"


def missing_in_words(it: Missing) -> str:
    """`pilot 0 of 1`, `pilot 0 of 1 without MS-22`, `crew 3 of 7 wanted`."""
    gone = f" without {it.without}" if it.without else " wanted" if it.only_wanted else ""
    return f"{it.skill or 'crew'} {it.there} of {it.needed}{gone}"


def _ships(told: DayTable) -> Iterator[Row]:
    for name in dict.fromkeys(ship.vehicle for day in told.dates for ship in day.ships):
        days = [day for day in told.dates if any(it.vehicle == name for it in day.ships)]
        first, last = (
            next(it for it in day.ships if it.vehicle == name) for day in (days[0], days[-1])
        )
        end = last.day + (days[-1].until - days[-1].date) / DAY
        stays = days[-1].until == told.horizon_end
        age = f"day {number(first.day)} to day {number(round(end, 2))}"
        until = "stays" if stays else date(days[-1].until)
        yield name, date(days[0].date), until, age, life_in_words(first.life, first.life_most)


def life_in_words(life: int | float | None, most: int | float | None) -> str:
    """`200 days`, `200 days, 215 with its waiver`, or that there is no limit."""
    if life is None:
        return _NO_LIMIT
    waiver = f", {number(most)} with its waiver" if most is not None and most > life else ""
    return f"{number(life)} days{waiver}"


def _supply_tables(told: DayTable) -> Iterator[AnswerTable]:
    """Supplies where least of them is left; no table for a station without any."""
    if told.supplies:
        rows = tuple(map(_supply_row, told.supplies))
        yield AnswerTable("Supplies where least is left", _SUPPLY_COLUMNS, rows)


def _supply_row(it: SupplyView) -> Row:
    gone = "no such date"
    if it.gone_from is not None:
        gone = f"{date(it.gone_from)}: {gone_in_words(it)}"
    left, reserve = (f"{number(amount)} {it.unit}" for amount in (it.least, it.reserve))
    return it.supply, left, reserve, date(it.on), lasts_in_words(it), gone


def lasts_in_words(it: SupplyView) -> str:
    """For how long what is left is enough: `1.2 days more for 7 people`, `2 days short`."""
    if it.lasts is None:
        return "none is used then"
    days = counted(abs(it.lasts), "days", number(abs(it.lasts)))
    return f"{days} {'short' if it.least < 0 else 'more'} for {counted(it.aboard, 'people')}"


def gone_in_words(it: SupplyView) -> str:
    """Whether everybody has left before a supply is gone, and how long before."""
    if it.too_late:
        return "PEOPLE ARE ABOARD THEN"
    if it.spare is None:
        return "nobody may be aboard then"
    return f"the last person leaves {counted(it.spare, 'days', number(it.spare))} before"


def _overlap_row(it: OverlapView) -> Row:
    days = [f"{number(value)} d" for value in (it.days, it.asked)]
    return it.vehicle, it.relieves, date(it.docks), date(it.leaves), *days, f"{it.slack:+g} d"


def _stay_row(it: StayView) -> Row:
    days = "not known" if it.days is None or it.now is None else f"{number(it.days)}"
    if it.now and it.days is not None:
        days += f" ({number(it.now)} by now)"
    limit = _NO_LIMIT if it.limit is None else f"{number(it.limit)} days"
    waived = f"{number(it.waived)} days" if it.waived else "none"
    return it.person, date(it.launched), date(it.lands, "stays"), days, limit, waived


def _ship_row(ship: ShipDay) -> Row:
    counts = {quality: getattr(ship.places, quality) for quality in PlaceCount.model_fields}
    places = ", ".join(f"{count} {quality}" for quality, count in counts.items() if count)
    age = f"day {number(ship.day)}" + (f" of {number(ship.life)}" if ship.life else "")
    who = names(ship.could_leave, NOBODY)
    return ship.vehicle, ship.port or "no port", age, ship.state, places or "none", who
