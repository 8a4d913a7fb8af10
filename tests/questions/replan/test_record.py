"""A plan as the plan of record, and what of it has been flown, at the tiny station."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from handmade import day
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Plan
from lifeboat.questions.replan.flown import with_flown
from lifeboat.questions.replan.record import on_record
from lifeboat.rules.audit import ledger_of
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.clock import Slots
from lifeboat.situation.situation import Situation
from tiny import jan, plan, tiny

MOVED = plan(
    {"Finch": {"launch": jan(6)}, "Wren": {"undock": jan(7)}},
    {"Boris": {"stays": True}, "Ana": {"home": "Wren"}},
)


def recorded(plan: Plan, scenario: Scenario | None = None) -> Scenario:
    scenario = scenario or tiny()
    return on_record(scenario, Course.of(Situation.of(scenario, {}), plan))


def flown(plan: Plan, since: datetime, scenario: Scenario | None = None) -> Scenario:
    asked = recorded(plan, scenario)
    course = Course.of(Situation.of(asked, {}), plan)
    return with_flown(asked, course, ledger_of(course), since)


def test_launches_departures_and_returns_are_those_of_the_plan() -> None:
    told = recorded(MOVED)
    assert str(told.vehicles["Finch"].planned) == jan(6)
    assert str(told.vehicles["Wren"].leaves) == jan(7)
    assert str(told.people["Ana"].returns) == jan(7)


def test_who_stays_was_to_return_after_the_horizon() -> None:
    returns = recorded(MOVED).people["Boris"].returns
    assert returns is not None
    assert returns.opens is not None
    assert returns.opens >= day(11)


@pytest.mark.parametrize(("seats", "home"), [({}, "Wren"), ({jan(6): "Finch"}, "Finch")])
def test_who_stays_when_their_ship_has_left_goes_home_where_their_liner_is(
    seats: dict[str, str], home: str
) -> None:
    """Wren leaves without Boris, who may sit in Finch by then; or both stay."""
    wren = {"undock": jan(7)} if seats else {"stays": True}
    told = recorded(plan({"Wren": wren}, {"Boris": {"stays": True, "seats": seats}}))
    assert told.people["Boris"].home == home


def test_what_the_plan_leaves_out_stays_as_it_was() -> None:
    told, before = recorded(plan()), tiny()
    assert told.vehicles == before.vehicles
    assert {name: it.home for name, it in told.people.items()} == {
        name: it.home for name, it in before.people.items()
    }


def test_what_is_known_less_precisely_stays_so_until_a_plan_says_a_date() -> None:
    vague = {"vehicles.Finch.planned": "2030-01", "vehicles.Wren.leaves": "NET 2030-01-06"}
    told = recorded(plan(), tiny(vague))
    assert str(told.vehicles["Finch"].planned) == "2030-01"
    assert str(told.vehicles["Wren"].leaves) == "NET 2030-01-06"
    told = recorded(plan({"Finch": {"launch": jan(6)}, "Wren": {"undock": jan(9)}}), tiny(vague))
    assert str(told.vehicles["Finch"].planned) == jan(6)
    assert str(told.vehicles["Wren"].leaves) == jan(9)


@pytest.mark.parametrize(
    ("returns", "then"),
    [
        ("2030-01", "2030-01-11..2030-01-31"),
        ("2030-Q2", "2030-Q2"),
        ("TBD", "NET 2030-01-11"),
        ("2030-01-08", "2030-01-11"),
    ],
)
def test_who_stays_returns_in_what_is_left_of_the_time_known(returns: str, then: str) -> None:
    """The horizon ends with 10 January."""
    told = recorded(plan(people={"Ana": {"stays": True}}), tiny({"people.Ana.returns": returns}))
    assert str(told.people["Ana"].returns) == then


def test_a_flight_cancelled_is_planned_no_more_nor_is_its_crew() -> None:
    scenario = tiny({"vehicles.Finch.may_cancel": True})
    told = recorded(plan({"Finch": {"cancelled": True}}), scenario)
    assert told.vehicles["Finch"].planned is None
    assert told.people["Cleo"].up is None


@pytest.mark.parametrize(("since", "spans"), [(5, Slots(3, 4)), (4, Slots(3, 9))])
def test_what_has_been_launched_cannot_be_launched_otherwise(since: int, spans: Slots) -> None:
    """Planned for the 4th, which is slot 3; ordered, so it may be launched then, or later."""
    told = flown(plan({"Finch": {"launch": jan(4)}}), day(since))
    ways = Situation.of(told, {}).ships["Finch"].ways
    assert [window for way in ways for window in way.windows] == [spans]


def test_what_the_plan_did_not_order_needs_its_lead_from_then_on() -> None:
    modes = {
        "crewed": {"windows": "2030-01-02..2030-01-09", "crew": ["Cleo"], "lead": "1d"},
        "empty": {"windows": "2030-01-02..2030-01-09", "lead": "3d"},
    }
    told = flown(plan({"Finch": {"launch": jan(7)}}), day(4), tiny({"vehicles.Finch.modes": modes}))
    ways = {way.name: way.windows for way in Situation.of(told, {}).ships["Finch"].ways}
    assert ways == {"crewed": (Slots(4, 9),), "empty": (Slots(6, 9),)}


def test_a_gate_that_is_still_ahead_counts_from_there() -> None:
    scenario = tiny(
        {
            "investigations.board": {"expected": jan(5)},
            "vehicles.Finch.modes.crewed.gate": "board",
            "vehicles.Finch.modes.crewed.lead": "1d",
        }
    )
    told = flown(plan({"Finch": {"launch": jan(8)}}), day(3), scenario)
    (way,) = Situation.of(told, {}).ships["Finch"].ways
    assert way.windows == (Slots(5, 9),)


def test_what_has_undocked_has_and_nothing_else_did() -> None:
    told = flown(plan({"Wren": {"undock": jan(3)}}), day(5))
    pin = next(pin for pin in told.pins.values() if pin.undock is not None)
    assert (pin.vehicle, str(pin.undock)) == ("Wren", jan(3))
    stays = flown(plan(), day(5))
    assert stays.vehicles["Wren"].undock is not None
    assert stays.vehicles["Wren"].undock.opens == day(5)


def test_places_held_were_held() -> None:
    told = flown(plan(), day(5))
    held = {(pin.person, pin.seat, str(pin.during)) for pin in told.pins.values() if pin.seat}
    before_the_5th = f"{jan(1)}..{jan(4)}"
    assert {("Ana", "Wren", before_the_5th), ("Boris", "Wren", before_the_5th)} == held
    assert told.rules["pins-hold"] == "must"


def test_the_past_ends_where_the_date_begins() -> None:
    told = flown(plan(), day(1) + timedelta(hours=12))
    assert told.pins == {}
