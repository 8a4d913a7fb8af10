"""SVG elements; whatever a name contains comes out as text."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

SIZE = 11.0
"""The size of all text, in pixels."""


def under(parent: Element, tag: str, text: str = "", /, **attributes: object) -> Element:
    """Add an element; underscores in the names of attributes stand for hyphens."""
    told = {
        name.rstrip("_").replace("_", "-"): _as_attribute(it) for name, it in attributes.items()
    }
    element = SubElement(parent, tag, told)
    element.text = text or None
    return element


def _as_attribute(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def words(parent: Element, x: float, y: float, text: str, /, **attributes: object) -> Element:
    """Add a line of text that begins at a point of its base line."""
    return under(parent, "text", text, **{"class": "ink", **attributes}, x=x, y=y)


def named_item(parent: Element, says: str, /, **attributes: object) -> Element:
    """Add a group that says all of it to a screen reader, to the keyboard and under the mouse."""
    group = under(parent, "g", role="listitem", tabindex=0, aria_label=says, **attributes)
    under(group, "title", says)
    return group
