"""What the documentation shows on a console is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from consoles import blocks, copy_of_repository, matches, play
from repository import ROOT

PAGES = sorted({block.page for block in blocks()})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_it_prints_what_is_documented(page: Path, tmp_path: Path) -> None:
    """If this fails, run `python docs/making/refresh.py` and read what it changes."""
    repository = copy_of_repository(tmp_path)
    for block in blocks():
        if block.page == page:
            for step, printed in play(block, repository):
                assert matches(printed, step.printed), f"{block}: {step.command}\n{printed}"


def test_the_parts_of_an_own_station_are_those_of_its_file() -> None:
    page = (ROOT / "docs" / "own-station.md").read_text("utf-8")
    parts = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    whole = (ROOT / "docs" / "own-station.yaml").read_text("utf-8")
    assert "\n".join(parts) == whole.split("\n\n", 1)[1]


@pytest.mark.parametrize(
    ("documented", "same"),
    [
        ("one\ntwo\nthree\n", True),
        ("one\n...\n", True),
        ("one\n...\nthree\n", True),
        ("...\n", True),
        ("one\n...\ntwo\n", False),
        ("one\ntwo\n", False),
        ("one\nt..\nthree\n", False),
        ("", False),
    ],
)
def test_three_dots_stand_for_any_lines(documented: str, same: bool) -> None:
    assert matches("one\ntwo\nthree\n", documented) is same
