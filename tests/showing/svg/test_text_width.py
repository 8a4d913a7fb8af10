"""The width that a text is given is never less than what it has in DejaVu Sans."""

from __future__ import annotations

import pytest

from lifeboat.showing.svg.text_width import text_width

DEJAVU = {
    " ": 0.318, "-": 0.361, ".": 0.318, "1": 0.636, "0": 0.636, "+": 0.838, "#": 0.838, "&": 0.78,
    "@": 1.0, "%": 0.951, "|": 0.337, "A": 0.685, "G": 0.775, "I": 0.295, "M": 0.863, "O": 0.788,
    "Q": 0.788, "W": 0.989, "a": 0.613, "f": 0.353, "m": 0.975, "o": 0.612, "r": 0.412, "w": 0.818,
    "Å": 0.685, "é": 0.616, "œ": 1.023, "Ж": 1.078, "Щ": 1.094, "д": 0.692, "ж": 0.901, "ю": 0.842,
    "→": 0.838, "…": 1.0, "·": 0.318,
}  # fmt: skip
"""The advance of some letters, as a part of the font size, by the font's own table."""


@pytest.mark.parametrize("letter", DEJAVU)
def test_no_letter_is_taken_for_narrower_than_it_is(letter: str) -> None:
    assert text_width(letter, 1.0) >= DEJAVU[letter] - 0.001


def test_an_accent_written_by_itself_has_no_width() -> None:
    assert text_width("e\u0301", 11.0) == text_width("é", 11.0) == text_width("e", 11.0)
