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


GULL = {
    "pads.other": {},
    "ports.west": {"accepts": ["ring"]},
    "vehicles.Gull": {
        "type": "boat",
        "pad": "other",
        "planned": jan(5),
        "modes": {"crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Dora"]}},
    },
    "vehicles.Finch.may_cancel": True,
    "people.Dora": {"agency": "Tiny", "up": "Gull", "same_as": "Cleo"},
}
"""Another vehicle, launched on 5 January, in which Dora comes, who is Cleo later."""


def test_a_stay_that_does_not_take_place_is_waited_for_by_nobody() -> None:
    """Cleo loses Finch; Dora, who is Cleo later, comes in Gull all the same, on its own date."""
    scenario = tiny(GULL)
    assert judged(RULE, scenario, plan({"Finch": {"cancelled": True}})) == []
    assert judged(RULE, scenario) == [("Dora", None, None)]
    back = plan(
        {"Finch": {"undock": jan(7)}, "Gull": {"launch": jan(9)}}, {"Cleo": {"home": "Finch"}}
    )
    assert judged(RULE, scenario, back) == []


@pytest.mark.parametrize(
    ("flights", "is_kept"),
    [
        ({}, False),
        ({"Finch": {"cancelled": True}}, True),
        ({"Gull": {"cancelled": True}}, True),
        ({"Gull": {"mode": "empty"}}, True),
    ],
)
def test_nobody_goes_up_twice_in_one_stay(flights: dict[str, Any], is_kept: bool) -> None:
    """Cleo is in the crews of both Finch and Gull, for whichever of them flies with its crew."""
    windows = f"{jan(2)}..{jan(9)}"
    modes = {"crewed": {"windows": windows, "crew": ["Cleo"]}, "empty": {"windows": windows}}
    edits = {**GULL, "vehicles.Gull.may_cancel": True, "vehicles.Gull.modes": modes}
    scenario = tiny({it: value for it, value in edits.items() if it != "people.Dora"})
    assert judged(RULE, scenario, plan(flights)) == ([] if is_kept else [("Cleo", None, None)])
    said = [(it.message, it.vehicles) for it in audited(RULE, scenario, plan(flights))]
    twice = ("Cleo goes up twice, on Finch and Gull", ("Finch", "Gull"))
    assert said == ([] if is_kept else [twice])


@pytest.mark.parametrize(
    ("who", "up", "mode", "is_told"),
    [
        ("Cleo", "Finch", "crewed", False),
        ("Cleo", "Finch", "empty", True),
        ("Cleo", "Wren", "crewed", True),
        ("Ana", "Wren", "crewed", False),
    ],
)
def test_who_is_to_come_up_on_what_does_not_carry_them(
    who: str, up: str, mode: str, is_told: bool
) -> None:
    """Finch flies with Cleo, or empty. Ana came in Wren, as an older plan may still say."""
    scenario = tiny({"vehicles.Finch.modes.empty": {"windows": f"{jan(2)}..{jan(9)}"}})
    found = audited(RULE, scenario, plan({"Finch": {"mode": mode}}, {who: {"up": up}}))
    told = (f"{who} is to come up on {up}, which does not carry them", (up,))
    assert [(it.message, it.vehicles) for it in found] == ([told] if is_told else [])


@pytest.mark.parametrize(
    ("undock", "launch", "lands"),
    [
        ("2030-01-07T06:00Z", 7, "2030-01-07"),
        ("2030-01-07T06:00Z", 8, None),
        ("2030-01-07T22:00Z", 8, "2030-01-08"),
        ("2030-01-07T22:00Z", 9, None),
    ],
)
def test_where_the_hour_of_undocking_is_told_so_is_the_day_of_landing(
    undock: str, launch: int, lands: str | None
) -> None:
    """Six hours down: from the morning of the 7th on the same day, from its evening on the next,
    whatever the plan of record has of another departure.
    """
    flights = {"Wren": {"undock": undock}, "Finch": {"launch": jan(launch)}}
    again_on = f"and is launched again {jan(launch)}, on Finch"
    told = [] if lands is None else [f"Ana lands {lands} {again_on}"]
    for edits in ({}, {"people.Ana.returns": "TBD"}):
        found = audited(RULE, again(**edits), plan(flights))
        assert [it.message for it in found] == told


def test_it_holds_however_strict_the_rule_is() -> None:
    lax = again(**{"rules.flights-keep-their-windows": "should"})
    found = audited(RULE, lax, plan({"Wren": {"undock": jan(5)}}))
    assert [it.strength for it in found] == ["must"]
