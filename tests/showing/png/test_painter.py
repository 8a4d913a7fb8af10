"""What draws pixels is told to be missing, and so is a font, before anything is drawn."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lifeboat.errors import MistakesError
from lifeboat.showing.png import painter as module
from lifeboat.showing.png.painter import Painter, painter

INSTALL = "pip install 'lifeboat-planner[png]'"


def refused() -> str:
    with pytest.raises(MistakesError) as error:
        painter()
    return str(error.value)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert refused() == (
        f"error: resvg-py, which draws PNG pictures, is not installed\n  = help: {INSTALL}"
    )


def test_without_a_font_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    assert "there is no font to write the names with: Noto Sans is not installed" in refused()
    assert INSTALL in refused()


def test_a_font_that_writes_nothing_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"\0" * 100)
    monkeypatch.setattr(module, "_fonts", lambda: (str(broken),))
    assert "there is no font to write the names with" in refused()


def test_what_comes_out_as_a_box_is_known() -> None:
    assert painter().without_a_glyph("aÅЩ \u0301\U0010fffd") == ["\U0010fffd"]


def test_what_cannot_be_drawn_is_a_mistake() -> None:
    with pytest.raises(MistakesError, match="resvg cannot draw the chart"):
        Painter(painter().fonts).png("<svg")
