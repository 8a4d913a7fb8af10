"""Something varies at the tiny station; everything is worked out by hand.

Heron can be launched from 6 March (five days after it is ordered) up to the end of 12 March, and
docks a day later. Slipping by s days it docks on the 7th + s: until then two of three people hold a
damaged place and one holds none, for 6 + s days. It can slip by 6 days, not by 7.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from lifeboat.answers.option import one_by_one
from lifeboat.answers.sweep import KindChange, Point, Swept
from lifeboat.errors import MistakesError
from lifeboat.questions.run import Run
from lifeboat.questions.sweep import sweep
from lifeboat.questions.sweep.request import open_sweep
from repository import TINY

PLACES = "vehicles.Sparrow.conditions.2030-02-28.places=0..3"


def swept(
    *vary: str, workers: int = 1, flags: Sequence[tuple[str, str]] = (), over: bool = False
) -> Swept:
    return sweep(open_sweep(str(TINY), vary, flags=flags, over=over), workers=workers)


def goal(point: Point, name: str) -> float | None:
    return next((it.value for it in one_by_one(point.goals) if it.name == name), None)


def told(change: KindChange) -> tuple[str, str, str, str, bool]:
    return change.before, change.after, change.from_kind, change.to_kind, change.exact


def test_the_curve_and_the_day_it_ends() -> None:
    found = swept("Heron.slip=0..10d")
    unseated = {it.at[0]: goal(it, "no-place") for it in found.points}
    assert unseated == {f"{s}d": 6 + s if s < 7 else None for s in (0, 2, 4, 6, 7, 8, 10)}
    lost = next(it for it in found.points if it.at == ("7d",))
    assert lost.reason == ("Heron must fly, but no day is left within its windows and lead times",)
    assert [told(it) for it in found.changes] == [("6d", "7d", "A", "B", True)]


def test_a_window_varies_at_an_end_that_is_said_or_as_a_whole() -> None:
    """Heron, planned for 8 March, is launched the day after the pad is back, on 6 March at best."""
    shut = [("add", "pads.seaside.outages.paint={during: 2030-03-02..2030-03-03}")]
    during = "pads.seaside.outages.paint.during"
    for vary in (f"{during}.end=2030-03-05..2030-03-09", f"{during}.end.slip=2..6d"):
        found = swept(f"{vary}/1d", flags=shut, over=True)
        assert [goal(it, "no-place") for it in found.points] == [6, 7, 8, 9, 10]
    # Shut on 4 and 5, 5 and 6, 6 and 7, 7 and 8, 8 and 9 March.
    found = swept(f"{during}.slip=2..6d/1d", flags=shut, over=True)
    assert [goal(it, "no-place") for it in found.points] == [6, 7, 8, 6, 6]
    with pytest.raises(MistakesError) as caught:
        swept(f"{during}=2030-03-05..2030-03-09", flags=shut, over=True)
    assert f"{during}.end=2030-03-05..2030-03-09" in str(caught.value)


def test_a_step_says_where_to_look_first() -> None:
    assert [it.at[0] for it in swept("Heron.slip=0..5d/1d").points] == [f"{s}d" for s in range(6)]
    assert [it.at[0] for it in swept("Heron.slip=0..5d/4d").points] == ["0d", "4d", "5d"]
    assert [it.at[0] for it in swept("Heron.slip=0..5/4").points] == ["0d", "4d", "5d"]


def test_what_becomes_of_whom() -> None:
    # Whoever stays needs a place, and Heron is the only sound ship: if one has to stay, it stays,
    # and all three with it. Four there are not.
    found = swept("station.crew.least=0..4")
    assert [told(it) for it in found.changes] == [
        ("0", "1", "A", "B", True),
        ("3", "4", "B", "C", True),
    ]
    assert [it.answer.outcome for it in found.kinds if it.answer] == [
        "proven-best",
        "proven-best",
        "impossible",
    ]
    first = found.changes[0].difference
    assert first is not None
    assert {(it.person, it.after) for it in first.rides} == {
        ("Ana", "stays"),
        ("Boris", "stays"),
        ("Chen", "stays"),
    }


def test_a_grid_of_two() -> None:
    found = swept("Heron.slip=0..8d/4d", PLACES)
    values = {it.at: goal(it, "no-place") for it in found.points if it.goals}
    # So many days, and so many without a place on each.
    assert (
        values.items()
        >= {
            (f"{s}d", str(places)): (6 + s) * (3 - places) for s in (0, 4, 6) for places in range(4)
        }.items()
    )
    assert {(it.parameter, it.before, it.after, it.beside) for it in found.changes} == {
        ("Heron.slip", "6d", "7d", (str(places),)) for places in range(4)
    }


def test_who_is_alike_before_anything_varies_is_so_everywhere() -> None:
    # On 12 March Ana returns as Boris and Chen do, on other days she does not: all are flown alike.
    # Heron is launched two days early; undocked on the 11th they land on that day or on the 12th.
    found = swept("people.Ana.returns=2030-03-10..2030-03-14")
    assert len(found.kinds) == 1
    assert [goal(it, "moved") for it in found.points] == [3, 2, 2, 2, 3]


def test_what_makes_no_sense_is_told_apart_from_what_cannot_be() -> None:
    # Three are aboard: with four needed there is no plan, and with at most three that is nonsense.
    found = swept("station.crew.most=0..6", flags=[("set", "station.crew.least=4")])
    assert [told(it) for it in found.changes] == [("3", "4", "A", "B", True)]
    assert [it.outcome for it in found.points] == ["refused"] * 4 + ["impossible"] * 3


def test_several_processes_find_the_same() -> None:
    alone, together = swept("Heron.slip=0..10d"), swept("Heron.slip=0..10d", workers=2)
    assert together.points == alone.points
    assert together.changes == alone.changes


def test_edits_come_before_what_varies() -> None:
    found = swept("Heron.slip=0..2d", flags=[("damage", "Sparrow=unusable")])
    assert [goal(it, "no-place") for it in found.points] == [18, 21, 24]
    assert found.edits == ("--damage Sparrow=unusable",)


def test_what_an_edit_has_changed_does_not_vary_unless_that_is_meant() -> None:
    flags = [("delay", "Heron=1d")]
    with pytest.raises(MistakesError, match="has changed already"):
        swept("Heron.slip=0..2d", flags=flags)
    found = swept("Heron.slip=0..2d", flags=flags, over=True)
    assert [goal(it, "no-place") for it in found.points] == [7, 8, 9]


@pytest.mark.parametrize(
    ("vary", "said"),
    [
        ([" Hern.slip = 0..4d"], "did you mean 'Heron'"),
        (["Hern.slip=0..4d"], "did you mean 'Heron'"),
        (["Sparrow.slip=0..4d"], "'Sparrow' is docked"),
        (["station.crew.leest=0..4"], "did you mean 'least'"),
        (["Heron.slip=2030-03-01..2030-03-04"], "is no range of spans"),
        (["Heron.slip=0..0.5"], "is no range of spans"),
        (["Heron.slip"], "followed by WHAT=FROM..TO"),
        (["horizon=2030-03-10..2030-03-20"], "horizon.end=2030-03-10..2030-03-20"),
        (["Heron.slip=0..4d", "Heron.slip=0..4d"], "not vary the same thing twice"),
        (["Heron.slip=0..400d/1d"], "401 answers to begin with"),
        (["station.crew.most=6..999999999999/1"], "answers to begin with, more than 200"),
        ([], "one or two things, not 0"),
        (["Heron.slip=0..4d", PLACES, "station.crew.most=3..4"], "one or two things, not 3"),
    ],
)
def test_mistakes(vary: list[str], said: str) -> None:
    with pytest.raises(MistakesError) as caught:
        swept(*vary)
    assert said in str(caught.value)


def test_mistakes_of_both_ranges_are_told_at_once() -> None:
    with pytest.raises(MistakesError) as caught:
        swept("Heron.slip=4", PLACES.replace("0..3", "3"))
    assert len(caught.value.mistakes) == 2


def test_asked_to_stop_it_tells_what_it_has() -> None:
    asked = open_sweep(str(TINY), ["Heron.slip=0..10d"])
    found = sweep(asked, run=Run(stop=lambda: True))
    assert found.interrupted
    assert found.points


def test_progress_counts_the_answers() -> None:
    said: list[str] = []
    sweep(open_sweep(str(TINY), ["Heron.slip=0..2d"]), run=Run(progress=said.append))
    assert said[0] == "0 answered, 1 under way"
    assert said[-1] == "3 answered, 0 under way"


def test_the_time_for_all_ends_the_search_for_where_it_changes() -> None:
    """The first amounts are still asked, without time for any; between them nothing is."""
    asked = open_sweep(str(TINY), ["Heron.slip=0..10d"])
    late = sweep(asked, run=Run(until=time.monotonic() - 1))
    assert late.out_of_time
    assert not late.interrupted
    in_time = sweep(asked, run=Run(until=time.monotonic() + 3600))
    assert not in_time.out_of_time
    assert in_time.changes == swept("Heron.slip=0..10d").changes
    assert len(late.points) < len(in_time.points)


def test_who_is_asked_to_stop_is_interrupted_and_not_out_of_time() -> None:
    asked = open_sweep(str(TINY), ["Heron.slip=0..10d"])
    told = sweep(asked, run=Run(stop=lambda: True, until=time.monotonic() - 1))
    assert (told.interrupted, told.out_of_time) == (True, False)
