"""What is as good in every goal is settled by name: another seed shows the same plan."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.plans.plan import Plan
from repository import SCENARIOS

LOST = ("damage", 'Heron={"state": "unusable", "since": "2030-03-07"}')
"""Somebody is without a place from the beginning: any of three, as far as goals go."""
CLOSED = ("close", "zvezda-aft=2011-10-29..")
"""Either of two ships may have either of two ports."""


@pytest.mark.parametrize(
    ("file", "edit"), [("tiny.yaml", LOST), ("progress-m-12m/2011-08-29.yaml", CLOSED)]
)
def test_places_and_ports_are_given_by_name(file: str, edit: tuple[str, str]) -> None:
    scenario = lifeboat.read_scenario(str(SCENARIOS / file), edits=[edit])
    plans: list[Plan] = []
    for seed in (1, 2, 7, 11):
        best = lifeboat.solve(scenario, plans=1, run=lifeboat.Run(seed=seed)).best
        assert best is not None
        plans.append(best.plan)
    assert all(it == plans[0] for it in plans)
