"""People are interchangeable where nothing but name and agency tells them apart."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from deciding import situation
from lifeboat.situation.member import Member
from lifeboat.situation.situation import Situation
from lifeboat.solving.formulation.parties import homes, parties
from tiny import TINY, jan

TELLS_NOTHING = {"name", "agency"}
TELLING = [field.name for field in fields(Member) if field.name not in TELLS_NOTHING]
RAFT = {**TINY["vehicle_types"]["boat"], "needs": ["raft-liner"], "improvised_needs": ["suit"]}
FINCH_IS_A_RAFT = {"vehicle_types.raft": RAFT, "vehicles.Finch.type": "raft"}


def names(asked: Situation) -> list[list[str]]:
    return [[member.name for member in party.members] for party in parties(asked)]


def test_ana_and_boris_are_alike_and_cleo_comes_another_way() -> None:
    assert names(situation()) == [["Ana", "Boris"], ["Cleo"]]
    assert names(situation({"people.Boris.agency": "Another"})) == [["Ana", "Boris"], ["Cleo"]]


@pytest.mark.parametrize("field", TELLING)
def test_whatever_else_is_known_of_somebody_tells_them_apart(field: str) -> None:
    asked = situation()
    other: dict[str, Any] = {field: "nothing that Ana has"}
    changed = replace(asked.members["Boris"], **other)
    apart = replace(asked, members={**asked.members, "Boris": changed})
    assert names(apart) == [["Ana"], ["Boris"], ["Cleo"]]


@pytest.mark.parametrize(
    "edits",
    [
        {"pins": {"home": {"person": "Boris", "home": "Wren"}}},
        {"pins": {"there": {"person": "Boris", "liner": "station", "during": jan(2)}}},
        {"vehicles.Wren.brings": {"Boris": ["suit"]}},
        {"vehicles.Finch.brings": {"Boris": ["suit"], "Ana": ["raft-liner"]}},
    ],
)
def test_a_pin_or_gear_brought_for_somebody_tells_them_apart(edits: dict[str, Any]) -> None:
    assert names(situation(edits)) == [["Ana"], ["Boris"], ["Cleo"]]


def test_the_same_gear_brought_for_both_does_not() -> None:
    brings = {"vehicles.Finch.brings": {"Boris": ["suit", "gloves"], "Ana": ["gloves", "suit"]}}
    assert names(situation(brings)) == [["Ana", "Boris"], ["Cleo"]]


def home(edits: dict[str, Any]) -> dict[str, list[str]]:
    """What may take whom home, by the first of each party."""
    asked = situation(edits)
    return {it.one.name: [ship.name for ship in homes(asked, it)] for it in parties(asked)}


def test_people_go_home_on_what_fits_them() -> None:
    both = ["Wren", "Finch"]
    assert home({}) == {"Ana": both, "Cleo": both}
    assert home(FINCH_IS_A_RAFT) == {"Ana": ["Wren"], "Cleo": ["Finch"]}
    brings = {**FINCH_IS_A_RAFT, "vehicles.Finch.brings": {"Ana": ["raft-liner"]}}
    assert home(brings) == {"Ana": both, "Boris": ["Wren"], "Cleo": ["Finch"]}
    homely = {**FINCH_IS_A_RAFT, "vehicles.Finch.improvised": {"places": 1, "ride_home": True}}
    suit = {"people.Ana.gear": ["liner", "suit"]}
    assert home({**homely, **suit})["Ana"] == both
    assert home({**homely, **suit, "vehicles.Finch.improvised": {"places": 1}})["Ana"] == ["Wren"]


@pytest.mark.parametrize(
    ("day", "state", "takes"),
    [
        (1, {"state": "emergency-only"}, False),
        (1, {"state": "emergency-only", "ride_home": True}, True),
        # Sound on 1 January still: they may leave on the 2nd.
        (2, {"state": "emergency-only"}, True),
        (1, {"state": "unusable"}, False),
    ],
)
def test_people_go_home_on_what_is_ever_sound(day: int, state: dict[str, Any], takes: bool) -> None:
    hit = {f"vehicles.Wren.conditions.{jan(day)}": state}
    assert home(hit)["Ana"] == (["Wren", "Finch"] if takes else ["Finch"])
    loose = {**hit, "rules.home-on-a-sound-seat": "should"}
    anywhere = state["state"] != "unusable"
    assert home(loose)["Ana"] == (["Wren", "Finch"] if anywhere else ["Finch"])
