"""How mistakes are shown."""

import pickle

import pytest

from lifeboat.errors import Mistake, MistakesError, Place, say_mistakes, width_of


def at(line: int, column: int, text: str, length: int = 1, file: str = "a.yaml") -> Place:
    return Place(file=file, line=line, column=column, length=length, text=text)


def said(place: Place | None = None, hint: str | None = None, message: str = "wrong") -> str:
    return say_mistakes([Mistake(kind="wrong", message=message, place=place, hint=hint)])


def test_quotes_the_line_and_underlines_the_place() -> None:
    place = at(28, 12, "    state: soundd", 6, "bad.yaml")
    assert said(place, "did you mean 'sound'?", "no such state").splitlines() == [
        "error: no such state",
        "  --> bad.yaml:28:12",
        "   |",
        "28 |     state: soundd",
        "   |            ^^^^^^",
        "   = help: did you mean 'sound'?",
    ]


def test_without_a_place_only_the_message_and_the_hint() -> None:
    assert said(None, "look elsewhere") == "error: wrong\n  = help: look elsewhere"


def test_quotes_no_blank_line() -> None:
    assert said(at(3, 1, "  ")) == "error: wrong\n --> a.yaml:3:1"


def caret_under(place: Place) -> tuple[str, str]:
    lines = said(place).splitlines()
    margin = len(f"{place.line} | ")
    return lines[3][margin:], lines[4][margin:]


def test_wide_letters_take_two_columns() -> None:
    assert caret_under(at(1, 5, "天和: a, 問天", 1)) == ("天和: a, 問天", " " * 6 + "^")
    assert caret_under(at(1, 8, "天和: a, 問天", 2)) == ("天和: a, 問天", " " * 9 + "^" * 4)


def test_letters_that_sit_on_others_take_no_column() -> None:
    assert caret_under(at(1, 5, "e\u0301: x")) == ("e\u0301: x", " " * 3 + "^")


def test_tabs_are_shown_as_four_spaces() -> None:
    assert caret_under(at(1, 2, "\tx")) == ("    x", "    ^")


def test_letters_that_steer_a_terminal_are_not_printed() -> None:
    quoted, _ = caret_under(at(1, 1, "a\x1b[31m\u202eb"))
    assert quoted == "a�[31m�b"
    assert "\x1b" not in said(None, message="a\x1b[31m")


@pytest.mark.parametrize("column", [1, 20, 50, 300, 590, 599, 600])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(600))
    quoted, mark = caret_under(at(1, column, text))
    assert 60 <= width_of(quoted) <= 80 - len("1 | ")
    before = quoted[: quoted.index(text[column - 1])]
    assert mark == " " * (2 * len(before) - before.count("…")) + "^^"


@pytest.mark.parametrize("line", [1, 12345])
def test_a_quoted_line_fits_80_columns_with_its_number(line: int) -> None:
    shown = said(at(line, 300, "x" * 600)).splitlines()
    assert max(map(len, shown)) <= 80
    assert shown[3].startswith(f"{line} | …xxx")
    assert shown[3].endswith("xxx…")


def test_a_line_of_80_columns_is_quoted_whole_and_a_longer_one_is_not() -> None:
    assert caret_under(at(1, 1, "x" * 76))[0] == "x" * 76
    assert caret_under(at(1, 1, "x" * 77))[0] == "x" * 74 + "…"
    assert caret_under(at(1, 77, "x" * 77))[0] == "…" + "x" * 74


def test_tabs_and_letters_that_take_no_column_are_counted_as_they_are_shown() -> None:
    assert width_of(caret_under(at(1, 3, "\t" * 50 + "x"))[0]) <= 76
    assert width_of(caret_under(at(1, 3, "e" + "\u0301" * 9000))[0]) <= 76


def test_a_place_longer_than_the_cut_line_is_underlined_to_its_end() -> None:
    quoted, mark = caret_under(at(1, 11, "x" * 1000, 900))
    assert quoted == "x" * 74 + "…"
    assert mark == " " * 10 + "^" * 64


@pytest.mark.parametrize("length", range(70, 84))
def test_a_place_behind_the_end_of_a_line_is_on_the_screen_too(length: int) -> None:
    quoted, mark = caret_under(at(1, length + 1, "x" * length))
    assert len(mark) <= 80 - len("1 | ")
    assert len(mark) == len(quoted) + 1


def test_sorted_by_place_and_each_told_once() -> None:
    late, early = (
        Mistake(kind="wrong", message=str(line), place=at(line, 1, "x")) for line in (10, 9)
    )
    nowhere = Mistake(kind="wrong", message="nowhere")
    assert MistakesError([late, early, nowhere, late]).mistakes == (nowhere, early, late)


def test_shows_fifty_and_counts_the_rest() -> None:
    mistakes = [Mistake(kind="wrong", message=str(number)) for number in range(53)]
    assert say_mistakes(mistakes).endswith("error: 49\n\nand 3 more")
    assert say_mistakes(mistakes[:50]).endswith("error: 49")


def test_is_shown_whole_as_an_exception_and_survives_pickling() -> None:
    error = MistakesError([Mistake(kind="wrong", message="this", place=at(1, 1, "x"))])
    assert str(error) == say_mistakes(error.mistakes)
    assert pickle.loads(pickle.dumps(error)).mistakes == error.mistakes
