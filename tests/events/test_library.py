"""The library of real cases: every figure has its source, every plan that was flown its audit."""

from __future__ import annotations

from pathlib import Path

import pytest

from library import known_keys, unsourced
from lifeboat.files.source import read_source, source_of
from repository import SCENARIOS

FILES = sorted(SCENARIOS.glob("*/*.yaml"))
NAMES = [f"{path.parent.name}/{path.name}" for path in FILES]


def test_there_are_six_cases() -> None:
    assert len({path.parent for path in FILES}) == 6


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_figure_has_a_source_or_is_assumed(path: Path) -> None:
    assert unsourced(read_source(str(path))) == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_source_is_told_at_the_end_and_used(path: Path) -> None:
    used, told = known_keys(read_source(str(path)))
    assert used == told
    assert used


CASE = """\
lifeboat: 2
name: Case
as_of: 2030-01-01
horizon: ..2030-02-01

station:
  crew: {most: 7}                       # [A1]

vehicles:
  Heron:
    launched: 2029-12-01                # [A1]
    life: {limit: 200d}                 # assumed: as ever
    conditions:
      2029-12-24: {state: unusable}     # [A1]
    modes: {crewed: {flight_up: 3h 37min}}  # [A1]
  # The second one, seats assumed.
  Osprey:
    seats: 4
  Kite:
    improvised:
      places: 2
      why: As told on the day [A1].

people:

  # ---- aboard [A1] ----

  Ann: {returns: 2030-01-20}
  Bob: {returns: 2030-01-20}

sources:
  A1: "https://example.org/a"
"""


def test_a_case_with_all_its_sources_is_taken() -> None:
    assert unsourced(source_of(CASE, "case.yaml")) == []


@pytest.mark.parametrize(
    ("said", "instead", "told"),
    [
        ("{most: 7}                       # [A1]", "{most: 7}", "7: crew: {most: 7}"),
        ("# assumed: as ever", "# as ever", "12: life: {limit: 200d}                 # as ever"),
        ("2029-12-01                # [A1]", "2029-12-01", "11: launched: 2029-12-01"),
        ("unusable}     # [A1]", "unusable}", "14: 2029-12-24: {state: unusable}"),
        ("37min}}  # [A1]", "37min}}", "15: modes: {crewed: {flight_up: 3h 37min}}"),
        ("one, seats assumed.", "one.", "18: seats: 4"),
        ("on the day [A1].", "on the day.", "21: places: 2"),
        ("aboard [A1]", "aboard", "28: Ann: {returns: 2030-01-20}"),
    ],
)
def test_a_figure_with_neither_is_refused(said: str, instead: str, told: str) -> None:
    assert said in CASE
    found = unsourced(source_of(CASE.replace(said, instead), "case.yaml"))
    assert found[0] == told
