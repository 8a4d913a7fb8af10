"""The small rescue of `scenarios/tiny.yaml`, counted in slots: 1 March 2030 is slot 0.

slot       0  1  2  3  4  5  6  7  8  9 10 11 12 13 14
Sparrow    =  =  =  =  =  =  =  =  =  =  =  |             a place for two of three, damaged
Heron                     ^  =  =  =  =  =  |             docks on 6 to 12; as planned, on 8
"""

from __future__ import annotations

from typing import Any

import lifeboat
from lifeboat.days import Window
from lifeboat.files.known_types import known_types
from lifeboat.scenario.pins import Pin
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import Candidates, collect
from lifeboat.solving.search.incumbent import Incumbent
from lifeboat.solving.search.problem import Problem
from lifeboat.solving.search.relaxation import Relaxation
from repository import TINY

SPARROW_LEAVES, HERON_DOCKS = Event("Sparrow", "undock"), Event("Heron", "dock")
HERON_LEAVES = Event("Heron", "undock")

ALL_GOALS = (0, 1, 2, 3, 4, 5, 6, 7, 8)
"""No place with unsafe rides, damaged, improvised, waived, staffing, broken, cancelled, rides,
moved.
"""

BEST = (6, 12, 0, 0, 0, 0, 0, 3, 2)
"""Until Heron docks on 6 one has no place and two a damaged one; all three go home in it instead of
Sparrow; it is launched two days early.
"""

AS_PLANNED = (8, 16, 0, 0, 0, 0, 0, 3, 0)
"""The same with Heron on 8, as planned."""


def rescue(**changes: Any) -> Situation:
    """The small rescue, with other values for some keys of its scenario."""
    scenario = lifeboat.read_scenario(str(TINY)).model_copy(update=changes)
    return Situation.of(scenario, known_types())


def asked(**changes: Any) -> Problem:
    """What is asked about the small rescue, without any limit."""
    return Problem(**{"situation": rescue(), "settings": Settings(), **changes})


def grid(*docks: int) -> Candidates:
    """The coarsest dates, but for Heron's docking."""
    return {**collect(rescue()).closed(0), HERON_DOCKS: list(docks)}


def every_slot() -> Candidates:
    """All dates of all events."""
    return collect(rescue()).every_slot()


def plan_with_heron_on(slot: int) -> Incumbent:
    """The best plan in which Heron docks on a slot, a day after its launch; nothing is proven."""
    launch = Pin(vehicle="Heron", launch=Window.read(f"2030-03-{slot:02}"))
    relaxation = Relaxation(asked(situation=rescue(pins={"launch": launch})), every_slot())
    assert relaxation.best(ALL_GOALS, {}).is_found
    return relaxation.incumbent()
