"""Which port everything docks at: two ports for all, Sparrow at north when the small rescue begins,
Heron to come on slot 6.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from lifeboat.days import Window
from lifeboat.plans.course import Course
from lifeboat.plans.plan import Flight, Plan
from lifeboat.scenario.facilities import Closure
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.vehicles import Vehicle, VehicleType
from lifeboat.solving.cpsat.solver import Settings
from lifeboat.solving.naming.ports import Berth, assign_ports
from rescue import rescue
from searching import best_of


def berths(sparrow_leaves: int, like: str | None = None, **changes: Any) -> dict[str, Berth]:
    """Every berth in the best plan, where Sparrow leaves on a slot; perhaps like in a plan that
    has Heron at a port.
    """
    situation = rescue(**changes)
    best = best_of(situation)
    sparrow = replace(best.schedule.flights["Sparrow"], undock=sparrow_leaves)
    schedule = replace(best.schedule, flights={**best.schedule.flights, "Sparrow": sparrow})
    kept = (
        None if like is None else Course.of(situation, Plan(flights={"Heron": Flight(port=like)}))
    )
    return assign_ports(situation, schedule, Settings(), best.broken, kept)


@pytest.mark.parametrize(
    ("turn_round", "sparrow_leaves", "port"),
    [(0, 6, "south"), (0, 5, "north"), (2, 5, "south"), (2, 4, "north")],
)
def test_a_ship_gets_the_first_port_that_is_free_and_turned_round(
    turn_round: int, sparrow_leaves: int, port: str
) -> None:
    station = rescue().scenario.station
    changed = station.model_copy(update={"turn_round": timedelta(days=turn_round)})
    found = berths(sparrow_leaves, station=changed)
    assert found == {"Sparrow": Berth("north", sparrow_leaves), "Heron": Berth(port, 11)}


@pytest.mark.parametrize(
    ("like", "sparrow_leaves", "port"),
    [("south", 5, "south"), ("north", 5, "north"), ("north", 11, "south")],
)
def test_the_port_of_a_plan_to_be_kept_comes_first_where_it_is_free(
    like: str, sparrow_leaves: int, port: str
) -> None:
    assert berths(sparrow_leaves, like)["Heron"].port == port


def test_a_pinned_port_is_taken_though_another_comes_first() -> None:
    pins = {"port": Pin(vehicle="Heron", port="south")}
    assert berths(5, pins=pins)["Heron"].port == "south"


def test_no_port_is_taken_that_closes_before_the_ship_has_left() -> None:
    """North closes on 12 March, slot 11, in which Heron leaves; or a day before."""
    ports = rescue().scenario.ports
    for closes, port in (("2030-03-12", "north"), ("2030-03-11", "south")):
        closed = {"repair": Closure(during=Window.read(f"{closes}.."))}
        north = ports["north"].model_copy(update={"closures": closed})
        assert berths(5, ports={**ports, "north": north})["Heron"].port == port


@pytest.mark.parametrize(("sparrow_leaves", "barge_leaves"), [(11, 6), (5, 10)])
def test_a_cargo_ship_leaves_as_planned_or_just_before_its_port_is_needed(
    sparrow_leaves: int, barge_leaves: int
) -> None:
    """It is at south, and was to leave on 11 March, slot 10."""
    scenario = rescue().scenario
    hours = timedelta(hours=6)
    kind = VehicleType(family="barge", mechanism="ring", flight_up=hours, flight_down=hours)
    docked = scenario.vehicles["Sparrow"].docked
    leaves = Planned.read("2030-03-11")
    barge = Vehicle(type="barge", port="south", docked=docked, leaves=leaves)
    found = berths(
        sparrow_leaves,
        vehicle_types={**scenario.vehicle_types, "barge": kind},
        vehicles={**scenario.vehicles, "Barge": barge},
    )
    assert found["Barge"] == Berth("south", barge_leaves)
    assert found["Heron"].port == ("south" if barge_leaves == 6 else "north")


def test_one_follows_another_too_soon_only_where_that_rule_was_broken() -> None:
    """With north as the only port, Sparrow there to slot 11 and a turn-round of three days, Heron
    would come too late for its window: the turn-round is worth less than a seat. Two vehicles never
    share the port.
    """
    changes: dict[str, Any] = {
        "station": rescue().scenario.station.model_copy(update={"turn_round": timedelta(days=3)}),
        "ports": {"north": rescue().scenario.ports["north"]},
        "pins": {"late": Pin(vehicle="Sparrow", undock=Window.read("2030-03-12"))},
        "rules": {"one-vehicle-per-port": "should"},
    }
    best = best_of(rescue(**changes))
    assert best.broken == {("one-vehicle-per-port", "north")}
    assert best.schedule.flights["Heron"].dock == 11
    assert {berth.port for berth in berths(11, **changes).values()} == {"north"}
