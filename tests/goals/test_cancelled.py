from __future__ import annotations

import pytest

from posing import counted
from tiny import TINY, jan, plan, tiny

WITHOUT_FINCH = plan({"Finch": {"cancelled": True}})
LATER_ROBIN = {
    **TINY["vehicles"]["Finch"],
    "planned": jan(7),
    "modes": {
        "empty": {"windows": f"{jan(2)}..{jan(9)}"},
        "crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Cleo"]},
    },
}
TWO_FLIGHTS = {
    "vehicles.Finch.may_cancel": True,
    "vehicles.Robin": LATER_ROBIN,
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
    unplanned = {key: value for key, value in LATER_ROBIN.items() if key != "planned"}
    scenario = tiny({**TWO_FLIGHTS, "vehicles.Robin": {**unplanned, "may_cancel": True}})
    assert counted("cancelled", scenario) == 0
    flown = plan({"Robin": {"mode": "empty", "launch": jan(7)}})
    assert counted("cancelled", scenario, flown) == 1


AFTER = {
    "vehicles.Finch.planned": "2030-01-20",
    "vehicles.Finch.modes.crewed.windows": "2030-01-02..2030-02-28",
}
"""Finch is planned for ten days after the horizon."""
LATER = plan({"Finch": {"later": True}})


def test_a_flight_planned_for_after_the_horizon_is_not_missed_nor_is_its_crew() -> None:
    assert counted("cancelled", tiny(AFTER)) == 0
    assert counted("cancelled", tiny(AFTER), LATER) == 0


def test_whoever_does_not_wait_for_it_loses_it() -> None:
    """Cleo takes Robin within the horizon: she loses her flight on Finch."""
    robin = {**LATER_ROBIN, "planned": jan(7), "planned_mode": "crewed"}
    scenario = tiny({**AFTER, "vehicles.Robin": robin, "ports.west.accepts": ["ring"]})
    taken = plan({"Finch": {"later": True}, "Robin": {"mode": "crewed"}})
    assert counted("cancelled", scenario, taken) == 1


@pytest.mark.parametrize(
    ("finch", "robin", "lost"),
    [("crewed", "empty", 0), ("empty", "crewed", 2), ("empty", "empty", 4)],
)
def test_who_does_not_come_with_it_though_it_flies_within_the_horizon_loses_it(
    finch: str, robin: str, lost: int
) -> None:
    """It flies early, with Cleo and Dan or without; those without may come with Robin."""
    modes = {
        "empty": {"windows": "2030-01-02..2030-02-28"},
        "crewed": {"windows": "2030-01-02..2030-02-28", "crew": ["Cleo", "Dan"]},
    }
    edits = {
        **AFTER,
        "vehicles.Finch.modes": modes,
        "vehicles.Finch.planned_mode": "crewed",
        "vehicles.Robin": {**LATER_ROBIN, "planned_mode": "empty", "modes": modes},
        "ports.west.accepts": ["ring"],
        "people.Dan": TINY["people"]["Cleo"],
    }
    early = {"Finch": {"mode": finch, "launch": jan(4)}, "Robin": {"mode": robin}}
    assert counted("cancelled", tiny(edits), plan(early)) == lost
