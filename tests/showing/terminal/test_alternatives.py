"""Other plans as they are printed."""

from __future__ import annotations

from typing import Any

from handmade import RECEIPT, answer, day, lines, piped, without_findings
from lifeboat.answers.alternatives import Alternative, Alternatives
from lifeboat.answers.difference import difference
from lifeboat.showing.terminal.alternatives import show_alternatives

BEST = without_findings()


def other(**more: Any) -> Alternative:
    plan = BEST.model_copy(
        update={
            "title": "as planned",
            "goals": tuple(it.model_copy(update={"value": it.value + 1}) for it in BEST.goals),
        }
    )
    makes = more.get("makes", ("Finch flies",))
    given = {"makes": makes, "proven_for": makes, "compared": "worse", "proven": True, **more}
    return Alternative(option=plan, difference=difference(BEST, plan), **given)


def printed(**more: Any) -> list[str]:
    told = Alternatives(
        scenario="Tiny",
        as_of=day(1),
        horizon_end=day(11),
        best=answer(best=BEST),
        receipt=RECEIPT,
        **more,
    )
    stream, console = piped()
    show_alternatives(told, console)
    return lines(stream)


def test_each_with_its_choices_and_what_it_costs() -> None:
    told = printed(plans=(other(makes=("Finch flies", "Ana goes home on Finch")),))
    assert "1. Finch flies; Ana goes home on Finch" in told
    first = BEST.goals[0]
    assert any(f"{first.title} {first.value} -> {first.value + 1}" in it for it in told)


def test_what_is_sure_and_what_is_not() -> None:
    unsure = "Found, and not proven the best of its kind."
    assert unsure in printed(plans=(other(proven=False, proven_for=()),))
    assert unsure not in printed(plans=(other(),))
    partly = other(makes=("Finch flies", "Ana stays"), proven_for=("Finch flies",))
    assert "Not proven the best where Ana stays." in printed(plans=(partly,))
    assert "As good in every goal." in printed(plans=(other(compared="as-good"),))
    better = printed(plans=(other(compared="better", edits=("a spare boat",)),))
    assert "Better than the best plan as it stands." in better
    assert 'With the overlay "a spare boat".' in better


def test_what_no_plan_does_and_what_is_not_known() -> None:
    told = printed(
        impossible=("Ana goes home on Wren",),
        not_known=("Finch flies",),
        left_out=("a spare boat: it is there",),
        are_all=False,
    )
    for heading, line in (
        ("NO PLAN", "Ana goes home on Wren"),
        ("NO PLAN FOUND IN TIME", "Finch flies"),
        ("NO OPTION AS IT STANDS", "a spare boat: it is there"),
    ):
        assert told[told.index(heading) + 1] == line
    assert any(it.startswith("Not everything was looked at to the end") for it in told)
