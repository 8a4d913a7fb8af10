"""A launch made later, at the tiny station: planned on 8 March, to leave on the 12th."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.days import say_instant
from repository import TINY


@pytest.mark.parametrize(
    ("span", "planned", "leaves"),
    [("3d", "2030-03-11", "2030-03-12"), ("4d", "2030-03-12", "2030-03-16")],
)
def test_who_was_to_leave_before_leaves_later(span: str, planned: str, leaves: str) -> None:
    heron = lifeboat.read_scenario(str(TINY), edits=[("delay", f"Heron={span}")]).vehicles["Heron"]
    assert heron.planned is not None
    assert heron.leaves is not None
    assert (say_instant(heron.planned), say_instant(heron.leaves)) == (planned, leaves)
