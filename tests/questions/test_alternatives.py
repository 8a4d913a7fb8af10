"""Other plans about as good: by choice, within slack, along a front, and in several sittings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pytest

import lifeboat
from lifeboat.answers.alternatives import Alternatives
from lifeboat.days import say_instant
from lifeboat.editing.opened import with_edits
from lifeboat.errors import MistakesError
from lifeboat.files.scenario_file import sourced
from lifeboat.questions import alternatives as asked_for
from lifeboat.questions.alternatives import front, seeking
from lifeboat.questions.alternatives.choices import choices
from lifeboat.questions.alternatives.tally import Tally
from lifeboat.questions.run import Run
from lifeboat.scenario.overlay import Overlay
from lifeboat.scenario.scenario import Scenario, ToleratedGoal
from repository import SCENARIOS, TINY
from tiny import tiny

RESCUE = lifeboat.read_scenario(str(TINY))

SPARE: dict[str, Any] = {
    "vehicles.Finch.may_cancel": True,
    "vehicle_types.boat.flies_empty": ["up", "down"],
    "overlays": {
        "a spare boat": {
            "edits": [
                {
                    "add": {
                        "vehicles.Grebe": {
                            "type": "boat",
                            "pad": "beach",
                            "may_cancel": True,
                            "modes": {"empty": {"windows": "2030-01-02..2030-01-09"}},
                        }
                    }
                },
                {"pin": "Grebe flies"},
            ]
        },
        "Finch is late": {"edits": [{"delay": {"Finch": "2d"}}]},
    },
}
"""Finch need not fly, and there might be another boat; that Finch is late is nobody's choice."""


def makes(found: Alternatives) -> list[tuple[str, ...]]:
    return [it.makes for it in found.plans]


def goals(found: Alternatives, *names: str) -> list[tuple[float, ...]]:
    values = [{it.name: it.value for it in one.option.goals} for one in found.plans]
    return [tuple(it[name] for name in names) for it in values]


def test_nothing_else_can_be_done() -> None:
    found = lifeboat.alternatives(tiny())
    assert (found.plans, found.impossible, found.not_known) == ((), (), ())
    assert found.are_all


def test_a_flight_left_out_and_an_option_of_an_overlay() -> None:
    """Finch is planned and brings Cleo, who counts twice when she is bumped; Grebe is a launch more
    that nobody needs.
    """
    found = lifeboat.alternatives(tiny(SPARE))
    assert makes(found) == [("a spare boat",), ("Finch does not fly",)]
    assert [it.edits for it in found.plans] == [("a spare boat",), ()]
    assert goals(found, "cancelled") == [(1,), (3,)]
    assert all(it.proven and it.compared == "worse" for it in found.plans)


def test_an_option_that_was_taken_is_no_option_any_more() -> None:
    """With the overlay made, what it adds is there and pinned."""
    taken = with_edits(sourced(tiny(SPARE)), overlays=["a spare boat"]).sourced.scenario
    found = lifeboat.alternatives(taken.model_copy(update={"overlays": tiny(SPARE).overlays}))
    assert makes(found) == [("Finch does not fly",)]
    assert found.left_out == ("a spare boat: `vehicles.Grebe` exists already",)


def test_slack_leaves_out_what_costs_more() -> None:
    found = lifeboat.alternatives(tiny(SPARE), slack={"cancelled": 1})
    assert makes(found) == [("a spare boat",)]
    assert found.impossible == ("Finch does not fly",)
    [slack] = found.slack
    assert (slack.goal, slack.more, slack.most) == ("cancelled", 1, 1)


def test_slack_about_places_counts_worse_places_too() -> None:
    """A person-day without a place is not less of one in a damaged vehicle."""
    found = lifeboat.alternatives(RESCUE, slack={"damaged": 2})
    [slack] = found.slack
    assert (slack.most, slack.counts) == (6 + 12 + 2, "in a damaged vehicle, or worse")


def test_the_crew_of_a_lost_ship_goes_home_on_another() -> None:
    """Sparrow takes nobody home: that is proven, not left out."""
    found = lifeboat.alternatives(RESCUE)
    assert found.impossible == ("Ana, Boris or Chen goes home on Sparrow",)
    assert (found.plans, found.are_all) == ((), True)


@pytest.mark.parametrize(
    ("slack", "expected"),
    [
        ({}, [(6, 12, 2), (7, 14, 1), (8, 16, 0)]),
        ({"damaged": 5}, [(6, 12, 2), (7, 14, 1)]),
        ({"damaged": 2}, [(6, 12, 2)]),
    ],
)
def test_the_front_of_the_small_rescue(
    slack: dict[str, float], expected: list[tuple[float, ...]]
) -> None:
    """Each day that Heron is launched nearer to its plan costs one a day without a place, and two a
    day in the damaged Sparrow: three person-days in Sparrow, or worse.
    """
    found = lifeboat.alternatives(RESCUE, slack=slack, between=("moved", "no-place"))
    assert goals(found, "no-place+unsafe", "damaged", "moved") == expected
    assert found.between == ("no-place+unsafe", "moved")
    assert found.are_all
    assert [it.compared for it in found.plans] == ["as-good", *["worse"] * (len(expected) - 1)]


def test_the_first_plans_of_a_front() -> None:
    found = lifeboat.alternatives(RESCUE, between=("no-place", "moved"), most=2)
    assert goals(found, "moved") == [(2,), (1,)]
    assert not found.are_all


def rescue(*edits: tuple[str, str], **changes: Any) -> Scenario:
    edited = lifeboat.read_scenario(str(TINY), edits=edits)
    return edited.model_copy(update=changes)


ROOM_FOR_THREE = ("set", "vehicles.Sparrow.conditions.2030-02-28.places=3")


def test_a_front_begins_with_the_least_of_the_first_goal() -> None:
    """With room for three in Sparrow nobody is ever without a place, so nothing has to be moved for
    that; that they sit in a damaged vehicle is no part of this trade.
    """
    found = lifeboat.alternatives(rescue(ROOM_FOR_THREE), between=("no-place", "moved"))
    assert goals(found, "no-place+unsafe", "moved") == [(0, 0)]
    assert found.are_all


def test_a_front_knows_no_tolerance() -> None:
    """Three person-days in Sparrow for each day that Heron is nearer to its plan; the best plan
    takes one of those days, as the goal allows.
    """
    tolerant: list[Any] = ["no-place", ToleratedGoal(goal="damaged", within=5), "moved", "reseats"]
    found = lifeboat.alternatives(
        rescue(ROOM_FOR_THREE, goals=tolerant), between=("damaged", "moved")
    )
    assert goals(found, "damaged", "moved") == [(18, 2), (21, 1), (24, 0)]
    assert [it.compared for it in found.plans] == ["worse", "as-good", "worse"]


def test_worse_places_are_traded_with_a_goal() -> None:
    """Nobody is without a place to make less of the time in Sparrow, where slack allows it."""
    found = lifeboat.alternatives(RESCUE, slack={"no-place": 3}, between=("damaged", "moved"))
    assert goals(found, "no-place+unsafe", "damaged", "moved") == [
        (6, 12, 2),
        (7, 14, 1),
        (8, 16, 0),
    ]
    assert [it.traded for it in found.plans] == [(18, 2), (21, 1), (24, 0)]
    assert "in an improvised place" not in found.held, "it follows from what is traded"
    assert "waived life and stay" in found.held
    assert found.counts == ("in a damaged vehicle, or worse", "launches and returns moved")


def pinned(sentence: str) -> Overlay:
    return Overlay.model_validate_json(json.dumps({"edits": [{"pin": sentence}]}))


@pytest.mark.parametrize("strength", ["must", "should"])
def test_options_that_only_pin_are_told_apart(strength: str) -> None:
    """Of one kind, on other dates; and each is taken, also where pins may be broken."""
    overlays = {it: pinned(f"Heron launches on 2030-03-{it}") for it in ("07", "08")}
    rules = {**RESCUE.rules, "pins-hold": strength}
    found = lifeboat.alternatives(rescue(overlays=overlays, rules=rules))
    assert makes(found) == [("07",), ("08",)]
    assert goals(found, "no-place+unsafe") == [(7,), (8,)]


def test_an_option_that_is_called_as_a_choice_is_does_not_hide_it() -> None:
    overlays = {"Heron does not fly": pinned("Heron launches on 2030-03-08")}
    may_cancel = ("set", "vehicles.Heron.may_cancel=true")
    found = lifeboat.alternatives(rescue(may_cancel, overlays=overlays))
    [other] = found.plans
    assert (other.makes, other.option.cancelled) == (("Heron does not fly",), ("Heron",))


def test_what_was_only_found_is_sought_again() -> None:
    """A plan that is proven for one of the choices it makes, and found for the other."""
    known = lifeboat.alternatives(tiny(SPARE))
    [spare, no_finch] = known.plans
    found = no_finch.model_copy(update={"proven_for": (), "proven": False})
    assert known.best.best is not None
    tally = Tally(known.best.best, choices(tiny(SPARE), known.best.best))
    tally.remember([spare, found], ())
    assert [it.says for it in tally.to_seek()] == ["Finch does not fly"]


def test_a_best_plan_that_is_known_is_not_sought_again() -> None:
    """Less time this time takes nothing away."""
    known = lifeboat.alternatives(RESCUE, between=("no-place", "moved"))
    run = Run(until=0.0)
    again = lifeboat.alternatives(RESCUE, between=("no-place", "moved"), known=known, run=run)
    assert (again.best, again.plans, again.are_all) == (known.best, known.plans, True)


def test_all_that_is_wrong_with_a_question() -> None:
    with pytest.raises(MistakesError) as raised:
        lifeboat.alternatives(
            RESCUE, slack={"damged": 1, "reseats": 2}, between=("no-place", "unsafe")
        )
    assert [it.message for it in raised.value.mistakes] == [
        "'reseats' is settled after the flights and rides, and cannot be held to a value",
        "a trade is between two goals that the scenario does not weigh together",
        "there is no goal 'damged' in this scenario",
    ]


def test_no_time_and_no_plan() -> None:
    """What is not known is said to be; without any plan there is no other."""
    found = lifeboat.alternatives(tiny(SPARE), run=Run(until=0.0))
    assert (found.plans, found.are_all) == ((), False)
    assert found.not_known == ("Finch does not fly", "a spare boat")
    nobody = tiny({"people.Ana.return_window": "..2030-01-01"})
    assert lifeboat.alternatives(nobody).best.outcome == "impossible"


def every_answer(scenario: Scenario, **how: Any) -> list[Alternatives]:
    kept: list[Alternatives] = []
    lifeboat.alternatives(scenario, keep=kept.append, **how)
    return kept


@pytest.mark.parametrize(
    ("between", "expected"), [(None, [2, 1, 0]), (("no-place", "moved"), [3, 2, 1, 0, 0])]
)
def test_what_is_known_is_not_sought_again(
    between: Sequence[str] | None, expected: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One plan more is known each time; a front ends where nothing is left to be had for less."""
    scenario = tiny(SPARE) if between is None else RESCUE
    kept = every_answer(scenario, between=between)
    calls: list[object] = []
    for module in (seeking, front):
        sought = module.best_with

        def counted(*given: Any, sought: Any = sought) -> Any:
            calls.append(given)
            return sought(*given)

        monkeypatch.setattr(module, "best_with", counted)
    left = []
    for known in kept:
        calls.clear()
        again = lifeboat.alternatives(scenario, between=between, known=known)
        assert again.plans == kept[-1].plans
        assert again.are_all
        left.append(len(calls))
    assert left == expected


def test_what_was_known_of_another_best_plan_is_not_used() -> None:
    known = lifeboat.alternatives(tiny({**SPARE, "vehicles.Finch.planned": "2030-01-20"}))
    again = lifeboat.alternatives(tiny(SPARE), known=known)
    assert makes(again) == [("a spare boat",), ("Finch does not fly",)]


def test_what_was_said_in_public_of_soyuz_ms_22() -> None:
    """On 30 December 2022: MS-23 early and empty, or with its crew on its date; more people home on
    Crew-5, or on Crew-6 with empty seats; an empty Dragon.
    """
    scenario = lifeboat.read_scenario(str(SCENARIOS / "soyuz-ms-22" / "2022-12-30.yaml"))
    found = lifeboat.alternatives(scenario, run=Run(time_limit=12), workers=2)
    assert found.best.best is not None
    modes = {it.vehicle: it.mode for it in found.best.best.flights}
    assert modes["MS-23"] == "uncrewed"
    by_makes = {choice: one for one in found.plans for choice in one.makes}
    said = {
        "MS-23 flies in mode crewed as planned, 2023-03-16",
        "Prokopyev, Petelin or Rubio goes home on Crew-5",
        "Crew-6 with two empty seats",
        "an empty Dragon as lifeboat",
    }
    assert said <= by_makes.keys()
    crewed = by_makes["MS-23 flies in mode crewed as planned, 2023-03-16"].option
    [launch] = [it for it in crewed.flights if it.vehicle == "MS-23"]
    assert launch.launch is not None
    assert (launch.mode, say_instant(launch.launch)) == ("crewed", "2023-03-16")
    plans = [it.option.plan for it in found.plans]
    assert not any(one == other for one, other in combinations(plans, 2))


def test_it_is_one_of_the_questions() -> None:
    assert lifeboat.alternatives is asked_for.alternatives
