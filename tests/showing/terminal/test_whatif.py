"""What if, side by side, as it is printed."""

from __future__ import annotations

import io

import pytest

from handmade import BEST, GOALS, answer, lines, piped
from lifeboat.answers.difference import Difference, FlightChange, RideChange, difference
from lifeboat.answers.option import GoalPart, GoalValue, Option
from lifeboat.answers.solve import Answer
from lifeboat.answers.whatif import Comparison, Variant
from lifeboat.showing.terminal.console import console_for
from lifeboat.showing.terminal.whatif import changes, show_comparison

NO_PLACE = GOALS[0]
"""Two person-days, proven."""
NOTHING = Difference(rides=(), flights=(), seats=(), goals=())


def costing(no_place: float, *more: GoalValue, proven: bool = True) -> Option:
    goal = NO_PLACE.model_copy(update={"value": no_place, "proven": proven})
    return BEST.model_copy(update={"goals": (goal, *more)})


def variant(name: str, told: Answer) -> Variant:
    found = None if told.best is None else difference(BEST, told.best)
    return Variant(name=name, why=None, answer=told, difference=found)


def printed(*variants: Variant, base: Answer | None = None) -> list[str]:
    stream, console = piped()
    show_comparison(Comparison(base=base or answer(), variants=variants), console)
    return lines(stream)


def test_each_variant_has_its_costs_and_below_what_it_changes() -> None:
    """Five days without a place are three more than two."""
    home = tuple(it.model_copy(update={"home": "Heron"}) for it in BEST.people)
    worse = costing(5).model_copy(update={"people": home})
    assert printed(variant("late", answer(best=worse)))[:7] == [
        "By hand (through 2030-01-15)",
        "",
        "what if no place unsafe damaged improvised staff cancelled",
        "as it stands 2 - - - - - proven",
        "Heron up empty",
        "late 5 (+3) - - - - - proven",
        "Bo on Heron",
    ]


@pytest.mark.parametrize(
    ("after", "cell"),
    [
        (costing(2), "2"),
        (costing(2, proven=False), "2?"),
        (costing(0.5, proven=False), "0.5? (-1.5)"),
        (costing(1234), "1,234 (+1,232)"),
    ],
)
def test_more_or_less_than_as_it_stands_and_whether_that_is_the_least(
    after: Option, cell: str
) -> None:
    assert printed(variant("so", answer(best=after)))[5] == f"so {cell} - - - - - proven"


def test_goals_weighed_together_have_a_column_each() -> None:
    """Of 122 weighed days two are person-days without a place, as before, and two people ride home
    at a risk of their own.
    """
    parts = (
        GoalPart(name="no-place", title="", unit="", weight=1, value=2),
        GoalPart(name="unsafe", title="", unit="", weight=60, value=2),
    )
    both = GoalValue(name="no-place+unsafe", title="", unit="", value=122, proven=True, parts=parts)
    told = printed(variant("so", answer(best=BEST.model_copy(update={"goals": (both,)}))))
    assert told[5] == "so 2 2 - - - - proven"


def test_what_the_base_does_not_count_is_neither_more_nor_less() -> None:
    cancelled = GoalValue(name="cancelled", title="", unit="", value=3, proven=True)
    told = printed(variant("so", answer(best=costing(2, cancelled))))
    assert told[5] == "so 2 - - - - 3 proven"


def test_a_variant_without_a_plan_says_why() -> None:
    none = answer(best=None, outcome="impossible", reason=("Nobody can leave.", "Nobody stays."))
    late = answer(best=None, outcome="gave-up")
    assert printed(variant("shut", none), variant("long", late))[5:9] == [
        "shut - - - - - - impossible",
        "Nobody can leave.; Nobody stays.",
        "long - - - - - - no answer",
        "",
    ]


def test_without_a_plan_to_hold_them_against_variants_stand_for_themselves() -> None:
    base = answer(best=None, outcome="impossible", reason=("Nobody can leave.",))
    told = printed(variant("open", answer(outcome="best-found")), base=base)
    assert told[3:6] == [
        "as it stands - - - - - - impossible",
        "Nobody can leave.",
        "open 2 - - - - - found",
    ]


def test_people_are_named_together_and_who_does_not_come_not_at_all() -> None:
    rides = (
        RideChange(person="Ana", before="Wren", after="Heron"),
        RideChange(person="Bo", before="Wren", after="stays"),
        RideChange(person="Cy", before="Wren", after="Heron"),
        RideChange(person="Di", before="Wren", after="not flown"),
    )
    found = NOTHING.model_copy(update={"rides": rides})
    assert changes(found) == "Ana, Cy on Heron; Bo stays"
    both = tuple(it.model_copy(update={"after": "stays"}) for it in rides[:2])
    assert changes(NOTHING.model_copy(update={"rides": both})) == "Ana, Bo stay"


def flight(what: str, after: str, days: float | None = None) -> FlightChange:
    return FlightChange(vehicle="Heron", what=what, before="", after=after, days=days)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (flight("flown", "not flown"), "Heron not flown"),
        (flight("mode", "crewed"), "Heron crewed"),
        (flight("launch", "2030-01-06", 2), "Heron launch +2d"),
        (flight("undock", "2030-01-06", -0.25), "Heron undock -0.25d"),
        (flight("undock", "2030-01-06"), "Heron leaves 2030-01-06"),
        (flight("undock", "stays"), "Heron stays"),
    ],
)
def test_every_way_a_flight_can_change(change: FlightChange, said: str) -> None:
    assert changes(NOTHING.model_copy(update={"flights": (change,)})) == said


@pytest.mark.parametrize(("many", "ends"), [(6, "launch +6d"), (8, "2 more flights moved")])
def test_six_flights_are_named_and_the_others_counted(many: int, ends: str) -> None:
    moved = tuple(flight("launch", "2030-01-06", number) for number in range(1, many + 1))
    told = changes(NOTHING.model_copy(update={"flights": moved})).split("; ")
    assert told[5] == "Heron launch +6d"
    assert told[-1].endswith(ends)
    assert len(told) == min(many, 7)


def test_where_nothing_changes() -> None:
    assert changes(NOTHING) == "the same flights and rides"


def test_long_names_wrap() -> None:
    stream = io.StringIO()
    long = variant("everything that may go wrong, one after the other", answer())
    show_comparison(Comparison(base=answer(), variants=(long,)), console_for(stream, 100))
    assert lines(stream)[5:8] == [
        "everything that may go 2 - - - - - proven",
        "wrong, one after the",
        "other",
    ]
    assert max(map(len, stream.getvalue().splitlines())) <= 100
