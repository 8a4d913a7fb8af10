"""A vehicle moved to another port, when the plan that moves it is planned anew."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from lifeboat.plans.plan import Plan
from lifeboat.questions.replan import replan
from lifeboat.questions.solve import solve
from tiny import jan, tiny

IN_THE_WAY: dict[str, Any] = {
    "vehicles.Finch.ports": ["north"],
    "vehicles.Finch.modes": {"crewed": {"windows": f"{jan(4)}..{jan(9)}", "crew": ["Cleo"]}},
    "vehicles.Finch.leaves": "2030-02-01",
    "vehicles.Wren.leaves": jan(9),
    "vehicles.Wren.undock": f"{jan(9)}..",
    "vehicles.Wren.may_relocate": {},
}
"""Wren stays at north until the 9th; Finch docks there on the 5th, if Wren is moved away."""


def at(day: int) -> datetime:
    return datetime(2030, 1, day, tzinfo=UTC)


def planned() -> Plan:
    best = solve(tiny(IN_THE_WAY), plans=1).best
    assert best is not None
    assert best.plan.flights["Wren"].relocations == {at(4): "south"}
    return best.plan


def moves_after(slip: int, since: int) -> dict[datetime, str] | None:
    """Where Wren is moved in the plan made anew, once Finch cannot be launched before some day."""
    late = {"crewed": {"windows": f"{jan(4 + slip)}..{jan(9)}", "crew": ["Cleo"]}}
    scenario = tiny({**IN_THE_WAY, "vehicles.Finch.modes": late})
    best = replan(scenario, planned(), since=at(since)).answer.best
    assert best is not None
    return best.plan.flights["Wren"].relocations


def test_with_nothing_changed_it_is_moved_as_planned() -> None:
    assert moves_after(0, since=1) == {at(4): "south"}


def test_what_has_been_moved_stays_moved() -> None:
    """On the 6th Wren has been at south for two days, and may not be moved again."""
    best = replan(tiny(IN_THE_WAY), planned(), since=at(6)).answer.best
    assert best is not None
    wren = next(it for it in best.flights if it.vehicle == "Wren")
    assert wren.ports == ("north", "south")


def test_a_move_to_come_is_kept_where_the_relief_slips() -> None:
    """Finch comes a day late; nobody minds that Wren is moved when it was to be."""
    assert moves_after(1, since=2) == {at(4): "south"}
