"""Measures a second edit in one process against a fresh `solve` of the same edit.

    python benchmarks/session.py [--rounds N]

Each edit of the MS-22 scenario is answered in a session that has answered the scenario before it,
and, in turns with it, by a process of its own. Medians, and the ratio of each.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from lifeboat.editing.opened import read_scenario
from lifeboat.questions.session import Session

SCENARIO = Path(__file__).parent.parent / "scenarios" / "soyuz-ms-22" / "2022-12-30.yaml"
EDITS = (
    ("without", "improvised-seats"),
    ("damage", "MS-22=unusable"),
    ("delay", "Crew-6=5d"),
    ("close", "poisk=2023-03-01..2023-03-20"),
    ("drop", "CRS-27"),
    ("delay", "CRS-27=10d"),
    ("delay", "Crew-7=7d"),
    ("pin", "Kikina returns on Crew-5"),
    ("advance", "MS-24=10d"),
)


def fresh(verb: str, text: str) -> float:
    """Seconds that a process of its own takes."""
    flag = [f"--{verb}", text]
    begun = time.perf_counter()
    command = [sys.executable, "-m", "lifeboat", "solve", str(SCENARIO), "--quiet", *flag]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def warm(verb: str, text: str) -> float:
    """Seconds from the edit to its answer, in a session that has answered the scenario."""
    session = Session()
    session.solve(read_scenario(str(SCENARIO)))
    begun = time.perf_counter()
    session.solve(read_scenario(str(SCENARIO), edits=[(verb, text)]))
    return time.perf_counter() - begun


def main(rounds: int) -> None:
    """Print a table for docs/speed.md."""
    print("| Edit | Fresh process | Session | Ratio |")
    print("| --- | --- | --- | --- |")
    for verb, text in EDITS:
        pairs = [(fresh(verb, text), warm(verb, text)) for _ in range(rounds)]
        ratio = median(one / other for other, one in pairs)
        seconds = (median(pair[0] for pair in pairs), median(pair[1] for pair in pairs))
        print(f"| `--{verb} {text}` | {seconds[0]:.2f} | {seconds[1]:.2f} | {ratio:.2f} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    main(parser.parse_args().rounds)
