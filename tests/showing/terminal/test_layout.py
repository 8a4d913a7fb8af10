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
    assert printed(50) == [
        "",
        "FLIGHTS",
        "vehicle         port               undock",
        "Progress-MS-20  harmony-forward,   2023-02-07 -10d",
        "                poisk",
        "Wren            north              stays",
    ]


def test_with_little_room_lines_break_after_hyphens_but_not_in_dates() -> None:
    assert printed(31) == [
        "",
        "FLIGHTS",
        "vehicle    port      undock",
        "Progress-  harmony-  2023-02-07",
        "MS-20      forward,  -10d",
        "           poisk",
        "Wren       north     stays",
    ]


@pytest.mark.parametrize("width", [10, 15, 20, 25, 31, 40, 60])
def test_nothing_is_lost_however_narrow(width: int) -> None:
    cells = "FLIGHTS" + "".join("".join(row) for row in [COLUMNS, *ROWS])
    assert sorted("".join("".join(printed(width)).split())) == sorted("".join(cells.split()))


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
