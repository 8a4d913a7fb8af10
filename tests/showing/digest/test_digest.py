"""What a planner decides on, of an answer made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from handmade import BEST, GOALS, PEOPLE, day, seat, without_findings
from lifeboat.answers.option import Bumped, DecideBy, GoalShare, GoalValue, LapseView, Option
from lifeboat.answers.supplies import SupplyView
from lifeboat.days import DAY
from lifeboat.scenario.planned import Planned
from lifeboat.showing.digest import Section, digest


def section(label: str, option: Option = BEST, **how: Any) -> Section:
    return next(it for it in digest(option, **how) if it.label == label)


def option(**changes: Any) -> Option:
    return BEST.model_copy(update=changes)


def test_every_section_in_its_order() -> None:
    labels = [it.label for it in digest(BEST)]
    assert labels == ["risk", "plan", "home", "decide", "changed", "cost"]


def test_rows_are_as_long_as_their_headings() -> None:
    for it in digest(BEST):
        assert {len(row) for row in it.rows} <= {len(it.columns)}


# Risk


def test_the_worst_place_comes_first_with_whom_and_when() -> None:
    assert section("risk").rows == (
        ("NO PLACE", "2 person-days", "2030-01-04 to 2030-01-06", "Ana, liner on the station"),
        ("damaged", "3 person-days", "2030-01-01 to 2030-01-04", "Ana, in Wren"),
    )


def test_those_who_have_the_same_place_as_long_are_told_together() -> None:
    both = (seat("Ana", "Wren", 1, 4, "damaged"), seat("Bo", "Wren", 1, 4, "damaged"))
    (row,) = section("risk", option(seats=both)).rows
    assert row == ("damaged", "6 person-days", "2030-01-01 to 2030-01-04", "Ana and Bo, in Wren")


@pytest.mark.parametrize(
    ("quality", "said"),
    [
        ("none", ("Nobody rides home on less than a sound seat.",)),
        (
            "improvised",
            ("Everybody has a place every day; nobody rides home on less than a sound seat.",),
        ),
        ("nominal", ("Everybody has a nominal seat in a sound vehicle every day.",)),
    ],
)
def test_what_holds_for_everybody_is_said(quality: str, said: tuple[str, ...]) -> None:
    assert section("risk", option(seats=(seat("Ana", "Wren", 1, 4, quality),))).notes == said


def test_a_ride_home_on_less_than_a_sound_seat_is_a_risk_of_its_own() -> None:
    bo = PEOPLE[1].model_copy(update={"home_place": "damaged"})
    told = section("risk", option(seats=(), people=(bo,)))
    assert told.rows == (("damaged ride home", "1 person", "2030-01-09", "Bo, on Wren"),)
    assert told.notes == ("Everybody has a nominal seat in a sound vehicle every day.",)


def test_hours_without_a_place_are_not_passed_over() -> None:
    lapse = LapseView(person="Bo", left="Wren", first=day(3, 6), end=day(3, 12))
    told = section("risk", option(seats=(), lapses=(lapse,)))
    (row,) = told.rows
    assert row[:2] == ("NO PLACE", "6 h")
    assert "Everybody has a place" not in " ".join(told.notes)


def test_many_risks_are_counted_unless_all_are_asked_for() -> None:
    many = tuple(seat(f"P{n}", "Wren", n, n + 1, "damaged") for n in range(1, 11))
    told = section("risk", option(seats=many))
    assert len(told.rows) == 6
    assert told.notes[0] == "and 4 more such times (--full)"
    assert len(section("risk", option(seats=many), elsewhere="").rows) == 10


# Home


def test_who_goes_home_on_what_in_order_of_time() -> None:
    assert section("home").rows == (
        ("2030-01-09", "Wren", "Bo", "as planned"),
        ("2030-01-12", "Heron", "Ana", "planned Wren, landing 2030-01-09"),
    )


def _stays(**changes: Any) -> Option:
    """Bo stays, with a seat in Wren to the end of the horizon."""
    gone = {"home": None, "leaves": None, "lands": None, "seats": (seat("Bo", "Wren", 1, 16),)}
    bo = PEOPLE[1].model_copy(update={**gone, **changes})
    return option(people=(bo,), seats=bo.seats)


def test_who_stays_though_their_vehicle_leaves_is_not_as_planned() -> None:
    (row,) = section("home", _stays(planned_landing=None)).rows
    assert row[3] == "planned Wren", "Wren leaves on the 9th"


def test_who_stays_is_in_the_vehicle_that_holds_their_place() -> None:
    there = (BEST.flights[0], BEST.flights[1].model_copy(update={"undock": None}))
    stays = _stays(planned_landing=Planned.on(day(30), DAY))
    told = section("home", stays.model_copy(update={"flights": there}))
    assert told.rows == (("stays", "Wren", "Bo", "as planned"),)


def test_who_stays_though_they_were_to_land() -> None:
    (row,) = section("home", _stays()).rows
    assert row == ("stays", "Wren", "Bo", "planned Wren, landing 2030-01-09")


def test_who_lands_on_another_date() -> None:
    late = PEOPLE[1].model_copy(update={"lands": day(11), "leaves": day(11)})
    (row,) = section("home", option(people=(late,))).rows
    assert row == ("2030-01-11", "Wren", "Bo", "lands +2d")


def test_who_comes_later_as_planned_is_counted_who_does_not_is_told() -> None:
    later = [it.model_copy(update={"up": "Heron", "planned_up": "Heron"}) for it in PEOPLE[1:]]
    other = [it.model_copy(update={"up": "Heron", "planned_up": "Owl"}) for it in PEOPLE[1:]]
    told = section("home", option(people=(*PEOPLE[:1], *later)))
    assert [row[2] for row in told.rows] == ["Ana"]
    assert told.notes == ("1 person to come up later: rides as planned; dates of undocking.",)
    (row,) = section("home", option(people=tuple(other))).rows
    assert row[3] == "up on Heron, not Owl"


def test_who_has_no_plan_of_record_is_not_as_planned() -> None:
    unknown = {"planned_home": None, "planned_landing": None}
    (row,) = section("home", _stays(**unknown)).rows
    assert row == ("stays", "Wren", "Bo", "no ride home planned")


def test_who_comes_later_and_ends_in_a_damaged_ship_is_told() -> None:
    last = (seat("Bo", "Wren", 6, 16, "damaged"),)
    told = section("home", _stays(up="Wren", planned_up="Wren", planned_home="Owl", seats=last))
    assert [row[2] for row in told.rows] == ["Bo"]


# Decisions


def test_routine_is_counted_with_its_first_date() -> None:
    told = section("decide")
    assert told.rows == (("2030-01-02", "launch of Heron, or lose a seat for Ana from 2030-01-06"),)
    assert told.notes == ("and 1 routine decision, by 2030-01-03 (--full)",)
    assert len(section("decide", elsewhere="").rows) == 2


def decision(number: int) -> DecideBy:
    by = day(number)
    what = f"launch of V{number} on {by.date()}"
    return DecideBy(by=by, what=what, vehicle=f"V{number}", label="it", lost="it")


def test_the_first_decisions_are_told_and_the_rest_counted() -> None:
    told = section("decide", option(decide_by=tuple(map(decision, range(2, 12)))))
    assert [row[0][-2:] for row in told.rows] == ["02", "03", "04", "05", "06"]
    assert told.notes == ("and 5 more, the first by 2030-01-07 (--full)",)


def test_a_date_is_not_said_twice() -> None:
    told = section("decide", option(decide_by=(decision(2),)))
    assert told.rows == (("2030-01-02", "launch of V2 that day, or lose it"),)


def test_nothing_to_decide_has_no_section() -> None:
    assert "decide" not in [it.label for it in digest(option(decide_by=()))]


# Changes


def test_what_is_left_out_then_other_flights_then_other_dates() -> None:
    told = section(
        "changed", option(left_out=("Owl",), bumped=(Bumped(person="Di", vehicle="Owl"),))
    )
    assert told.rows == (
        ("Owl", "cancelled; Di does not fly"),
        ("Heron", "crewed -> empty; launch 2030-01-09 -> 2030-01-04 (-5d)"),
        ("Wren", "undock 2030-01-09 -> 2030-01-09T06:00Z (+6h)"),
    )


def test_who_comes_up_on_another_vehicle_is_told_with_the_one_planned() -> None:
    bo = PEOPLE[1].model_copy(update={"up": "Wren", "planned_up": "Heron"})
    told = section("changed", option(people=(bo,)))
    assert told.rows[0][1].endswith("(-5d); Bo up on Wren")


def test_who_leaves_on_another_date_where_no_landing_is_planned() -> None:
    bo = PEOPLE[1].model_copy(update={"planned_landing": None, "leaves": day(11)})
    (row,) = section("home", option(people=(bo,))).rows
    assert row == ("2030-01-11", "Wren", "Bo", "leaves +2d")


def test_what_is_as_planned_is_counted() -> None:
    flights = (*BEST.flights, BEST.flights[0].model_copy(update={"vehicle": "Tern", "changes": ()}))
    assert section("changed", option(flights=flights)).notes == ("1 other vehicle as planned",)


def test_where_nothing_is_changed_that_is_said() -> None:
    same = tuple(it.model_copy(update={"changes": ()}) for it in BEST.flights)
    told = section("changed", option(flights=same))
    assert (told.rows, told.notes) == ((), ("Every vehicle is as planned.",))


def test_what_comes_after_the_horizon_is_a_change() -> None:
    told = section("changed", option(after_horizon=("Owl",)))
    assert told.rows[0] == ("Owl", "after the horizon, not within it")


# Cost


def test_values_with_what_is_not_proven_beside_them() -> None:
    told = section("cost")
    assert told.notes == (
        "By priority: no-place 2 person-days, moved 12.5 days (found; at least 4), "
        "reseats 1 (found, not proven).",
        "Proven the least possible up to: without a place. From there on found.",
    )


@pytest.mark.parametrize(
    ("whose", "elsewhere", "said"),
    [
        ({"Wren": 2}, "--full", " (Wren)"),
        ({"Wren": 9, "Ana": 2.5}, "--full", " (Wren 9, Ana 2.5)"),
        ({"Wren": 9, "Ana": 4, "Bo": 3, "Cy": 2}, "--full", " (Wren 9, Ana 4, Bo 3, Cy 2)"),
        ({**dict.fromkeys("ABCDE", 2)}, "--full", " (A 2, B 2, C 2, 2 more)"),
        ({"Wren": 9, "Ana": 4, "Bo": 3, "Cy": 2}, "", " (Wren 9, Ana 4, Bo 3, Cy 2)"),
    ],
)
def test_whose_a_cost_is(whose: dict[str, float], elsewhere: str, said: str) -> None:
    shares = tuple(GoalShare(who=who, value=value) for who, value in whose.items())
    goals = (GOALS[0].model_copy(update={"shares": shares}),)
    told = section("cost", option(goals=goals), elsewhere=elsewhere)
    assert told.notes[0] == f"no-place 2 person-days{said}."


def test_nothing_was_sought_so_nothing_is_said_of_less() -> None:
    told = section("cost", searched=False)
    assert told.notes == ("By priority: no-place 2 person-days, moved 12.5 days, reseats 1.",)


def test_what_is_nought_is_told_in_full_or_where_it_is_not_proven() -> None:
    none, proven = GOALS[1].model_copy(update={"value": 0}), GOALS[0]
    assert section("cost", option(goals=(proven, none))).notes[0] == (
        "By priority: no-place 2 person-days, moved 0 days (found; at least 4)."
    )
    nought = proven.model_copy(update={"value": 0, "bound": 0})
    both = option(goals=(nought, proven.model_copy(update={"name": "damaged"})))
    assert section("cost", both).notes == ("damaged 2 person-days.",)
    assert section("cost", both, elsewhere="").notes == (
        "damaged 2 person-days; nought: no-place.",
    )


def test_a_plan_that_costs_nothing() -> None:
    free: tuple[GoalValue, ...] = (GOALS[0].model_copy(update={"value": 0, "bound": 0}),)
    assert section("cost", without_findings(option(goals=free))).notes == ("nothing.",)


# Supplies


def supply(name: str = "food", least: float = 4.8, **changes: Any) -> SupplyView:
    view = SupplyView(
        supply=name, unit="kg", reserve=2, least=least, on=day(8), aboard=3, lasts=least / 2
    )
    return view.model_copy(update=changes)


@pytest.mark.parametrize(
    ("told", "left", "enough"),
    [
        (supply(), "4.8 kg over its reserve", "2.4 days more for 3 people"),
        (supply(reserve=0), "4.8 kg left", "2.4 days more for 3 people"),
        (supply(least=-2), "2 kg UNDER ITS RESERVE", "1 day short for 3 people"),
        (supply(least=-2, reserve=0), "2 kg SHORT", "1 day short for 3 people"),
        (supply(least=-2, lasts=None), "2 kg UNDER ITS RESERVE", "none is used then"),
        (
            supply(gone_from=day(9), spare=1.0),
            "4.8 kg over its reserve",
            "2.4 days more for 3 people; none from 2030-01-09: the last person leaves 1 day before",
        ),
    ],
)
def test_how_scarce_a_supply_gets(told: SupplyView, left: str, enough: str) -> None:
    rows = section("supply", option(supplies=(told,))).rows
    assert rows == (("food", left, "least on 2030-01-08", enough),)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "nobody may be aboard then"),
        ({"spare": 4.7}, "the last person leaves 4.7 days before"),
        ({"too_late": True}, "PEOPLE ARE ABOARD THEN"),
    ],
)
def test_a_supply_that_ends_is_told_even_if_nobody_uses_it(
    changes: dict[str, Any], said: str
) -> None:
    oil = supply("oil", lasts=None, gone_from=day(9), **changes)
    rows = section("supply", option(supplies=(oil, supply("air", lasts=None)))).rows
    assert rows == (("oil", "none left", "from 2030-01-09", said),)


def test_what_is_short_comes_first_then_the_scarcest_and_what_has_no_room_is_counted() -> None:
    many = tuple(supply(f"gas {number}", number) for number in (5, 1, 4, -2, 3))
    late = supply("oil", lasts=None, gone_from=day(3), too_late=True)
    told = section("supply", option(supplies=(*many, late)))
    assert [row[0] for row in told.rows] == ["gas -2", "oil", "gas 1"]
    assert told.notes == ("and 3 more supplies (--full)",)
    everything = section("supply", option(supplies=many), elsewhere="")
    assert [row[0] for row in everything.rows] == ["gas -2", "gas 1", "gas 3", "gas 4", "gas 5"]
