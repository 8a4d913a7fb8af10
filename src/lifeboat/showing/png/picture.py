"""The chart drawn in pixels, from the same SVG picture."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element, tostring

from lifeboat.answers.chart import Chart
from lifeboat.errors import Remark
from lifeboat.showing.png.painter import FAMILY, Painter
from lifeboat.showing.svg import chart_element

_SCALE = 2
"""Sharp on a slide that is shown large, and in print."""
_MOST_PIXELS = 16_000
"""Along the higher side: what most programs still open."""


class Pixels(NamedTuple):
    """A PNG picture, and what is odd about it."""

    data: bytes
    remarks: tuple[Remark, ...]


def chart_png(chart: Chart, painter: Painter) -> Pixels:
    """Draw a chart as PNG, black on white; raises `MistakesError` if it cannot be drawn."""
    root = chart_element(chart, name="chart")
    root.set("font-family", FAMILY)
    missing = painter.without_a_glyph(_letters(root))
    if missing:
        painter = replace(painter, with_system_fonts=True)
        missing = painter.without_a_glyph(missing)
    height = float(root.get("height", 0))
    scale = min(_SCALE, _MOST_PIXELS / height)
    data = painter.png(tostring(root, encoding="unicode"), scale=scale)
    return Pixels(data, tuple(_boxes(missing)))


def _letters(root: Element) -> list[str]:
    return sorted({letter for it in root.iter("text") for letter in it.text or ""})


def _boxes(missing: list[str]) -> list[Remark]:
    if not missing:
        return []
    shown = ", ".join(missing[:10]) + (", …" if len(missing) > 10 else "")
    message = f"no font of this machine has {shown}: boxes stand there in the PNG picture"
    hint = "install a font that has them; with --svg the fonts of its reader count"
    return [Remark(kind="no-glyph", message=message, hint=hint)]
