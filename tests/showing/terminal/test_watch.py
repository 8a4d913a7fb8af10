"""An answer after a save, as it is printed."""

from __future__ import annotations

from handmade import BEST, GOALS, answer, day, lines, piped
from lifeboat.answers.option import Option
from lifeboat.answers.solve import Answer
from lifeboat.showing.terminal.watch import show_next

HERON, WREN = BEST.flights
LATER = BEST.model_copy(
    update={"flights": (HERON.model_copy(update={"launch": day(5)}), WREN), "goals": GOALS}
)


def printed(told: Answer, last: Option | None) -> list[str]:
    stream, console = piped()
    show_next(told, last, console)
    return lines(stream)


def test_only_what_is_different_from_the_plan_before() -> None:
    """Heron is launched on the 5th instead of the 4th."""
    assert printed(answer(best=LATER, outcome="best-found"), BEST) == [
        "",
        "By hand: Best found in the time given: a better plan may exist.",
        "",
        "FLIGHTS",
        "vehicle what before after days",
        "Heron launch 2030-01-04 2030-01-05 +1",
    ]


def test_where_nothing_is_different_it_says_so() -> None:
    assert printed(answer(outcome="best-found"), BEST)[2:] == [
        "The same flights, rides and seats as before."
    ]


def test_a_goal_alone_may_be_different() -> None:
    """The flights, rides and seats are the same, but something else is wanted."""
    fewer = BEST.model_copy(update={"goals": GOALS[1:]})
    assert printed(answer(best=fewer, outcome="best-found"), BEST)[2:] == [
        "The same flights, rides and seats as before.",
        "",
        "GOALS",
        "goal before after more",
        "without a place 2 -",
    ]


def test_the_first_plan_is_told_in_short() -> None:
    assert printed(answer(), None)[1:] == [
        "By hand (as of 2030-01-01, through 2030-01-15)",
        "Proven best: no plan does better by these goals, reseats aside.",
        "",
        "Heron up empty",
        "Heron is launched five days early and takes Ana home.",
    ]


def test_where_there_is_no_plan_any_more_the_reason() -> None:
    none = answer(best=None, outcome="impossible", reason=("Wren cannot stay and go.",))
    assert printed(none, BEST)[1:] == [
        "By hand (as of 2030-01-01, through 2030-01-15)",
        "Impossible: it is proven that no plan keeps every rule that must hold.",
        "Wren cannot stay and go.",
    ]
