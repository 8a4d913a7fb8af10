"""Facts about who goes up: nobody twice in one stay, nor before they have landed.

Ana leaves in Wren on 8 January by the plan of record and lands that day. Dora is Ana, later: in
Finch, which is launched on 4 January and may wait until the 9th.
"""

from __future__ import annotations

from typing import Any

import pytest

from posing import audited, judged
from tiny import jan, plan, tiny

RULE = "flights-keep-their-windows"
DORA = {"agency": "Tiny", "up": "Finch", "same_as": "Ana"}
COMES_AGAIN = {"people.Dora": DORA, "vehicles.Finch.modes.crewed.crew": ["Dora"], "people.Cleo": {}}


def again(**edits: Any) -> Any:
    scenario = tiny({**COMES_AGAIN, "people.Cleo": {"agency": "Tiny"}, **edits})
    people = {name: it for name, it in scenario.people.items() if name != "Cleo"}
    return scenario.model_copy(update={"people": people})


@pytest.mark.parametrize(
    ("away", "launch", "is_kept"),
    [(8, 9, True), (8, 8, False), (3, 4, True), (4, 4, False), (9, 4, False)],
)
def test_somebody_is_launched_in_a_slot_after_landing(
    away: int, launch: int, is_kept: bool
) -> None:
    flights = {"Wren": {"undock": jan(away)}, "Finch": {"launch": jan(launch)}}
    found = judged(RULE, again(), plan(flights))
    assert found == ([] if is_kept else [("Dora", None, None)])


@pytest.mark.parametrize(("launch", "is_kept"), [(8, False), (9, True)])
def test_where_the_day_of_landing_is_not_known_it_is_the_last_that_can_be(
    launch: int, is_kept: bool
) -> None:
    """Undocked on the 7th and six hours down: on the ground by the end of the 8th at the latest,
    unless the plan of record says that she lands on the day she undocks.
    """
    flights = {"Wren": {"undock": jan(7)}, "Finch": {"launch": jan(launch)}}
    unknown = again(**{"people.Ana.returns": "TBD"})
    assert (judged(RULE, unknown, plan(flights)) == []) == is_kept
    assert judged(RULE, again(), plan(flights)) == []


def test_who_stays_is_not_launched_again() -> None:
    stays = plan({"Wren": {"stays": True}}, {"Ana": {"stays": True}, "Boris": {"stays": True}})
    assert judged(RULE, again(), stays) == [("Dora", None, None)]
    assert [it.message for it in audited(RULE, again(), stays)] == [
        "Ana has not landed and is launched again 2030-01-04, on Finch"
    ]


def test_who_goes_home_and_whose_later_flight_is_given_up_is_not_told() -> None:
    scenario = again(**{"vehicles.Finch.may_cancel": True})
    assert judged(RULE, scenario, plan({"Finch": {"cancelled": True}})) == []


def test_a_stay_that_does_not_take_place_is_waited_for_by_nobody() -> None:
    """Cleo loses Finch; Dora, who is Cleo later, comes in Gull all the same, on its own date."""
    modes = {"crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Dora"]}}
    gull = {"type": "boat", "pad": "other", "planned": jan(5), "modes": modes}
    edits = {
        "pads.other": {},
        "ports.west": {"accepts": ["ring"]},
        "vehicles.Gull": gull,
        "vehicles.Finch.may_cancel": True,
        "people.Dora": {"agency": "Tiny", "up": "Gull", "same_as": "Cleo"},
    }
    scenario = tiny(edits)
    assert judged(RULE, scenario, plan({"Finch": {"cancelled": True}})) == []
    assert judged(RULE, scenario) == [("Dora", None, None)]
    back = plan(
        {"Finch": {"undock": jan(7)}, "Gull": {"launch": jan(9)}}, {"Cleo": {"home": "Finch"}}
    )
    assert judged(RULE, scenario, back) == []


def test_it_holds_however_strict_the_rule_is() -> None:
    lax = again(**{"rules.flights-keep-their-windows": "should"})
    found = audited(RULE, lax, plan({"Wren": {"undock": jan(5)}}))
    assert [it.strength for it in found] == ["must"]
