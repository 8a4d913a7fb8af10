"""The pictures of the documentation, each drawn from a plan of history."""

from __future__ import annotations

from pathlib import Path

from lifeboat.editing.opened import read_scenario
from lifeboat.files.plan_file import read_plan
from lifeboat.questions.chart import chart
from lifeboat.showing.svg import chart_svg

DOCS = Path(__file__).parents[1]
CASES = DOCS.parent / "scenarios"
_DRAWN = {
    "soyuz-ms-22.svg": ("soyuz-ms-22/2022-12-30.yaml", "soyuz-ms-22/flown.yaml"),
    "starliner-cft.svg": ("starliner-cft/2024-08-24.yaml", "starliner-cft/flown.yaml"),
}


def pictures() -> dict[Path, str]:
    """Every picture, by its file."""
    return {DOCS / "pictures" / name: _drawn(*files) for name, files in _DRAWN.items()}


def _drawn(scenario: str, plan: str) -> str:
    read = read_scenario(str(CASES / scenario))
    return chart_svg(chart(read, read_plan(str(CASES / plan), read)))
