"""What if, side by side, as it is printed."""

from __future__ import annotations

import io

import pytest

from handmade import BEST, GOALS, answer, lines, piped
from lifeboat.answers.difference import difference
from lifeboat.answers.option import GoalPart, GoalValue, Option
from lifeboat.answers.solve import Answer
from lifeboat.answers.whatif import Comparison, Variant
from lifeboat.showing.terminal.console import console_for
from lifeboat.showing.terminal.whatif import show_comparison

NO_PLACE = GOALS[0]
"""Two person-days, proven."""


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
        "what if no place moved",
        "as it stands 2 12.5? proven",
        "Heron up empty",
        "late 5 (+3) - proven",
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
    assert printed(variant("so", answer(best=after)))[5] == f"so {cell} - proven"


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
    assert told[5] == "so 2 2 - proven"


def test_what_is_nought_everywhere_has_no_column() -> None:
    """Waived days are counted, and none; staff missing in one of the two."""
    nought = GoalValue(name="waived", title="", unit="", value=0, proven=True)
    some = GoalValue(name="staffing", title="", unit="", value=4, proven=True)
    base = answer(best=costing(2, nought, some.model_copy(update={"value": 0})))
    told = printed(variant("so", answer(best=costing(2, nought, some))), base=base)
    assert told[2:6:3] == ["what if no place staff", "so 2 4 (+4) proven"]
    legend = " ".join(told[8:])
    assert legend.startswith("Person-days without a place; person-days of staff missing.")
    assert "Nought everywhere: waived. In brackets:" in legend


def test_what_the_base_does_not_count_is_neither_more_nor_less() -> None:
    cancelled = GoalValue(name="cancelled", title="", unit="", value=3, proven=True)
    told = printed(variant("so", answer(best=costing(2, cancelled))))
    assert told[5] == "so 2 3 - proven"


def test_a_variant_without_a_plan_says_why() -> None:
    none = answer(best=None, outcome="impossible", reason=("Nobody can leave.", "Nobody stays."))
    late = answer(best=None, outcome="gave-up")
    assert printed(variant("shut", none), variant("long", late))[5:9] == [
        "shut - - impossible",
        "Nobody can leave.; Nobody stays.",
        "long - - no answer",
        "",
    ]


def test_without_a_plan_to_hold_them_against_variants_stand_for_themselves() -> None:
    base = answer(best=None, outcome="impossible", reason=("Nobody can leave.",))
    told = printed(variant("open", answer(outcome="best-found")), base=base)
    assert told[3:6] == [
        "as it stands - - impossible",
        "Nobody can leave.",
        "open 2 12.5? found",
    ]


def test_long_names_wrap() -> None:
    stream = io.StringIO()
    long = variant("everything that may go wrong, one after the other", answer())
    show_comparison(Comparison(base=answer(), variants=(long,)), console_for(stream, 100))
    assert lines(stream)[5:8] == [
        "everything that may go 2 12.5? proven",
        "wrong, one after the",
        "other",
    ]
    assert max(map(len, stream.getvalue().splitlines())) <= 100


def test_a_name_that_would_be_broken_stands_above_its_costs() -> None:
    long = "--set vehicles.Ferry-1.conditions.2035-02-27.places=3"
    told = printed(variant(long, answer(best=costing(5))))
    at = told.index(long)
    assert told[at + 1].startswith("costs: 5 (+3)")
