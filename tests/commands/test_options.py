"""What commands are given."""

from pathlib import Path

import pytest
import typer

from lifeboat.commands.options import lines_of, seconds
from lifeboat.editing.opened import open_edited
from repository import TINY

HOUR, DAY = 3600, 86400


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("30", 30),
        ("30s", 30),
        ("0.5 s", 0.5),
        ("0.5", 0.5),
        ("2min", 120),
        ("1h", HOUR),
        ("1.5h", 1.5 * HOUR),
        ("1h 30min", 1.5 * HOUR),
        ("2d", 2 * DAY),
        ("3w", 21 * DAY),
    ],
)
def test_time_limits(text: str, span: float) -> None:
    assert seconds(text) == span


@pytest.mark.parametrize("text", ["", "-5", "5m", "soon", "1e9", "inf", "nan", "30 30", "1d,"])
def test_what_is_no_time_limit(text: str) -> None:
    with pytest.raises(typer.BadParameter, match=r"span of time such as .* or a number of seconds"):
        seconds(text)


@pytest.mark.parametrize("text", ["0", "0s", "0h 0min"])
def test_a_time_limit_of_nothing(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="leaves no time at all"):
        seconds(text)


LATE = """\
lifeboat_overlay: 1
name: late
edits:
  - set: {vehicles.Heron.leaves: 2030-03-14}
"""


def test_a_part_is_named_with_the_edits_made_in_it(tmp_path: Path) -> None:
    """Heron is changed by an overlay and by a flag, the crew by a flag; the pin is a flag."""
    overlay = tmp_path / "late.yaml"
    overlay.write_text(LATE, "utf-8")
    edits = (
        ("set", "station.crew.most=2"),
        ("set", "vehicles.Heron.may_cancel=true"),
        ("pin", "Ana returns on Heron"),
    )
    where = lines_of(open_edited(str(TINY), overlays=(str(overlay),), flags=edits).sourced)
    assert where(("people", "Ana")) == f"{TINY}:77"
    assert where(("station", "crew")) == f"{TINY}:29, --set station.crew.most=2"
    assert where(("pins", "Ana returns on Heron")) == "--pin Ana returns on Heron"
    heron = f"{TINY}:65, {overlay}:4, --set vehicles.Heron.may_cancel=true"
    assert where(("vehicles", "Heron")) == heron
