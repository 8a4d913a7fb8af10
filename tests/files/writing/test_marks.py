"""The first line of a file that the program writes."""

from __future__ import annotations

import pytest

from lifeboat.files.writing.marks import Sort, mark_of, marked
from lifeboat.version import __version__

TEXT = "plan: 1\nname: Ångström\n"


@pytest.mark.parametrize("sort", Sort)
def test_what_the_program_made_is_known_again(sort: Sort) -> None:
    mark = mark_of(marked(sort, TEXT))
    assert mark is not None
    assert (mark.sort, mark.is_true) == (sort, True)


def test_the_mark_is_one_comment_before_the_text() -> None:
    first, rest = marked(Sort.PLAN, TEXT).split("\n", 1)
    assert first.startswith(f"# Made by lifeboat {__version__}: plan. ")
    assert len(first) <= 100
    assert rest == TEXT


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text + "# mine\n",
        lambda text: text.replace("Ångström", "Angstrom"),
        lambda text: text.replace("plan: 1", "plan: 1 "),
        lambda text: text.removesuffix("\n"),
        lambda text: text.replace("\nplan", "\n\nplan"),
    ],
)
def test_a_change_by_hand_is_noticed(change: object) -> None:
    assert callable(change)
    mark = mark_of(change(marked(Sort.PLAN, TEXT)))
    assert mark is not None
    assert not mark.is_true


def test_other_line_ends_are_no_change() -> None:
    mark = mark_of(marked(Sort.PLAN, TEXT).replace("\n", "\r\n"))
    assert mark is not None
    assert mark.is_true


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT,
        "# Made by hand\n" + TEXT,
        "\n" + marked(Sort.PLAN, TEXT),
        marked(Sort.PLAN, TEXT).replace(": plan.", ": scenario."),
        f"# Made by lifeboat {__version__}: plan.\n" + TEXT,
    ],
)
def test_what_has_no_mark(text: str) -> None:
    assert mark_of(text) is None


def test_a_mark_of_another_text_is_not_true() -> None:
    head = marked(Sort.PLAN, TEXT).split("\n", 1)[0]
    mark = mark_of(f"{head}\nplan: 1\n")
    assert mark is not None
    assert not mark.is_true


def test_another_version_of_the_program_made_it() -> None:
    mark = mark_of(marked(Sort.PLAN, TEXT).replace(__version__, "7.0.0rc1"))
    assert mark is not None
    assert mark.is_true
