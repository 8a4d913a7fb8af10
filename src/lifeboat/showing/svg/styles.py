"""The style of the picture, its patterns, and the legend that explains them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lifeboat.showing.svg.elements import SIZE, under, words
from lifeboat.showing.svg.palette import COLOURS, NONE
from lifeboat.showing.svg.text_width import text_width

DESCRIPTION = (
    "Ports with the vehicles at them, people with the vehicle that holds their place, places less "
    "people, launch windows, closed times and decide-by dates, from left to right in time. The "
    "thin bars are the plan of record where it is otherwise."
)
_STYLE = """
.paper{fill:#ffffff}.ink{fill:#1a1a1a}.grid{stroke:#d0d0d0;stroke-width:1}
.bar{stroke:#1a1a1a;stroke-width:.7}.shadow{fill:#6e6e6e}
.wedge{fill:#1a1a1a;stroke:#ffffff;stroke-width:.7}
g[tabindex]:focus{outline:3px solid #0072b2;outline-offset:1px}
@media (prefers-color-scheme:dark){.paper{fill:#16181d}.ink{fill:#ececec}.grid{stroke:#3a3d44}
.shadow{fill:#a0a0a0}
.wedge{fill:#ececec;stroke:#1a1a1a}.bar{stroke:#ececec}}
@media print{.paper{fill:#ffffff}.ink{fill:#1a1a1a}}
"""
_MARKS = (
    "A wedge below a launch window is the launch, a diamond is a date by which something has to be "
    "decided. Bars are named by vehicles."
)
_LOOKS = {
    "nominal": "nominal place",
    "improvised": "improvised place",
    "damaged": "damaged place",
    "none": "no place",
    "planned": "plan of record, where it is otherwise",
}


def add_style(root: Element) -> None:
    """Add the style sheet; it names no font or picture outside the file."""
    under(root, "style", _STYLE.replace("\n", ""))


def add_patterns(root: Element, name: str) -> None:
    """Add the patterns that tell the quality of a place without colour."""
    defs = under(root, "defs")
    paths = {"improvised": "M0 8L8 0", "damaged": "M2 0V8", "none": "M0 0L8 8M8 0L0 8"}
    for look, path in paths.items():
        size = {"width": 8, "height": 8, "patternUnits": "userSpaceOnUse"}
        pattern = under(defs, "pattern", id=f"{name}-{look}", **size)
        width = 3 if look == "damaged" else 1.4
        colour = "#b00020" if look == "none" else "#1a1a1a"
        under(pattern, "path", d=path, stroke=colour, stroke_width=width, stroke_opacity=0.75)


def draw_legend(root: Element, name: str, y: float, width: float) -> float:
    """Draw what the patterns mean; returns where the picture ends."""
    x = 4.0
    for look, said in _LOOKS.items():
        wide = 22 + text_width(said, SIZE) + 22
        if x + wide > width:
            x, y = 4.0, y + 20
        box = {"x": x, "y": y, "width": 18, "height": 13}
        if look == "planned":
            under(root, "rect", class_="shadow", **{**box, "y": y + 5, "height": 3})
        else:
            fill = NONE if look == "none" else COLOURS[0]
            under(root, "rect", class_="bar", fill=fill, **box)
        if look in ("improvised", "damaged", "none"):
            under(root, "rect", fill=f"url(#{name}-{look})", **box)
        words(root, x + 22, y + 11, said)
        x += wide
    words(root, 4.0, y + 31, _MARKS)
    return y + 44
