"""`lifeboat render` on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from asking import Ask, unwrapped
from handmade import answer
from lifeboat.answers.solve import Answer
from repository import TINY


@pytest.fixture
def kept(ask: Ask, tmp_path: Path) -> Path:
    """The answer about the small rescue, as it was printed."""
    path = tmp_path / "answer.json"
    path.write_text(ask("solve", TINY, "--json").out, "utf-8")
    return path


def test_json_holds_the_chart_and_the_dates(kept: Path) -> None:
    told = Answer.model_validate_json(kept.read_text("utf-8"))
    assert told.chart is not None
    assert told.days is not None
    assert told.days.dates[0].date == told.as_of


def test_it_is_shown_again_as_it_was(ask: Ask, kept: Path) -> None:
    first = ask("solve", TINY)
    again = ask("render", kept)
    said = first.out[: first.out.index("\nNEXT")]
    where = f"see {TINY}:"
    kept_lines = [line for line in said.splitlines() if where[:4] not in line]
    assert [line for line in again.out.splitlines() if where[:4] not in line] == kept_lines
    assert again.code == first.code == 1


def test_every_form_at_once(ask: Ask, kept: Path, tmp_path: Path) -> None:
    names = {
        "html": "a.html",
        "svg": "a.svg",
        "png": "a.png",
        "csv": "tables",
        "markdown": "a.md",
        "calendar": "a.ics",
    }
    flags = [it for flag, name in names.items() for it in (f"--{flag}", tmp_path / name)]
    ran = ask("render", kept, *flags)
    assert (ran.code, ran.out) == (1, "")
    assert "<!doctype html>" in (tmp_path / "a.html").read_text("utf-8")
    assert fromstring((tmp_path / "a.svg").read_text("utf-8")).tag.endswith("svg")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert "Chen" in (tmp_path / "tables" / "seats.csv").read_text("utf-8")
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# A small rescue")
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert ask("render", kept, *flags).code == 1, "the same text may take its own place"


def test_the_report_is_the_one_that_solve_writes(ask: Ask, kept: Path, tmp_path: Path) -> None:
    ask("solve", TINY, "--html", tmp_path / "one.html")
    ask("render", kept, "--html", tmp_path / "two.html")
    one, two = ((tmp_path / name).read_text("utf-8") for name in ("one.html", "two.html"))
    assert one.split("Receipt")[0].split("-->")[1] == two.split("Receipt")[0].split("-->")[1]


def test_what_somebody_wrote_is_not_written_over(ask: Ask, kept: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("mine", "utf-8")
    ran = ask("render", kept, "--markdown", notes, "--html", tmp_path / "a.html")
    assert ran.code == 2
    assert notes.read_text("utf-8") == "mine"
    assert not (tmp_path / "a.html").exists(), "nothing is written where not everything can be"
    assert ask("render", kept, "--markdown", notes, "--force").code == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TINY.read_text("utf-8"), "is not what `lifeboat solve --json` printed"),
        ("{}", "is not what `lifeboat solve --json` printed"),
        ('{"lifeboat_answer": 2}', "or not of this version"),
        ("", "is not what `lifeboat solve --json` printed"),
    ],
)
def test_anything_else_is_refused(ask: Ask, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "it.json"
    path.write_text(text, "utf-8")
    ran = ask("render", path)
    assert (ran.code, ran.out) == (2, "")
    assert said in unwrapped(ran.err)


def test_without_a_plan_there_is_nothing_to_draw(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "it.json"
    path.write_text(answer(best=None, outcome="impossible").model_dump_json(), "utf-8")
    for flag in ("--svg", "--png"):
        ran = ask("render", path, flag, tmp_path / "a")
        assert ran.code == 2
        assert "holds no plan" in unwrapped(ran.err)
    assert ask("render", path).code == 3


def test_no_solver_is_loaded(kept: Path, tmp_path: Path) -> None:
    asked = ["lifeboat", "render", str(kept), "--html", str(tmp_path / "a.html")]
    program = (
        "import sys; from lifeboat.cli import main\n"
        f"sys.argv = {asked!r}\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "sys.exit(any(name in sys.modules for name in ('ortools', 'numpy', 'pandas')))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    assert (tmp_path / "a.html").exists()
