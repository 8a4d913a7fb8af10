"""Of people with the same conflict one is told, and the others by name."""

from __future__ import annotations

from lifeboat.files.known_types import known_types
from lifeboat.questions.conflict.narrowing import conflicts
from lifeboat.questions.conflict.standing import Standing
from lifeboat.questions.run import silent
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from tiny import jan, tiny

LATE = {"vehicles.Wren.undock": f"{jan(8)}..", "vehicles.Finch.undock": f"{jan(9)}.."}


def told(**windows: str) -> list[tuple[set[str], list[str]]]:
    """The premises of each conflict, and who has it likewise, where people have to land sooner than
    any ship leaves.
    """
    edits = {f"people.{who}.return_window": window for who, window in windows.items()}
    scenario = tiny({**LATE, **edits})
    standing = Standing.of(Situation.of(scenario, known_types()), Settings())
    found = [it for it in conflicts(standing, silent) if it is not None]
    return [({it.name for it in one.premises}, [who for who, _ in one.alike]) for one in found]


def test_two_with_one_deadline_have_one_conflict() -> None:
    ((premises, likewise),) = told(Ana=f"..{jan(5)}", Boris=f"..{jan(5)}")
    assert premises == {
        "people.Boris.return_window",
        "vehicles.Wren.undock",
        "vehicles.Finch.undock",
    }
    assert likewise == ["Ana"]


def test_another_deadline_is_another_premise() -> None:
    """The second is found only without the first, and shares the ships with it: they are let go."""
    found = told(Ana=f"..{jan(5)}", Boris=f"..{jan(6)}")
    assert [likewise for _, likewise in found] == [[]]


def test_one_whom_nothing_hurries_is_not_named() -> None:
    ((_, likewise),) = told(Ana=f"..{jan(5)}")
    assert likewise == []
