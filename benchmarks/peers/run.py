"""Runs the program and each peer on one scenario, and prints a table for docs/peers.md.

    python benchmarks/peers/run.py [SCENARIO] [--time-limit SECONDS] [--rounds N] [--only WORD ...]

Each is run as a whole process. The program runs before and after each peer, which is held against
the mean of these two; the first line has its median. *At work* is processor time. What a peer has
proven has to be what the program says, and the plan of a peer has to pass the program's audit with
the values the peer gives it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parent.parent.parent
MS_22 = ROOT / "scenarios" / "soyuz-ms-22" / "2022-12-30.yaml"
PATHS = os.pathsep.join([str(ROOT / "src"), str(ROOT / "benchmarks")])
SLACK = 120.0
"""Seconds that a peer is given beyond its time limit to build its model and to end."""

Goals = dict[str, Any]


@dataclass(frozen=True)
class Peer:
    """A model to run beside the program."""

    title: str
    module: str
    needs: str | None = None
    """What has to be there besides the program: a package of Python."""
    solver: str | None = None
    """The solver of MiniZinc; None if it is not MiniZinc. From it no plan is read."""

    def is_here(self) -> bool:
        """Whether what it needs is installed."""
        if self.solver is not None:
            return shutil.which("minizinc") is not None and self.solver in _solvers()
        return self.needs is None or importlib.util.find_spec(self.needs) is not None


def _solvers() -> str:
    """What MiniZinc says of its solvers."""
    asked = subprocess.run(["minizinc", "--solvers"], stdout=subprocess.PIPE, text=True)
    return asked.stdout.lower()


PEERS = (
    Peer("CP-SAT", "peers.plain_cpsat"),
    Peer("HiGHS", "peers.highs", needs="pyoptinterface"),
    Peer("MiniZinc, Gecode", "peers.minizinc", solver="gecode"),
    Peer("MiniZinc, Chuffed", "peers.minizinc", solver="chuffed"),
)


@dataclass(frozen=True)
class Ended:
    """A whole process that has ended, and what it printed; nothing if it was stopped."""

    seconds: float
    at_work: float
    """Seconds of processor time, of all processors together."""
    printed: str


def run(module: str, *arguments: str, seconds: float | None = None) -> Ended:
    """Run a module of Python to its end, or until its time is over."""
    begun, worked = time.perf_counter(), _worked()
    command = [sys.executable, "-m", module, *arguments]
    environment = {**os.environ, "PYTHONPATH": PATHS}
    try:
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, text=True, timeout=seconds
        )
        printed = done.stdout
    except subprocess.TimeoutExpired:
        printed = ""
    return Ended(time.perf_counter() - begun, _worked() - worked, printed)


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ours(scenario: Path) -> tuple[Ended, Goals]:
    """A run of the program, and its goals by name."""
    ended = run("lifeboat", "solve", str(scenario), "--json", "--quiet")
    return ended, _by_name(json.loads(ended.printed)["best"]["goals"])


def theirs(peer: Peer, scenario: Path, limit: float, plan: Path) -> tuple[Ended, Goals]:
    """A run of a peer, and the goals it has come to by name."""
    more = ["--plan", str(plan)] if peer.solver is None else ["--solver", peer.solver]
    limited = [str(scenario), "--time-limit", str(limit), *more]
    ended = run(peer.module, *limited, seconds=limit + SLACK)
    return ended, _by_name(json.loads(ended.printed or "[]"))


def audited(scenario: Path, plan: Path) -> tuple[Goals, list[str]]:
    """The goals of a plan as the audit counts them, and the rules it breaks that must hold."""
    document = json.loads(run("lifeboat", "check", str(scenario), str(plan), "--json").printed)
    option = document["option"]
    broken = [it["message"] for it in option["findings"] if it["strength"] == "must"]
    return _by_name(option["goals"]), broken


def _by_name(goals: list[dict[str, Any]]) -> Goals:
    return {goal["name"]: goal for goal in goals}


def differences(mine: Goals, found: Goals) -> list[str]:
    """Where a peer has proven something else than the program has."""
    return [
        f"{name} is {goal['value']}, not {mine[name]['value']}"
        for name, goal in found.items()
        if goal["proven"] and mine[name]["proven"] and goal["value"] != mine[name]["value"]
    ]


def faults(scenario: Path, plan: Path, found: Goals) -> list[str]:
    """What the audit has against the plan of a peer."""
    if not plan.exists():
        return []
    counted, broken = audited(scenario, plan)
    wrong = [
        f"{name} is {counted[name]['value']} in its plan, not {goal['value']}"
        for name, goal in found.items()
        if goal["proven"] and counted[name]["value"] != goal["value"]
    ]
    return broken + wrong


def row(peer: Peer, scenario: Path, limit: float) -> tuple[list[str], list[Ended], bool]:
    """A line of the table, the runs of the program beside it, and whether all agrees."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.json"
        before, mine = ours(scenario)
        ended, found = theirs(peer, scenario, limit, plan)
        after, _ = ours(scenario)
        wrong = [*differences(mine, found), *faults(scenario, plan, found)]
        checked = "its plan passes the audit" if plan.exists() else "no plan to audit"
    proven = sum(goal["proven"] for goal in found.values())
    least = "" if proven == len(mine) else "more than "
    line = [
        peer.title,
        f"{least}{ended.seconds:.1f}",
        f"{least}{ended.at_work:.1f}",
        f"{proven} of {len(mine)}",
        ", ".join(_said(name, goal) for name, goal in found.items()) or "nothing found",
        "; ".join(wrong) or f"the same; {checked}",
        f"{least}{ended.seconds / (before.seconds + after.seconds) * 2:.0f}",
        f"{least}{ended.at_work / (before.at_work + after.at_work) * 2:.0f}",
    ]
    return line, [before, after], not wrong


def _said(name: str, goal: dict[str, Any]) -> str:
    if goal["value"] is None:
        return f"{name} not found"
    return f"{name} {goal['value']}" + ("" if goal["proven"] else f" (at least {goal['bound']})")


HEAD = (
    "What",
    "Seconds",
    "At work",
    "Goals proven",
    "Values",
    "What is proven",
    "Times as long",
    "Times the work",
)


def _table(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in [HEAD, ["---"] * len(HEAD), *lines])


def _first_row(mine: Sequence[Ended]) -> list[str]:
    seconds, at_work = median(it.seconds for it in mine), median(it.at_work for it in mine)
    return ["lifeboat", f"{seconds:.2f}", f"{at_work:.2f}", "", "", "", "1", "1"]


def main() -> None:
    """Run everything in turn, print the table, and exit with 1 where values differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("scenario", nargs="?", type=Path, default=MS_22)
    parser.add_argument("--time-limit", type=float, default=600.0, help="seconds for each peer")
    parser.add_argument("--rounds", type=int, default=1, help="runs of each peer")
    parser.add_argument("--only", nargs="*", default=[], help="words of the peers to run")
    given = parser.parse_args()
    chosen = [it for it in PEERS if not given.only or any(word in it.title for word in given.only)]
    lines, mine, agree = list[list[str]](), list[Ended](), True
    for peer in chosen * given.rounds:
        if not peer.is_here():
            lines.append([peer.title, "not installed", *[""] * (len(HEAD) - 2)])
            continue
        line, runs, is_same = row(peer, given.scenario, given.time_limit)
        lines, mine, agree = [*lines, line], [*mine, *runs], agree and is_same
    print(_table([_first_row(mine), *lines]))
    sys.exit(not agree)


if __name__ == "__main__":
    main()
