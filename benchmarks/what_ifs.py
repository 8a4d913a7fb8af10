"""Asks what a planner asks in a day, drawn at random from the real scenarios; times the answers.

    python benchmarks/what_ifs.py [--seed N] [--count N] [--limit TIME] [--only WORD]

Slips, closures, damages, drops, pins, groundings, and replans of the plan that was flown with
something lost. Each is a process of its own. A question that is refused (a port closed while a
vehicle is at it, say) is told and not counted; another one is drawn for it. The same seed draws the
same questions.
"""

from __future__ import annotations

import argparse
import json
import random
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median, quantiles

from commits import ROOT
from lifeboat.files.known_types import known_types
from lifeboat.files.scenario_file import open_scenario
from lifeboat.scenario.scenario import Scenario

SCENARIOS = ROOT / "scenarios"
LIFEBOAT = (sys.executable, "-m", "lifeboat")
LOAD = (sys.executable, "-c", "import ortools.sat.python.cp_model")
REFUSED = 2
CERTAIN = ("proven-best", "impossible")
SPAN = "{}..{}"


@dataclass(frozen=True)
class Asked:
    """A question, how long its answer took, and whether it is certain."""

    question: str
    seconds: float
    outcome: str


@dataclass(frozen=True)
class Drawing:
    """Draws questions about one scenario."""

    chance: random.Random
    scenario: Scenario

    def slip(self) -> list[str]:
        return ["--delay", f"{self._to_come()}={self.chance.randint(1, 40)}d"]

    def close(self) -> list[str]:
        port = self.chance.choice(list(self.scenario.ports))
        return ["--close", f"{port}={self._span()}"]

    def damage(self) -> list[str]:
        state = self.chance.choice(["unusable", "emergency-only", "empty-return-only"])
        ship = self.chance.choice(list(self.scenario.vehicles))
        return ["--damage", f"{ship}={state} since {self._day()}"]

    def drop(self) -> list[str]:
        return ["--drop", self._to_come()]

    def pin(self) -> list[str]:
        person = self.chance.choice(list(self.scenario.people))
        ship = self.chance.choice(list(self.scenario.vehicles))
        return ["--pin", f"{person} returns on {ship}"]

    def hold(self) -> list[str]:
        return ["--pin", f"{self._to_come()} launches after {self._day()}"]

    def ground(self) -> list[str]:
        types = {**known_types(), **self.scenario.vehicle_types}
        family = types[self.scenario.vehicles[self._to_come()].type].family
        return ["--ground", f"{family}={self._span()}"]

    def _to_come(self) -> str:
        as_of = self.scenario.as_of
        vehicles = self.scenario.vehicles.items()
        return self.chance.choice([name for name, it in vehicles if not it.is_docked(as_of)])

    def _day(self) -> date:
        closes = self.scenario.horizon.closes
        first = self.scenario.as_of.date()
        last = first + timedelta(days=60) if closes is None else closes.date()
        return first + timedelta(days=self.chance.randint(1, max(2, (last - first).days - 10)))

    def _span(self) -> str:
        first = self._day()
        return SPAN.format(first, first + timedelta(days=self.chance.randint(5, 60)))


KINDS: tuple[Callable[[Drawing], list[str]], ...] = (
    Drawing.slip,
    Drawing.slip,
    Drawing.close,
    Drawing.damage,
    Drawing.drop,
    Drawing.pin,
    Drawing.hold,
    Drawing.ground,
)
LOST: tuple[Callable[[Drawing], list[str]], ...] = (Drawing.damage, Drawing.drop, Drawing.slip)
REPLANS = 5
"""One question of so many is a replan."""


def drawn(seed: int) -> Iterator[list[str]]:
    """Questions without end: each the words of a command line."""
    chance = random.Random(seed)
    files = sorted(it for it in SCENARIOS.glob("*/*.yaml") if it.stem[:1].isdigit())
    known = {it: open_scenario(str(it)).scenario for it in files}
    while True:
        file = chance.choice(files)
        drawing, flown = Drawing(chance, known[file]), file.with_name("flown.yaml")
        if chance.randrange(REPLANS) == 0 and flown.exists():
            yield ["replan", str(file), str(flown), *chance.choice(LOST)(drawing)]
        else:
            yield ["solve", str(file), *chance.choice(KINDS)(drawing)]


def asked(words: list[str], limit: str) -> Asked | None:
    """The answer to one question; None if it is refused."""
    begun = time.perf_counter()
    command = [*LIFEBOAT, *words, "--time-limit", limit, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begun
    said = shlex.join(it.removeprefix(f"{SCENARIOS}/") for it in words)
    if done.returncode == REFUSED:
        print(f"refused    {said}: {done.stderr.splitlines()[0]}", flush=True)
        return None
    told = Asked(said, seconds, _outcome(done.returncode, done.stdout))
    print(f"{seconds:7.2f} s  {told.outcome:12}  {said}", flush=True)
    return told


def _outcome(code: int, printed: str) -> str:
    if not printed:
        return f"exit code {code}"
    document = json.loads(printed)
    return str(document.get("answer", document)["outcome"])


def _load() -> float:
    """The median of five bare imports of the solver."""

    def once() -> float:
        begun = time.perf_counter()
        subprocess.run(LOAD, check=True)
        return time.perf_counter() - begun

    return median(once() for _ in range(5))


def main() -> None:
    """Ask, and tell how long it took beside a bare import of the solver."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--limit", default="60s")
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    told: list[Asked] = []
    load = _load()
    for words in drawn(given.seed):
        if len(told) == given.count:
            break
        answer = asked(words, given.limit) if given.only in " ".join(words) else None
        told += [] if answer is None else [answer]
    seconds = [it.seconds for it in told]
    certain = sum(it.outcome in CERTAIN for it in told)
    print(f"{certain} of {len(told)} answered for certain; bare import {load:.2f} s")
    for name, value in (
        ("median", median(seconds)),
        ("nine of ten within", quantiles(seconds, n=10)[-1]),
        ("longest", max(seconds)),
    ):
        print(f"{name} {value:.2f} s, {value / load:.1f} times the bare import")


if __name__ == "__main__":
    main()
