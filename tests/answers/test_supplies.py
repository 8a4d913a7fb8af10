"""Supplies at their scarcest, on the tiny station: 30 kg, of which two people eat 3 kg a day."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.answers.supplies import SupplyView, cargo_in_words, supplies
from lifeboat.days import read_moment
from lifeboat.plans.course import Course
from lifeboat.rules.audit import audit, ledger_of
from lifeboat.situation.situation import Situation
from tiny import as_scenario, jan, plan, tiny, tiny_tree


def food(amounts: dict[str, Any], delivers: float = 0) -> SupplyView:
    edits = {
        "station.supplies.food": {"unit": "kg", "stock": 30, "use": 1.5, **amounts},
        "vehicles.Finch.delivers": {"food": delivers},
    }
    (view,) = supplies(Course.of(Situation.of(tiny(edits), {}), plan()))
    return view


@pytest.mark.parametrize(
    ("amounts", "delivers", "least", "day", "aboard", "lasts"),
    [
        ({}, 0, 0, 10, 1, 0.0),  # 30 - 4 x 3 - 3 x 4.5 - 3 x 1.5
        ({}, 4, 4, 10, 1, 2.6),  # two days and two thirds
        ({"reserve": 15}, 40, 3, 4, 2, 1.0),  # before Finch brings 40 kg on 5 January
        ({"reserve": 3}, 0, -3, 10, 1, -2.0),
        ({"use": 0}, 0, 30, 1, 2, None),
    ],
)
def test_the_least_that_is_left_and_for_how_long_it_lasts(
    amounts: dict[str, Any],
    delivers: float,
    least: float,
    day: int,
    aboard: int,
    lasts: float | None,
) -> None:
    view = food(amounts, delivers)
    assert (view.least, view.on, view.aboard) == (least, read_moment(jan(day)), aboard)
    assert view.lasts == lasts


def test_a_station_without_supplies_has_none_to_tell() -> None:
    assert list(supplies(Course.of(Situation.of(tiny(), {}), plan()))) == []


def test_a_little_too_little_is_never_told_as_enough() -> None:
    view = food({"stock": 29.95})
    assert (view.least, view.lasts) == (-0.05, -0.1)


def test_nobody_uses_any_where_nobody_is_aboard() -> None:
    """Wren empty from the beginning: one kilogramme less than the reserve, whoever eats."""
    edits: dict[str, Any] = {
        "station.supplies.food": {"unit": "kg", "stock": 1, "use": 1, "reserve": 2}
    }
    nobody = as_scenario({**tiny_tree(edits), "people": {}})
    told = plan({"Finch": {"cancelled": True}})
    (view,) = supplies(Course.of(Situation.of(nobody, {}), told))
    assert (view.least, view.aboard, view.lasts) == (-1, 0, None)


@pytest.mark.parametrize(
    ("gone", "stays", "too_late", "spare"),
    [
        (jan(9), False, False, 1.0),
        (jan(8), False, False, 0.0),
        (jan(6), False, True, None),
        ("2029-12-20", False, True, None),
        (jan(9), True, True, None),
        ("2030-02-01", True, False, None),
        (f"{jan(9)}T11:00Z", False, False, 1.4),  # a day and eleven hours, 1.458 days
    ],
)
def test_whether_and_how_long_before_it_is_gone_the_last_person_leaves(
    gone: str, stays: bool, too_late: bool, spare: float | None
) -> None:
    """Without Cleo, Ana and Boris are the last to leave, on 8 January; she stays to the end."""
    edits = {"station.supplies.oil": {"unit": "l", "stock": 1, "use": 0, "gone_from": gone}}
    told = plan() if stays else plan({"Finch": {"cancelled": True}})
    course = Course.of(Situation.of(tiny(edits), {}), told)
    (view,) = supplies(course)
    assert (view.too_late, view.spare) == (too_late, spare)
    found = {it.rule for it in audit(course, ledger_of(course)) if it.subject == "oil"}
    assert (found == {"never-too-many"}) is too_late


def test_what_a_vehicle_brings_in_words() -> None:
    edits = {
        "station.supplies.food": {"unit": "kg", "stock": 30, "use": 1.5},
        "vehicles.Finch.delivers": {"food": 1250.5},
    }
    course = Course.of(Situation.of(tiny(edits), {}), plan())
    assert cargo_in_words(course, course.voyages["Finch"]) == {"food": "1,250.5 kg of food"}
