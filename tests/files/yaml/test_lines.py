"""Offsets become lines and columns as editors count them."""

import pytest

from lifeboat.files.yaml.lines import Lines


@pytest.mark.parametrize(
    ("text", "mark", "line", "column"),
    [
        ("a\nb", "b", 2, 1),
        ("a\r\nxb", "b", 2, 2),
        ("a\rb", "b", 2, 1),
        ("a\n\n\nb", "b", 4, 1),
        ("é😀b", "b", 1, 3),
        ("a\u2028b", "b", 1, 3),
        ("a\x85b", "b", 1, 3),
    ],
)
def test_counts_as_editors_do(text: str, mark: str, line: int, column: int) -> None:
    place = Lines("f", text).place(text.index(mark))
    assert (place.line, place.column) == (line, column)


def test_quotes_the_line_without_its_end() -> None:
    assert Lines("f", "one\r\ntwo\r\n").place(0).text == "one"
    assert Lines("f", "one\r\ntwo").place(6).text == "two"


def test_a_place_ends_with_its_line() -> None:
    assert Lines("f", "abc\ndef").place(1, 6).length == 2


def test_an_empty_place_is_one_long() -> None:
    assert Lines("f", "abc").place(3, 3).length == 1
