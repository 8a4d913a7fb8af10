"""A comment in a PNG picture is found again, and leaves the picture as it was."""

from __future__ import annotations

import pytest

from lifeboat.files.writing.marks import Mark, Sort, mark_in, marked_png
from lifeboat.files.writing.png_comment import comment_in, with_comment
from lifeboat.showing.png.painter import painter
from pixels import read_png

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0V4H2"/></svg>'


def picture() -> bytes:
    return painter().png(SQUARE)


def test_it_is_found_again_and_the_rest_is_as_it_was() -> None:
    found = comment_in(with_comment(picture(), "Ångström"))
    assert found == ("Ångström", picture())


def test_the_picture_can_still_be_read() -> None:
    assert read_png(with_comment(picture(), "a")) == read_png(picture())


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"plan: 1\n"])
def test_what_has_none(data: bytes) -> None:
    assert comment_in(data) is None
    assert comment_in(picture()) is None


def test_the_mark_of_a_picture_is_true_until_it_is_changed() -> None:
    made = marked_png(Sort.PICTURE, picture())
    assert mark_in(made) == Mark(Sort.PICTURE, is_true=True)
    assert mark_in(made[:-9] + b"!" + made[-8:]) == Mark(Sort.PICTURE, is_true=False)
    assert mark_in(with_comment(picture(), "of mine")) is None
    assert mark_in(picture()) is None


@pytest.mark.parametrize("cut", [40, 60, 90])
def test_one_that_is_cut_short_is_not_ours(cut: int) -> None:
    mark = mark_in(marked_png(Sort.PICTURE, picture())[:cut])
    assert mark is None or not mark.is_true
