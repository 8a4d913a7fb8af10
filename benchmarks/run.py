"""Measures whole runs of the program and prints a table for docs/speed.md.

    python benchmarks/run.py [--rounds N] [--only WORD ...] [--against COMMIT]

Each figure is the median of several runs of a whole process. Two cases that are compared run in
turns, and their ratio is the median of the ratios of the rounds.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

import yaml

from commits import ROOT, checkout, environment
from rotation import scenario

MS_22 = ROOT / "scenarios" / "soyuz-ms-22"
DECEMBER = MS_22 / "2022-12-30.yaml"
LIFEBOAT = (sys.executable, "-m", "lifeboat")
MB = 1024 if sys.platform != "darwin" else 1024 * 1024
ANSWERED = (0, 1)
"""The exit codes of an answer: a plan that leaves somebody without a place is one, too."""


@dataclass(frozen=True)
class Case:
    """A command to measure."""

    title: str
    command: tuple[str, ...]
    against: str | None = None
    """The title of the case to compare with; the two run in turns."""
    rounds: int | None = None


@dataclass(frozen=True)
class Run:
    """One run of a whole process."""

    seconds: float
    peak_mb: float


def cases(folder: Path) -> list[Case]:
    """All the cases to measure; the files they need are written to a folder."""
    hourly = _hourly(folder / "hourly.yaml")
    rotation = _written(folder / "rotation.yaml", scenario())
    damaged = _written(folder / "damaged.yaml", scenario(damaged=True))
    load = (sys.executable, "-c", "import ortools.sat.python.cp_model")
    solver, ms_22 = "loading the solver", "`solve` MS-22, known on 2022-12-30"
    return [
        Case("`--help`", (*LIFEBOAT, "--help")),
        Case("`check` the plan that was flown", _check(DECEMBER, MS_22 / "flown.yaml")),
        Case(solver, load),
        Case("`solve` the tiny scenario", _solve(ROOT / "scenarios" / "tiny.yaml"), solver),
        Case(ms_22, _solve(DECEMBER), solver),
        Case("the same by the hour", _solve(hourly), ms_22),
        Case("five years, 60 vehicles, 80 people", _solve(rotation), rounds=1),
        Case(
            "the same, one ship damaged, two minutes at most",
            _solve(damaged, "--time-limit", "2min"),
            rounds=1,
        ),
    ]


def _solve(path: Path, *more: str) -> tuple[str, ...]:
    return (*LIFEBOAT, "solve", str(path), "--quiet", *more)


def _check(scenario: Path, plan: Path) -> tuple[str, ...]:
    return (*LIFEBOAT, "check", str(scenario), str(plan))


def _hourly(path: Path) -> Path:
    text = DECEMBER.read_text(encoding="utf-8")
    path.write_text(text.replace("\nresolution: 1d", "\nresolution: 1h"), encoding="utf-8")
    return path


def _written(path: Path, tree: dict[str, object]) -> Path:
    path.write_text(yaml.safe_dump(tree, sort_keys=False), encoding="utf-8")
    return path


def measure(command: Sequence[str], tree: Path = ROOT) -> Run:
    """Run a process to its end and measure it."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment(tree)
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode not in ANSWERED:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode()}")
    return Run(seconds, usage.ru_maxrss / MB)


def rows(chosen: Sequence[Case], rounds: int, other: Path | None) -> list[list[str]]:
    """Measure every case once in each round; returns a row of medians for each case.

    Args:
        chosen: what is measured.
        rounds: how often.
        other: the sources of another commit, measured in turns with these.
    """
    runs: dict[str, list[Run]] = {case.title: [] for case in chosen}
    beside: dict[str, list[Run]] = {case.title: [] for case in chosen}
    for number in range(rounds):
        for case in chosen:
            if case.rounds is None or number < case.rounds:
                runs[case.title].append(measure(case.command))
                if other is not None:
                    beside[case.title].append(measure(case.command, other))
    return [_row(case, runs, beside[case.title]) for case in chosen]


def _row(case: Case, runs: dict[str, list[Run]], beside: Sequence[Run]) -> list[str]:
    mine = runs[case.title]
    proportion = ""
    if case.against in runs:
        proportion = f"{_ratio(mine, runs[str(case.against)])} x {case.against}"
    return [
        case.title,
        f"{median(run.seconds for run in mine):.2f}",
        f"{median(run.peak_mb for run in mine):.0f}",
        proportion,
        f"{_ratio(mine, beside)}" if beside else "",
        str(len(mine)),
    ]


def _ratio(some: Sequence[Run], others: Sequence[Run]) -> str:
    """The median of how many times as long some runs take as those they took turns with."""
    pairs = zip(some, others, strict=False)
    return f"{median(one.seconds / other.seconds for one, other in pairs):.2f}"


def _table(lines: Sequence[Sequence[str]]) -> str:
    head = ["What", "Seconds", "Peak MB", "In proportion", "Beside the other commit", "Runs"]
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, ["---"] * len(head), *lines])


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5, help="runs of each command")
    parser.add_argument("--only", nargs="*", default=[], help="words of what is to be measured")
    parser.add_argument("--against", metavar="COMMIT", help="another commit, measured in turns")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        other = checkout(given.against, Path(scratch) / "other") if given.against else None
        found = [
            case
            for case in cases(Path(scratch))
            if not given.only or any(word in case.title for word in given.only)
        ]
        lines = rows(found, given.rounds, other)
    print(_table(lines))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    print(f"\nPython {platform.python_version()}, OR-Tools {version('ortools')}, {machine}.")


if __name__ == "__main__":
    main()
