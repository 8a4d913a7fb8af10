"""Reports and pictures as a browser lays them out: every label has its room, every bar its name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from browser.chromium import NAMES, browser, measured, printed
from browser.shown import write_all

WIDTHS = (1280, 800, 390)
PAGES = ("ms-22", "starliner", "compared", "five-years", "odd-names")
OF_CHARTS = ("labelsApart", "labelsInPlace", "barsTold", "readable")
OF_BOTH = (*OF_CHARTS, "picturesNamed", "nothingRuns")
OF_PAGES = ("nothingSideways", "headingsInOrder", "tablesHeaded", "languageAndTitle")
"""Not of a picture alone, which is as wide as it is and has no headings."""
CASES = [
    *((f"{page}.html", check) for page in PAGES for check in (*OF_BOTH, *OF_PAGES)),
    *(("ms-22.svg", check) for check in OF_BOTH),
]

pytestmark = pytest.mark.skipif(not browser(), reason=f"no browser here: {', '.join(NAMES)}")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_all(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module", params=[False, True], ids=["light", "dark"])
def seen(request: pytest.FixtureRequest, pages: list[Path]) -> list[dict[str, Any]]:
    told = measured(pages, WIDTHS, dark=request.param)
    assert {it["dark"] for it in told} == {request.param}
    assert [(it["page"], it["width"]) for it in told] == [
        (page.name, width) for page in pages for width in WIDTHS
    ]
    return told


@pytest.mark.parametrize(("page", "check"), CASES)
def test_nothing_is_wrong(seen: list[dict[str, Any]], page: str, check: str) -> None:
    found = {it["width"]: it["found"][check] for it in seen if it["page"] == page}
    assert {width: it["faults"][:5] for width, it in found.items() if it["faults"]} == {}
    least = 20 if check in OF_CHARTS else 1
    assert min(it["looked"] for it in found.values()) >= least


@pytest.mark.parametrize(("page", "most"), [("ms-22", 16), ("five-years", 40)])
def test_it_prints_on_a4(pages: list[Path], tmp_path: Path, page: str, most: int) -> None:
    """In landscape: 297 by 210 mm are 842 by 595 points."""
    (path,) = (it for it in pages if it.name == f"{page}.html")
    pdf = printed(path, tmp_path / "it.pdf")
    assert pdf.startswith(b"%PDF-")
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf)
    assert {(round(float(wide)), round(float(high))) for wide, high in sizes} == {(842, 595)}
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= most
