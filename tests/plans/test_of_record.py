"""The plan of record, as far as it can be flown: the tiny station, its slots days of January."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.plans.course import Course
from lifeboat.plans.of_record import plan_of_record
from lifeboat.rules.audit import audit, ledger_of, must_findings
from lifeboat.situation.situation import Situation
from tiny import PERSON, jan, tiny

WINDOWS, LEAVES = "vehicles.Finch.modes.crewed.windows", "vehicles.Finch.leaves"
HIT = {f"vehicles.Wren.conditions.{jan(3)}": {"state": "emergency-only"}}


def recorded(edits: dict[str, Any] | None = None) -> Course:
    situation = Situation.of(tiny(edits), {})
    return Course.of(situation, plan_of_record(situation))


def is_kept(course: Course) -> bool:
    """Whether every rule that must hold does."""
    return not must_findings(audit(course, ledger_of(course)))


def homes(course: Course) -> dict[str, str | None]:
    return {
        name: None if it.home is None else it.home.ship.name for name, it in course.journeys.items()
    }


def sits(course: Course, who: str) -> list[tuple[str | None, int]]:
    """Where somebody's liner is, and from which slot."""
    return [(it.ship, it.first) for it in course.journeys[who].sittings]


def test_what_can_be_flown_is_flown_as_planned() -> None:
    course = recorded()
    assert is_kept(course)
    assert {name: (it.dock, it.undock) for name, it in course.voyages.items()} == {
        "Wren": (-30, 7),
        "Finch": (4, None),
    }
    assert homes(course) == {"Ana": "Wren", "Boris": "Wren", "Cleo": None}
    assert all(len(it.sittings) == 1 for it in course.journeys.values())


@pytest.mark.parametrize(
    ("windows", "docks"),
    [
        ("2030-01-02..2030-01-09", 4),
        ("2030-01-06..2030-01-09", 6),
        ("2030-01-02..2030-01-03", None),
        (["2030-01-07", "2030-01-05"], 5),
    ],
)
def test_a_launch_goes_to_the_next_day_that_is_possible(windows: Any, docks: int | None) -> None:
    """Planned on 4 January, in slot 3; a flight takes a day."""
    voyage = recorded({WINDOWS: windows}).voyages.get("Finch")
    assert (None if voyage is None else voyage.dock) == docks


def test_a_launch_that_is_ordered_too_late_waits() -> None:
    """A mode that is not planned needs five days; the planned one was ordered in time."""
    voyage = recorded({"vehicles.Finch.modes.crewed.lead": "5d"}).voyages["Finch"]
    assert voyage.launch == 3


def test_who_cannot_ride_home_in_a_damaged_ship_takes_another_or_stays() -> None:
    assert homes(recorded(HIT)) == {"Ana": None, "Boris": None, "Cleo": None}
    course = recorded({**HIT, LEAVES: jan(9)})
    assert homes(course) == {"Ana": "Finch", "Boris": "Finch", "Cleo": None}
    # Nobody is left to bring Wren home, and it cannot fly empty.
    assert course.voyages["Wren"].undock is None
    assert is_kept(course)
    # Finch docks in slot 4, where Cleo has one of its two seats; it leaves in slot 8.
    assert sits(course, "Ana")[-1][0] == sits(course, "Boris")[-1][0] == "Finch"


def test_only_as_many_change_as_there_are_seats() -> None:
    """Cleo goes home in Finch as well: one of its two seats is left."""
    course = recorded({**HIT, LEAVES: jan(9), "people.Cleo.home": "Finch"})
    assert homes(course) == {"Ana": "Finch", "Boris": None, "Cleo": "Finch"}


def test_an_unusable_ship_stays() -> None:
    course = recorded({f"vehicles.Wren.conditions.{jan(3)}": {"state": "unusable"}})
    assert course.voyages["Wren"].undock is None
    assert homes(course) == {"Ana": None, "Boris": None, "Cleo": None}


def test_a_departure_waits_until_it_is_prepared() -> None:
    """Wren was to leave in December; from 1 January on it takes three days to prepare."""
    late = {"vehicle_types.boat.prepare_departure": "3d", "vehicles.Wren.leaves": "2029-12-20"}
    assert recorded(late).voyages["Wren"].undock == 3


def test_whoever_goes_home_on_another_ship_sits_in_it_before() -> None:
    """Ana and Cleo change places: Cleo leaves in Wren on the 8th, Ana in Finch on the 9th."""
    course = recorded(
        {
            "people.Ana": {**PERSON, "home": "Finch", "returns": jan(9)},
            "people.Cleo.home": "Wren",
            LEAVES: jan(9),
        }
    )
    assert is_kept(course)
    assert homes(course) == {"Ana": "Finch", "Boris": "Wren", "Cleo": "Wren"}
    assert sits(course, "Ana") == [("Wren", 0), ("Finch", 4)]
    assert sits(course, "Cleo") == [("Wren", 4)]


def test_who_leaves_next_comes_first_where_seats_are_few() -> None:
    """Three for the two seats of Finch from the 8th on; Ana and Boris leave in it on the 9th."""
    course = recorded({**HIT, LEAVES: jan(9)})
    seats = {
        who: next(it.ship for it in course.journeys[who].sittings if it.end > 7)
        for who in ("Ana", "Boris", "Cleo")
    }
    assert (seats["Ana"], seats["Boris"]) == ("Finch", "Finch")
