"""What becomes of the answer as something varies, as it is printed."""

from __future__ import annotations

from typing import Any

import pytest

from handmade import day, lines, piped
from lifeboat.answers.difference import Difference, RideChange
from lifeboat.answers.option import GoalValue
from lifeboat.answers.sweep import AnswerKind, KindChange, Parameter, Point, Swept
from lifeboat.showing.terminal.sweep import show_sweep

BLOCK = "█"


def parameter(name: str, *amounts: str) -> Parameter:
    return Parameter(name=name, first=amounts[0], last=amounts[-1], unit="1d", amounts=amounts)


def point(*at: str, kind: str = "A", proven: bool = True, **more: Any) -> Point:
    """An answer in which one person is away, and Ana is without a place for so many days."""
    days = more.pop("days", None)
    goals = {} if days is None else {"no-place": days, "staffing": 1}
    values = tuple(
        GoalValue(name=name, title=name, unit="", value=value, proven=proven)
        for name, value in goals.items()
    )
    outcome = more.pop("outcome", "proven-best" if proven else "best-found")
    return Point(at=at, kind=kind, outcome=outcome, goals=values, **more)


HOME = Difference(
    rides=(RideChange(person="Ana", before="Wren", after="stays"),), flights=(), seats=(), goals=()
)
CHANGE = KindChange(
    parameter="Heron.slip",
    beside=(),
    before="2d",
    after="3d",
    from_kind="A",
    to_kind="B",
    exact=True,
    difference=HOME,
)
KINDS = (
    AnswerKind(letter="A", title="Heron up empty", first_at=("0d",), answer=None),
    AnswerKind(letter="B", title="nobody leaves", first_at=("3d",), answer=None),
)
SLIP = parameter("Heron.slip", "0d", "2d", "3d", "4d")
CURVE = (
    point("0d", days=4),
    point("2d", days=6),
    point("3d", days=8, kind="B"),
    point("4d", days=2, kind="B", proven=False),
)


def printed(*points: Point, **more: Any) -> list[str]:
    told: dict[str, Any] = {
        "scenario": "By hand",
        "as_of": day(1),
        "horizon_end": day(16),
        "parameters": (SLIP,),
        "points": points or CURVE,
        "kinds": KINDS,
        "changes": (CHANGE,),
        **more,
    }
    stream, console = piped()
    show_sweep(Swept(**told), console)
    return lines(stream)


def test_a_curve_its_kinds_and_where_it_changes() -> None:
    """The most, eight days, is a bar of 20; what is the same everywhere stands below."""
    assert printed()[:-2] == [
        "By hand (as of 2030-01-01, through 2030-01-15)",
        "Heron.slip from 0d to 4d: 2 kinds of answer in 4 answers; 1 not proven in the time given.",
        "",
        "Heron.slip no place",
        f"0d A 4 {BLOCK * 10}",
        f"2d A 6 {BLOCK * 15}",
        f"3d B 8 {BLOCK * 20}",
        f"4d B 2? {BLOCK * 5}",
        "The same wherever there is a plan: staffing 1?.",
        "",
        "KINDS OF ANSWER",
        "from what it does",
        "A 0d Heron up empty",
        "B 3d nobody leaves",
        "",
        "WHERE IT CHANGES",
        "Heron.slip 2d to 3d: A becomes B",
        "Ana stays",
        "",
    ]


@pytest.mark.parametrize(
    ("outcome", "word"),
    [("impossible", "impossible"), ("gave-up", "no answer"), ("refused", "makes no sense")],
)
def test_where_there_is_no_plan_the_word_for_that(outcome: str, word: str) -> None:
    told = printed(point("0d", days=4), point("2d", days=2), point("3d", outcome=outcome))
    assert told[4:7] == [f"0d A 4 {BLOCK * 20}", f"2d A 2 {BLOCK * 10}", f"3d A - {word}"]


def test_nothing_is_drawn_where_nothing_varies() -> None:
    told = printed(point("0d", days=4), point("2d", days=4), kinds=KINDS[:1], changes=())
    assert told[1] == "Heron.slip from 0d to 4d: one kind of answer in 2 answers."
    assert told[3:7] == [
        "Heron.slip",
        "0d A",
        "2d A",
        "The same wherever there is a plan: no-place 4, staffing 1.",
    ]
    assert "WHERE IT CHANGES" not in told


def test_that_it_was_stopped_and_with_which_edits() -> None:
    told = printed(
        point("0d", days=4), point("2d", outcome="gave-up"), edits=("late",), interrupted=True
    )
    assert told[1] == "What if: late"
    assert " ".join(told[2:4]) == (
        "Interrupted. Heron.slip from 0d to 4d: 2 kinds of answer in 2 answers; "
        "1 not answered in the time given."
    )


def test_a_grid_is_blank_where_nobody_looked() -> None:
    slip, most = parameter("Heron.slip", "0d", "1d"), parameter("most", "3", "4", "5")
    points = (
        point("0d", "3", days=4),
        point("0d", "5", days=2, proven=False),
        point("1d", "3", kind="B", outcome="impossible"),
        point("1d", "4", days=3),
    )
    beside = CHANGE.model_copy(update={"beside": ("3",), "exact": False})
    told = printed(*points, parameters=(slip, most), changes=(beside,))
    assert told[1].startswith("Heron.slip from 0d to 1d and most from 3 to 5: ")
    grid = told.index("NO PLACE, BY HERON.SLIP AND MOST")
    assert told[grid + 1 : grid + 4] == [
        "Heron.slip \\ most 3 4 5",
        "0d A 4 A 2?",
        "1d B A 3",
    ]
    assert "Heron.slip 2d to 3d, most 3: A becomes B (not proven)" in told
