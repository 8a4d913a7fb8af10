"""Why the best plan is not as planned: each change undone, and what is worse then."""

from __future__ import annotations

import lifeboat
from lifeboat.answers.reason import Reason
from lifeboat.questions.reasons import reasons
from lifeboat.questions.run import Run
from repository import TINY
from tiny import jan, tiny

RESCUE = lifeboat.read_scenario(str(TINY))


def told(found: tuple[Reason, ...]) -> dict[str, tuple[object, ...]]:
    return {
        it.change: (
            it.otherwise,
            *((it.goal.name, it.goal.before, it.goal.after) if it.goal else ()),
        )
        for it in found
    }


def test_each_change_has_its_reason() -> None:
    """Nobody may go home in Sparrow; with Heron on its planned day, two days later, somebody is
    without a place for eight days instead of six.
    """
    found = reasons(RESCUE, lifeboat.solve(RESCUE, plans=1))
    assert told(found) == {
        "Ana, Boris and Chen go home on Heron, planned on Sparrow": ("impossible",),
        "Heron is launched 2030-03-06, planned 2030-03-08": ("worse", "no-place", 6, 8),
    }


def test_as_planned_there_is_nothing_to_tell() -> None:
    assert reasons(tiny(), lifeboat.solve(tiny(), plans=1)) == ()


def test_a_flight_that_is_offered_and_not_used() -> None:
    """A second ship that nobody needs: to fly it is a flight added."""
    gull = {
        "ports.west": {"accepts": ["ring"]},
        "vehicles.Gull": {
            "type": "boat",
            "may_cancel": True,
            "modes": {"crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Dora"]}},
        },
        "people.Dora": {"agency": "Tiny"},
    }
    scenario = tiny(gull)
    found = told(reasons(scenario, lifeboat.solve(scenario, plans=1)))
    [(change, (otherwise, goal, before, after))] = found.items()
    assert change == "Gull is offered and stays on the ground"
    assert (otherwise, goal, before) == ("worse", "cancelled", 0)
    assert after == 1


def test_a_mode_that_is_offered_and_not_flown() -> None:
    """Finch might come empty: then Cleo, who was to come in it, does not, which counts twice."""
    modes = {
        "crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Cleo"]},
        "empty": {"windows": f"{jan(2)}..{jan(9)}"},
        "crewed-fast": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Cleo"], "flight_up": "6h"},
    }
    offered = {
        "vehicle_types.boat.flies_empty": ["up", "down"],
        "vehicles.Finch.modes": modes,
        "vehicles.Finch.planned_mode": "crewed",
    }
    scenario = tiny(offered)
    assert told(reasons(scenario, lifeboat.solve(scenario, plans=1))) == {
        "Finch is offered in mode empty and flies in mode crewed, as planned": (
            *("worse", "cancelled", 0, 2),
        )
    }


def test_a_flight_that_is_cancelled() -> None:
    """Finch cannot fly before the horizon ends: Cleo is bumped with it."""
    grounded = {
        "vehicles.Finch.may_cancel": True,
        "groundings.all": {"families": ["boat"], "during": f"{jan(1)}.."},
    }
    scenario = tiny(grounded)
    found = told(reasons(scenario, lifeboat.solve(scenario, plans=1)))
    assert found["Finch does not fly"] == ("impossible",)


def test_people_who_land_on_another_date() -> None:
    """Two may be aboard at a time: the others leave as Cleo comes, three days sooner than planned,
    or she does not come at all: bumped, and without another flight.
    """
    two = {
        "station.crew": {"most": 2},
        "vehicle_types.boat.flies_empty": ["up", "down"],
        "vehicles.Finch.modes.empty": {"windows": f"{jan(2)}..{jan(9)}"},
        "vehicles.Finch.modes.crewed": {"windows": f"{jan(2)}..{jan(4)}", "crew": ["Cleo"]},
    }
    scenario = tiny(two)
    found = told(reasons(scenario, lifeboat.solve(scenario, plans=1)))
    without_cleo = ("worse", "cancelled", 0, 2)
    assert found == {
        "Ana and Boris land 2030-01-05, planned 2030-01-08": without_cleo,
        "Finch is offered in mode empty and flies in mode crewed, as planned": without_cleo,
    }


def test_another_mode_than_planned() -> None:
    """Finch is planned with Cleo, for whom there is no window: it flies empty, if it has to."""
    empty = {
        "vehicle_types.boat.flies_empty": ["up", "down"],
        "vehicles.Finch.modes.empty": {"windows": f"{jan(2)}..{jan(9)}"},
        "vehicles.Finch.modes.crewed": {"windows": f"{jan(11)}..{jan(12)}", "crew": ["Cleo"]},
    }
    scenario = tiny(empty)
    found = told(reasons(scenario, lifeboat.solve(scenario, plans=1)))
    [change] = [it for it in found if "(empty), planned crewed" in it]
    assert found[change] == ("impossible",)


def test_without_time_nothing_is_guessed() -> None:
    answer = lifeboat.solve(RESCUE, plans=1)
    found = reasons(RESCUE, answer, run=Run(time_limit=1e-9))
    assert {it.otherwise for it in found} == {"not-examined"}


def test_without_a_plan_there_are_none() -> None:
    scenario = tiny({"people.Ana.return_window": f"..{jan(1)}"})
    assert reasons(scenario, lifeboat.solve(scenario, plans=1)) == ()


def test_what_is_found_is_what_solving_without_the_change_finds() -> None:
    planned = lifeboat.read_scenario(str(TINY), edits=[("pin", "Heron launches on 2030-03-08")])
    other = lifeboat.solve(planned, plans=1).best
    assert other is not None
    [reason] = [it for it in reasons(RESCUE, lifeboat.solve(RESCUE, plans=1)) if it.goal]
    assert reason.goal is not None
    assert other.goals[0].parts[0].value == reason.goal.after
