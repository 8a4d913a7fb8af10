"""Why is the best plan not as planned? Each change undone by force, and solved again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from lifeboat.answers.difference import GoalChange
from lifeboat.answers.listing import listed
from lifeboat.answers.option import FlightView, Option, PersonView, has_another_home, one_by_one
from lifeboat.answers.reason import Reason
from lifeboat.answers.solve import Answer
from lifeboat.days import Window, say_instant
from lifeboat.editing.claims import Pins
from lifeboat.questions.forced import Forcing, compared
from lifeboat.questions.run import Run
from lifeboat.questions.workers import Workers, rounds_left
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.planned import Planned
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.vehicles import Vehicle
from lifeboat.situation.ways import planned_mode
from lifeboat.stopping import Stop

SECONDS = 9.0
"""The time for all reasons together, where the run has none: what is told within ten."""


class _Undone(NamedTuple):
    """A change of the plan of record, and the pins that undo it."""

    change: str
    pins: Pins


def reasons(
    scenario: Scenario, answer: Answer, *, workers: int = 1, run: Run = Run()
) -> tuple[Reason, ...]:
    """Tell for each change of the plan of record what would be worse without it.

    Changes are who goes home on another vehicle, launches that are made in another way, at another
    time or not at all, offered vehicles that stay on the ground, modes that were offered with
    another crew, landings and empty departures on another date. Each is undone by pins and the
    scenario solved again.

    Args:
        scenario: the scenario that was solved.
        answer: the answer of `solve` for it.
        workers: how many are examined at the same time, each in a process of its own.
        run: its time limit is for all of them together; nine seconds when left out.

    Returns:
        A reason for each change, people first; those that time was left for are examined.
    """
    if answer.best is None:
        return ()
    from lifeboat.solving.search.warm_start import WarmStart

    limited = run if run.time_limit is not None else replace(run, time_limit=SECONDS, begun=None)
    run = replace(limited, until=limited.ends(), time_limit=None)
    forcing = Forcing(scenario, answer, WarmStart(plans_only=True, keeps=True))
    undone = list(_changes(scenario, answer.best))

    def said(number: int) -> None:
        run.progress(f"why it is not as planned: {number} of {len(undone)} examined")

    with Workers(min(workers, len(undone)), run.stop) as all_of:
        tasks = list(zip(undone, rounds_left(len(undone), workers), strict=True))
        one = partial(_examined, forcing=forcing, run=run.in_a_worker())
        return tuple(all_of.each(one, tasks, said))


def _examined(task: tuple[_Undone, int], stop: Stop, *, forcing: Forcing, run: Run) -> Reason:
    undone, rounds = task
    run = replace(run, stop=stop)
    if run.is_over():
        return Reason(change=undone.change, otherwise="not-examined")
    other = forcing.solved(undone.pins, run.with_share(max(1, rounds)))
    found = compared(forcing.best, other)
    if found == "gave-up":
        return Reason(change=undone.change, otherwise="not-examined")
    goal, at_least = _first_worse(forcing.best, other)
    is_sure = found == "impossible" or other.outcome == "proven-best"
    if not is_sure and at_least is None:
        return Reason(change=undone.change, otherwise="not-examined")
    return Reason(change=undone.change, otherwise=found, goal=goal, at_least=at_least)


def _first_worse(best: Answer, other: Answer) -> tuple[GoalChange | None, float | None]:
    """The first goal that is otherwise, and the least it can be where that is not proven."""
    if best.best is None or other.best is None:
        return None, None
    for one, two in zip(best.best.goals, other.best.goals, strict=True):
        if one.value == two.value and two.is_settled:
            continue
        if not two.is_settled and (two.bound is None or two.bound <= one.value):
            return None, None
        change = _the_part_that_differs(best.best, other.best, one.name)
        return change, None if two.is_settled else two.bound
    return None, None


def _the_part_that_differs(one: Option, two: Option, name: str) -> GoalChange:
    """A goal in both plans; of several weighed together the first that differs."""
    parts = set(name.split("+"))
    before = {it.name: it for it in one_by_one(one.goals) if it.name in parts or it.name == name}
    after = {it.name: it for it in one_by_one(two.goals) if it.name in parts or it.name == name}
    worse = [it for it in after if after[it].value > before[it].value]
    key = worse[0] if worse else next(iter(after))
    return GoalChange(
        name=key, title=after[key].title, before=before[key].value, after=after[key].value
    )


def _changes(scenario: Scenario, best: Option) -> Iterator[_Undone]:
    yield from _rides_undone(scenario, best)
    flights = {it.vehicle: it for it in best.flights}
    yield from _other_launches(scenario, flights)
    yield from _left_on_the_ground(scenario, best)
    yield from _modes_not_flown(scenario, flights)
    yield from _other_landings(best)
    yield from _other_departures(flights)


def _rides_undone(scenario: Scenario, best: Option) -> Iterator[_Undone]:
    """Who goes home on another vehicle than planned, those alike together."""
    together: dict[tuple[str, str | None], list[PersonView]] = {}
    for one in best.people:
        if one.planned_home is not None and has_another_home(one, best):
            together.setdefault((one.planned_home, one.home), []).append(one)
    for (planned, home), people in together.items():
        names = [one.person for one in people]
        does = "goes" if len(names) == 1 else "go"
        stays = "stays" if len(names) == 1 else "stay"
        how = stays if home is None else f"{does} home on {home}"
        pins = {f"{it} as planned": Pin(person=it, home=planned) for it in names}
        yield _Undone(f"{listed(names)} {how}, planned on {planned}", pins)


def _other_landings(best: Option) -> Iterator[_Undone]:
    """Who lands on another date than planned, though on the planned vehicle."""
    together: dict[tuple[str, str], list[PersonView]] = {}
    for one in best.people:
        planned = one.planned_landing
        on_it = one.lands is not None and one.planned_home in (None, one.home)
        if on_it and one.lands is not None and planned is not None and planned.off(one.lands):
            together.setdefault((say_instant(one.lands), planned.text), []).append(one)
    for (lands, told), people in together.items():
        names = [one.person for one in people]
        does = "lands" if len(names) == 1 else "land"
        pins = {
            f"{one.person} lands as planned": Pin(person=one.person, returns=_as_window(it))
            for one in people
            if (it := one.planned_landing) is not None
        }
        yield _Undone(f"{listed(names)} {does} {lands}, planned {told}", pins)


def _other_departures(flights: dict[str, FlightView]) -> Iterator[_Undone]:
    """Vehicles that leave with nobody aboard on another date than planned."""
    for name, flight in flights.items():
        planned = flight.planned_undock
        if planned is None or flight.undock is None or flight.down:
            continue
        if planned.off(flight.undock):
            pins = {f"{name} leaves as planned": Pin(vehicle=name, undock=_as_window(planned))}
            said = f"{name} leaves {say_instant(flight.undock)}, planned {planned.text}"
            yield _Undone(said, pins)


def _as_window(planned: Planned) -> Window:
    return Window.between(planned.opens, planned.closes)


def _other_launches(scenario: Scenario, flights: dict[str, FlightView]) -> Iterator[_Undone]:
    """Launches in another mode than planned, on another date, or not planned at all."""
    for name, flight in flights.items():
        vehicle = scenario.vehicles[name]
        if flight.mode is None or flight.launch is None or not vehicle.modes:
            continue
        when, planned = say_instant(flight.launch), vehicle.planned
        if planned is None:
            pins = {f"{name} as planned": Pin(vehicle=name, flies=False)}
            yield _Undone(f"{name} is launched {when} ({flight.mode}), not planned", pins)
        elif flight.mode != planned_mode(vehicle):
            pins = {f"{name} as planned": Pin(vehicle=name, mode=planned_mode(vehicle))}
            said = f"{name} is launched {when} ({flight.mode}), planned {planned_mode(vehicle)}"
            yield _Undone(said, pins)
        elif planned.off(flight.launch):
            pins = {f"{name} as planned": Pin(vehicle=name, launch=_as_window(planned))}
            yield _Undone(f"{name} is launched {when}, planned {planned.text}", pins)


def _left_on_the_ground(scenario: Scenario, best: Option) -> Iterator[_Undone]:
    """Launches that are cancelled, and vehicles that were offered and are not used."""
    for name in best.cancelled:
        vehicle = scenario.vehicles[name]
        if _is_later(scenario, vehicle):
            continue
        said = "is offered and stays on the ground" if vehicle.planned is None else "does not fly"
        yield _Undone(f"{name} {said}", {f"{name} flies": Pin(vehicle=name, flies=True)})


def _modes_not_flown(scenario: Scenario, flights: dict[str, FlightView]) -> Iterator[_Undone]:
    """Modes with another crew, or with none, that were offered where the planned one is flown."""
    for name, flight in flights.items():
        vehicle = scenario.vehicles[name]
        if flight.mode is None or flight.mode not in vehicle.modes:
            continue
        if vehicle.planned is None or flight.mode != planned_mode(vehicle):
            continue
        crew = vehicle.modes[flight.mode].crew
        for key, mode in vehicle.modes.items():
            if mode.crew != crew:
                flown = f"flies in mode {flight.mode}, as planned"
                said = f"{name} is offered in mode {key} and {flown}"
                yield _Undone(said, {f"{name} in mode {key}": Pin(vehicle=name, mode=key)})


def _is_later(scenario: Scenario, vehicle: Vehicle) -> bool:
    """Whether a launch is planned for after the horizon."""
    closes, planned = scenario.horizon.closes, vehicle.planned
    if planned is None or planned.opens is None or closes is None:
        return False
    return planned.opens >= closes
