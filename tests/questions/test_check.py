"""Any plan checked on the tiny station: what follows from it, what it breaks, what it costs."""

from __future__ import annotations

from typing import Any

import pytest

import lifeboat
from lifeboat.answers.check import Check
from lifeboat.answers.option import one_by_one
from tiny import jan, plan, tiny

ANA_INTO_FINCH = {"Ana": {"seats": {jan(5): "Finch"}}}


def costs(told: Check) -> dict[str, float]:
    """Every goal of which there is something."""
    return {goal.name: goal.value for goal in one_by_one(told.option.goals) if goal.value}


def test_the_plan_of_record_keeps_every_rule_and_costs_nothing() -> None:
    told = lifeboat.check(tiny(), plan())
    assert (told.good, told.option.findings, costs(told)) == (True, (), {})
    assert (told.scenario, told.plan_name) == ("Tiny", None)


def test_what_a_plan_leaves_out_follows_from_the_scenario() -> None:
    """Finch is a day late; Wren leaves as planned, and Cleo comes all the same."""
    told = lifeboat.check(tiny(), plan({"Finch": {"launch": jan(5)}}))
    finch, wren = sorted(told.option.flights, key=lambda it: it.vehicle)
    assert (finch.dock.day, finch.up, finch.ports) == (6, ("Cleo",), ("south",))
    assert wren.undock is not None
    assert (wren.undock.day, wren.down) == (8, ("Ana", "Boris"))
    assert costs(told) == {"moved": 1}


@pytest.mark.parametrize("strength", ["must", "should"])
def test_a_broken_rule_is_not_good_however_strict_it_is(strength: str) -> None:
    """Three are aboard from the 5th to the 7th."""
    two = {"station.crew.most": 2, "rules": {"never-too-many": strength}}
    told = lifeboat.check(tiny(two), plan())
    assert not told.good
    (finding,) = told.option.findings
    assert (finding.rule, finding.strength) == ("never-too-many", strength)
    assert finding.first is not None
    assert finding.end is not None
    assert (finding.first.day, finding.end.day) == (5, 8)


def test_a_place_missing_is_found_and_counted() -> None:
    """Nothing is left of Wren on the 3rd; Ana moves into Finch on the 5th, Boris has nowhere."""
    hit = {"vehicles.Wren.conditions": {jan(3): {"state": "unusable"}}}
    told = lifeboat.check(tiny(hit), plan({"Wren": {"stays": True}}, ANA_INTO_FINCH))
    assert costs(told)["no-place"] == 2 + 8
    assert {it.subject for it in told.option.findings if it.rule == "everyone-has-a-seat"} == {
        "Ana",
        "Boris",
    }


def test_a_seat_that_does_not_fit_is_held_where_that_is_only_a_should() -> None:
    """Ana is trained for no boat at all: with the rule strict she has no place up to the 7th."""
    untrained: dict[str, Any] = {"people.Ana.trained": []}
    strict = lifeboat.check(tiny(untrained), plan())
    loose = lifeboat.check(tiny({**untrained, "rules": {"seat-fits-its-person": "should"}}), plan())
    assert costs(strict)["no-place"] == 7
    assert "no-place" not in costs(loose)


def test_nothing_is_said_to_be_the_least() -> None:
    """Nobody has looked for another plan."""
    goals = lifeboat.check(tiny(), plan()).option.goals
    assert {(goal.bound, goal.proven) for goal in goals} == {(None, False)}


def test_what_the_scenario_does_not_have_is_left_out_and_told() -> None:
    """Ana was to go home on Robin, which does not exist: she stays, and that is not good, though
    no rule is broken. Boris goes home on Wren as planned.
    """
    gone = plan({"Robin": {"undock": jan(9)}}, {"Ana": {"home": "Robin"}, "Dora": {"stays": True}})
    told = lifeboat.check(tiny(), gone)
    assert told.unknown == ("Robin", "Dora")
    assert told.lost_rides == {"Ana": "Robin"}
    homes = {it.person: it.home for it in told.option.people}
    assert (homes["Ana"], homes["Boris"]) == (None, "Wren")
    assert not told.good


def test_a_plan_is_good_without_a_freighter_that_is_no_more() -> None:
    told = lifeboat.check(tiny(), plan({"Robin": {"launch": jan(3)}}))
    assert (told.good, told.unknown, told.lost_rides) == (True, ("Robin",), {})
