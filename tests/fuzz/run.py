"""Many random edits of the real scenarios: `python tests/fuzz/run.py 2000 0`.

The first number counts trials, the second is the number of the first one; a third, if given, says
how many run at a time, a fourth how many seconds a search may take. Each trial depends on its
number alone.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.trial import drawn, faults, smallest

LIMIT = 10.0
"""Seconds that a search may take."""

Told = tuple[Counter[str], list[str]]


def main(count: int, first: int = 0, jobs: int = 1, limit: float = LIMIT) -> int:
    """Try, print what was tried and what is wrong; returns the exit code."""
    tally: Counter[str] = Counter()
    for counts, messages in _tried(range(first, first + count), jobs, limit):
        tally.update(counts)
        for message in messages:
            print(message, flush=True)
    wrong = sum(number for name, number in tally.items() if name.startswith("FAULT"))
    print(f"{count} trials, {wrong} faults")
    for name, number in sorted(tally.items()):
        print(f"  {number:6} {name}")
    return min(1, wrong)


def _tried(numbers: range, jobs: int, limit: float) -> Iterator[Told]:
    work = partial(tried, limit=limit)
    if jobs == 1:
        yield from map(work, numbers)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, numbers)


def tried(number: int, limit: float = LIMIT) -> Told:
    """What one trial counts, and a message for each fault with the fewest edits that show it."""
    tally: Counter[str] = Counter()
    trial = drawn(number, tally)
    messages = []
    for fault in faults(trial, limit, tally):
        tally[f"FAULT {fault.kind}"] += 1
        shown = smallest(trial, fault.kind, limit).command(limit)
        messages.append(f"{number}: {fault.kind}: {fault.seen}\n    {shown}")
    return tally, messages


if __name__ == "__main__":
    count, *others = sys.argv[1:] or ("2000",)
    whole, limits = others[:2], others[2:]
    sys.exit(main(int(count), *map(int, whole), *map(float, limits)))
