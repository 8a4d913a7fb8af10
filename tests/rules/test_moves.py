"""Why there is no plan: what stays at a port that others wait for."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.rules.moves import moves_not_allowed
from lifeboat.situation.situation import Situation
from tiny import jan, tiny

ONE_PORT = {"ports": {"north": {"accepts": ["ring"]}}}
MOVABLE = {"vehicles.Wren.may_relocate": {"to": ["north"]}}


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (ONE_PORT, ["Wren is at north, where Finch would dock"]),
        ({**ONE_PORT, **MOVABLE}, []),
        ({}, []),
        ({**ONE_PORT, "vehicles.Finch.planned": jan(4), "vehicles.Finch.ports": []}, []),
    ],
)
def test_it_is_told_where_somebody_waits_and_it_may_not_be_moved(
    edits: dict[str, Any], told: list[str]
) -> None:
    found = list(moves_not_allowed(Situation.of(tiny(edits), {})))
    assert [said in it for said, it in zip(told, found, strict=True)] == [True] * len(told)
