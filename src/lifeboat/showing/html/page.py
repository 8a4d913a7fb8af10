"""A page of HTML, element by element; whatever a name contains comes out as text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from lifeboat.showing.html.style import STYLE
from lifeboat.showing.tables.table import AnswerTable

_ONE_PAGE = 1500.0
"""A picture up to this height, in pixels, can be read when it is printed on one page."""
_HYPHENED = re.compile(r"(\S*-\S*)")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A browser loads and runs nothing for this page, whatever is in it."""


class Page:
    """A page with a title, and what is added to it in order."""

    def __init__(self, title: str) -> None:
        self._root = Element("html", {"lang": "en"})
        head = SubElement(self._root, "head")
        SubElement(head, "meta", {"charset": "utf-8"})
        SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
        view = {"name": "viewport", "content": "width=device-width, initial-scale=1"}
        SubElement(head, "meta", view)
        SubElement(head, "title").text = title
        SubElement(head, "style").text = STYLE
        self._main = SubElement(SubElement(self._root, "body"), "main")
        _write(SubElement(self._main, "h1"), title)
        self._sections = 0

    def text(self) -> str:
        """The page as the text of a file."""
        return f"<!doctype html>\n{tostring(self._root, encoding='unicode', method='html')}\n"

    def lines(self, *sentences: str, kind: str = "said") -> None:
        """Add paragraphs of a kind that the style sheet knows."""
        for sentence in sentences:
            _write(SubElement(self._main, "p", {"class": kind}), sentence)

    def heading(self, text: str) -> None:
        """Begin a section."""
        _write(SubElement(self._main, "h2"), text)

    def element(self, drawn: Element, label: str) -> None:
        """Add a picture that may be wider than the screen, in which it then scrolls."""
        around = self._scrolled(label)
        if float(drawn.get("height", 0)) <= _ONE_PAGE:
            around.set("class", "scrolled one-page")
        around.append(drawn)

    def table(self, table: AnswerTable) -> None:
        """Add a table under its heading; nothing at all if it has no rows."""
        if table.rows:
            self.heading(table.title)
            self.rows(table.title, table.columns, table.rows)
            self.lines(*table.notes)

    def rows(self, label: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        """Add a table without a heading; its first column heads the rows."""
        table = SubElement(self._scrolled(label), "table")
        head = SubElement(SubElement(table, "thead"), "tr")
        for column in columns:
            SubElement(head, "th", {"scope": "col"}).text = column
        body = SubElement(table, "tbody")
        for row in rows:
            line = SubElement(body, "tr")
            first, *others = row
            _write(SubElement(line, "th", {"scope": "row"}), first)
            for cell in others:
                _write(SubElement(line, "td"), cell)

    def _scrolled(self, label: str) -> Element:
        self._sections += 1
        told = {"class": "scrolled", "role": "region", "tabindex": "0"}
        return SubElement(self._main, "div", {**told, "aria-label": f"{label} ({self._sections})"})


def _write(element: Element, text: str) -> None:
    """Write a text in which no word is broken at a hyphen, so that names stay whole."""
    last: Element | None = None
    for part in _HYPHENED.split(text):
        if "-" in part:
            last = SubElement(element, "span", {"class": "whole"})
            last.text = part
        elif last is None:
            element.text = (element.text or "") + part
        else:
            last.tail = (last.tail or "") + part
