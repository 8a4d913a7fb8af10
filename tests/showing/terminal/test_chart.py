"""The chart as it is printed, on the tiny station and on random plans."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from agreement.random_plans import random_plans
from handmade import Terminal
from lifeboat.answers.chart import Chart
from lifeboat.questions.chart import chart
from lifeboat.showing.terminal.chart import show_chart
from lifeboat.showing.terminal.console import console_for
from tiny import jan, plan, tiny

HIT = {"vehicles.Wren.conditions": {jan(3): {"state": "emergency-only", "places": 1}}}


def printed(told: Chart, width: int = 50) -> list[str]:
    stream = io.StringIO()
    show_chart(told, console_for(stream, width))
    return stream.getvalue().splitlines()


def drawn(edits: dict[str, Any] | None = None, width: int = 50, **parts: Any) -> list[str]:
    return printed(chart(tiny(edits), plan(**parts)), width)


def line(name: str, told: list[str]) -> str:
    return next(it for it in told if it.startswith(f"{name} "))


def test_ten_days_in_forty_columns_are_four_columns_a_day() -> None:
    told = drawn()
    assert line("north", told) == "north     <Wren══════════════════════]"
    assert line("south", told) == "south                     [Finch═════════════════>"
    assert line("Cleo", told) == "Cleo                      [Finch═════════════════>"
    assert line("margin", told) == "margin    " + "0" * 16 + "1" * 24


def test_quality_is_told_by_the_letter() -> None:
    told = drawn(HIT, flights={"Wren": {"stays": True}})
    assert line("Ana", told) == "Ana       [Wren══][Wren░░░░░░░░░░░░░░░░░░░░░░░░░░>"
    assert line("Boris", told) == "Boris     [Wren══][Wren××××××××××××××××××××××××××>"
    assert line("margin", told)[10:] == "0" * 8 + "-" * 32


def test_the_plan_of_record_stands_behind() -> None:
    late = drawn(flights={"Finch": {"launch": jan(7)}})
    assert line("south", late) == "south                     ············[Finch═════>"


def test_windows_with_the_launch_in_them() -> None:
    told = drawn()
    window = told[told.index("LAUNCH WINDOWS") + 1]
    assert window == "Finch         [═══════v══════════════════════]"


def test_decide_by_dates() -> None:
    lead = {"vehicles.Finch.modes.crewed.lead": "2d"}
    told = drawn(lead, flights={"Finch": {"launch": jan(3)}})
    assert line("decide by", told) == "decide by ^"


def test_without_utf_8_it_is_plain_letters() -> None:
    stream = Terminal("ascii")
    console = Console(file=stream, width=50, no_color=True, force_terminal=True)
    show_chart(chart(tiny(HIT), plan(flights={"Wren": {"stays": True}})), console)
    assert stream.getvalue().isascii()
    assert "Boris     [Wren==][Wrenxxxx" in stream.getvalue()


def test_names_that_are_long_or_wide_shift_nothing() -> None:
    long = tiny({"people.Dee": {"agency": "Tiny", "up": "Finch"}})
    told = chart(long, plan())
    name = {"name": "山田 太郎 " * 8}
    crew = tuple(it.model_copy(update=name) for it in told.crew)
    told = told.model_copy(update={"crew": crew})
    shown = printed(told, 40)
    assert max(map(cell_len, shown)) <= 40
    assert any(it.strip().startswith("[Finch") for it in shown)


@pytest.mark.parametrize("width", [40, 80, 100, 140, 200])
def test_nothing_is_wider_than_the_screen_on_random_plans(width: int) -> None:
    for seed, scenario, written in random_plans(20, width):
        told = printed(chart(scenario, written), width)
        assert max(map(cell_len, told)) <= width, seed


def test_five_years_have_five_panels() -> None:
    told = drawn({"horizon": "..2034-12-31"}, width=100)
    assert sum(it.startswith("margin ") for it in told) == 5
