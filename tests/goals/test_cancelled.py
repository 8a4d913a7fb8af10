from __future__ import annotations

from posing import counted
from tiny import TINY, jan, plan, tiny

WITHOUT_FINCH = plan({"Finch": {"cancelled": True}})
LATER = {
    **TINY["vehicles"]["Finch"],
    "planned": jan(7),
    "modes": {
        "empty": {"windows": f"{jan(2)}..{jan(9)}"},
        "crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Cleo"]},
    },
}
TWO_FLIGHTS = {
    "vehicles.Finch.may_cancel": True,
    "vehicles.Robin": LATER,
    "ports.west.accepts": ["ring"],
}


def test_as_planned_there_is_none() -> None:
    assert counted("cancelled", tiny()) == 0


def test_a_flight_cancelled_counts_and_twice_whoever_cannot_go_at_all() -> None:
    """One flight, and Cleo loses her flight and gets no other: 1 + 2."""
    assert counted("cancelled", tiny({"vehicles.Finch.may_cancel": True}), WITHOUT_FINCH) == 3


def test_whoever_takes_another_flight_counts_once() -> None:
    bumped = plan({"Finch": {"cancelled": True}, "Robin": {"mode": "crewed"}})
    assert counted("cancelled", tiny(TWO_FLIGHTS), bumped) == 2


def test_a_flight_that_nobody_had_planned_is_not_missed_and_counts_if_it_flies() -> None:
    unplanned = {key: value for key, value in LATER.items() if key != "planned"}
    scenario = tiny({**TWO_FLIGHTS, "vehicles.Robin": {**unplanned, "may_cancel": True}})
    assert counted("cancelled", scenario) == 0
    flown = plan({"Robin": {"mode": "empty", "launch": jan(7)}})
    assert counted("cancelled", scenario, flown) == 1
