"""What the chart of a plan is made of, on the tiny station."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.answers.chart import Chart, Track
from lifeboat.questions.chart import chart
from tiny import jan, plan, tiny


def drawn(edits: dict[str, Any] | None = None, **parts: Any) -> Chart:
    return chart(tiny(edits), plan(**parts))


def track(tracks: tuple[Track, ...], name: str) -> Track:
    return next(it for it in tracks if it.name == name)


def spans(it: Track) -> list[tuple[str, int, int, str]]:
    return [(bar.of, bar.first.day, bar.end.day, bar.look) for bar in it.bars]


def test_ports_with_the_vehicles_at_them() -> None:
    told = drawn().ports
    assert [it.name for it in told] == ["north", "south"]
    (wren,), (finch,) = (it.bars for it in told)
    assert (wren.of, wren.first.day, wren.end.day) == ("Wren", 1, 8)
    assert (wren.goes_back, wren.goes_on) == (True, False)
    assert (finch.of, finch.first.day, finch.end.day, finch.goes_on) == ("Finch", 5, 11, True)


def test_a_move_ends_one_bar_and_begins_another() -> None:
    moved = {"Wren": {"relocations": {jan(3): "south"}}, "Finch": {"port": "north"}}
    told = drawn({"vehicles.Wren.may_relocate": {}}, flights=moved).ports
    assert spans(track(told, "north"))[0] == ("Wren", 1, 3, "nominal")
    assert spans(track(told, "south")) == [("Wren", 3, 8, "nominal")]


@pytest.mark.parametrize(
    ("state", "look"),
    [("emergency-only", "damaged"), ("empty-return-only", "none"), ("unusable", "none")],
)
def test_a_condition_cuts_the_bar(state: str, look: str) -> None:
    hit = {"vehicles.Wren.conditions": {jan(3): {"state": state}}}
    north = track(drawn(hit, flights={"Wren": {"stays": True}}).ports, "north")
    assert spans(north) == [("Wren", 1, 3, "nominal"), ("Wren", 3, 11, look)]


def test_past_its_life_a_vehicle_looks_damaged() -> None:
    north = track(drawn({"vehicle_types.boat.life": {"limit": "36d"}}).ports, "north")
    assert spans(north) == [("Wren", 1, 6, "nominal"), ("Wren", 6, 8, "damaged")]


def test_people_with_the_vehicle_that_holds_their_place() -> None:
    told = drawn(people={"Ana": {"seats": {jan(5): "Finch"}}}).crew
    assert spans(track(told, "Ana")) == [("Wren", 1, 5, "nominal"), ("Finch", 5, 8, "nominal")]
    (cleo,) = track(told, "Cleo").bars
    assert (cleo.of, cleo.first.day, cleo.goes_on) == ("Finch", 5, True)


def test_who_has_no_place() -> None:
    hit = {"vehicles.Wren.conditions": {jan(3): {"state": "unusable"}}}
    told = drawn(hit, flights={"Wren": {"stays": True}}).crew
    assert spans(track(told, "Boris")) == [("Wren", 1, 3, "nominal"), ("Wren", 3, 11, "none")]


def test_the_plan_of_record_only_where_it_is_otherwise() -> None:
    told = drawn(flights={"Finch": {"launch": jan(6)}})
    assert [bar.says for bar in track(told.ports, "south").planned] == [
        "Finch planned, 2030-01-05 to the end"
    ]
    assert [bar.says for bar in track(told.crew, "Cleo").planned] == [
        "aboard planned, 2030-01-05 to the end"
    ]
    assert track(told.ports, "north").planned == track(told.crew, "Ana").planned == ()


def test_what_is_cancelled_leaves_its_shadow() -> None:
    told = drawn({"vehicles.Finch.may_cancel": True}, flights={"Finch": {"cancelled": True}})
    assert [(bar.of, bar.first.day) for it in told.ports for bar in it.planned] == [("Finch", 5)]


def test_the_margin_changes_only_where_places_or_people_do() -> None:
    told = [(it.first.day, it.end.day, it.margin) for it in drawn().margin]
    assert told == [(1, 5, 0), (5, 8, 1), (8, 11, 1)]


def test_windows_launches_and_decisions() -> None:
    lead = {"vehicles.Finch.modes.crewed.lead": "2d"}
    told = drawn(lead, flights={"Finch": {"launch": jan(3)}})
    (window,) = track(told.windows, "Finch").bars
    assert (window.first.day, window.end.day) == (2, 10)
    assert [(it.of, it.at.day) for it in told.launches] == [("Finch", 3)]
    assert [(it.of, it.at.day) for it in told.decide_by] == [("Finch", 1)]


def test_whatever_is_closed() -> None:
    during = {"during": f"{jan(2)}..{jan(4)}"}
    told = drawn(
        {
            "ports.south.closures": {"a walk outside": during},
            "pads.beach.outages": {"storm": during},
            "landing_sites": {"steppe": {"closures": {"no light": during}}},
            "groundings": {"a crack": {"families": ["boat"], **during}},
        }
    ).closures
    assert {it.name: it.bars[0].of for it in told} == {
        "port south": "a walk outside",
        "landing site steppe": "no light",
        "pad beach": "storm",
        "grounded boat": "a crack",
    }
    assert {(bar.first.day, bar.end.day) for it in told for bar in it.bars} == {(2, 5)}
