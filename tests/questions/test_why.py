"""Why something is so in the best plan, or why it is not."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.answers.why import Why
from lifeboat.questions.run import Run
from repository import SCENARIOS, TINY
from tiny import jan, tiny

MS_22 = SCENARIOS / "soyuz-ms-22" / "2022-12-30.yaml"

CLAIMS = (
    "Rubio returns on Crew-6",
    "Prokopyev returns on MS-23",
    "MS-23 launches earlier",
    "MS-23 launches later",
    "MS-22 undocks before 2023-03-01",
    "CFT flies",
    "Ax-2 flies",
    "MS-24 launches with crew",
    "Crew-6 launches later",
    "Petelin sits in MS-22 until 2023-02-20",
    "Progress-MS-22 launches earlier",
    "Rubio stays",
)


def told(claim: str) -> Why:
    """At the small rescue Heron is launched on 6 March, all go home on it on the 12th."""
    return lifeboat.why(lifeboat.read_scenario(str(TINY)), claim)


def goals(answer: Why) -> dict[str, tuple[float | None, float | None]]:
    assert answer.difference is not None
    return {
        it.name: (it.before, it.after)
        for it in answer.difference.goals
        if it.before != it.after and it.name != "reseats"
    }


def test_a_day_later_costs_a_day_without_a_place() -> None:
    found = told("Heron launches later")
    assert (found.outcome, found.holds) == ("worse", False)
    assert found.forced == ("Heron launches from 2030-03-07",)
    assert goals(found) == {"no-place": (6, 7), "damaged": (12, 14), "moved": (2, 1)}


def test_a_day_sooner_is_impossible_and_why() -> None:
    found = told("Heron launches earlier")
    assert (found.outcome, found.holds, found.are_all) == ("impossible", False, True)
    [conflict] = found.conflicts
    assert conflict.is_smallest
    causes = {cause.premise for cause in conflict.because}
    assert causes == {"pins.Heron launches before 2030-03-06", "vehicles.Heron.modes.empty.lead"}


@pytest.mark.parametrize("claim", ["Ana returns on Heron", "not Ana returns on Heron"])
def test_what_holds_and_its_contrary_are_asked_alike(claim: str) -> None:
    """Home on Heron on the day she had planned: else she stays, and Heron with her."""
    found = told(claim)
    assert found.holds is not claim.startswith("not")
    assert found.as_it_is == "Ana goes home on Heron, to land 2030-03-12"
    assert found.forced == ("not Ana returns on Heron",)
    assert found.outcome == "worse"
    assert found.difference is not None
    assert ("Ana", "stays") in [(it.person, it.after) for it in found.difference.rides]


@pytest.mark.parametrize(
    "claim",
    [
        *("Heron launches earlier", "Heron launches later", "Heron undocks earlier"),
        *("Heron undocks later", "Ana lands earlier", "Ana lands later"),
    ],
)
def test_nothing_is_earlier_or_later_than_itself(claim: str) -> None:
    """Who leaves on the 12th lands on that day or, some hours later, on the 13th."""
    found = told(claim)
    assert found.holds is False
    if found.difference is not None:
        assert [it for it in found.difference.flights if it.vehicle == "Heron"] != []


def test_a_choice_that_makes_no_difference() -> None:
    """Sparrow leaves empty, and nobody needs its port."""
    found = told("Sparrow undocks before 2030-03-12")
    assert (found.outcome, found.holds) == ("as-good", False)
    assert goals(found) == {}


def test_one_that_does_not_happen_is_neither_earlier_nor_later() -> None:
    """Cleo stays beyond the horizon."""
    found = lifeboat.why(tiny(), "Cleo lands later")
    assert (found.outcome, found.holds) == ("no-such-date", None)


def test_where_there_is_no_plan_there_is_nothing_to_claim() -> None:
    late = {"people.Ana.return_window": f"..{jan(1)}"}
    found = lifeboat.why(tiny(late), "Ana returns on Wren")
    assert (found.outcome, found.holds) == ("no-plan", None)


def test_modes_with_a_crew_and_without() -> None:
    """Finch needs Cleo aboard; empty it would leave her on the ground."""
    empty = {
        "vehicle_types.boat.flies_empty": ["up", "down"],
        "vehicles.Finch.modes.empty": {"windows": f"{jan(2)}..{jan(9)}"},
    }
    found = lifeboat.why(tiny(empty), "Finch launches without crew")
    assert (found.holds, found.forced) == (False, ("Finch flies in mode empty",))
    found = lifeboat.why(tiny(empty), "Finch launches with crew")
    assert (found.holds, found.forced) == (True, ("not Finch flies in mode crewed",))


def test_no_time_at_all() -> None:
    scenario = lifeboat.read_scenario(str(TINY))
    found = lifeboat.why(scenario, "Ana returns on Heron", run=Run(time_limit=1e-9))
    assert (found.outcome, found.best.outcome) == ("gave-up", "best-found")
    assert found.other is not None
    assert found.other.best is None


@pytest.mark.parametrize("claim", CLAIMS)
def test_it_says_what_solving_with_the_choice_pinned_says(claim: str) -> None:
    """And the same of the claim's contrary, which forces the same choice."""
    scenario = lifeboat.read_scenario(str(MS_22))
    found = lifeboat.why(scenario, claim, run=Run(time_limit=60))
    pins = [("pin", sentence) for sentence in found.forced]
    pinned = lifeboat.solve(lifeboat.read_scenario(str(MS_22), edits=pins), plans=1)
    assert found.other is not None
    assert found.other.outcome == pinned.outcome
    assert (found.outcome == "impossible") == (pinned.best is None)
    if found.other.best is not None and pinned.best is not None:
        values = [[goal.value for goal in it.goals] for it in (found.other.best, pinned.best)]
        assert values[0] == values[1]


def test_a_choice_is_made_where_pins_may_be_broken() -> None:
    """Pins of the scenario that are a `should` give way, and are counted all the same: Heron is
    pinned to the 9th, which costs more than to break that pin; a day later than best breaks it too.
    """
    pinned = lifeboat.read_scenario(str(TINY), edits=[("pin", "Heron launches on 2030-03-09")])
    loose = pinned.model_copy(update={"rules": {**pinned.rules, "pins-hold": "should"}})
    best = lifeboat.solve(loose, plans=1).best
    assert best is not None
    values = {it.name: it.value for it in best.goals}
    assert (values["broken"], values["moved"]) == (1, 2)
    told = lifeboat.why(loose, "Heron launches later")
    assert (told.outcome, told.holds) == ("worse", False)
    assert told.other is not None
    assert told.other.best is not None
    [heron] = [it for it in told.other.best.flights if it.vehicle == "Heron"]
    assert heron.launch is not None
    assert heron.launch.day == 7
    assert {it.name: it.value for it in told.other.best.goals}["broken"] == 1
