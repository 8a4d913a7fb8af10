"""The day-by-day model in MiniZinc, solved by Gecode or another solver that MiniZinc knows.

python -m peers.minizinc SCENARIO [--solver NAME] [--time-limit SECONDS]
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from peers.answering import GoalFound, shown
from peers.data import Case
from peers.minizinc_data import data_of
from peers.reading import read

MODEL = Path(__file__).with_name("plain.mzn")
GOALS = (
    "no-place+unsafe",
    "damaged",
    "improvised",
    "waived",
    "staffing",
    "broken",
    "cancelled",
    "rides",
    "moved",
    "reseats",
)
PROVEN = "=========="
TAIL = 5.0
"""Seconds that MiniZinc is given to end by itself after its time limit."""


def in_order(case: Case, solver: str, seconds: float) -> Iterator[GoalFound]:
    """Minimise one goal after another; ends with the first that is not proven in the time."""
    begun, kept = time.monotonic(), [0] * len(GOALS)
    for number, name in enumerate(GOALS):
        left = seconds - (time.monotonic() - begun)
        value, is_proven = _minimise(data_of(case, number + 1, kept), solver, max(1.0, left))
        bound = value if is_proven and value is not None else 0
        yield GoalFound(name, value, bound, time.monotonic() - begun)
        if not is_proven or value is None:
            return
        kept[number] = value


def _minimise(data: str, solver: str, seconds: float) -> tuple[int | None, bool]:
    """The least value found, and whether it is proven to be the least."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.dzn"
        path.write_text(data, encoding="utf-8")
        lines = _run(path, solver, seconds)
    values = [int(line) for line in lines if line.isdigit()]
    return (values[-1] if values else None), PROVEN in lines


def _run(path: Path, solver: str, seconds: float) -> list[str]:
    limit = ["--time-limit", str(round(1000 * seconds)), "--intermediate"]
    command = ["minizinc", "--solver", solver, *limit, str(MODEL), str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        printed, _ = process.communicate(timeout=seconds + TAIL)
    except subprocess.TimeoutExpired:
        process.terminate()
        printed, _ = process.communicate()
    return printed.splitlines()


def main() -> None:
    """Answer the scenario named on the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario")
    parser.add_argument("--solver", default="gecode")
    parser.add_argument("--time-limit", type=float, default=3600.0, help="seconds")
    given = parser.parse_args()
    _, case = read(given.scenario)
    print(shown(in_order(case, given.solver, given.time_limit)))


if __name__ == "__main__":
    main()
