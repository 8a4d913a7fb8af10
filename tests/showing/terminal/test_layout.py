"""Tables at every width."""

import io

import pytest
from rich.console import Console

from handmade import Terminal, lines
from lifeboat.showing.terminal.console import console_for
from lifeboat.showing.terminal.layout import show_table

COLUMNS = ("vehicle", "port", "undock")
ROWS = [
    ("Progress-MS-20", "harmony-forward, poisk", "2023-02-07 -10d"),
    ("Wren", "north", "stays"),
]


def printed(width: int) -> list[str]:
    stream = io.StringIO()
    show_table(console_for(stream, width), "Flights", COLUMNS, ROWS)
    return stream.getvalue().splitlines()


def test_with_room_every_row_is_a_line() -> None:
    assert printed(80) == [
        "",
        "FLIGHTS",
        "vehicle         port                    undock",
        "Progress-MS-20  harmony-forward, poisk  2023-02-07 -10d",
        "Wren            north                   stays",
    ]


def test_exactly_enough_room_is_enough() -> None:
    assert printed(14 + 2 + 22 + 2 + 15) == printed(80)


def test_with_less_room_lines_break_between_words() -> None:
    assert printed(54) == [
        "",
        "FLIGHTS",
        "vehicle         port                   undock",
        "Progress-MS-20  harmony-forward,       2023-02-07 -10d",
        "                poisk",
        "Wren            north                  stays",
    ]


def test_with_little_room_every_row_is_a_paragraph_and_names_stay_whole() -> None:
    assert printed(31) == [
        "",
        "FLIGHTS",
        "Progress-MS-20",
        "    port: harmony-forward,",
        "    poisk; undock: 2023-02-07",
        "    -10d",
        "Wren",
        "    port: north; undock: stays",
    ]


@pytest.mark.parametrize("width", [20, 25, 31, 40, 47, 50, 55, 60])
def test_every_word_is_whole_and_nothing_is_wider_than_the_screen(width: int) -> None:
    shown = printed(width)
    assert max(map(len, shown)) <= width
    words = [word for row in ROWS for cell in row for word in cell.split()]
    told = " ".join(shown).replace(";", " ").split()
    assert all(told.count(word) >= words.count(word) for word in words)


@pytest.mark.parametrize("width", [5, 10, 15])
def test_nothing_is_lost_however_narrow(width: int) -> None:
    told = "".join("".join(printed(width)).split())
    assert all("".join(cell.split()) in told for row in ROWS for cell in row)


def test_no_table_without_rows() -> None:
    stream = io.StringIO()
    show_table(console_for(stream), "Flights", COLUMNS, [])
    assert stream.getvalue() == ""


@pytest.mark.parametrize(("encoding", "rule"), [("utf-8", "─"), ("ascii", "-")])
def test_a_terminal_gets_a_line_under_the_header(encoding: str, rule: str) -> None:
    stream = Terminal(encoding)
    console = Console(file=stream, width=80, no_color=True, force_terminal=True)
    show_table(console, "Flights", COLUMNS, ROWS)
    assert any(set(line) == {rule} for line in stream.getvalue().splitlines())
    assert stream.getvalue().isascii() == (encoding == "ascii")


def test_a_pipe_gets_no_line_under_the_header() -> None:
    stream = io.StringIO()
    show_table(console_for(stream), "Flights", ("one",), [("two",)])
    assert lines(stream) == ["", "FLIGHTS", "one", "two"]
