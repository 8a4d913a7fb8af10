"""Plans with names: what is settled last, and what comes before it."""

from __future__ import annotations

import pytest

from lifeboat.questions.audited import Audited
from lifeboat.solving.cpsat.solver import Settings
from tiny import tiny


@pytest.mark.parametrize(
    ("goals", "last"),
    [
        (["no-place", "moved"], True),
        (["no-place", "moved", "reseats"], True),
        (["no-place", "reseats", "moved"], False),
        (["no-place", {"moved": 1, "reseats": 1}], False),
    ],
)
def test_whether_reseats_come_last(goals: list[object], last: bool) -> None:
    assert Audited(tiny({"goals": goals}), Settings()).reseats_come_last() is last


def test_ties_go_by_name_and_plans_by_the_file() -> None:
    audited = Audited(tiny(), Settings())
    assert list(audited.situation.ships) == ["Wren", "Finch"]
    assert list(audited.by_name.ships) == ["Finch", "Wren"]
