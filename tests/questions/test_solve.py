"""What is told as proven, and that a plan is told where there is one."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.answers.option import one_by_one
from lifeboat.answers.solve import Answer
from lifeboat.editing.opened import read_scenario
from lifeboat.questions.solve import RESEATS_LAST, solve
from repository import TINY
from tiny import as_plan, as_scenario, jan, tiny_tree

CHEN = ("add", "pins.c={person: Chen, seat: Sparrow, during: ..2030-03-04}")


def solved(*edits: tuple[str, str]) -> Answer:
    return lifeboat.solve(read_scenario(str(TINY), edits=edits))


def goals(answer: Answer) -> dict[str, tuple[float, bool]]:
    assert answer.best is not None
    return {goal.name: (goal.value, goal.proven) for goal in answer.best.goals}


def test_whoever_is_pinned_to_a_damaged_ship_holds_a_place_in_it() -> None:
    """It holds two; from the 5th on three. Four days one has no place, and it is not Chen."""
    answer = solved(
        CHEN, ("damage", "Sparrow={state: emergency-only, since: 2030-03-05, places: 3}")
    )
    assert answer.best is not None
    without = {seat.person for seat in answer.best.seats if seat.quality == "none"}
    assert without
    assert "Chen" not in without
    told = {goal.name: (goal.value, goal.proven) for goal in one_by_one(answer.best.goals)}
    assert told["no-place"] == (4, True)


@pytest.mark.parametrize("weights", ["no-place: 1, damaged: 1", "no-place: 3, damaged: 1"])
def test_places_may_be_weighed_together(weights: str) -> None:
    """Six days until Heron docks: two in a damaged ship and one without, or all three without."""
    answer = solved(("set", f"goals=[{{{weights}}}, moved, reseats]"))
    assert answer.outcome == "proven-best"
    days = {"no-place: 1, damaged: 1": 18, "no-place: 3, damaged: 1": 30}
    assert goals(answer)["no-place+damaged"] == (days[weights], True)


@pytest.mark.parametrize(
    "order",
    [
        "reseats, no-place, damaged, moved",
        "no-place, reseats, moved",
        "no-place, {moved: 1, reseats: 1}",
    ],
)
def test_reseats_are_found_not_proven_unless_they_come_last(order: str) -> None:
    """Nobody would have to move if all stayed in Sparrow beyond the horizon."""
    answer = solved(("set", f"goals=[{order}]"))
    assert answer.outcome == "best-found"
    assert answer.reason == (RESEATS_LAST,)
    (proven,) = (proven for name, (_, proven) in goals(answer).items() if "reseats" in name)
    assert not proven


def no_place(within: float) -> str:
    return f"{{goal: no-place, within: {within}}}"


@pytest.mark.parametrize(
    ("order", "told"),
    [
        # Until Heron docks one has no place and two a damaged one. It can dock on the 7th, six
        # days on; launched as planned it docks on the 9th.
        (f"{no_place(0)}, moved", {"no-place": (6, 6), "moved": (2, 2)}),
        (f"{no_place(1)}, moved", {"no-place": (7, 6), "moved": (1, 1)}),
        (f"{no_place(1.9)}, moved", {"no-place": (7, 6), "moved": (1, 1)}),
        # Two days more are enough for the plan of record: the other three are not used.
        (f"{no_place(5)}, moved", {"no-place": (8, 6), "moved": (0, 0)}),
        (f"{no_place(5)}, cancelled", {"no-place": (6, 6), "cancelled": (0, 0)}),
        ("moved, " + no_place(5), {"moved": (0, 0), "no-place": (8, 8)}),
        # Nobody gives up a place in the damaged ship to make less of it.
        (f"{no_place(1)}, damaged, moved", {"no-place": (6, 6), "damaged": (12, 12)}),
        # A day later are one person-day more without a place and two in the damaged ship: three.
        (
            f"{no_place(2)}, {{goal: damaged, within: 2}}, moved",
            {"no-place": (6, 6), "damaged": (12, 12), "moved": (2, 2)},
        ),
        (
            f"{no_place(2)}, {{goal: damaged, within: 3}}, moved",
            {"no-place": (7, 6), "damaged": (14, 11), "moved": (1, 1)},
        ),
        (
            "{goal: {no-place: 1, damaged: 1}, within: 3}, moved",
            {"no-place+damaged": (21, 18), "moved": (1, 1)},
        ),
        # Heron takes all three home, or Sparrow, which cannot: more of them would not help.
        ("{goal: rides, within: 3}, moved, no-place", {"rides": (3, 3), "moved": (0, 0)}),
    ],
)
@pytest.mark.parametrize("limit", [None, 60.0], ids=["no limit", "limited"])
def test_a_tolerance_is_used_as_far_as_it_helps_and_no_further(
    order: str, told: dict[str, tuple[float, float]], limit: float | None
) -> None:
    """Of each goal its value and the least possible, all of it proven."""
    scenario = read_scenario(str(TINY), edits=(("set", f"goals=[{order}]"),))
    answer = lifeboat.solve(scenario, run=lifeboat.Run(time_limit=limit))
    assert answer.outcome == "proven-best"
    assert answer.best is not None
    known = {goal.name: (goal.value, goal.bound) for goal in answer.best.goals}
    assert {name: known[name] for name in told} == told
    assert all(goal.proven for goal in answer.best.goals)


def test_a_tolerance_of_half_a_day_is_two_slots_of_six_hours() -> None:
    """Heron docks at noon of the 7th: six days and a half on, launched a day and a half early."""
    answer = solved(("set", f"goals=[{no_place(0.5)}, moved]"), ("set", "resolution=6h"))
    assert goals(answer) == {"no-place": (6.5, True), "moved": (1.5, True)}
    assert answer.best is not None
    first, last = answer.best.goals
    assert (first.bound, first.within) == (6, 0.5)
    assert (last.bound, last.within) == (1.5, 0)


HERON_A_DAY_LATER = as_plan(
    {
        "flights": {"Heron": {"launch": "2030-03-07"}},
        "people": {
            who: {"home": "Heron", "seats": {"2030-03-08": "Heron"}}
            for who in ("Ana", "Boris", "Chen")
        },
    }
)
"""Seven days until it docks."""


@pytest.mark.parametrize(("within", "days"), [(1, 7), (0, 6)])
def test_a_plan_within_the_tolerance_is_kept_and_told_with_its_own_value(
    within: float, days: int
) -> None:
    scenario = read_scenario(str(TINY), edits=(("set", f"goals=[{no_place(within)}, cancelled]"),))
    best = solve(scenario, like=HERON_A_DAY_LATER).best
    assert best is not None
    told = best.goals[0]
    assert (told.value, told.bound, told.within, told.proven) == (days, 6, within, True)


def test_where_nobody_asks_for_reseats_nothing_is_in_the_way() -> None:
    assert solved(("set", "goals=[{no-place: 1, damaged: 1}]")).outcome == "proven-best"


@pytest.mark.parametrize(("home", "riders"), [("Wren", set()), (None, {"Dora", "Egon"})])
def test_nobody_takes_the_ride_of_those_who_go_home_after_the_horizon(
    home: str | None, riders: set[str]
) -> None:
    """Four people, two seats: two are without a place, whoever goes. Dora and Egon were to land
    on the 5th in a ship that is lost; Ana and Boris wait for Wren, or for nothing in particular.
    """
    tree = tiny_tree()
    del tree["vehicles"]["Finch"], tree["people"]["Cleo"]
    tree["vehicles"]["Wren"]["leaves"] = "2030-02-01"
    for who in ("Ana", "Boris"):
        tree["people"][who] |= {"returns": "2030-02-01", "home": home}
    for who in ("Dora", "Egon"):
        visitor = {"agency": "Tiny", "launched": "2029-12-05", "seat": "station"}
        tree["people"][who] = {**visitor, "gear": ["liner"], "returns": jan(5)}
    best = solve(as_scenario(tree)).best
    assert best is not None
    assert {who for who, ride in best.plan.people.items() if ride.home == "Wren"} == riders


def test_a_search_for_other_kinds_that_is_stopped_is_not_told_as_finished() -> None:
    """The best plan is proven by then; of the others nothing is known."""
    said: list[str] = []
    run = lifeboat.Run(
        progress=said.append, stop=lambda: any("plans of other kinds" in it for it in said)
    )
    answer = lifeboat.solve(read_scenario(str(TINY)), plans=3, run=run)
    assert answer.outcome == "proven-best"
    assert answer.interrupted


def test_an_answer_nobody_stops_is_not_interrupted() -> None:
    assert not lifeboat.solve(read_scenario(str(TINY)), plans=3).interrupted
