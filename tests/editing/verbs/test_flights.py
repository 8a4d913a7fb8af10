"""A launch made later, at the tiny station: planned on 8 March, to leave on the 12th."""

from __future__ import annotations

from pathlib import Path

import pytest

import lifeboat
from lifeboat.editing.opened import open_edited
from lifeboat.editing.overlay_text import overlay_yaml
from repository import TINY


@pytest.mark.parametrize(
    ("span", "planned", "leaves"),
    [("3d", "2030-03-11", "2030-03-12"), ("4d", "2030-03-12", "2030-03-16")],
)
def test_who_was_to_leave_before_leaves_later(span: str, planned: str, leaves: str) -> None:
    heron = lifeboat.read_scenario(str(TINY), edits=[("delay", f"Heron={span}")]).vehicles["Heron"]
    assert (str(heron.planned), str(heron.leaves)) == (planned, leaves)


@pytest.mark.parametrize(
    ("planned", "span", "later"),
    [
        ("2030-03", "3d", "2030-03-04..2030-04-03"),
        ("NET 2030-03-08", "3d", "NET 2030-03-11"),
        ("TBD", "3d", "TBD"),
        ("2030-03-08T06:00Z", "6h", "2030-03-08T12:00Z"),
        ("2030-03-07..2030-03-09", "1d", "2030-03-08..2030-03-10"),
    ],
)
def test_a_launch_known_less_precisely_stays_so(planned: str, span: str, later: str) -> None:
    edits = [("set", f"vehicles.Heron.planned={planned}"), ("delay", f"Heron={span}")]
    opened = open_edited(str(TINY), flags=edits, over=True)
    heron = opened.sourced.scenario.vehicles["Heron"]
    assert str(heron.planned) == later


@pytest.mark.parametrize(
    ("kind", "span", "planned"),
    [
        ("delay", "2", "2030-03-10T06:00Z"),
        ("advance", "2", "2030-03-06T06:00Z"),
        ("delay", "0.5", "2030-03-08T18:00Z"),
        ("delay", "1.5d", "2030-03-09T18:00Z"),
        ("delay", "90min", "2030-03-08T07:30Z"),
        ("advance", "36h", "2030-03-06T18:00Z"),
        ("delay", "1w 1d", "2030-03-16T06:00Z"),
        ("delay", "3600s", "2030-03-08T07:00Z"),
    ],
)
def test_every_way_to_say_how_much(kind: str, span: str, planned: str) -> None:
    """From six o'clock on 8 March; a number without a unit counts days."""
    planned_at = ("set", "vehicles.Heron.planned=2030-03-08T06:00Z")
    any_day = ("set", "vehicles.Heron.modes.empty.windows=2030-03-02..")
    flags = [planned_at, any_day, (kind, f"Heron={span}")]
    opened = open_edited(str(TINY), flags=flags, over=True)
    assert str(opened.sourced.scenario.vehicles["Heron"].planned) == planned


@pytest.mark.parametrize("span", ["later", "-2", "2 days", "true", "[2d]", "30s"])
def test_what_says_no_span_is_refused(span: str) -> None:
    with pytest.raises(lifeboat.MistakesError, match="should be a span of"):
        open_edited(str(TINY), flags=[("delay", f"Heron={span}")])


def test_a_span_of_seven_digits_is_too_long() -> None:
    with pytest.raises(lifeboat.MistakesError, match="`Heron` is too long"):
        open_edited(str(TINY), flags=[("delay", "Heron=9999999d")])


@pytest.mark.parametrize("span", ["999999w", "99999d", "200w 99999w"])
def test_a_delay_past_every_calendar_is_refused(span: str) -> None:
    with pytest.raises(lifeboat.MistakesError, match="1957 to 2200"):
        open_edited(str(TINY), flags=[("delay", f"Heron={span}")])


def test_days_without_a_unit_are_saved_with_it(tmp_path: Path) -> None:
    """An overlay file says its units; what was saved is read again."""
    saved = tmp_path / "late.yaml"
    saved.write_text(overlay_yaml("late", [("delay", "Heron=2")]), "utf-8")
    heron = lifeboat.read_scenario(str(TINY), overlays=[str(saved)]).vehicles["Heron"]
    assert str(heron.planned) == "2030-03-10"


@pytest.mark.parametrize(
    ("kind", "text", "left"),
    [
        ("unavailable", "Heron=2030-03-09", "2030-03-08T12:00Z"),
        ("unavailable", "Heron=2030-03-07", "2030-03-08T12:00Z"),
        ("unavailable", "Heron=2030-03-08", "[]"),
        ("unavailable", "Heron=2030-03-08T12:00Z", "[]"),
        ("delay", "Heron=0d", "2030-03-08T12:00Z"),
        ("delay", "Heron=1d", "[]"),
    ],
)
def test_a_window_of_one_instant_is_lost_only_with_its_instant(
    kind: str, text: str, left: str
) -> None:
    noon = ("set", "vehicles.Heron.modes.empty.windows=2030-03-08T12:00Z")
    opened = open_edited(str(TINY), flags=[noon, (kind, text)], over=True)
    assert str(opened.sourced.scenario.vehicles["Heron"].modes["empty"].windows) == left
