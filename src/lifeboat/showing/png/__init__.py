"""The chart as a picture of pixels, for what shows no SVG: slides, mail, chat."""

from __future__ import annotations

from lifeboat.showing.png.picture import chart_png

__all__ = ["chart_png"]
