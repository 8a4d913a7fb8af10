"""A plan date by date as it is printed, on the tiny station."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from handmade import lines, piped
from lifeboat.answers.days import Missing
from lifeboat.days import read_moment
from lifeboat.questions.days import day_table
from lifeboat.showing.tables.days import life_in_words, missing_in_words
from lifeboat.showing.terminal.days import show_days
from tiny import jan, plan, tiny

HIT = {"vehicles.Wren.conditions": {jan(3): {"state": "emergency-only", "places": 1}}}
RELIEF = {"vehicles.Finch.relieves": {"Wren": {"overlap": "2d"}}}


def printed(edits: dict[str, Any] | None = None, on: datetime | None = None) -> list[str]:
    stream, console = piped()
    show_days(day_table(tiny(edits), plan(), on=on), console, on=on)
    return lines(stream)


def below(heading: str, told: list[str]) -> list[str]:
    """The lines of a table, below its heading and its columns."""
    first = told.index(heading) + 2
    return told[first : told.index("", first)] if "" in told[first:] else told[first:]


def test_date_by_date() -> None:
    told = printed()
    assert told[told.index("DATE BY DATE") + 1] == "date aboard nominal margin what happens"
    assert below("DATE BY DATE", told) == [
        "2030-01-01 2 2 +0 nothing new",
        "2030-01-05 3 4 +1 Finch docks at south with Cleo",
        "2030-01-08 1 2 +1 Wren leaves with Ana and Boris",
        "Nothing and nobody is missing on any date. The margin is places of any quality less "
        "people aboard,",
        "whether or not they fit.",
    ]


def test_who_has_no_place_stands_beside_the_date() -> None:
    assert "2030-01-03 2 0 1 -1 Wren is emergency-only NO PLACE for Boris" in printed(HIT)


def test_how_old_ships_are_overlaps_and_days_in_space() -> None:
    told = printed({**RELIEF, "vehicle_types.boat.life": {"limit": "40d", "waived_to": "45d"}})
    assert below("HOW OLD EACH VEHICLE IS", told) == [
        "Wren 2030-01-01 2030-01-08 day 31 to day 38 40 days, 45 with its waiver",
        "Finch 2030-01-05 stays day 1 to day 7 40 days, 45 with its waiver",
    ]
    assert below("OVERLAPS", told) == ["Finch Wren 2030-01-05 2030-01-08 3 d 2 d +1 d"]
    assert below("DAYS IN SPACE", told)[-1] == "Cleo 2030-01-04 stays 7 no limit none"


def test_one_date_in_full() -> None:
    told = printed(on=read_moment(jan(6)))
    assert told[3:6] == [
        "2030-01-06: 3 aboard, margin +1",
        "Aboard: Ana, Boris, Cleo.",
        "Nothing and nobody is missing.",
    ]
    assert below("WHO COULD LEAVE, AND IN WHAT", told) == [
        "Wren north day 36 sound 2 nominal Ana, Boris",
        "Finch south day 2 sound 2 nominal Cleo",
    ]


def test_what_happens_on_that_date_is_told_with_it() -> None:
    assert "Finch docks at south with Cleo." in printed(on=read_moment(jan(5)))


@pytest.mark.parametrize(
    ("skill", "without", "only_wanted", "said"),
    [
        ("pilot", None, False, "pilot 0 of 1"),
        ("pilot", "Wren", False, "pilot 0 of 1 without Wren"),
        (None, None, True, "crew 0 of 1 wanted"),
    ],
)
def test_who_is_missing(
    skill: str | None, without: str | None, only_wanted: bool, said: str
) -> None:
    short = Missing(skill=skill, there=0, needed=1, without=without, only_wanted=only_wanted)
    assert missing_in_words(short) == said


@pytest.mark.parametrize(
    ("life", "most", "said"),
    [(None, None, "no limit"), (200, 200, "200 days"), (200, 215, "200 days, 215 with its waiver")],
)
def test_how_long_a_ship_may_live(life: int | None, most: int | None, said: str) -> None:
    assert life_in_words(life, most) == said


def test_supplies_have_a_column_each_a_table_and_a_line_of_one_date() -> None:
    """27 kg above the reserve: two people eat 3 kg a day, from 5 to 7 January three 4.5 kg."""
    food = {"station.supplies.food": {"unit": "kg", "stock": 30, "use": 1.5, "reserve": 3}}
    told = [" ".join(line.split()) for line in printed(food)]
    assert "date aboard nominal margin food (kg) what happens what is missing" in told
    assert "2030-01-08 1 2 +1 0 Wren leaves with Ana and Boris nothing" in told
    assert "SUPPLIES WHERE LEAST IS LEFT" in told
    assert "food -3 kg 3 kg 2030-01-10 2 days short for 1 person no such date" in told
    one = printed(food, on=read_moment(jan(5)))
    assert "Left above the reserve once that day, or slot, is over: food 10.5 kg." in one
    assert not any("upplies" in line or "reserve" in line for line in printed())
