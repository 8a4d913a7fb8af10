"""The best plan of a search that is under way, for whoever waits for its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lifeboat.answers.option import GoalValue
from lifeboat.answers.so_far import SoFar
from lifeboat.goals import Weighed, order_of
from lifeboat.questions.run import unheard
from lifeboat.situation.clock import Clock
from lifeboat.situation.ship import Ship
from lifeboat.situation.situation import Situation

if TYPE_CHECKING:
    from lifeboat.solving.formulation.schedule import Schedule, ScheduledFlight
    from lifeboat.solving.search.incumbent import Incumbent
    from lifeboat.solving.search.problem import BestSoFar


def telling(found: Callable[[SoFar | None], None]) -> BestSoFar:
    """Let a search that begins now tell of its plans; nothing is put into words nobody hears."""
    from lifeboat.solving.search.problem import untold

    found(None)
    if found is unheard:
        return untold
    return lambda situation, plan: found(so_far(situation, plan))


def so_far(situation: Situation, found: Incumbent) -> SoFar:
    """A plan that a search has found, with the bounds it knows by then."""
    return SoFar(
        flights=tuple(_flights(situation, found.schedule)),
        goals=tuple(_dated_goals(situation, found)),
    )


def _flights(situation: Situation, plan: Schedule) -> Iterator[str]:
    for ship in situation.ships.values():
        flight = plan.flights.get(ship.name)
        if flight is None:
            due = ship.planned_within
            if due is not None and due.end <= situation.end:
                yield f"{ship.name} cancelled"
        elif flight.way is not None and flight.launch is not None:
            yield from _launch(situation.clock, ship, flight.way.name, flight.launch)
        if flight is not None:
            yield from _departure(situation.clock, ship, flight)


def _launch(clock: Clock, ship: Ship, mode: str, launch: int) -> Iterator[str]:
    if mode != ship.planned_way:
        yield f"{ship.name} {mode} {clock.say(launch)}"
    elif ship.planned_within is None or launch not in ship.planned_within:
        yield f"{ship.name} {clock.say(launch)}"


def _departure(clock: Clock, ship: Ship, flight: ScheduledFlight) -> Iterator[str]:
    leaves, undock = ship.leaves_within, flight.undock
    if leaves is not None and undock is not None and undock not in leaves:
        yield f"{ship.name} leaves {clock.say(undock)}"


def _dated_goals(situation: Situation, found: Incumbent) -> Iterator[GoalValue]:
    decided = (it for it in order_of(situation.scenario) if it.settled_with_dates())
    for index, weighed in enumerate(decided):
        # Bounds after it were found with all goals before them at theirs: less may be had yet.
        is_known = index < len(found.bounds) and index <= found.proven
        besides = sum(found.spent.get(goal.name, 0) * weight for goal, weight in weighed.besides)
        least = found.bounds[index] - besides if is_known else None
        value = found.values[index] - besides
        yield _goal_so_far(situation, weighed, value, least, proven=index < found.proven)


def _goal_so_far(
    situation: Situation, weighed: Weighed, value: int, least: int | None, *, proven: bool
) -> GoalValue:
    clock, in_time = situation.clock, weighed.in_time
    bound = None if least is None else max(0, least)
    return GoalValue(
        name=weighed.name,
        title=weighed.title,
        unit=weighed.unit,
        value=clock.days(value) if in_time else value,
        bound=clock.days(bound) if in_time and bound is not None else bound,
        within=weighed.within,
        proven=proven,
    )
