"""People with the same conflict, so that it is told once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lifeboat.premises.premise import Premise
from lifeboat.questions.conflict.standing import Standing


@dataclass(frozen=True)
class Narrowed:
    """Premises that cannot hold together though any fewer of them could."""

    premises: tuple[Premise, ...]
    let_go: tuple[Premise, ...]
    """What else was let go: not even without all of that is there a plan. The rest is how things
    are with the ships, people and places that the conflict is not about."""
    is_smallest: bool
    """Whether there is known to be a plan without any one of the premises."""
    alike: tuple[tuple[str, tuple[Premise, ...]], ...] = ()
    """People with the same conflict, each with what is said of them in place of somebody else."""

    @property
    def all_premises(self) -> list[Premise]:
        """Those of the conflict, and of everybody else who has it."""
        return [*self.premises, *(it for _, own in self.alike for it in own)]


def those_alike(standing: Standing, found: Narrowed) -> Narrowed:
    """The same conflict with everybody else who has it: what is said of them is the same, and
    leaves no plan in place of what is said of the one person it is about.
    """
    people = {it.keys[1] for it in found.premises if it.keys[0] == "people"}
    if len(people) != 1:
        return found
    (one,) = people
    mine = [it for it in found.premises if it.keys[:2] == ("people", one)]
    if any(one in it.about for it in found.premises if it not in mine):
        return found  # A pin names the person: of nobody else is the same said.
    alike = []
    for other, own in _said_of_others(standing, mine):
        gone = [*mine, *(it for it in found.let_go if it not in own)]
        if standing.is_possible(gone) is False:
            alike.append((other, own))
    return replace(found, alike=tuple(alike))


def _said_of_others(
    standing: Standing, mine: list[Premise]
) -> Iterator[tuple[str, tuple[Premise, ...]]]:
    """People of whom the scenario says all that it says of one."""
    known = {it.keys: it for it in standing.premises if it.keys[0] == "people"}
    one = mine[0].keys[1]
    for other in standing.scenario.people:
        own = [known.get(("people", other, *it.keys[2:])) for it in mine]
        said = [it.says.replace(one, other, 1) for it in mine]
        if other != one and said == [None if it is None else it.says for it in own]:
            yield other, tuple(it for it in own if it is not None)
