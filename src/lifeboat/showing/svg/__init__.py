"""The chart as a picture: one SVG file without script, font or network."""

from __future__ import annotations

from lifeboat.showing.svg.drawing import chart_element, chart_svg

__all__ = ["chart_element", "chart_svg"]
