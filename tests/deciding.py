"""Decisions about the tiny station with some of them fixed, and what they leave possible.

In slots of a day, slot 0 being 1 January: Wren is docked since slot -30, and planned to leave in
slot 7; Finch may be launched in slots 1 to 8, docks a slot later, and is planned to dock in slot 4.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from typing import Any

from lifeboat.curves import Sum
from lifeboat.situation.candidate_dates import Event
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import Candidates, collect
from lifeboat.solving.formulation.chains import Chain
from lifeboat.solving.formulation.decisions import SolverDecisions, decisions_on
from lifeboat.solving.formulation.fixing import FixedValue
from tiny import tiny


def situation(edits: dict[str, Any] | None = None) -> Situation:
    """The tiny station with some values changed, counted in slots."""
    return Situation.of(tiny(copy.deepcopy(edits)), {})


def decisions(edits: dict[str, Any] | None = None) -> SolverDecisions:
    """Every decision about it on a grid of every slot, with no rule posted."""
    asked = situation(edits)
    return decisions_on(asked, collect(asked).every_slot())


def on_dates(docks: Sequence[int], undocks: Sequence[int]) -> Candidates:
    """A grid of these dates of Finch's docking and Wren's undocking; all else is in gaps."""
    return {Event("Finch", "dock"): list(docks), Event("Wren", "undock"): list(undocks)}


def happens(chain: Chain, slot: int | None, count: int = 1) -> list[FixedValue]:
    """The values of a chain if so many leave, or something happens, in a slot; None is never."""
    return [
        (value, count if slot is not None and slot <= cell.last else 0)
        for cell, value in zip(chain.cells, chain.values, strict=True)
    ]


def dated(
    decide: SolverDecisions, launch: int | None = 3, undocks: dict[str, int] | None = None
) -> list[FixedValue]:
    """The dates fixed: when Finch is launched, and which vehicles undock when; as planned."""
    undocks = {"Wren": 7} if undocks is None else undocks
    kept = happens(decide.flights.launches["Finch", "crewed"], launch)
    for name, chain in decide.flights.undocks.items():
        kept += happens(chain, undocks.get(name))
    return kept


def flown(
    decide: SolverDecisions,
    launch: int | None = 3,
    undocks: dict[str, int] | None = None,
    rides: dict[tuple[str, str], int] | None = None,
) -> list[FixedValue]:
    """Dates and rides fixed, rides by the first of each party and vehicle; as planned."""
    undocks = {"Wren": 7} if undocks is None else undocks
    rides = {("Ana", "Wren"): 2} if rides is None else rides
    kept = dated(decide, launch, undocks)
    for (who, ship), chain in decide.people.leaving.items():
        kept += happens(chain, undocks.get(ship), rides.get((who, ship), 0))
    return kept


def between(
    builder: ModelBuilder, what: Sum, kept: Iterable[FixedValue] = ()
) -> tuple[int, int] | None:
    """The least and the greatest value of a sum in any solution; None where there is none."""
    search, kept = Solver(builder, Settings()), list(kept)
    least = search.minimise(what, kept=kept).value
    most = search.minimise(what * -1, kept=kept).value
    return None if least is None or most is None else (least, -most)
