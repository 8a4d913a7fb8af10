from __future__ import annotations

from typing import Any

from posing import counted
from tiny import jan, plan, tiny

EVERYBODY_STAYS = plan({"Wren": {"stays": True}})


def hit(**more: Any) -> dict[str, Any]:
    """Wren is for an emergency only from the 3rd on; nobody's liner fits Finch but Cleo's."""
    condition = {jan(3): {"state": "emergency-only", **more}}
    return {"vehicles.Wren.conditions": condition, "vehicles.Finch.reseat_from": "2030-02-01"}


def test_in_sound_vehicles_there_is_none() -> None:
    assert counted("damaged", tiny()) == 0


def test_each_day_of_each_person_counts() -> None:
    """As many places as seats: Ana and Boris from the 3rd to the 10th, 2 x 8."""
    assert counted("damaged", tiny(hit()), EVERYBODY_STAYS) == 16


def test_no_more_than_the_places_left() -> None:
    assert counted("damaged", tiny(hit(places=1)), EVERYBODY_STAYS) == 8


def test_it_ends_when_they_leave() -> None:
    """On the 8th they ride home in it, as this scenario allows: 2 x 5."""
    assert counted("damaged", tiny(hit(ride_home=True))) == 10
