"""What draws pixels, and the fonts it writes with; both come with the extra `png`.

resvg leaves out a text that it has no font for, without a word: so the font is brought along, and
tried before it is used. It also makes the picture the same on every machine. Fonts of the machine
are asked only for letters that ours does not have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from lifeboat.errors import Mistake, MistakesError

FAMILY = "Noto Sans"
HINT = "pip install 'lifeboat-planner[png]'"
_IN_NO_FONT = "\U0010fffd"
"""A letter that stays unassigned: it is drawn as what stands for every letter without a glyph."""


@dataclass(frozen=True)
class Painter:
    """Draws SVG as PNG."""

    fonts: tuple[str, ...]
    with_system_fonts: bool = False

    def png(self, svg: str, *, scale: float = 1) -> bytes:
        """Draw a picture; raises `MistakesError` if it cannot be drawn."""
        import resvg_py

        try:
            return resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=scale,
                font_files=list(self.fonts),
                skip_system_fonts=not self.with_system_fonts,
            )
        except ValueError as error:
            message = f"resvg cannot draw the chart: {error}"
            hint = "take the SVG, or a shorter horizon"
            raise MistakesError([Mistake(kind="not-drawn", message=message, hint=hint)]) from error

    def without_a_glyph(self, letters: Iterable[str]) -> list[str]:
        """The letters that no font has, which come out as boxes."""
        box = self._drawn(_IN_NO_FONT)
        return [it for it in letters if _is_drawn(it) and self._drawn(it) == box]

    def writes(self) -> bool:
        """Whether any text comes out at all."""
        return self._drawn("A") not in (self._drawn(""), self._drawn(_IN_NO_FONT))

    def _drawn(self, letter: str) -> bytes:
        from xml.sax.saxutils import escape

        size = f'width="40" height="40" font-family="{FAMILY}" font-size="20"'
        text = f'<text x="9" y="28">{escape(letter)}</text>'
        return self.png(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{text}</svg>')


def painter() -> Painter:
    """What draws PNG pictures; raises `MistakesError` if it, or its font, is not there."""
    try:
        import resvg_py  # noqa: F401
    except ImportError as error:
        message = "resvg-py, which draws PNG pictures, is not installed"
        raise MistakesError([Mistake(kind="not-installed", message=message, hint=HINT)]) from error
    found = Painter(_fonts())
    if not found.fonts or not found.writes():
        message = f"there is no font to write the names with: {FAMILY} is not installed"
        raise MistakesError([Mistake(kind="no-font", message=message, hint=HINT)])
    return found


def _fonts() -> tuple[str, ...]:
    """The upright fonts of the package that brings them; it is only looked up, not run."""
    spec = find_spec("fontpkg_noto_sans")
    folders = spec.submodule_search_locations if spec else None
    found = [it for folder in folders or () for it in Path(folder, "files").glob("*.ttf")]
    return tuple(sorted(str(it) for it in found if "Italic" not in it.name))


def _is_drawn(letter: str) -> bool:
    """Whether a letter is ink by itself: no space, no sign that only changes its neighbours."""
    return unicodedata.category(letter)[0] not in "ZC" or unicodedata.category(letter) == "Co"
