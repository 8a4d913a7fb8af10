"""Mistakes on standard error."""

import io

import pytest

from handmade import Terminal
from lifeboat.errors import Mistake, Place, Remark, say_mistakes, width_of
from lifeboat.showing.terminal.mistakes import on_one_screen, show_mistakes, show_remarks

MISTAKES = [Mistake(kind="wrong", message="this is wrong", hint="try that")]


def test_plain_in_a_pipe() -> None:
    stream = io.StringIO()
    show_mistakes(MISTAKES, stream)
    assert stream.getvalue() == say_mistakes(MISTAKES) + "\n"


def test_coloured_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    show_mistakes(MISTAKES, stream)
    assert stream.getvalue().startswith("\x1b[1;31merror:\x1b[0m this is wrong\n")


def wrong(line: int, message: str = "no such port", file: str = "a.yaml") -> Mistake:
    """A mistake that takes six rows in full: what, where, three to quote it, and help."""
    place = Place(file=file, line=line, column=3, length=2, text="  up: x")
    return Mistake(kind="wrong", message=message, place=place, hint="try that")


def rows_of(number: int, message: str = "no such port", file: str = "a.yaml") -> list[str]:
    """What is shown of so many mistakes, on a screen of 80 columns by 24 rows."""
    rows = on_one_screen([wrong(line + 1, message, file) for line in range(number)]).split("\n")
    assert len(rows) <= 24
    assert all(width_of(row) <= 80 for row in rows)
    return rows


def test_all_are_told_in_full_while_they_fit() -> None:
    # Three take 3 x 6 rows and two blank ones; a fourth would need seven more than these 20.
    assert rows_of(3).count("  = help: try that") + rows_of(3).count(" = help: try that") == 3
    assert "\n".join(rows_of(3)) == say_mistakes([wrong(line) for line in (1, 2, 3)])


def test_those_that_do_not_fit_in_full_take_a_row_each() -> None:
    # One in full takes 6 rows, a blank one follows, and 17 more are left for one each.
    rows = rows_of(18)
    assert len(rows) == 24
    assert rows[7] == "error: a.yaml:2: no such port"
    assert rows[-1] == "error: a.yaml:18: no such port"


@pytest.mark.parametrize(("number", "more"), [(19, "2"), (40, "23"), (400, "383"), (1000, "many")])
def test_how_many_more_there_are_and_how_to_see_them(number: int, more: str) -> None:
    assert rows_of(number)[-1] == f"and {more} more; --json of solve, check or replan tells all"


def test_a_long_message_goes_on_in_the_next_row_between_words() -> None:
    rows = rows_of(1, "the port south, which was closed for a leak, is where two vehicles would be")
    assert rows[:2] == [
        "error: the port south, which was closed for a leak, is where two vehicles would",
        "    be",
    ]


@pytest.mark.parametrize("number", [1, 7, 300])
@pytest.mark.parametrize("letters", ["word ", "x", "天和", "e\u0301", "\x1b[2J", " ", "\t"])
def test_no_message_and_no_file_name_is_too_long_for_one_screen(letters: str, number: int) -> None:
    rows = rows_of(number, "begins " + letters * 3000 + " ends", "/" + letters * 900 + "/a.yaml")
    assert rows[0].startswith("error: begins")
    assert any(row.strip().endswith("ends") for row in rows)
    assert any("--> …" in row and row.endswith("/a.yaml:1:3") for row in rows)


def test_remarks_leave_a_blank_row_below_them() -> None:
    remarks = [
        Remark(kind="odd", message="this is odd", place=wrong(line).place) for line in range(1, 99)
    ]
    stream = io.StringIO()
    show_remarks(remarks, stream)
    rows = stream.getvalue().split("\n")
    assert rows[0] == "note: this is odd"
    assert rows[-2:] == ["", ""]
    assert len(rows) <= 25


def test_on_a_larger_terminal_more_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LINES", "61")
    stream = Terminal()
    show_mistakes([wrong(line) for line in range(1, 60)], stream)
    assert stream.getvalue().count("\n") == 60
    assert "and 6 more" in stream.getvalue()
