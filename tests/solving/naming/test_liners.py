"""Where liners may be, and what that costs, once every vehicle and everybody has dates."""

from __future__ import annotations

from typing import Any

from lifeboat.curves import Statement, Sum
from lifeboat.days import Window
from lifeboat.plans.course import Course, Journey
from lifeboat.plans.plan import Flight, Plan, Ride
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.vehicles import ImprovisedPlaces
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import all_of
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.naming.liners import LinerModel, Rider, post_liners
from posing import AS_PLANNED
from rescue import rescue
from tiny import tiny


def rider(journey: Journey) -> Rider:
    homes = () if journey.home is None else ((journey.home, Sum(number=1)),)
    return Rider(journey.member, journey.start, max(0, journey.first), homes)


def liners(course: Course) -> tuple[ModelBuilder, LinerModel]:
    """The model of everybody's liner, every rule kept."""
    builder = ModelBuilder()

    def require(rule: str, subject: str, statement: Statement) -> None:
        builder.post(statement)

    riders = [rider(journey) for journey in course.journeys.values()]
    return builder, post_liners(course.situation, builder, course.voyages.values(), riders, require)


def least(course: Course) -> dict[str, int | None]:
    """The fewest person-slots on each quality, those before it settled; then the fewest moves."""
    builder, model = liners(course)
    solver, settled = Solver(builder, Settings()), list[tuple[Sum, int]]()
    sums = {it: model.cost(it) for it in ("none", "damaged", "improvised")}
    sums["moves"] = all_of(move.flag for move in model.moves)
    found: dict[str, int | None] = {}
    for name, total in sums.items():
        found[name] = value = solver.minimise(total, settled).value
        settled.append((total, value or 0))
    return found


def rescued(stays: tuple[str, ...] = (), **changes: Any) -> Course:
    """The small rescue with Heron there from slot 6 to 11; all but some go home on it."""
    situation = rescue(**changes)
    launch = situation.clock.instant(5)
    rides = {who: Ride(home="Heron") for who in ("Ana", "Boris", "Chen")}
    rides |= {who: Ride(stays=True) for who in stays}
    return Course.of(situation, Plan(flights={"Heron": Flight(launch=launch)}, people=rides))


def test_somebody_is_there_from_docking_until_their_ship_leaves() -> None:
    """Ana leaves in slot 7, on 8 January; Cleo comes in slot 4, on the 5th."""
    journeys = Course.of(Situation.of(tiny(), {}), AS_PLANNED).journeys
    ana, cleo = rider(journeys["Ana"]), rider(journeys["Cleo"])
    assert [ana.there(slot).number for slot in (0, 6, 7)] == [1, 1, 0]
    assert [cleo.there(slot).number for slot in (3, 4, 9)] == [0, 1, 1]


def test_time_is_cut_where_a_ship_comes_or_goes_and_just_before_it_goes() -> None:
    _, model = liners(Course.of(Situation.of(tiny(), {}), AS_PLANNED))
    assert model.stretches == [(0, 4), (4, 6), (6, 7), (7, 10)]


def test_until_heron_comes_two_have_a_damaged_place_and_one_none() -> None:
    assert least(rescued()) == {"none": 6, "damaged": 12, "improvised": 0, "moves": 3}


def test_whoever_goes_home_on_a_ship_has_the_liner_in_it_before() -> None:
    """Even where places cost nothing: all three move into Heron, or two if Ana stays."""
    for course, moves in ((rescued(), 3), (rescued(("Ana",)), 2)):
        builder, model = liners(course)
        total = all_of(move.flag for move in model.moves)
        assert Solver(builder, Settings()).minimise(total).value == moves


def test_nobody_goes_home_on_a_ship_whose_seats_do_not_fit() -> None:
    people = rescue().scenario.people
    ana = people["Ana"].model_copy(update={"gear": []})
    builder, _ = liners(rescued(people={**people, "Ana": ana}))
    assert Solver(builder, Settings()).minimise(Sum()).is_impossible


def test_seats_are_taken_before_improvised_places() -> None:
    """With two seats and an improvised place in Heron one of three has that, slots 6 to 11."""
    vehicles = rescue().scenario.vehicles
    cramped = {"seats": 2, "improvised": ImprovisedPlaces(places=1)}
    heron = vehicles["Heron"].model_copy(update=cramped)
    found = least(rescued(vehicles={**vehicles, "Heron": heron}))
    assert found == {"none": 6, "damaged": 12, "improvised": 5, "moves": 3}


def test_who_fits_no_seat_has_no_place() -> None:
    """Ana has no liner and stays: no place for her in all 15 slots, for nobody else in any."""
    people = rescue().scenario.people
    ana = people["Ana"].model_copy(update={"gear": []})
    found = least(rescued(("Ana",), people={**people, "Ana": ana}))
    assert found == {"none": 15, "damaged": 12, "improvised": 0, "moves": 2}


def test_a_liner_pinned_to_the_station_gives_no_place_and_is_moved_in_again() -> None:
    """Those of Ana and Boris are out for three slots; then one of them is moved into Sparrow."""
    during = Window.read("2030-03-01..2030-03-03")
    pins = {who: Pin(person=who, liner="station", during=during) for who in ("Ana", "Boris")}
    # No place: two in slots 0 to 2, one in 3 to 5. Damaged: one, then two. Heron: all three.
    expected = {"none": 2 * 3 + 3, "damaged": 3 + 2 * 3, "improvised": 0, "moves": 1 + 3}
    assert least(rescued(pins=pins)) == expected


def test_a_liner_pinned_to_a_ship_stays_in_it_though_there_are_better_seats() -> None:
    """Ana's is in Sparrow for three slots more, from 6 to 8: as many damaged places more."""
    during = Window.read("2030-03-07..2030-03-09")
    pins = {"Ana": Pin(person="Ana", liner="Sparrow", during=during)}
    expected = {"none": 6, "damaged": 12 + 3, "improvised": 0, "moves": 3}
    assert least(rescued(pins=pins)) == expected
