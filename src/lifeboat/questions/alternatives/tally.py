"""The best plan known for each choice, and the different plans among them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from lifeboat.answers.alternatives import Alternative
from lifeboat.answers.difference import difference
from lifeboat.answers.option import Option
from lifeboat.questions.alternatives.best_with import BestWith
from lifeboat.questions.alternatives.choices import Choice


@dataclass
class Tally:
    """What is known of each choice so far."""

    best: Option
    choices: Sequence[Choice]
    known: dict[str, BestWith] = field(default_factory=dict)
    """By choice."""

    def remember(self, plans: Sequence[Alternative], impossible: Sequence[str]) -> None:
        """Take over what an earlier answer knew."""
        says = {it.says for it in self.choices}
        for plan in plans:
            for choice in says.intersection(plan.makes):
                self.known[choice] = BestWith("found", plan.option, plan.proven)
        for choice in says.intersection(impossible):
            self.known[choice] = BestWith("impossible", is_proven=True)

    def to_seek(self) -> list[Choice]:
        """The choices of which something is still to be found out."""
        return [it for it in self.choices if not self._of(it).is_proven]

    def add(self, choice: Choice, found: BestWith) -> None:
        """Take over what was found out of a choice."""
        if found.option is not None or found.is_proven:
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
        """The different plans, the best first: no two have the same flights, modes and rides, and
        launch what may be launched as planned on the same date.
        """
        dated = {it.flies[0] for it in self.choices if it.dated and it.flies}
        of_a_kind: dict[object, list[tuple[Choice, BestWith]]] = {}
        for choice in self.choices:
            found = self._best_of(choice)
            if found.option is not None:
                added = choice.edits if choice.adds else ()
                key = (added, kind_of_plan(found.option, dated))
                of_a_kind.setdefault(key, []).append((choice, found))
        return tuple(sorted(map(self._told, of_a_kind.values()), key=_by_goals))

    def _told(self, alike: Sequence[tuple[Choice, BestWith]]) -> Alternative:
        choice, found = min(alike, key=lambda it: (values_of(it[1].option), not it[1].is_proven))
        assert found.option is not None
        return alternative(
            self.best,
            found.option,
            proven=any(it.is_proven for _, it in alike),
            makes=tuple(it.says for it, _ in alike),
            edits=choice.edits,
        )

    def _of(self, choice: Choice) -> BestWith:
        return self.known.get(choice.says, BestWith("gave-up"))

    def _best_of(self, choice: Choice) -> BestWith:
        """The best known plan that makes a choice, also one that was sought for another."""
        own = self._of(choice)
        if own.is_proven:
            return own
        return min([own, *self._also_making(choice)], key=lambda it: values_of(it.option))

    def _also_making(self, choice: Choice) -> Iterator[BestWith]:
        for other in self.choices:
            plan = self._of(other).option
            if plan is not None and other.edits == choice.edits and choice.is_made_in(plan):
                yield BestWith("found", plan)


def alternative(
    best: Option,
    plan: Option,
    *,
    proven: bool,
    makes: tuple[str, ...] = (),
    edits: tuple[str, ...] = (),
) -> Alternative:
    """A plan held against the best one."""
    mine, theirs = values_of(plan), values_of(best)
    return Alternative(
        makes=makes,
        edits=edits,
        compared="as-good" if mine == theirs else "worse" if mine > theirs else "better",
        proven=proven,
        option=plan,
        difference=difference(best, plan),
    )


def values_of(plan: Option | None) -> tuple[bool, tuple[float, ...]]:
    """The goals of a plan, to be compared; no plan comes after all others."""
    return plan is None, () if plan is None else tuple(it.value for it in plan.goals)


def kind_of_plan(plan: Option, dated: Collection[str]) -> object:
    """Equal for plans with the same flights, modes and rides home, whatever their dates; but for
    the launches of some vehicles.
    """
    flights = frozenset(
        (it.vehicle, it.mode, it.launch if it.vehicle in dated else None) for it in plan.flights
    )
    return flights, frozenset((it.person, it.up, it.home) for it in plan.people)


def _by_goals(one: Alternative) -> tuple[bool, tuple[float, ...]]:
    return values_of(one.option)
