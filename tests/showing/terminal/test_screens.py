"""The first screens of all scenarios: as they are kept, never wider than the screen."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from showing.terminal.screens import WIDTHS, cases, kept, screen, screens

BROKEN_NAME = re.compile(r"\w-$")
"""A line that ends within a name such as MS-22."""


@pytest.mark.parametrize(("case", "day"), list(cases()))
def test_screens_are_as_they_are_kept(case: str, day: str) -> None:
    """If this fails, run `python tests/showing/terminal/screens.py` and read the difference."""
    assert screens(case, day) == kept(case, day).read_text("utf-8")
    for width in WIDTHS:
        lines = screen(case, day, width)
        assert max(map(cell_len, lines)) <= width
        assert [line for line in lines if BROKEN_NAME.search(line)] == []


def test_a_screen_decides_on_one_page() -> None:
    """Soyuz MS-22, 30 December, in a terminal of 100 columns and 40 lines."""
    assert len(screen("soyuz-ms-22", "2022-12-30", 100)) <= 40
