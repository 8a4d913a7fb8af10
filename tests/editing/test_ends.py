"""Either end of a window, by the path of the window: set, opened, delayed."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.editing.opened import open_edited
from repository import TINY

PAINT = ("add", "pads.seaside.outages.paint={during: 2030-03-03..2030-03-04}")
DURING = "pads.seaside.outages.paint.during"
MIDNIGHT = "2030-03-04T00:00Z"


def during(*flags: tuple[str, str]) -> str:
    scenario = open_edited(str(TINY), flags=(PAINT, *flags), over=True).sourced.scenario
    return str(scenario.pads["seaside"].outages["paint"].during)


@pytest.mark.parametrize(
    ("verb", "text", "window"),
    [
        ("set", f"{DURING}.end=2030-03-09", "2030-03-03..2030-03-09"),
        ("set", f"{DURING}.start=2030-03-04", "2030-03-04"),
        ("set", f"{DURING}.end=2030-03", "2030-03-03..2030-03"),
        ("set", f"{DURING}.end=", "2030-03-03.."),
        ("delay", f"{DURING}.end=1w", "2030-03-03..2030-03-11"),
        ("advance", f"{DURING}.start=2d", "2030-03-01..2030-03-04"),
        ("delay", f"{DURING}=3d", "2030-03-06..2030-03-07"),
        ("delay", f"{DURING}.end=12h", "2030-03-03..2030-03-05T12:00Z"),
    ],
)
def test_one_end_or_all_of_it(verb: str, text: str, window: str) -> None:
    assert during((verb, text)) == window


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("set", f"{DURING}.end=2030-03-02"),
        ("set", f"{DURING}.start=2030-03-05"),
        ("delay", f"{DURING}.start=2d"),
        ("delay", f"{DURING}.start=3d"),
        ("advance", f"{DURING}.end=2d"),
        ("advance", f"{DURING}.end=3d"),
    ],
)
def test_an_end_before_the_start_is_refused(verb: str, text: str) -> None:
    with pytest.raises(lifeboat.MistakesError, match="before it starts"):
        during((verb, text))


@pytest.mark.parametrize(
    ("window", "verb", "text", "moved"),
    [
        ("2030-03-04", "delay", f"{DURING}=1d", "2030-03-05"),
        ("2030-03-04T00:00Z", "delay", f"{DURING}=1d", "2030-03-05T00:00Z"),
        ("2030-03-04T12:00Z", "delay", f"{DURING}=12h", "2030-03-05T00:00Z"),
        ("2030-03-04T12:00Z", "advance", f"{DURING}=2h", "2030-03-04T10:00Z"),
        (
            "2030-03-03T12:00Z..2030-03-04T00:00Z",
            "delay",
            f"{DURING}.start=12h",
            "2030-03-04T00:00Z",
        ),
        ("2030-03-03..2030-03-04", "delay", f"{DURING}.start=1d", "2030-03-04"),
        ("2030-03-03..2030-03-04", "advance", f"{DURING}.end=1d", "2030-03-03"),
    ],
)
def test_one_day_or_one_instant_can_move_and_can_be_left(
    window: str, verb: str, text: str, moved: str
) -> None:
    assert during(("set", f"{DURING}={window}"), (verb, text)) == moved


def test_the_window_of_a_mode_and_of_somebody_without_one() -> None:
    edits = [
        ("set", "vehicles.Heron.modes.empty.windows.end=2030-03-14"),
        ("set", "people.Ana.return_window.end=2030-03-13"),
        ("delay", "vehicles.Sparrow.leaves=1d"),
    ]
    scenario = open_edited(str(TINY), flags=edits).sourced.scenario
    assert str(scenario.vehicles["Heron"].modes["empty"].windows) == "2030-03-02..2030-03-14"
    assert str(scenario.people["Ana"].return_window) == "..2030-03-13"
    assert str(scenario.vehicles["Sparrow"].leaves) == "2030-03-13"
