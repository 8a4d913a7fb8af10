"""Colours that the colour-blind tell apart, and labels that stand out from them.

The colours are those of Okabe and Ito, Color Universal Design, 2008; contrast is computed as in the
Web Content Accessibility Guidelines 2.2, section 1.4.3.
"""

from __future__ import annotations

from collections.abc import Iterable

COLOURS = ("#56b4e9", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#d55e00", "#0072b2")
PLAIN = "#bdbdbd"
"""Of vehicles that hold nobody's place."""
NONE = "#ffffff"
"""Behind the crosses of a time without a place."""
_INKS = ("#000000", "#ffffff")


def colours_of(names: Iterable[str]) -> dict[str, str]:
    """A colour for each name, in turn; more names than colours share them."""
    return {name: COLOURS[at % len(COLOURS)] for at, name in enumerate(dict.fromkeys(names))}


def ink_on(colour: str) -> str:
    """Black or white, whichever stands out more."""
    return max(_INKS, key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
