"""Many more scenarios than the tests run: `python tests/agreement/run.py 2000 300`.

The first number counts small scenarios on which audit and model are compared, the second tiny ones
that brute force solves too; a third, if given, is the seed to begin with.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from agreement.compare import both_ways, with_brute_force
from agreement.random_scenarios import SMALL, TINY, Made, Size, scenarios

Comparison = Callable[[Made, Counter[str]], Iterator[str]]


def main(small: int, tiny: int, first: int = 0) -> int:
    """Compare, print what was tried and where the readings differ; returns the exit code."""
    wrong = _compare("audit and model", both_ways, small, SMALL, first)
    wrong += _compare("solver and brute force", with_brute_force, tiny, TINY, first)
    return min(1, wrong)


def _compare(title: str, comparison: Comparison, count: int, size: Size, first: int) -> int:
    tally: Counter[str] = Counter()
    wrong = 0
    last = first - 1
    for made in scenarios(count, size, first):
        tally["seeds that make no sense"] += made.seed - last - 1
        last = made.seed
        for message in _told(comparison, made, tally):
            print(message, flush=True)
            wrong += 1
    print(f"{title}: {count} scenarios, {wrong} disagreements")
    for name, number in sorted(tally.items()):
        print(f"  {number:6} {name}")
    return wrong


def _told(comparison: Comparison, made: Made, tally: Counter[str]) -> list[str]:
    # A crash on one scenario of thousands is one more disagreement, not the end of the run.
    try:
        return list(comparison(made, tally))
    except Exception as error:
        return [f"seed {made.seed}: {type(error).__name__}: {error}"]


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:] or ("2000", "300"))))
