"""How late things may be, and what it costs a day later."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import lifeboat
from lifeboat.answers.deadlines import Deadlines, Latest
from lifeboat.days import DAY, say_instant
from lifeboat.editing.claims import Pins
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.questions.deadlines import last_day
from lifeboat.questions.deadlines.cover import Cover
from lifeboat.questions.deadlines.late import what_may_be_late
from lifeboat.questions.run import Run
from lifeboat.scenario.scenario import Scenario
from repository import SCENARIOS, TINY
from tiny import tiny

RESCUE = lifeboat.read_scenario(str(TINY))


def march(day: int) -> datetime:
    return datetime(2030, 3, day, tzinfo=UTC)


ALL_ON_HERON = {
    name: Ride(home="Heron", seats={march(9): "Heron"}) for name in ("Ana", "Boris", "Chen")
}


def told(found: Deadlines) -> dict[str, tuple[str, str | None, str | None]]:
    def day(it: datetime | None) -> str | None:
        return None if it is None else say_instant(it)

    return {it.what: (it.bound, day(it.latest), day(it.order_by)) for it in found.latest}


def one(found: Deadlines, what: str) -> Latest:
    return next(it for it in found.latest if what in it.what)


def test_the_small_rescue() -> None:
    """Each day that Heron or a liner is late, somebody is a day longer in Sparrow, or in nothing;
    Sparrow itself is needed by nobody once Heron is there.
    """
    found = lifeboat.deadlines(RESCUE)
    assert told(found) == {
        "Heron is launched": ("limited", "2030-03-06", "2030-03-01"),
        "the liners of Ana, Boris and Chen are moved to Heron": ("limited", "2030-03-07", None),
        "Ana, Boris and Chen land on Heron": ("any-time", None, None),
        "Sparrow undocks": ("any-time", None, None),
    }
    launch = one(found, "launched")
    assert launch.difference is not None
    lost = {(it.person, it.quality, it.days) for it in launch.difference.seats}
    assert len([it for it in lost if it[1] == "none"]) == 1
    assert len([it for it in lost if it[1] == "damaged"]) == 2


def test_a_launch_that_may_wait_for_its_last_window() -> None:
    """Finch only brings Cleo: it has to fly by the 9th, and nobody has a worse place until then."""
    found = lifeboat.deadlines(tiny())
    finch = one(found, "Finch is launched")
    assert told(found)[finch.what] == ("limited", "2030-01-09", None)
    assert finch.impossible


def test_without_a_plan_nothing_is_late() -> None:
    found = lifeboat.deadlines(tiny({"people.Ana.return_window": "..2030-01-01"}))
    assert (found.best.outcome, found.latest) == ("impossible", ())


def test_of_a_plan_that_was_decided_for() -> None:
    """With Heron on its planned date everybody is covered less well than they could be; that is how
    well they have to be.
    """
    decided = Plan(flights={"Heron": Flight(launch=march(8), mode="empty")}, people=ALL_ON_HERON)
    found = lifeboat.deadlines(RESCUE, decided)
    assert found.is_of_a_plan
    assert told(found) == {
        "Heron is launched": ("limited", "2030-03-08", None),
        "the liners of Ana, Boris and Chen are moved to Heron": ("limited", "2030-03-09", None),
        "Ana, Boris and Chen land on Heron": ("any-time", None, None),
        "Sparrow undocks": ("any-time", None, None),
    }


def test_of_a_plan_with_something_in_hand() -> None:
    """Liners that move a day after Heron docks need it no sooner."""
    early = {"Heron": Flight(launch=march(6), mode="empty")}
    seats = {march(9): "Heron"}
    people = {name: it.model_copy(update={"seats": seats}) for name, it in ALL_ON_HERON.items()}
    found = lifeboat.deadlines(RESCUE, Plan(flights=early, people=people))
    assert told(found)["Heron is launched"] == ("limited", "2030-03-08", "2030-03-03")


def test_of_a_plan_that_cannot_be_flown() -> None:
    """Heron cannot be launched before it is made ready; of such a plan nothing may be late."""
    sooner = Plan(flights={"Heron": Flight(launch=march(3), mode="empty")}, people=ALL_ON_HERON)
    found = lifeboat.deadlines(RESCUE, sooner)
    assert (found.latest, found.is_known) == ((), False)


def test_no_time_at_all() -> None:
    found = lifeboat.deadlines(RESCUE, run=Run(time_limit=1e-9))
    assert (found.best.outcome, found.latest, found.is_known) == ("best-found", (), False)


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("soyuz-ms-22/2022-12-30", "MS-23 is launched"),
        ("shenzhou-20/2025-11-05", "Shenzhou-22 is launched"),
        ("starliner-cft/2024-08-06", "the liners of Wilmore and Williams"),
    ],
)
def test_both_sides_of_a_date_by_solving(path: str, what: str) -> None:
    """As good with that no sooner than that day, worse or impossible a day later."""
    scenario = lifeboat.read_scenario(str(SCENARIOS / f"{path}.yaml"))
    answer = lifeboat.solve(scenario, plans=1)
    best, cover = answer.best, Cover.of(scenario, answer, Run())
    assert best is not None
    assert cover is not None
    late = next(it for it in what_may_be_late(scenario, best) if what in it.what)
    known = last_day(scenario, late, cover, Run())
    assert known.bound == "limited"
    assert known.bad is not None
    places = _places(scenario)
    assert _places(_with(scenario, late.from_on(known.good))) == places
    later = _places(_with(scenario, late.from_on(known.bad)))
    assert known.bad == known.good + DAY
    assert later is None or (places is not None and later > places)


def _with(scenario: Scenario, pins: Pins) -> Scenario:
    return scenario.model_copy(update={"pins": pins})


def _places(scenario: Scenario) -> list[float] | None:
    """The goals about places in the best plan; None where there is none."""
    goals = [{"no-place": 1, "unsafe": 60}, "damaged", "improvised"]
    asked = scenario.model_copy(update={"goals": goals})
    best = lifeboat.solve(asked, plans=1, run=Run(time_limit=60)).best
    return None if best is None else [goal.value for goal in best.goals]


def test_pins_that_may_be_broken_are_not_what_is_put_off() -> None:
    """Where pins are a `should`, a launch is late all the same when it is asked how late it may
    be.
    """
    loose = RESCUE.model_copy(update={"rules": {**RESCUE.rules, "pins-hold": "should"}})
    assert told(lifeboat.deadlines(loose)) == told(lifeboat.deadlines(RESCUE))
