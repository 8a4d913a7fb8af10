"""The best plan known for each choice, and the different plans among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lifeboat.answers.alternatives import Alternative
from lifeboat.answers.difference import difference
from lifeboat.answers.option import GoalValue, Option
from lifeboat.questions.alternatives.best_with import BestWith
from lifeboat.questions.alternatives.choices import Choice

Rating = tuple[bool, tuple[float, ...], tuple[float, ...]]
"""How good a plan is: whether there is none, its goals as tolerances have them, and its goals."""


@dataclass
class Tally:
    """What is known of each choice so far."""

    best: Option
    choices: Sequence[Choice]
    known: dict[str, BestWith] = field(default_factory=dict)
    """By choice."""
    _made: dict[tuple[str, int], tuple[Option, bool]] = field(default_factory=dict)
    """Whether a plan makes a choice, by its identity; the plan is held, or another might get it."""

    def remember(self, plans: Sequence[Alternative], impossible: Sequence[str]) -> None:
        """Take over what an earlier answer knew."""
        says = {it.says for it in self.choices}
        for plan in plans:
            for choice in says.intersection(plan.makes):
                is_proven = choice in plan.proven_for
                self.known[choice] = BestWith("found", plan.option, is_proven)
        for choice in says.intersection(impossible):
            self.known[choice] = BestWith("impossible", is_proven=True)

    def to_seek(self) -> list[Choice]:
        """The choices of which something is still to be found out."""
        return [it for it in self.choices if not self._of(it).is_proven]

    def add(self, choice: Choice, found: BestWith) -> None:
        """Take over what was found out of a choice; a plan that is worse than one known is not."""
        known = self._of(choice)
        if found.is_proven or self._rated(found.option) < self._rated(known.option):
            self.known[choice.says] = found

    def impossible(self) -> tuple[str, ...]:
        """The choices that no plan makes."""
        return tuple(it.says for it in self.choices if self._of(it).outcome == "impossible")

    def not_known(self) -> tuple[str, ...]:
        """The choices for which no plan is known."""
        return tuple(it.says for it in self.choices if self._best_of(it).outcome == "gave-up")

    def are_all(self) -> bool:
        """Whether the best plan is proven for every choice, or that there is none."""
        return not self.to_seek()

    def plans(self) -> tuple[Alternative, ...]:
        """The different plans, the best first. Two of the same flights, modes and rides are told
        only where one of them does not make the choice that led to the other.
        """
        of_a_kind: dict[object, list[tuple[Choice, BestWith]]] = {}
        for choice in self.choices:
            found = self._best_of(choice)
            if found.option is not None:
                key = (choice.added, kind_of_plan(found.option))
                of_a_kind.setdefault(key, []).append((choice, found))
        told = [one for alike in of_a_kind.values() for one in self._told_apart(alike)]
        return tuple(sorted(told, key=lambda it: self._rated(it.option)))

    def _told_apart(self, alike: list[tuple[Choice, BestWith]]) -> Iterator[Alternative]:
        while alike:
            choice, found = min(alike, key=lambda it: self._rated(it[1].option))
            plan = found.option
            assert plan is not None
            same = [it for it in alike if it[1].option is plan or self._makes(plan, it[0])]
            alike = [it for it in alike if it not in same]
            yield alternative(
                self.best,
                plan,
                makes=tuple(it.says for it, _ in same),
                proven_for=tuple(it.says for it, known in same if known.is_proven),
                edits=choice.added,
            )

    def _of(self, choice: Choice) -> BestWith:
        return self.known.get(choice.says, BestWith("gave-up"))

    def _best_of(self, choice: Choice) -> BestWith:
        """The best known plan that makes a choice, also one that was sought for another."""
        own = self._of(choice)
        if own.is_proven:
            return own
        return min([own, *self._also_making(choice)], key=lambda it: self._rated(it.option))

    def _also_making(self, choice: Choice) -> Iterator[BestWith]:
        for other in self.choices:
            plan = self._of(other).option
            if plan is not None and other.added == choice.added and self._makes(plan, choice):
                yield BestWith("found", plan)

    def _makes(self, plan: Option, choice: Choice) -> bool:
        key = (choice.says, id(plan))
        if key not in self._made:
            self._made[key] = plan, choice.is_made_in(plan)
        return self._made[key][1]

    def _rated(self, plan: Option | None) -> Rating:
        return rated(plan, self.best)


def alternative(
    best: Option,
    plan: Option,
    *,
    makes: tuple[str, ...] = (),
    proven_for: tuple[str, ...] = (),
    proven: bool = False,
    edits: tuple[str, ...] = (),
    traded: tuple[float, float] | None = None,
) -> Alternative:
    """A plan held against the best one."""
    mine, theirs = rated(plan, best), rated(best, best)
    return Alternative(
        makes=makes,
        proven_for=proven_for,
        edits=edits,
        compared="as-good" if mine == theirs else "worse" if mine > theirs else "better",
        proven=proven or bool(proven_for),
        option=plan,
        difference=difference(best, plan),
        traded=traded,
    )


def rated(plan: Option | None, best: Option) -> Rating:
    """How good a plan is beside the best one: within a goal's tolerance less is not better."""
    if plan is None:
        return True, (), ()
    values = tuple(goal.value for goal in plan.goals)
    pairs = zip(plan.goals, best.goals, strict=True)
    return False, tuple(_as_tolerated(goal, known) for goal, known in pairs), values


def _as_tolerated(goal: GoalValue, known: GoalValue) -> float:
    if known.bound is None or not known.within:
        return goal.value
    return max(goal.value, known.bound + known.within)


def kind_of_plan(plan: Option) -> object:
    """Equal for plans with the same flights, modes and rides home, whatever their dates."""
    flights = frozenset((it.vehicle, it.mode) for it in plan.flights)
    return flights, frozenset((it.person, it.up, it.home) for it in plan.people)
