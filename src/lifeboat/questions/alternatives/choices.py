"""What might be decided otherwise: the flights, the rides home, the options in overlays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lifeboat.answers.listing import listed
from lifeboat.answers.option import FlightView, Option, PersonView, has_another_home
from lifeboat.editing.opened import with_edits
from lifeboat.errors import MistakesError
from lifeboat.files.known_types import known_types
from lifeboat.files.scenario_file import sourced
from lifeboat.questions.check import check
from lifeboat.questions.forced import with_pins_that_hold
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation
from lifeboat.situation.ways import planned_mode

if TYPE_CHECKING:
    from lifeboat.solving.formulation.side_constraints import SideConstraint

_WHAT_OPTIONS_DO = {"add", "pin", "why"}
"""The keys of edits that make something new possible and decide for it. All others say that the
world is otherwise, which is nobody's choice."""


@dataclass(frozen=True)
class Choice:
    """Something that the best plan does not do."""

    says: str
    """As a sentence without its full stop."""
    scenario: Scenario
    """The scenario in which it can be chosen."""
    flies: tuple[str, str | None] | None = None
    """A vehicle, and the mode it is launched in; None if it is not to be launched."""
    rides: tuple[frozenset[str], str] | None = None
    """Some people, and the vehicle that at least one of them goes home on."""
    dated: bool = False
    """Whether it is launched on its planned date."""
    edits: tuple[str, ...] = ()
    """The overlays that make it possible."""
    adds: bool = False
    """Whether these add something, rather than only decide for what there is."""

    @property
    def added(self) -> tuple[str, ...]:
        """The overlays that a plan which makes it cannot do without."""
        return self.edits if self.adds else ()

    def side(self) -> SideConstraint:
        """The same as a constraint."""
        from lifeboat.solving.formulation.side_constraints import (
            NO_SIDE_CONSTRAINT,
            OtherFlight,
            OtherRide,
        )

        if self.flies is not None:
            return OtherFlight(*self.flies, self.dated)
        return NO_SIDE_CONSTRAINT if self.rides is None else OtherRide(*self.rides)

    def is_made_in(self, plan: Option) -> bool:
        """Whether a plan makes this choice."""
        if self.flies is not None:
            ship, mode = self.flies
            flown = next((it for it in plan.flights if it.vehicle == ship), None)
            if self.dated and not (flown and _is_on_its_date(flown)):
                return False
            return (None if flown is None else flown.mode) == mode
        if self.rides is None:
            found = check(self.scenario, plan.plan).option.findings
            return not any(it.strength == "must" for it in found)
        people, home = self.rides
        return any(it.person in people and it.home == home for it in plan.people)


def choices(scenario: Scenario, best: Option) -> tuple[Choice, ...]:
    """Everything that the best plan of a scenario might do otherwise, and that people care about.

    Vehicles for people are launched in another mode, or not at all; those that it launches in
    another mode than planned are launched as planned, on their date; others that it leaves on the
    ground fly; somebody of a crew that goes home on another vehicle than planned goes
    home on each of the others; and overlays of the scenario that pin something, and at most add
    what it takes, are options that somebody has named.
    """
    situation = Situation.of(scenario, known_types())
    found = [
        *_rides_otherwise(scenario, situation, best),
        *_flights_otherwise(scenario, situation, best),
        *_in_planned_modes(scenario, situation, best),
    ]
    said = {it.says for it in found}
    return (*found, *(it for it in _options(scenario) if it.says not in said))


def _rides_otherwise(scenario: Scenario, situation: Situation, best: Option) -> Iterator[Choice]:
    crews: dict[str, list[PersonView]] = {}
    for one in best.people:
        if one.planned_home is not None:
            crews.setdefault(one.planned_home, []).append(one)
    for crew in crews.values():
        if not any(has_another_home(one, best) for one in crew):
            continue
        homes = {it.home for it in crew}
        names = [it.person for it in crew]
        for ship in situation.ships.values():
            if ship.takes_people and ship.name not in homes:
                who = listed(names, "or")
                says = f"{who} goes home on {ship.name}"
                yield Choice(says, scenario, rides=(frozenset(names), ship.name))


def _flights_otherwise(scenario: Scenario, situation: Situation, best: Option) -> Iterator[Choice]:
    modes = {it.vehicle: it.mode for it in best.flights}
    for ship in situation.ships.values():
        if ship.is_docked or ship.is_on_its_way:
            continue
        mode = modes.get(ship.name)
        is_used = mode is not None or ship.comes_later(situation.end)
        if is_used and not ship.takes_people:
            continue
        for way in ship.ways:
            if way.name != mode:
                says = _says_of_flight(ship, way.name)
                yield Choice(says, scenario, flies=(ship.name, way.name))
        if ship.may_cancel and mode is not None:
            yield Choice(f"{ship.name} does not fly", scenario, flies=(ship.name, None))


def _in_planned_modes(scenario: Scenario, situation: Situation, best: Option) -> Iterator[Choice]:
    for flight in best.flights:
        vehicle = scenario.vehicles[flight.vehicle]
        planned, mode = vehicle.planned, planned_mode(vehicle)
        if flight.mode in (None, mode) or not situation.ships[flight.vehicle].takes_people:
            continue
        if planned is None or planned.opens is None or planned.closes is None:
            continue
        says = f"{flight.vehicle} flies in mode {mode} as planned, {planned.text}"
        yield Choice(says, scenario, flies=(flight.vehicle, mode), dated=True)


def _is_on_its_date(flight: FlightView) -> bool:
    """Whether a vehicle is launched on its planned date."""
    planned, launch = flight.planned_launch, flight.launch
    return planned is not None and launch is not None and not planned.off(launch)


def _says_of_flight(ship: Ship, mode: str) -> str:
    return f"{ship.name} flies" if len(ship.ways) == 1 else f"{ship.name} flies in mode {mode}"


def options_left_out(scenario: Scenario) -> tuple[str, ...]:
    """The overlays that are options and cannot be made as the scenario stands, each with why: most
    often it was made already.
    """
    return tuple(f"{name}: {it}" for name, it in _edited(scenario) if isinstance(it, str))


def _options(scenario: Scenario) -> Iterator[Choice]:
    for name, edited in _edited(scenario):
        if isinstance(edited, Scenario) and edited.goals == scenario.goals:
            adds = any(edit.add is not None for edit in scenario.overlays[name].edits)
            yield Choice(name, edited, edits=(name,), adds=adds)


def _edited(scenario: Scenario) -> Iterator[tuple[str, Scenario | str]]:
    """By overlay that is an option: the scenario with it made, or why that cannot be."""
    base = sourced(scenario)
    for name, overlay in scenario.overlays.items():
        keys = {key for edit in overlay.edits for key in edit.model_fields_set}
        if "pin" not in keys or not keys <= _WHAT_OPTIONS_DO:
            continue
        try:
            edited = with_edits(base, overlays=[name]).sourced.scenario
            pins = {key: pin for key, pin in edited.pins.items() if key not in scenario.pins}
            own = edited.model_copy(update={"pins": scenario.pins})
            yield name, with_pins_that_hold(own, pins)
        except MistakesError as error:
            yield name, error.mistakes[0].message
