"""MS-22 as known on 30 December 2022: the decision of 11 January 2023, and what makes it."""

from __future__ import annotations

from functools import cache

import lifeboat
from lifeboat.answers.option import Option, one_by_one
from lifeboat.answers.solve import Answer
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Condition, Vehicle
from repository import SCENARIOS

CASES = SCENARIOS / "soyuz-ms-22"
TRIO = {"Prokopyev", "Petelin", "Rubio"}


def known_on(date: str) -> Scenario:
    return lifeboat.read_scenario(str(CASES / f"{date}.yaml"))


def changed(scenario: Scenario, name: str, **keys: object) -> Scenario:
    vehicle: Vehicle = scenario.vehicles[name].model_copy(update=keys)
    return scenario.model_copy(update={"vehicles": {**scenario.vehicles, name: vehicle}})


@cache
def decided() -> Option:
    return best(lifeboat.solve(known_on("2022-12-30"), plans=1))


def best(answer: Answer) -> Option:
    assert answer.outcome == "proven-best", answer.reason
    assert answer.best is not None
    return answer.best


def goal(option: Option, name: str) -> int | float:
    return next(it.value for it in one_by_one(option.goals) if it.name == name)


def test_every_goal_is_proven() -> None:
    assert all(it.is_settled for it in decided().goals)


def test_ms_23_goes_up_without_crew_as_early_as_it_can() -> None:
    flight = next(it for it in decided().flights if it.vehicle == "MS-23")
    opens = known_on("2022-12-30").vehicles["MS-23"].modes["uncrewed"].windows
    first = opens[0] if isinstance(opens, list) else opens
    assert flight.mode == "uncrewed"
    assert flight.launch == first.opens
    assert not flight.up


def test_ms_22_goes_home_empty() -> None:
    flight = next(it for it in decided().flights if it.vehicle == "MS-22")
    assert flight.undock is not None
    assert not flight.down


def test_its_three_people_stay_until_the_next_soyuz_relieves_them() -> None:
    flights = {it.vehicle: it for it in decided().flights}
    assert set(flights["MS-23"].down) == TRIO
    leaves, relief = flights["MS-23"].undock, flights["MS-24"].dock
    assert leaves is not None
    assert leaves > relief


def test_one_liner_moves_to_dragon_and_two_people_keep_the_damaged_ship() -> None:
    moved = {
        seat.person
        for seat in decided().seats
        if seat.vehicle == "Crew-5" and seat.person in TRIO and seat.quality == "improvised"
    }
    docked = next(it.dock for it in decided().flights if it.vehicle == "MS-23")
    kept = {
        seat.person
        for seat in decided().seats
        if seat.vehicle == "MS-22" and seat.quality == "damaged" and seat.end == docked
    }
    assert len(moved) == 1
    assert kept == TRIO - moved


def test_the_liners_are_in_ms_23_before_crew_5_leaves() -> None:
    leaves = next(it.undock for it in decided().flights if it.vehicle == "Crew-5")
    first = {
        seat.person: seat.first
        for seat in decided().seats
        if seat.vehicle == "MS-23" and seat.person in TRIO
    }
    assert set(first) == TRIO
    assert leaves is not None
    assert max(first.values()) <= leaves


def test_without_dragons_improvised_place_all_three_keep_the_damaged_ship() -> None:
    answer = best(
        lifeboat.solve(changed(known_on("2022-12-30"), "Crew-5", improvised=None), plans=1)
    )
    assert goal(answer, "improvised") == 0
    assert goal(answer, "damaged") == goal(decided(), "damaged") + goal(decided(), "improvised")


def test_without_ms_22_as_a_last_resort_people_are_without_a_place() -> None:
    scenario = known_on("2022-12-30")
    gone = {
        day: Condition(state="empty-return-only") for day in scenario.vehicles["MS-22"].conditions
    }
    answer = best(lifeboat.solve(changed(scenario, "MS-22", conditions=gone), plans=1))
    assert goal(answer, "damaged") == 0
    assert goal(answer, "no-place") == goal(decided(), "damaged")


def test_without_its_uncrewed_mode_ms_23_brings_three_more_and_sound_seats_are_missing() -> None:
    scenario = known_on("2022-12-30")
    modes = {name: it for name, it in scenario.vehicles["MS-23"].modes.items() if it.crew}
    assert set(scenario.vehicles["MS-23"].modes) - set(modes) == {"uncrewed"}
    # Not proven in a minute; what is asserted holds for whatever is found in half of one.
    answer = lifeboat.solve(
        changed(scenario, "MS-23", modes=modes), plans=1, run=lifeboat.Run(time_limit=30)
    )
    assert answer.best is not None
    flight = next(it for it in answer.best.flights if it.vehicle == "MS-23")
    assert set(flight.up) == {"Kononenko", "Chub", "O'Hara"}
    assert goal(answer.best, "damaged") > goal(decided(), "damaged")


def test_history_keeps_every_rule_on_every_date_it_could_have_been_made() -> None:
    for path in sorted(CASES.glob("20*.yaml")):
        scenario = known_on(path.stem)
        flown = lifeboat.read_plan(str(CASES / "flown.yaml"), scenario)
        findings = lifeboat.check(scenario, flown).option.findings
        # On 15 December nobody had yet asked for a fifth place in Dragon: Rubio has none there.
        seats = {"everyone-has-a-seat", "seat-fits-its-person"}
        expected = seats if path.stem == "2022-12-15" else set()
        assert {finding.rule for finding in findings} == expected, path.stem
        assert {who for finding in findings for who in finding.people} <= {"Rubio"}


def test_the_plan_of_18_february_is_at_least_as_good_as_the_one_flown() -> None:
    scenario = known_on("2023-02-18")
    ours = best(lifeboat.solve(scenario, plans=1))
    flown = lifeboat.read_plan(str(CASES / "flown.yaml"), scenario)
    theirs = lifeboat.check(scenario, flown).option
    values = [
        [it.value for it in option.goals if it.name != "reseats"] for option in (ours, theirs)
    ]
    assert values[0] <= values[1]
