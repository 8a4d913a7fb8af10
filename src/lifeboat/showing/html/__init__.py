"""The answer as a report: one HTML file without script, font or network."""

from __future__ import annotations

from lifeboat.showing.html.comparison import comparison_html
from lifeboat.showing.html.report import report_html

__all__ = ["comparison_html", "report_html"]
