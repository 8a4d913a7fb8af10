"""What is different between two plans of the small station of `answers`."""

from __future__ import annotations

from handmade import BEST, day
from lifeboat.answers.difference import difference


def test_a_plan_does_not_differ_from_itself() -> None:
    same = difference(BEST, BEST)
    assert same.is_nothing
    assert all(goal.before == goal.after for goal in same.goals)


def test_another_ride_home_and_none() -> None:
    ana, bo = BEST.people
    after = BEST.model_copy(
        update={
            "people": (
                ana.model_copy(update={"home": "Wren"}),
                bo.model_copy(update={"home": None}),
            )
        }
    )
    told = [(it.person, it.before, it.after) for it in difference(BEST, after).rides]
    assert told == [("Ana", "Heron", "Wren"), ("Bo", "Wren", "stays")]


def test_somebody_who_does_not_come() -> None:
    after = BEST.model_copy(update={"people": BEST.people[:1]})
    (only,) = difference(BEST, after).rides
    assert (only.person, only.before, only.after) == ("Bo", "Wren", "not flown")


def test_flights_moved_in_days_with_a_sign() -> None:
    heron, wren = BEST.flights
    after = BEST.model_copy(
        update={
            "flights": (
                heron.model_copy(update={"launch": day(6), "mode": "crewed", "undock": day(20)}),
                wren.model_copy(update={"undock": day(8, 6)}),
            )
        }
    )
    told = [(it.vehicle, it.what, it.after, it.days) for it in difference(BEST, after).flights]
    assert told == [
        ("Heron", "mode", "crewed", None),
        ("Heron", "launch", "2030-01-06", 2.0),
        ("Heron", "undock", "2030-01-20", None),
        ("Wren", "undock", "2030-01-08T06:00Z", -1.0),
    ]


def test_another_port_first_and_after_a_move() -> None:
    """Heron docks at south and is moved to zenith in one of them."""
    heron, wren = BEST.flights
    north = heron.model_copy(update={"ports": ("north",)})
    found = difference(BEST, BEST.model_copy(update={"flights": (north, wren)})).flights
    told = [(it.vehicle, it.what, it.before, it.after) for it in found]
    assert told == [
        ("Heron", "port", "south", "north"),
        ("Heron", "port after its move", "zenith", "not moved"),
    ]


def test_another_vehicle_up_another_landing_and_another_place_home() -> None:
    """Bo lands two days later, on a place that is not a seat."""
    ana, bo = (it.model_copy(update={"up": "Wren", "home_place": "nominal"}) for it in BEST.people)
    before = BEST.model_copy(update={"people": (ana, bo)})
    later = {"lands": day(11), "home_place": "improvised"}
    after = BEST.model_copy(
        update={"people": (ana.model_copy(update={"up": "Heron"}), bo.model_copy(update=later))}
    )
    told = difference(before, after)
    assert [(it.person, it.before, it.after) for it in told.coming] == [("Ana", "Wren", "Heron")]
    assert [(it.person, it.after, it.days) for it in told.landings] == [("Bo", day(11), 2.0)]
    (ride,) = told.rides
    assert (ride.before, ride.after) == ("Wren", "Wren")
    assert (ride.place_before, ride.place_after) == ("nominal", "improvised")
    assert not told.is_nothing


def test_a_flight_that_is_not_flown_any_more_or_is_new() -> None:
    after = BEST.model_copy(update={"flights": BEST.flights[1:]})
    (gone,) = difference(BEST, after).flights
    assert (gone.vehicle, gone.before, gone.after) == ("Heron", "flown", "not flown")
    (new,) = difference(after, BEST).flights
    assert (new.vehicle, new.before, new.after) == ("Heron", "not flown", "flown")


def test_days_in_places_of_each_quality() -> None:
    # Ana: three days damaged (1 to 4 January), two without a place (4 to 6).
    safe = BEST.model_copy(update={"seats": tuple(it for it in BEST.seats if it.person == "Bo")})
    told = {(it.person, it.quality): it.days for it in difference(BEST, safe).seats}
    assert told == {("Ana", "damaged"): -3.0, ("Ana", "none"): -2.0}
    assert {it.days for it in difference(safe, BEST).seats} == {3.0, 2.0}


def test_goals_of_both() -> None:
    fewer = BEST.model_copy(update={"goals": BEST.goals[1:]})
    told = {it.name: (it.before, it.after) for it in difference(BEST, fewer).goals}
    assert told["no-place"] == (2, None)
    assert told["moved"] == (12.5, 12.5)
