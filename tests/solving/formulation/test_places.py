"""Person-slots by quality of place, and pins that keep somebody in one.

Flown as planned, two are in Wren in slots 0 to 6, and Cleo is in Finch in slots 4 to 9.
"""

from __future__ import annotations

from typing import Any

import pytest

from deciding import between, decisions, flown, on_dates, situation
from lifeboat.curves import Sum
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import collect
from lifeboat.solving.formulation.decisions import SolverDecisions, decisions_on, formulate
from tiny import PERSON, jan

WITH_DAN = {"people.Dan": PERSON}


def with_rules(edits: dict[str, Any]) -> SolverDecisions:
    asked = situation(edits)
    return formulate(asked, collect(asked).every_slot())


def spent(decide: SolverDecisions, riders: int = 2) -> list[int | None]:
    """Flown as planned, with so many leaving on Wren: the fewest person-slots of each quality, one
    after the other.
    """
    search, found = Solver(decide.builder, Settings()), []
    caps: list[tuple[Sum, int]] = []
    for total in (decide.seating.none, decide.seating.damaged, decide.seating.improvised):
        kept = flown(decide, rides={("Ana", "Wren"): riders})
        value = search.minimise(total, caps, kept=kept).value
        found.append(value)
        caps.append((total, value or 0))
    return found


def test_where_everybody_has_a_seat_nothing_is_spent() -> None:
    assert spent(decisions()) == [0, 0, 0]


def test_one_too_many_is_without_a_place_until_a_seat_comes() -> None:
    """Dan is a third for two seats in slots 0 to 3; then Finch comes with one to spare."""
    assert spent(decisions(WITH_DAN)) == [4, 0, 0]
    # Where only one of them, or nobody, leaves on Wren, Finch has to seat three or four.
    assert spent(decisions(WITH_DAN), riders=1) == [4 + 3, 0, 0]
    assert spent(decisions(WITH_DAN), riders=0) == [4 + 2 * 3, 0, 0]
    # Finch cannot receive a liner before slot 6.
    assert spent(decisions({**WITH_DAN, "vehicles.Finch.reseat_from": jan(7)})) == [6, 0, 0]
    # Without a liner Cleo has no place in slots 4 to 9.
    no_liner = {**WITH_DAN, "people.Cleo.gear": []}
    assert spent(decisions(no_liner)) == [4 + 6, 0, 0]


def test_an_improvised_place_is_better_than_none() -> None:
    improvised = {**WITH_DAN, "vehicles.Wren.improvised": {"places": 1}}
    assert spent(decisions(improvised)) == [0, 0, 4]
    later = {**WITH_DAN, "vehicles.Wren.improvised": {"places": 1, "since": jan(3)}}
    # None yet in slots 0 and 1.
    assert spent(decisions(later)) == [2, 0, 2]


def test_a_damaged_vehicle_shelters_those_whom_no_other_can() -> None:
    """From slot 2 on Wren is damaged: two in slots 2 and 3, then one beside Finch's two seats."""
    hit = {f"vehicles.Wren.conditions.{jan(3)}": {"state": "emergency-only"}}
    assert spent(decisions(hit)) == [0, 2 * 2 + 3, 0]
    one = {f"vehicles.Wren.conditions.{jan(3)}": {"state": "emergency-only", "places": 1}}
    assert spent(decisions(one)) == [2, 2 + 3, 0]
    unusable = {f"vehicles.Wren.conditions.{jan(3)}": {"state": "unusable"}}
    assert spent(decisions(unusable)) == [2 * 2 + 3, 0, 0]


@pytest.mark.parametrize(
    "edits",
    [
        WITH_DAN,
        {**WITH_DAN, "vehicles.Finch.reseat_from": jan(6)},
        {**WITH_DAN, "vehicles.Finch.modes.crewed.crew": []},
        {**WITH_DAN, "vehicles.Wren.improvised": {"places": 1, "since": jan(3)}},
        {f"vehicles.Wren.conditions.{jan(3)}": {"state": "emergency-only", "places": 1}},
    ],
)
def test_on_a_grid_of_its_dates_alone_a_plan_costs_what_it_costs(edits: dict[str, Any]) -> None:
    """Finch docks in slot 4 and Wren leaves in slot 7; all else is cut where places change."""
    asked = situation(edits)
    few = decisions_on(asked, on_dates([4], [7]))
    assert spent(few) == spent(decisions(edits))
    firsts, ends = zip(*few.seating.held.stretches, strict=True)
    assert [*firsts, 10] == [0, *ends] == sorted({*firsts, *ends})


def pinned(during: str, **where: str) -> SolverDecisions:
    return with_rules({"pins": {"there": {"person": "Ana", "during": during, **where}}})


def without_a_place(decide: SolverDecisions) -> int | None:
    """Flown as planned, Ana and Boris each a party: the fewest person-slots without a place."""
    kept = flown(decide, rides={("Ana", "Wren"): 1, ("Boris", "Wren"): 1})
    return Solver(decide.builder, Settings()).minimise(decide.seating.none, kept=kept).value


def test_a_pinned_place_is_held_whenever_they_are_aboard_then() -> None:
    """On 5 and 6 January, slots 4 and 5, Ana is to sit in Finch, which has docked by then."""
    decide = pinned(f"{jan(5)}..{jan(6)}", seat="Finch")
    kept = flown(decide, rides={("Ana", "Wren"): 1, ("Boris", "Wren"): 1})
    for slot, expected in ((3, (0, 0)), (4, (1, 1)), (5, (1, 1)), (6, (0, 0))):
        seated = decide.seating.held.seated(0, "Finch", slot)
        assert between(decide.builder, seated, kept) == expected
    # Finch is not there yet on 4 January; from 8 January on Ana is not aboard.
    assert without_a_place(pinned(f"{jan(4)}..{jan(6)}", seat="Finch")) is None
    assert without_a_place(pinned(f"{jan(8)}..{jan(9)}", seat="Finch")) == 0


def test_whose_liner_is_on_the_station_has_no_place() -> None:
    """On 2 to 4 January: three slots. In slot 6 Ana holds a place in Wren, to leave in slot 7."""
    assert without_a_place(pinned(f"{jan(2)}..{jan(4)}", liner="station")) == 3
    assert without_a_place(pinned(f"{jan(7)}..{jan(9)}", liner="station")) is None


def test_a_liner_is_only_where_a_vehicle_is() -> None:
    assert without_a_place(pinned(f"{jan(5)}..{jan(6)}", liner="Finch")) == 0
    assert without_a_place(pinned(f"{jan(4)}..{jan(6)}", liner="Finch")) is None


def test_a_liner_may_be_in_a_vehicle_that_has_no_place_left() -> None:
    """Wren is unusable from slot 2 on, and nobody leaves. In slots 4 and 5 two liners are in it."""
    hit = {f"vehicles.Wren.conditions.{jan(3)}": {"state": "unusable"}}
    during = f"{jan(5)}..{jan(6)}"
    for key, more in (("liner", 2), ("seat", None)):
        pins = {who: {"person": who, key: "Wren", "during": during} for who in ("Ana", "Boris")}
        decide = with_rules({**hit, "pins": pins})
        kept = flown(decide, undocks={}, rides={})
        found = Solver(decide.builder, Settings()).minimise(decide.seating.none, kept=kept).value
        # Two in slots 2 and 3; then one of three beside Finch's two seats, in six slots.
        assert found == (None if more is None else 2 * 2 + 6 + more)
