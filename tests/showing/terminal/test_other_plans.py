"""Plans side by side."""

import io

from handmade import BEST, GOALS, lines, piped
from lifeboat.showing.terminal.console import console_for
from lifeboat.showing.terminal.other_plans import show_side_by_side

OTHER = BEST.model_copy(
    update={
        "title": "Wren cleared",
        "goals": (GOALS[0].model_copy(update={"value": 5, "proven": False}), GOALS[2]),
    }
)


def test_one_column_for_each_plan_one_line_for_each_goal() -> None:
    stream, console = piped()
    show_side_by_side([BEST, OTHER], console)
    assert lines(stream) == [
        "",
        "OTHER KINDS OF PLAN",
        "best: Heron up empty Wren cleared",
        "without a place 2 proven 5 found",
        "moved 12.5 found -",
        "reseats 1 found 1 found",
    ]


def test_where_there_is_no_room_the_best_stands_first_again() -> None:
    stream = io.StringIO()
    others = [BEST.model_copy(update={"title": f"Kind{n}"}) for n in range(5)]
    show_side_by_side([BEST, *others], console_for(stream, 100))
    headers = [line for line in lines(stream) if "Kind" in line]
    assert [line.count("Kind") for line in headers] == [3, 2]
    assert stream.getvalue().count("best:") == 2
    assert max(map(len, stream.getvalue().splitlines())) <= 100


def test_long_titles_wrap() -> None:
    stream, console = piped()
    show_side_by_side([BEST, BEST.model_copy(update={"title": "word " * 30})], console)
    assert max(map(len, stream.getvalue().splitlines())) < 100
