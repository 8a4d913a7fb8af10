"""Rules as a `should`: what is counted once, and what nobody can break however strict a rule is."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.questions.solve import solve
from lifeboat.rules.audit import audit, ledger_of, must_findings
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from posing import counted, only, possible
from tiny import PERSON, TINY, jan, plan, tiny

FIT, HOME, PORTS = (
    "rules.seat-fits-its-person",
    "rules.home-on-a-sound-seat",
    "rules.one-vehicle-per-port",
)
BOTH_LOOSE = {FIT: "should", HOME: "should"}
STAY = {"stays": True}


def breaks_a_must(scenario: Scenario, it: Plan) -> bool:
    """Whether the audit finds something in a plan that may not be."""
    course = Course.of(Situation.of(scenario, {}), it)
    return bool(must_findings(audit(course, ledger_of(course))))


LARK = {
    "type": "boat",
    "planned": jan(6),
    "modes": {"crewed": {"windows": jan(6), "crew": ["Cleo"]}},
    "may_cancel": True,
}
CHAIRS = {"places": 2, "ride_home": True, "needs": ["rope"]}


@pytest.mark.parametrize("gear", [["rope", "liner"], ["liner"], []])
@pytest.mark.parametrize("strength", ["must", "should"])
def test_where_fit_is_a_should_a_place_that_fits_nobody_is_a_ride_home(
    gear: list[str], strength: str
) -> None:
    """Wren is only a shelter. Both have to be down on the 8th, and Finch has Cleo's seat and two
    rope chairs.
    """
    edits: dict[str, Any] = {
        "vehicles.Wren.conditions": {"2029-12-30": {"state": "emergency-only"}},
        "vehicle_types.boat.flies_empty": ["up", "down"],
        "vehicles.Finch.improvised": CHAIRS,
        "vehicles.Finch.seats": 1,
        FIT: strength,
    }
    for who in ("Ana", "Boris"):
        edits |= {f"people.{who}.return_window": f"..{jan(8)}", f"people.{who}.gear": gear}
    answer = solve(tiny(edits), plans=1)
    fits = "rope" in gear or strength == "should"
    assert answer.outcome == ("proven-best" if fits else "impossible")
    if answer.best is not None:
        people = answer.best.plan.people
        assert (people["Ana"].home, people["Boris"].home) == ("Finch", "Finch")


@pytest.mark.parametrize(("ride_home", "broken"), [(True, 0), (False, 1)])
def test_a_liner_moved_in_too_soon_takes_its_owner_home_as_an_improvised_place_would(
    ride_home: bool, broken: int
) -> None:
    """Finch is ready on the 9th and leaves then; Boris's liner is in it on the 8th, when Wren has
    gone.
    """
    chair = {"places": 1, "ride_home": ride_home, "needs": []}
    scenario = tiny(
        {
            **BOTH_LOOSE,
            "vehicles.Finch.reseat_from": jan(9),
            "vehicles.Finch.improvised": chair,
        }
    )
    moved = plan(
        {"Finch": {"undock": jan(9)}},
        {"Boris": {"home": "Finch", "seats": {jan(8): "Finch"}}, "Cleo": {"home": "Finch"}},
    )
    assert counted("improvised", scenario, moved) == 1
    assert counted("broken", scenario, moved) == broken


def test_two_who_leave_on_places_that_do_not_fit_are_one_vehicle() -> None:
    """Nothing in Wren fits Ana or Boris, for seven days each; it leaves with both."""
    bare = {"people.Ana.gear": [], "people.Boris.gear": [], **BOTH_LOOSE}
    assert counted("improvised", tiny(bare)) == 14
    assert counted("broken", tiny(bare)) == 1
    # Where improvised places may take people home, that is what these seats count as.
    chair = {"vehicles.Wren.improvised": {"places": 1, "ride_home": True, "needs": []}}
    assert counted("broken", tiny({**bare, **chair})) == 0


def test_in_a_damaged_vehicle_a_place_that_does_not_fit_counts_as_damaged() -> None:
    """Finch has a seat for Cleo alone."""
    hit = {"vehicles.Wren.conditions": {"2029-12-30": {"state": "emergency-only"}}}
    one = {"vehicles.Finch.seats": 1}
    bare = {"people.Ana.gear": [], "people.Boris.gear": [], **BOTH_LOOSE, **hit, **one}
    assert counted("damaged", tiny(bare)) == 14
    assert counted("improvised", tiny(bare)) == 0
    assert counted("broken", tiny(bare)) == 1


def test_a_seat_is_given_up_for_a_ride_home_only_where_the_goals_say_so() -> None:
    """On the 7th Ana, who leaves on the 8th, and Boris, who stays until Finch can take his liner
    that day, have one seat and one rope chair; the chair fits Ana alone and takes nobody home.
    """
    edits: dict[str, Any] = {
        "vehicles.Wren.seats": 1,
        "vehicles.Wren.improvised": {"places": 1, "needs": ["rope"]},
        "people.Ana.gear": ["liner", "rope"],
        "vehicles.Finch.reseat_from": jan(8),
    }
    stays = plan(people={"Boris": {**STAY, "seats": {jan(8): "Finch"}}})
    assert [counted(it, tiny(edits), stays) for it in ("no-place", "improvised")] == [1, 6]
    loose = tiny({**edits, HOME: "should"})
    assert [counted(it, loose, stays) for it in ("no-place", "improvised", "broken")] == [0, 7, 1]
    for goals, none in ((["broken", "no-place"], 1), ([{"no-place": 2, "broken": 1}], 0)):
        course = Course.of(Situation.of(tiny({**edits, HOME: "should", "goals": goals}), {}), stays)
        assert ledger_of(course).spent("none") == none


@pytest.mark.parametrize(
    ("skill", "short"),
    [
        # Nobody is able to steer: one is missing for ten days, with both vehicles docked too.
        ({"least": 1}, 10),
        ({"after_departure": 1}, 10),
        ({"least": 1, "after_departure": 1}, 10),
        ({"least": 2, "after_departure": 1}, 20),
        ({"least": 1, "after_departure": 3}, 30),
    ],
)
def test_somebody_missing_counts_once_whatever_leaves(skill: dict[str, int], short: int) -> None:
    scenario = tiny({"rules.never-understaffed": "should", "station.skills.helm": skill})
    assert counted("staffing", scenario) == short


def test_somebody_missing_counts_for_the_departure_that_leaves_the_fewest() -> None:
    """Ana, who is to go home in Wren on the 8th, can steer. Two are needed: one is missing on the
    1st to 7th, two on the 8th to 10th. Three should remain if any one left: three are missing
    every day, if Wren left or if nobody is able anyway.
    """
    edits = {"rules.never-understaffed": "should", "people.Ana.skills": ["helm"]}
    least = {"station.skills.helm": {"least": 2}}
    assert counted("staffing", tiny({**edits, **least})) == 7 + 2 * 3
    after = {"station.skills.helm": {"least": 2, "after_departure": 3}}
    assert counted("staffing", tiny({**edits, **after})) == 3 * 10


def test_a_port_is_broken_once_however_often_it_is_misused() -> None:
    """Finch docks at north on the 9th, a day after Wren has left; it is closed on the 10th."""
    shut = {"ports.north.closures": {"walk": {"during": jan(10)}}}
    edits = {"station.turn_round": "36h", PORTS: "should"}
    late = plan({"Finch": {"launch": jan(8), "port": "north"}})
    assert counted("broken", tiny(edits), late) == 1
    assert counted("broken", tiny({**edits, **shut}), late) == 1


def test_two_ports_are_broken_once_each() -> None:
    edits = {
        "ports.north.closures": {"walk": {"during": jan(3)}},
        "ports.south.closures": {"walk": {"during": jan(6)}},
        PORTS: "should",
    }
    at_south = plan({"Finch": {"port": "south"}})
    assert counted("broken", tiny(edits), at_south) == 2


def test_a_ship_with_several_faults_is_broken_once_and_so_is_its_pad() -> None:
    """Finch is launched outside its window, with its family grounded; a day after Lark."""
    lark = {**LARK, "pad": "beach", "modes": {"empty": {"windows": jan(3)}}, "planned": jan(3)}
    edits = {
        "rules.flights-keep-their-windows": "should",
        "vehicles.Finch.modes.crewed.windows": jan(2),
        "groundings": {"doubt": {"families": ["boat"], "during": jan(4)}},
        "vehicles.Lark": lark,
        "ports.west": {"accepts": ["ring"]},
        "vehicle_types.boat.flies_empty": ["up", "down"],
    }
    assert counted("broken", tiny(edits)) == 1
    assert counted("broken", tiny({**edits, "pads.beach.gap": "2d"})) == 2


FACTS: dict[str, tuple[dict[str, Any], Plan, Plan]] = {
    "two share a port": (
        {},
        plan({"Finch": {"port": "north", "launch": jan(6)}}),
        plan({"Finch": {"port": "north", "launch": jan(7)}}),
    ),
    "a mechanism that does not fit": (
        {"ports.south.accepts": ["cone"], "ports.west": {"accepts": ["ring"], "types": []}},
        plan({"Finch": {"port": "south"}}),
        plan({"Finch": {"port": "west"}}),
    ),
    "more people than places": (
        {"people.Dan": PERSON},
        plan(),
        plan(people={"Dan": {"stays": True}}),
    ),
    "an unusable ship that leaves": (
        {f"vehicles.Wren.conditions.{jan(7)}": {"state": "unusable"}},
        plan(people={"Ana": STAY, "Boris": STAY}),
        plan({"Wren": STAY}, {"Ana": STAY, "Boris": STAY}),
    ),
    "an empty ship that cannot fly empty": (
        {},
        plan(people={"Ana": STAY, "Boris": STAY}),
        plan(people={"Ana": STAY}),
    ),
    "nobody rides where nobody can sit": (
        {f"vehicles.Wren.conditions.{jan(7)}": {"state": "empty-return-only"}},
        plan(),
        plan({"Wren": STAY}, {"Ana": STAY, "Boris": STAY}),
    ),
    "somebody who goes up twice": (
        {"vehicles.Lark": LARK, "ports.west": {"accepts": ["ring"]}},
        plan(people={"Cleo": {"up": "Finch"}}),
        plan({"Lark": {"cancelled": True}}, {"Cleo": {"up": "Finch"}}),
    ),
    "undocked before it has docked": (
        {"vehicle_types.boat.flies_empty": ["up", "down"]},
        plan({"Finch": {"undock": jan(4)}}),
        plan({"Finch": {"undock": jan(6)}}, {"Cleo": {"home": "Finch"}}),
    ),
}


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_holds_however_strict_the_rules_are(fact: str) -> None:
    edits, wrong, right = FACTS[fact]
    scenario = only(tiny(edits))
    assert breaks_a_must(scenario, wrong)
    assert not possible(scenario, wrong)
    assert possible(scenario, right)


@pytest.mark.parametrize("strength", ["must", "should"])
def test_nobody_goes_up_twice_to_spare_a_flight(strength: str) -> None:
    """Finch and Lark both have to fly, each with Cleo as its crew."""
    edits: dict[str, Any] = {
        "vehicles.Lark": {**LARK, "may_cancel": False},
        "ports.west": {"accepts": ["ring"]},
        "rules.flights-keep-their-windows": strength,
        "people.Ana": {**TINY["people"]["Ana"]},
    }
    answer = solve(tiny(edits), plans=1)
    assert answer.outcome == ("impossible" if strength == "must" else "proven-best")
    if answer.best is not None:
        flown = [not answer.best.plan.flights[name].cancelled for name in ("Finch", "Lark")]
        assert flown.count(True) == 1
        goals = {goal.name: goal.value for goal in answer.best.goals}
        assert (goals["broken"], goals["cancelled"]) == (1, 1)
