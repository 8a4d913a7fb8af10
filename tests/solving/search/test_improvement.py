"""What was not proven in time is bettered on the dates at hand, and never made worse."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import lifeboat
from lifeboat.files.known_types import known_types
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.formulation.side_constraints import NOTHING_MORE
from lifeboat.solving.search.improvement import polished
from lifeboat.solving.search.lexicographic import settle
from lifeboat.solving.search.relaxation import Grid, dated_goals

TINY = Path(__file__).parents[2] / "scenarios" / "tiny.yaml"


def situation() -> Situation:
    return Situation.of(lifeboat.read_scenario(str(TINY)), known_types())


def test_a_plan_that_moves_nothing_becomes_the_best_one() -> None:
    every = collect(situation()).every_slot()
    grid = Grid(situation(), every, Settings())
    moved = len(dated_goals(situation())) - 1
    assert grid.best((moved,), {}).value == 0
    late = replace(grid.settled(), candidates=every)
    best = settle(situation(), Settings())
    # Flown as planned, Heron docks on the 9th, two days after the best plan's 7th.
    assert late.values > best.values
    limited = Settings(until=time.monotonic() + 20)
    assert polished(situation(), limited, NOTHING_MORE, late).values == best.values


def test_the_best_plan_stays_the_best() -> None:
    best = settle(situation(), Settings())
    limited = Settings(until=time.monotonic() + 20)
    found = polished(situation(), limited, NOTHING_MORE, best)
    assert found.values == best.values
    assert found.bounds == best.bounds
