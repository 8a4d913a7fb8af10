"""An answer as Markdown."""

from __future__ import annotations

import pytest

from handmade import answer
from lifeboat.showing.exports.markdown import answer_markdown, as_text, table_markdown


def test_first_what_is_decided_on_then_the_tables_then_the_receipt() -> None:
    text = answer_markdown(answer())
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# By hand",
        "## Risk",
        "## Plan",
        "## Home",
        "## Decide",
        "## Changed",
        "## Cost",
        "## Broken rules",
        "## To be decided",
        "## Goals, most important first",
        "## Flights",
        "## Who flies",
        "## People",
        "## Seats",
        "## Ports",
    ]
    assert "**Proven best: no plan does better by these goals, reseats aside.**" in text
    assert text.splitlines()[-1].startswith("lifeboat 9.9.9")


def test_a_table() -> None:
    assert table_markdown(("a", "b"), [("1", "2"), ("3", "4")]) == (
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("two\nlines", "two lines"),
        ("<img src=x>", r"\<img src=x\>"),
        ("MS-22 > MS-23", r"MS-22 \> MS-23"),
        ("plain", "plain"),
    ],
)
def test_nothing_in_a_name_is_markup(text: str, shown: str) -> None:
    assert as_text(text) == shown


def test_without_a_plan_the_reason() -> None:
    told = answer(best=None, outcome="impossible", reason=("Wren cannot stay and go.",))
    assert "Wren cannot stay and go." in answer_markdown(told)
