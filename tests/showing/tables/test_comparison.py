"""Variants side by side, as a table."""

from __future__ import annotations

from handmade import BEST, GOALS, answer
from lifeboat.answers.difference import difference
from lifeboat.answers.solve import Answer
from lifeboat.answers.whatif import Comparison, Variant
from lifeboat.showing.tables.comparison import comparison_table


def variant(name: str, told: Answer) -> Variant:
    found = None if told.best is None else difference(BEST, told.best)
    return Variant(name=name, why=None, answer=told, difference=found)


def costing(no_place: float) -> Answer:
    goals = (GOALS[0].model_copy(update={"value": no_place, "bound": no_place}),)
    return answer(best=BEST.model_copy(update={"goals": goals}))


def test_a_row_for_each_with_its_costs_and_what_it_changes() -> None:
    gone = answer(best=None, outcome="impossible", reason=("Wren cannot stay and go.",))
    told = Comparison(base=costing(2), variants=(variant("late", costing(5)), variant("no", gone)))
    table = comparison_table(told)
    assert table.columns == ("what if", "without a place", "how sure", "what changes")
    assert table.rows == (
        ("as it stands", "2 person-days", "proven", "Heron up empty"),
        ("late", "5 person-days (+3)", "proven", "the same flights and rides"),
        ("no", "no plan", "impossible", "Wren cannot stay and go."),
    )


def test_what_is_not_proven_says_so_and_what_is_nought_has_no_column() -> None:
    table = comparison_table(Comparison(base=answer(), variants=()))
    assert table.rows[0][1:4] == ("2 person-days", "12.5 days, not proven", "1 reseat, not proven")
    free = comparison_table(Comparison(base=costing(0), variants=(variant("same", costing(0)),)))
    assert free.columns == ("what if", "how sure", "what changes")
