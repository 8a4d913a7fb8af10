from __future__ import annotations

from lifeboat.answers.in_words import summary
from lifeboat.plans.course import Course
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.plan import Plan
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny


def told(told_plan: Plan) -> str:
    course = Course.of(Situation.of(tiny(), {}), told_plan)
    return summary(course, Ledger.of(course))


def test_nothing_is_said_of_a_station_that_is_never_empty() -> None:
    assert "Nobody" not in told(plan())


def test_a_station_left_empty_is_told() -> None:
    assert "Nobody is aboard from 2030-01-08 on." in told(plan({"Finch": {"cancelled": True}}))


def test_a_station_empty_for_a_while_is_told() -> None:
    """Wren leaves on the 4th, Finch docks on the 5th; or on the 7th."""
    early = {"Wren": {"undock": jan(4)}}
    assert "Nobody is aboard from 2030-01-04 to 2030-01-05." in told(plan(early))
    late = {**early, "Finch": {"launch": jan(6)}}
    assert "Nobody is aboard from 2030-01-04 to 2030-01-07." in told(plan(late))
