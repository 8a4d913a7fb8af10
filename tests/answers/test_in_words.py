from __future__ import annotations

from typing import Any

from lifeboat.answers.in_words import summary, title
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import ledger_of
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny


def told(told_plan: Plan) -> str:
    course = Course.of(Situation.of(tiny(), {}), told_plan)
    return summary(course, ledger_of(course))


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


def test_liner_moves_that_cannot_be_made_are_told() -> None:
    """Ana leaves on the 8th; the horizon ends with the 10th; as it begins her liner is in Wren."""
    seats = {"2029-12-20": "Finch", jan(8): "Finch", "2030-02-01": "Finch", jan(6): "Finch"}
    said = told(plan(people={"Ana": {"home": "Wren", "seats": {**seats, jan(7): "Wren"}}}))
    assert "Left aside: Ana's liner to Finch on 2030-01-08, when Ana is not aboard." in said
    assert "Left aside: Ana's liner to Finch on 2030-02-01, after the horizon." in said
    before = "Left aside: Ana's liner to Finch on 2029-12-20: on 2030-01-01 it is in Wren."
    assert before in said
    assert said.count("Left aside") == 3


def test_liner_moves_before_the_horizon_that_were_made_are_over() -> None:
    seats = {"2029-12-10": "station", "2029-12-20": "Wren"}
    assert "Left aside" not in told(plan(people={"Ana": {"seats": seats}}))


def test_what_a_plan_has_after_the_horizon_is_told() -> None:
    after = {"Wren": {"undock": "2030-02-02"}, "Finch": {"launch": "2030-01-21"}}
    said = told(plan(after))
    assert "Finch is launched 2030-01-21, after the horizon." in said
    assert "Wren leaves 2030-02-02, after the horizon." in said
    assert "not within it" not in said


def test_who_does_not_come_moves_no_liner() -> None:
    away = plan({"Finch": {"cancelled": True}}, {"Cleo": {"seats": {jan(7): "Wren"}}})
    assert "Left aside: Cleo's liner to Wren on 2030-01-07, when Cleo is not aboard." in told(away)


def titled(edits: dict[str, Any], told_plan: Plan) -> str:
    return title(Course.of(Situation.of(tiny(edits), {}), told_plan))


def test_who_stays_though_they_were_to_land_is_told_whatever_took_them_home() -> None:
    """Nobody has said in what Ana was to go home on the 8th."""
    nothing_said = {"people.Ana.home": None}
    assert titled(nothing_said, plan()) == "Ana stays on"
    assert titled({**nothing_said, "people.Ana.returns": "2030-02-01"}, plan()) == (
        "everything as planned"
    )


AWAY = {
    "vehicles.Wren.leaves": "2030-02-08",
    "people.Ana.returns": "2030-02-08",
    "people.Boris.returns": "2030-02-08",
}


def test_everything_is_as_planned_only_if_everything_is() -> None:
    """Wren was to leave four weeks after the horizon and leaves within it."""
    assert titled(AWAY, plan()) == "everything as planned"
    early = titled(AWAY, plan({"Wren": {"undock": jan(8)}}))
    assert early == "as planned but for the dates of Wren"


def test_a_flight_that_was_not_to_fly_is_told_first() -> None:
    edits = {"vehicles.Finch.planned": None, "people.Cleo.up": None}
    flown = plan({"Finch": {"mode": "crewed", "launch": jan(4)}})
    assert titled(edits, flown) == "Finch added, crewed"


def test_a_launch_after_the_horizon_is_not_cancelled() -> None:
    later = {"vehicles.Finch.modes.crewed.windows": f"{jan(2)}..2030-02-28"}
    told = titled(later, plan({"Finch": {"launch": "2030-01-20"}}))
    assert told == "Finch after the horizon"
    assert titled({"vehicles.Finch.may_cancel": True}, plan({"Finch": {"cancelled": True}})) == (
        "Finch cancelled"
    )
