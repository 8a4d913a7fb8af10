"""A launch made later, at the tiny station: planned on 8 March, to leave on the 12th."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.editing.opened import open_edited
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
