"""The first screens of all scenarios at four widths: `python tests/showing/terminal/screens.py`
writes them anew; read the difference.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from cases import answer, known
from handmade import RECEIPT
from lifeboat.answers.solve import Answer
from lifeboat.showing.terminal.console import console_for
from lifeboat.showing.terminal.solve import hint_after, show_answer
from repository import SCENARIOS

FOLDER = Path(__file__).parent / "screens"
WIDTHS = (80, 100, 140, 200)
HISTORY = ("flown", "studied")


def cases() -> Iterator[tuple[str, str]]:
    """Every case and day of the library."""
    for path in sorted(SCENARIOS.glob("*/*.yaml")):
        if path.stem not in HISTORY:
            yield path.parent.name, path.stem


def screen(case: str, day: str, width: int) -> list[str]:
    """The lines of the first screen of the best plan."""
    scenario, stream = known(case, day), io.StringIO()
    assert scenario.horizon.closes is not None
    told = Answer(
        scenario=scenario.name,
        as_of=scenario.as_of,
        horizon_end=scenario.horizon.closes,
        resolution=scenario.resolution,
        outcome="proven-best",
        best=answer(case, day),
        receipt=RECEIPT,
    )
    show_answer(told, console_for(stream, width), hint=hint_after(told))
    return stream.getvalue().splitlines()


def kept(case: str, day: str) -> Path:
    """The file that keeps the screens of a case."""
    return FOLDER / f"{case}-{day}.txt"


def screens(case: str, day: str) -> str:
    """The screens of a case, as they are kept."""
    parts = ["\n".join([f"--- {width} columns", *screen(case, day, width)]) for width in WIDTHS]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for found in cases():
        kept(*found).write_text(screens(*found), encoding="utf-8")
