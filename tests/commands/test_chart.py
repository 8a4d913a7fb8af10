"""`lifeboat chart` on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from asking import Ask, unwrapped
from lifeboat.answers.chart import Chart
from pixels import size_of
from repository import SCENARIOS, TINY

CASE = SCENARIOS / "soyuz-ms-22"


def test_a_chart_of_history(ask: Ask) -> None:
    ran = ask("chart", CASE / "2022-12-30.yaml", CASE / "flown.yaml", "--width", 100)
    assert ran.code == 0
    assert "Soyuz MS-22 as flown, as a chart." in ran.out
    assert any(line.startswith("rassvet") and "[MS-24" in line for line in ran.out.splitlines())


def test_somebody_without_a_place_is_a_bad_answer(ask: Ask) -> None:
    assert ask("chart", TINY).code == 1


def test_one_document(ask: Ask) -> None:
    told = Chart.model_validate_json(ask("chart", TINY, "--delay", "Heron=1d", "--json").out)
    assert (told.plan_name, told.edits) == ("The plan of record", ("--delay Heron=1d",))


def test_a_picture_takes_the_place_of_one_that_nobody_changed(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    for _ in range(2):
        ran = ask("chart", TINY, "--svg", path)
        assert (ran.code, ran.out) == (1, "")
        assert f"The chart is in '{path}'." in unwrapped(ran.err)
    text = path.read_text("utf-8")
    assert fromstring(text).tag.endswith("svg")
    path.write_text(text.replace("Sparrow", "Robin"), "utf-8")
    assert ask("chart", TINY, "--svg", path).code == 2
    assert "Robin" in path.read_text("utf-8")
    assert ask("chart", TINY, "--svg", path, "--force").code == 1


def test_nothing_that_was_read_is_written_over(ask: Ask, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(TINY.read_bytes())
    assert ask("chart", mine, "--svg", mine, "--force").code == 2
    assert mine.read_bytes() == TINY.read_bytes()


def test_a_png_takes_the_place_of_one_that_nobody_changed(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    for edits in ([], ["--delay", "Heron=1d"]):
        ran = ask("chart", TINY, *edits, "--png", path)
        assert (ran.code, ran.out) == (1, "")
        assert f"The chart is in '{path}'." in unwrapped(ran.err)
    width, height = size_of(path.read_bytes())
    assert (width, height > 500) == (2400, True)
    path.write_bytes(path.read_bytes() + b"mine")
    ran = ask("chart", TINY, "--png", path)
    assert ran.code == 2
    assert "is a picture that was changed by hand" in unwrapped(ran.err)
    assert path.read_bytes().endswith(b"mine")
    assert ask("chart", TINY, "--png", path, "--force").code == 1


def test_both_pictures_at_once_but_not_in_one_file(ask: Ask, tmp_path: Path) -> None:
    svg, png = tmp_path / "a.svg", tmp_path / "a.png"
    ran = ask("chart", TINY, "--svg", svg, "--png", png, "--json")
    assert Chart.model_validate_json(ran.out).plan_name == "The plan of record"
    assert svg.read_text("utf-8").startswith("<!-- Made by lifeboat")
    assert png.read_bytes().startswith(b"\x89PNG")
    ran = ask("chart", TINY, "--svg", svg, "--png", svg)
    assert ran.code == 2
    assert "is asked for twice" in unwrapped(ran.err)


def test_without_the_extra_it_is_told_before_anything_is_read(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    ran = ask("chart", tmp_path / "not-there.yaml", "--png", tmp_path / "a.png")
    assert (ran.code, ran.out) == (2, "")
    assert "resvg-py, which draws PNG pictures, is not installed" in unwrapped(ran.err)
    assert "pip install 'lifeboat-planner[png]'" in unwrapped(ran.err)
    assert "not-there" not in ran.err
    assert not (tmp_path / "a.png").exists()


@pytest.mark.parametrize(
    "unwanted", [("ortools", "numpy", "pandas"), ("resvg_py",)], ids=["solver", "pixels"]
)
def test_only_what_is_asked_for_is_loaded(tmp_path: Path, unwanted: tuple[str, ...]) -> None:
    program = (
        "import sys; from lifeboat.cli import main\n"
        f"sys.argv = ['lifeboat', 'chart', {str(TINY)!r}, '--svg', {str(tmp_path / 'a.svg')!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"sys.exit(any(name in sys.modules for name in {unwanted!r}))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
