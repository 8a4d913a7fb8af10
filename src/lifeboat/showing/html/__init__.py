"""The answer as a report: one HTML file without script, font or network."""

from __future__ import annotations

from lifeboat.showing.html.report import report_html

__all__ = ["report_html"]
