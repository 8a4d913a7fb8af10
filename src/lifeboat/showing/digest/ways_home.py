"""Who goes home on what and when: those aboard, and whoever else does not go as planned."""

from __future__ import annotations

from datetime import datetime

from lifeboat.answers.listing import listed_most
from lifeboat.answers.option import Option, PersonView, has_another_home
from lifeboat.counted import counted
from lifeboat.showing.digest.section import MOST_PEOPLE, Section, folded
from lifeboat.showing.tables.table import Row
from lifeboat.showing.words import date, drift

_MOST = 8


def ways_home(option: Option, *, elsewhere: str) -> Section:
    """The section about rides home, in order of time; who stays comes last."""
    told = [
        one
        for one in option.people
        if not elsewhere or one.up is None or _not_as_planned(one, option) or _ends_badly(one)
    ]
    others = len(option.people) - len(told)
    together: dict[Row, list[PersonView]] = {}
    for one in told:
        key = (
            date(one.leaves, "stays"),
            _vehicle(one),
            _not_as_planned(one, option) or _or_nothing_planned(one),
        )
        together.setdefault(key, []).append(one)
    rows = [
        (leaves, vehicle, listed_most((one.person for one in people), MOST_PEOPLE), note)
        for (leaves, vehicle, note), people in sorted(together.items(), key=_by_departure)
    ]
    kept, more = folded(rows, _MOST, elsewhere=elsewhere)
    notes = [f"and {counted(more, 'more rides')} ({elsewhere})"] if more else []
    if others:
        notes.append(f"{counted(others, 'people')} to come up later: rides as planned")
    if any(one.leaves for one in told):
        notes.append("dates of undocking")
    return Section("home", ("leaves", "vehicle", "who", "planned"), kept, _joined(notes))


def _joined(notes: list[str]) -> tuple[str, ...]:
    said = "; ".join(notes)
    return (f"{said[0].upper()}{said[1:]}.",) if said else ()


def _by_departure(row: tuple[Row, list[PersonView]]) -> tuple[datetime, str]:
    (_, vehicle, _), (one, *_) = row
    return one.leaves or datetime.max.replace(tzinfo=one.seats[-1].end.tzinfo), vehicle


def _vehicle(one: PersonView) -> str:
    """The vehicle home, or the one that holds the place of somebody who stays."""
    return one.home or one.seats[-1].vehicle or "station"


def _not_as_planned(one: PersonView, option: Option) -> str:
    """What was planned otherwise for somebody, in words; empty if nothing was."""
    landing = one.planned_landing
    if one.planned_up is not None and one.up != one.planned_up:
        return f"up on {one.up}, not {one.planned_up}"
    if has_another_home(one, option) or _is_left_behind(one, option):
        return f"planned {one.planned_home}" + (f", landing {landing}" if landing else "")
    if landing is not None:
        later = drift(one.lands, landing)
        return f"lands {later}" if later else ""
    home = next((it for it in option.flights if it.vehicle == one.home), None)
    later = "" if home is None else drift(one.leaves, home.planned_undock)
    return f"leaves {later}" if later else ""


def _or_nothing_planned(one: PersonView) -> str:
    return "as planned" if one.planned_home or one.planned_landing else "no ride home planned"


def _ends_badly(one: PersonView) -> bool:
    """Whether the last place somebody has is less than a nominal seat."""
    return bool(one.seats) and one.seats[-1].quality != "nominal"


def _is_left_behind(one: PersonView, option: Option) -> bool:
    """Whether somebody stays though their planned vehicle leaves, or does not fly at all."""
    if one.home is not None or one.planned_home is None:
        return False
    leaves = any(it.vehicle == one.planned_home and it.undock for it in option.flights)
    return leaves or one.planned_home in option.left_out
