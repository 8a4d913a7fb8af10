"""Kills while files are written: `python tests/kills/run.py 300 0`.

The first number counts kills, the second is the number of the first one. What is killed, by which
signal and when depends on its number alone; where in the program that is, on the machine.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from kills.trial import drawn, faults


def main(count: int, first: int = 0) -> int:
    """Kill, print what was seen and what is wrong; returns the exit code."""
    tally: Counter[str] = Counter()
    wrong = 0
    done = 0
    try:
        for number in range(first, first + count):
            kill = drawn(number)
            tally[f"{kill.signal.name} {kill.job}"] += 1
            for fault in faults(kill, tally):
                wrong += 1
                print(f"{number}: {kill}: {fault}", flush=True)
            done += 1
    finally:
        # Whoever ends it with Ctrl-C is told what was seen until then.
        print(f"{done} kills, {wrong} faults")
        for name, times in sorted(tally.items()):
            print(f"  {times:6} {name}")
    return min(1, wrong)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ("300",))))
