"""A plan date by date, on stations known by heart, against the audit and against history."""

from __future__ import annotations

from typing import Any

import pytest

import lifeboat
from agreement.random_plans import random_plans
from cases import known
from lifeboat.answers.days import DayTable, DayView
from lifeboat.answers.option import one_by_one
from lifeboat.days import DAY, read_moment
from lifeboat.errors import MistakesError
from lifeboat.questions.days import day_table
from lifeboat.rules import RULES
from repository import SCENARIOS
from tiny import jan, plan, tiny

HIT = {"vehicles.Wren.conditions": {jan(3): {"state": "emergency-only", "places": 1}}}


def table(edits: dict[str, Any] | None = None, **parts: Any) -> DayTable:
    return day_table(tiny(edits), plan(**parts))


def on(told: DayTable, day: int) -> DayView:
    return next(it for it in told.dates if it.date <= read_moment(jan(day)) < it.until)


def test_the_dates_are_those_on_which_something_happens() -> None:
    told = {it.date.day: it.happens for it in table().dates}
    assert told == {
        1: (),
        5: ("Finch docks at south with Cleo",),
        8: ("Wren leaves with Ana and Boris",),
    }


def test_every_date_lasts_until_the_next_and_the_last_to_the_end() -> None:
    told = table()
    ends = [*(it.date for it in told.dates[1:]), told.horizon_end]
    assert [it.until for it in told.dates] == ends


@pytest.mark.parametrize(
    ("day", "aboard", "places", "margin"), [(1, 2, 2, 0), (5, 3, 4, 1), (8, 1, 2, 1)]
)
def test_people_places_and_margin(day: int, aboard: int, places: int, margin: int) -> None:
    """Two sit in Wren's two seats; Finch brings two seats and one person."""
    it = on(table(), day)
    assert (len(it.aboard), it.places.nominal, it.margin) == (aboard, places, margin)
    assert (it.without_a_place, it.missing) == ((), ())


def test_a_damaged_ship_with_fewer_places() -> None:
    it = on(table(HIT), 3)
    assert it.happens == ("Wren is emergency-only",)
    assert (it.places.nominal, it.places.damaged, it.margin) == (0, 1, -1)
    assert len(it.without_a_place) == 1


def test_past_its_life_its_places_are_damaged() -> None:
    """Launched on 1 December, with 36 days: whoever leaves after 5 January lands past them."""
    told = table({"vehicle_types.boat.life": {"limit": "36d"}})
    for day, damaged in ((5, 0), (6, 2)):
        (wren,) = [ship for ship in on(told, day).ships if ship.vehicle == "Wren"]
        assert wren.places.damaged == damaged
    assert on(told, 6).happens == ("Wren is past its life",)


def test_how_old_a_ship_is_and_who_could_leave_in_it() -> None:
    """Wren was launched on 1 December: on 1 January that is 31 days ago."""
    limited = {"vehicle_types.boat.life": {"limit": "40d", "waived_to": "45d"}}
    (wren,) = on(table(limited), 1).ships
    assert (wren.day, wren.life, wren.life_most, wren.port) == (31, 40, 45, "north")
    assert wren.could_leave == ("Ana", "Boris")
    assert table().dates[0].ships[0].life is None


def test_a_liner_that_moves_is_told_and_with_it_who_could_leave() -> None:
    told = table(people={"Ana": {"seats": {jan(5): "Finch"}}})
    it = on(told, 5)
    assert it.happens == ("Finch docks at south with Cleo", "Ana's liner to Finch")
    assert {ship.vehicle: ship.could_leave for ship in it.ships} == {
        "Wren": ("Boris",),
        "Finch": ("Ana", "Cleo"),
    }


def test_who_is_missing_at_once_and_after_a_departure() -> None:
    """Nobody but Cleo can pilot; if Finch left with her there would be no pilot."""
    asked = {
        "station.skills": {"pilot": {"least": 1, "after_departure": 1}},
        "people.Cleo.skills": ["pilot"],
    }
    told = table(asked)
    assert {(it.skill, it.there, it.needed, it.without) for it in on(told, 2).missing} == {
        ("pilot", 0, 1, None),
        ("pilot", 0, 1, "Wren"),
    }
    assert [(it.skill, it.without) for it in on(told, 6).missing] == [("pilot", "Finch")]


def test_any_date_can_be_asked_for() -> None:
    scenario = tiny()
    told = day_table(scenario, plan(), on=read_moment(jan(6)))
    assert [it.date.day for it in told.dates] == [1, 5, 6, 8]
    assert {ship.vehicle: ship.day for ship in on(told, 6).ships} == {"Wren": 36, "Finch": 2}


@pytest.mark.parametrize("date", ["2029-12-31", "2030-01-11"])
def test_but_none_outside_the_horizon(date: str) -> None:
    with pytest.raises(MistakesError, match="outside the horizon"):
        day_table(tiny(), plan(), on=read_moment(date))


@pytest.mark.parametrize(("asked", "slack"), [("2d", 1), ("3d", 0), ("5d", -2)])
def test_overlaps_with_their_slack(asked: str, slack: int) -> None:
    """Finch docks on the 5th, Wren leaves on the 8th."""
    (it,) = table({"vehicles.Finch.relieves": {"Wren": {"overlap": asked}}}).overlaps
    assert (it.vehicle, it.relieves, it.days, it.slack) == ("Finch", "Wren", 3, slack)


def test_days_in_space() -> None:
    """Ana came with Wren on 1 December; she lands on the 8th, after 38 days, 31 of them by now."""
    limited = {
        "people.Ana.launched": "2029-12-01",
        "people.Ana.stay": {"limit": "35d", "waived_to": "44d"},
    }
    told = {it.person: it for it in table(limited).stays}
    ana, cleo = told["Ana"], told["Cleo"]
    assert (ana.now, ana.days, ana.limit, ana.waived) == (31, 38, 35, 3)
    assert (cleo.now, cleo.days, cleo.lands, cleo.limit) == (0, 7, None, None)


def test_rubio_was_in_space_for_371_days() -> None:
    """The longest flight of an American: 371 days, 21 September 2022 to 27 September 2023."""
    scenario = known("soyuz-ms-22", "2022-12-30")
    flown = lifeboat.read_plan(str(SCENARIOS / "soyuz-ms-22" / "flown.yaml"), scenario)
    told = {it.person: it.days for it in day_table(scenario, flown).stays}
    assert told["Rubio"] == told["Prokopyev"] == told["Petelin"] == 371


@pytest.mark.parametrize("first", range(0, 30000, 1000))
def test_places_people_and_staff_add_up_to_what_the_audit_counts(first: int) -> None:
    """Over ten random plans each: days without a place and staff missing are those of the goals,
    everybody with a place is in one ship, and no ship holds more than its places.
    """
    for seed, scenario, written in random_plans(10, first):
        loose = scenario.model_copy(
            update={"rules": dict.fromkeys((rule.name for rule in RULES), "should")}
        )
        told = day_table(loose, written)
        option = lifeboat.check(loose, written).option
        lapsed = sum((it.end - it.first) / DAY for it in option.lapses)
        goals = {it.name: it.value for it in one_by_one(option.goals)}
        days = [(it, (it.until - it.date) / DAY) for it in told.dates]
        without = sum(len(it.without_a_place) * long for it, long in days)
        if "no-place" in goals:
            assert goals["no-place"] == pytest.approx(without + lapsed, abs=1e-3), seed
        if "staffing" in goals:
            short = sum(_most_missing(it) * long for it, long in days)
            assert goals["staffing"] == pytest.approx(short, abs=1e-3), seed
        for it, _ in days:
            seated = [name for ship in it.ships for name in ship.could_leave]
            assert sorted([*seated, *it.without_a_place]) == sorted(it.aboard), seed
            assert all(len(ship.could_leave) <= ship.places.all for ship in it.ships), seed


def _most_missing(it: DayView) -> int:
    """Of each skill those missing, at once or after whichever departure leaves the fewest, and
    those wanted.
    """
    most: dict[tuple[str | None, bool], int] = {}
    for short in it.missing:
        key = short.skill, short.only_wanted
        most[key] = max(most.get(key, 0), short.needed - short.there)
    return sum(most.values())


def test_what_is_left_of_a_supply_on_each_date_and_when_it_runs_short() -> None:
    """27 kg above the reserve; 3 kg a day up to 4 January, 4.5 kg up to 7, 1.5 kg from then on. Of
    oil there is as much, but none from 6 January on.
    """
    food = {"unit": "kg", "stock": 28, "use": 1.5, "reserve": 1}
    told = table({"station.supplies": {"food": food, "oil": {**food, "gone_from": jan(6)}}})
    assert {it.date.day: tuple(left.left for left in it.supplies) for it in told.dates} == {
        1: (24, 24),
        5: (10.5, 10.5),
        6: (6, 0),
        8: (0, 0),
        9: (-1.5, -1.5),
    }
    assert on(told, 6).happens == ("oil is gone",)
    assert on(told, 9).happens == ("food is under its reserve", "food is used up")
    assert [(it.supply, it.least) for it in told.supplies] == [("food", -3), ("oil", -3)]


def test_a_supply_can_run_short_twice_and_what_brings_some_is_told() -> None:
    """4 kg, of which two people eat 2 a day: used up on the 3rd. Finch brings 9 on the 5th, where
    three eat 3 a day: 9 - 4 - 3 = 2 are left then, none the day after.
    """
    food = {"unit": "kg", "stock": 4, "use": 1}
    told = table({"station.supplies": {"food": food}, "vehicles.Finch.delivers": {"food": 9}})
    happens = {it.date.day: it.happens for it in told.dates}
    assert happens[3] == ("food is used up",)
    assert happens[5] == ("Finch docks at south with Cleo, bringing 9 kg of food",)
    assert happens[6] == ("food is used up",)
