"""A situation as a model: every decision on a grid of candidate dates, and every rule posted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lifeboat.decisions import Party
from lifeboat.rules import RULES
from lifeboat.situation.situation import Situation
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.formulation.cells import Candidates
from lifeboat.solving.formulation.flights import FlightVariables, post_flights
from lifeboat.solving.formulation.people import PeopleVariables, post_people
from lifeboat.solving.formulation.places import PlaceAssignment, post_places
from lifeboat.solving.formulation.ports import PortAssignment, post_ports
from lifeboat.solving.formulation.posting import Posting
from lifeboat.solving.formulation.side_constraints import NO_SIDE_CONSTRAINT, SideConstraint
from lifeboat.stopping import Stop, never


@dataclass(eq=False)
class SolverDecisions(Posting):
    """The solver's side of `lifeboat.decisions.Decisions`."""

    flights: FlightVariables
    people: PeopleVariables
    ports: PortAssignment

    @property
    def parties(self) -> Sequence[Party]:
        return self.people.parties

    @cached_property
    def seating(self) -> PlaceAssignment:
        """The places of all slots, posted when they are first read."""
        return post_places(self, self.flights, self.people)

    def post_seating(self) -> None:
        """Post the places if nothing has read them yet: who rides home sits somewhere before, also
        where neither a rule nor a goal asks for places.
        """
        _ = self.seating


def decisions_on(
    situation: Situation,
    candidates: Candidates,
    side: SideConstraint = NO_SIDE_CONSTRAINT,
    stop: Stop = never,
) -> SolverDecisions:
    """Every decision about a situation, with no rule posted yet.

    Args:
        situation: the situation to decide.
        candidates: the candidate dates of every event.
        side: which rides home are allowed.
        stop: whether to give up; `GivenUpError` is raised then.
    """
    builder = ModelBuilder(stop)
    flights = post_flights(situation, builder, candidates)
    people = post_people(situation, builder, flights, side.allows)
    ports = post_ports(situation, builder, flights)
    return SolverDecisions(situation, builder, flights, people, ports)


def formulate(
    situation: Situation,
    candidates: Candidates,
    side: SideConstraint = NO_SIDE_CONSTRAINT,
    stop: Stop = never,
) -> SolverDecisions:
    """The whole model of a situation on a grid: every rule, and a side constraint.

    Raises `GivenUpError` where `stop` says so before it is complete.
    """
    decide = decisions_on(situation, candidates, side, stop)
    for rule in RULES:
        rule.post(decide)
    decide.post_seating()
    side.post(decide)
    return decide
