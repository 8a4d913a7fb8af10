"""The chart as a picture: one SVG file without script, font or network."""

from __future__ import annotations

from lifeboat.showing.svg.drawing import chart_element, chart_svg, colours_in

__all__ = ["chart_element", "chart_svg", "colours_in"]
