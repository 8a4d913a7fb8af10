"""What is as good in every goal is settled by name: another seed shows the same plan."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.plans.plan import Plan
from repository import SCENARIOS
from tiny import as_scenario, jan, tiny_tree

LOST = ("damage", 'Heron={"state": "unusable", "since": "2030-03-07"}')
"""Somebody is without a place from the beginning: any of three, as far as goals go."""
NOTHING_COMES = ("drop", "Heron")
"""The same, in the only ship there is: that a liner waits on the station helps nobody."""
CLOSED = ("close", "zvezda-aft=2011-10-29..")
"""Either of two ships may have either of two ports."""


@pytest.mark.parametrize(
    ("file", "edit"),
    [
        ("tiny.yaml", LOST),
        ("tiny.yaml", NOTHING_COMES),
        ("progress-m-12m/2011-08-29.yaml", CLOSED),
    ],
)
def test_places_and_ports_are_given_by_name(file: str, edit: tuple[str, str]) -> None:
    scenario = lifeboat.read_scenario(str(SCENARIOS / file), edits=[edit])
    plans: list[Plan] = []
    for seed in (1, 2, 7, 8, 11):
        best = lifeboat.solve(scenario, plans=1, run=lifeboat.Run(seed=seed)).best
        assert best is not None
        plans.append(best.plan)
    assert all(it == plans[0] for it in plans)


def test_of_two_who_may_ride_on_either_ship_the_first_rides_on_the_first() -> None:
    """Wren and Finch have a seat each; Ana and Boris, told apart by their agencies, have to be
    home by the 6th, and nobody has said on what.
    """
    tree = tiny_tree({"people.Boris.agency": "Other", "vehicle_types.boat.seats": 1})
    del tree["people"]["Cleo"]
    there = {"type": "boat", "docked": "2029-12-02", "launched": "2029-12-01"}
    tree["vehicles"] = {"Wren": {**there, "port": "north"}, "Finch": {**there, "port": "south"}}
    for who in ("Ana", "Boris"):
        free = {"seat": "station", "gear": ["liner"], "launched": "2029-12-01"}
        agency = tree["people"][who]["agency"]
        tree["people"][who] = {"agency": agency, **free, "return_window": f"..{jan(6)}"}
    for seed in range(1, 8):
        best = lifeboat.solve(as_scenario(tree), plans=1, run=lifeboat.Run(seed=seed)).best
        assert best is not None
        homes = {who: ride.home for who, ride in best.plan.people.items()}
        assert homes == {"Ana": "Finch", "Boris": "Wren"}
