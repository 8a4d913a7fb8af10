"""Names who sits where, with as few liners moved as possible.

Dates and rides are fixed, and so are the person-slots spent on each quality of place; what is left
is small enough to model everybody by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lifeboat.curves import Statement, Sum, total_of
from lifeboat.goals import Weighed, order_of
from lifeboat.plans.course import Course, Journey, Sitting
from lifeboat.rules.everyone_has_a_seat import EveryoneHasASeat
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.model import Variable
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.naming.liners import Rider, post_liners

MOVE = 10**10
"""The weight of a reseat, against places other than in a plan that is to be kept."""

ELSEWHERE = 100_000
"""The weight of such a place for one stretch of time, against the order of names."""

GRACE = 0.5
"""Seconds in which places are named even where no time is left."""

ANY_PLACES = 2.0
"""The deterministic time in which any places at all have to be found then."""

Sittings = dict[str, tuple[Sitting, ...]]


@dataclass(frozen=True, slots=True)
class SeatAssignment:
    """Where everybody's liner is, how many are moved, and the bound on that number."""

    sittings: Sittings
    reseats: int
    bound: int


def assign_seats(
    course: Course,
    spent: dict[str, int],
    settings: Settings,
    broken: frozenset[tuple[str, str]] = frozenset(),
    like: Course | None = None,
) -> SeatAssignment | None:
    """Seat everybody for fixed voyages and rides; None if no seating is found.

    Args:
        course: every voyage and journey; its sittings are ignored.
        spent: the person-slots each quality may cost, by the name of its goal; for goals weighed
            together, only their weighted sum counts.
        settings: how to search.
        broken: the rules that need not hold, each with its subject.
        like: a plan whose places are kept where that moves no more liners.
    """
    return _SeatNaming(course, spent, broken, like).solve(settings)


class _SeatNaming:
    def __init__(
        self,
        course: Course,
        spent: dict[str, int],
        broken: frozenset[tuple[str, str]],
        like: Course | None,
    ) -> None:
        self._course, self._builder, self._broken = course, ModelBuilder(), broken
        riders = [_rider(journey) for journey in course.journeys.values()]
        situation, voyages = course.situation, course.voyages.values()
        self._liners = post_liners(situation, self._builder, voyages, riders, self._require)
        self._elsewhere = [] if like is None else list(self._sits_elsewhere(like))
        if EveryoneHasASeat().is_strict(situation):
            self._builder.post(self._liners.cost("none") <= 0)
        for weighed in order_of(situation.scenario):
            self._keep_cost(weighed, spent)

    def _keep_cost(self, weighed: Weighed, spent: dict[str, int]) -> None:
        """Cap the cost of places; goals weighed together share one cap."""
        parts = [(goal, weight) for goal, weight in weighed.parts if goal.quality is not None]
        cost = total_of(self._liners.cost(str(goal.quality)) * weight for goal, weight in parts)
        self._builder.post(cost <= sum(weight * spent[goal.name] for goal, weight in parts))

    def _require(self, rule: str, subject: str, statement: Statement) -> None:
        if (rule, subject) not in self._broken:
            self._builder.post(statement)

    def _sits_elsewhere(self, like: Course) -> Iterator[Variable]:
        """The variables of people sitting elsewhere than in another plan."""
        for (name, ship, first), flag in self._liners.sits.items():
            journey = like.journeys.get(name)
            if journey is not None and journey.first <= first < journey.end:
                seat = next(it.ship for it in journey.sittings if it.first <= first < it.end)
                if ship != seat:
                    yield flag

    def solve(self, settings: Settings) -> SeatAssignment | None:
        until = settings.with_grace(GRACE).until
        search = Solver(self._builder, Settings(seed=settings.seed, until=until))
        cost = self._cost()
        step = search.minimise(cost)
        if not step.is_found:
            # Where no time is left to move few liners, any places will do.
            search = Solver(self._builder, Settings(seed=settings.seed, effort=ANY_PLACES))
            if not search.minimise(Sum()).is_found:
                return None
        elif step.is_proven and step.value is not None:
            search.minimise(self._by_name(), [(cost, step.value)], from_last=True)
        sittings = {
            name: tuple(self._read(search, journey))
            for name, journey in self._course.journeys.items()
        }
        reseats = sum(search.value(move.flag) for move in self._liners.moves)
        return SeatAssignment(sittings, reseats, reseats if step.is_proven else 0)

    def _cost(self) -> Sum:
        """Few moves first, then few places elsewhere than in a plan that is to be kept."""
        late = {first: min(99, number) for number, (first, _) in enumerate(self._liners.stretches)}
        moves = self._liners.moves
        weights = [(MOVE + 100 * move.rank + late[move.slot], move.flag) for move in moves]
        weights += [(ELSEWHERE, flag) for flag in self._elsewhere]
        return Sum((), tuple(weights))

    def _by_name(self) -> Sum:
        """What is least if nobody's liner waits on the station who could sit, and if those sit who
        come last by name, in the vehicles that come first: of several whose liner may be moved,
        too, it is the first's.
        """
        names = enumerate(sorted(self._course.journeys), start=1)
        people = {name: -number for number, name in names}
        ships = {name: index for index, name in enumerate(sorted(self._course.voyages))}
        sits = self._liners.sits.items()
        return Sum(
            (), tuple((people[name] * len(ships) + ships[ship], it) for (name, ship, _), it in sits)
        )

    def _read(self, search: Solver, journey: Journey) -> Iterator[Sitting]:
        found: list[Sitting] = []
        for first, end in self._liners.stretches:
            if not journey.first <= first < journey.end:
                continue
            ship = next(
                (
                    name
                    for name in self._course.voyages
                    if (flag := self._liners.sits.get((journey.member.name, name, first)))
                    is not None
                    and search.value(flag)
                ),
                None,
            )
            if found and found[-1].ship == ship:
                found[-1] = Sitting(ship, found[-1].first, end)
            else:
                found.append(Sitting(ship, first, end))
        return iter(found)


def _rider(journey: Journey) -> Rider:
    home = journey.home
    homes = () if home is None or home.undock is None else ((home, Sum((), (), 1)),)
    return Rider(journey.member, journey.start, max(0, journey.first), homes)
