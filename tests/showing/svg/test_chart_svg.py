"""The picture says what the ledger says, on random plans and on plans known by heart."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from agreement.random_plans import random_plans
from lifeboat.files.known_types import known_types
from lifeboat.plans.course import Course
from lifeboat.plans.fitting import without_unknown
from lifeboat.plans.plan import Plan
from lifeboat.questions.chart import chart
from lifeboat.questions.check import check
from lifeboat.questions.days import day_table
from lifeboat.rules.audit import ledger_of
from lifeboat.scenario.scenario import Scenario
from lifeboat.showing.svg import chart_svg
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

NAME = "{http://www.w3.org/2000/svg}"
HOSTILE = '<img src=x onerror=alert(1)> & "co" 日本'


def items(picture: Element, group: str, kind: str) -> set[tuple[str, str, str, str, str]]:
    """What is drawn of a kind: in which track, of what, from when to when, how it looks."""
    found = set()
    for track in picture.iter(f"{NAME}g"):
        label = track.get("aria-label", "")
        if track.get("role") != "list" or not label.startswith(f"{group}: "):
            continue
        for bar in track:
            if bar.get("data-kind") == kind:
                told = (bar.get(f"data-{key}", "") for key in ("of", "first", "end", "look"))
                found.add((label.removeprefix(f"{group}: "), *told))
    return found  # type: ignore[return-value]


def by_the_ledger(scenario: Scenario, written: Plan) -> set[tuple[str, str, str, str, str]]:
    situation = Situation.of(scenario, known_types())
    course = Course.of(situation, without_unknown(written, scenario).plan)
    at = situation.clock.instant
    return {
        (
            entry.person,
            entry.ship or "station",
            at(entry.first).isoformat(),
            at(entry.end).isoformat(),
            entry.quality,
        )
        for entry in ledger_of(course).entries
    }


@pytest.mark.parametrize("first", range(0, 30000, 1000))
def test_the_picture_read_back_is_the_ledger(first: int) -> None:
    """Ten random plans each: every place of everybody, every stay at a port, every margin."""
    for seed, scenario, written in random_plans(10, first):
        picture = fromstring(chart_svg(chart(scenario, written)))
        assert items(picture, "crew", "crew") == by_the_ledger(scenario, written), seed
        assert at_ports(picture) == stays(scenario, written), seed
        assert margins(picture) == margins_by_day(scenario, written), seed


def at_ports(picture: Element) -> dict[tuple[str, str], float]:
    """The days that each vehicle is drawn at each port."""
    from datetime import datetime

    days: dict[tuple[str, str], float] = {}
    for port, of, first, end, _ in items(picture, "ports", "ports"):
        long = (datetime.fromisoformat(end) - datetime.fromisoformat(first)).total_seconds()
        days[port, of] = days.get((port, of), 0) + long
    return days


def stays(scenario: Scenario, written: Plan) -> dict[tuple[str, str], float]:
    """The same by the views of `check`, within the horizon."""
    option, table = check(scenario, written).option, day_table(scenario, written)
    start, found = table.dates[0].date, dict[tuple[str, str], float]()
    for stay in option.ports:
        end = min(stay.end or table.horizon_end, table.horizon_end)
        long = (end - max(start, stay.first)).total_seconds()
        if long > 0:
            key = stay.port, stay.vehicle
            found[key] = found.get(key, 0) + long
    return found


def margins(picture: Element) -> dict[str, int]:
    """The margin drawn at each beginning of a stretch."""
    return {
        bar.get("data-first", ""): int(bar.get("data-margin", ""))
        for bar in picture.iter(f"{NAME}g")
        if bar.get("data-kind") == "margin"
    }


def margins_by_day(scenario: Scenario, written: Plan) -> dict[str, int]:
    """The same by the day table, stretches made one that are alike."""
    found: dict[str, int] = {}
    last: object = None
    for day in day_table(scenario, written).dates:
        alike = (day.places, len(day.aboard), day.without_a_place)
        if alike != last:
            found[day.date.isoformat()] = day.margin
        last = alike
    return found


def test_every_bar_says_all_of_it_and_is_reached_by_keyboard() -> None:
    picture = fromstring(chart_svg(chart(tiny(), plan())))
    bars = [it for it in picture.iter(f"{NAME}g") if it.get("role") == "listitem"]
    assert len(bars) >= 2 + 3 + 3
    for bar in bars:
        assert bar.get("tabindex") == "0"
        assert bar.get("aria-label") == bar.findtext(f"{NAME}title")
    said = {bar.get("aria-label") for bar in bars}
    assert "Wren at north, 2029-12-02 to 2030-01-08" in said
    assert "Wren holds the liner of Ana: nominal place, 2030-01-01 to 2030-01-08" in said
    assert "margin +1: 4 places, 3 aboard, 2030-01-05 to 2030-01-08" in said


def test_the_plan_of_record_is_the_shadow_of_what_moved() -> None:
    late = fromstring(chart_svg(chart(tiny(), plan({"Wren": {"undock": jan(9)}}))))
    assert {(track, of, end[:10]) for track, of, _, end, _ in items(late, "ports", "planned")} == {
        ("north", "Wren", "2030-01-08")
    }
    assert items(fromstring(chart_svg(chart(tiny(), plan()))), "ports", "planned") == set()


def test_names_come_out_as_text() -> None:
    named = tiny({"name": HOSTILE})
    text = chart_svg(chart(named, Plan(name=HOSTILE)))
    assert "<img" not in text
    title = fromstring(text).findtext(f"{NAME}title")
    assert title is not None
    assert HOSTILE in title


def test_nothing_outside_the_file_is_referred_to() -> None:
    text = chart_svg(chart(tiny(), plan())).replace("http://www.w3.org/2000/svg", "")
    assert not any(it in text for it in ("http", "href", "script", "@import", "src="))
    assert all(part.startswith("#") for part in text.split("url(")[1:])


def test_two_pictures_in_one_page_keep_their_patterns_apart() -> None:
    ids = [
        {it.get("id") for it in fromstring(chart_svg(chart(tiny(), plan()), name=name)).iter()}
        for name in ("one", "other")
    ]
    assert ids[0] & ids[1] == {None}


def test_the_same_chart_is_the_same_text() -> None:
    assert chart_svg(chart(tiny(), plan())) == chart_svg(chart(tiny(), plan()))
