"""Why is there no plan? Premises that cannot hold together, and a plan without any one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from lifeboat.premises.premise import Premise
from lifeboat.questions.conflict.alike import Narrowed, those_alike
from lifeboat.questions.conflict.smallest import smallest
from lifeboat.questions.conflict.standing import Standing
from lifeboat.rules.pins_hold import PinsHold

MOST_CONFLICTS = 5
"""The number of conflicts that are looked for, one after another."""

FEW = 3
"""As much as may matter of how things are with ships that a conflict is not about."""


def conflicts(
    standing: Standing, say: Callable[[str], None], pins: Collection[str] = ()
) -> Iterator[Narrowed | None]:
    """Conflicts that share no premise, until without those of all of them there is a plan.

    Args:
        standing: a scenario that is known to have no plan.
        say: called with what is done.
        pins: the names of pins without which there is known to be a plan: the first conflict has
            one of them, and is the only one.

    Yields:
        Each conflict; and None at the end if there may be more.
    """
    for number in range(1, MOST_CONFLICTS + 1):
        found = those_alike(standing, one_conflict(standing, pins))
        yield found
        if not found.is_smallest:
            break
        if not found.premises or pins:
            return
        standing = standing.without(found.all_premises)
        say(f"conflicts found: {number}; looking for another")
        is_possible = standing.is_possible(())
        if is_possible:
            return
        if is_possible is None:
            break
    yield None


def one_conflict(standing: Standing, pins: Collection[str] = ()) -> Narrowed:
    """A smallest set of premises that cannot hold together.

    What is asked, decided or has happened is let go first, then how things are with the ships,
    people and places that what remains is about, then with all others: of these hardly anything
    may matter, or all is left as it is. Rules hold, as everywhere; those that this scenario names
    are let go last, each as a whole, and all of them where nothing but pins remains. Of some pins
    it is known that they belong to it.
    """
    search = _Narrowing(standing)
    strict = {rule.rule for rule in standing.rules}
    matter = [it for it in standing.premises if it.always or it.rule in strict]
    known = [it for it in matter if it.keys[0] == "pins" and it.keys[1] in pins]
    asked = search.narrow([it for it in matter if not it.is_given and it not in known])
    asked += known if len(known) == 1 else search.narrow(known)
    given = [it for it in matter if it.is_given]
    about = frozenset[str]().union(*(it.about for it in asked))
    near = search.narrow([it.freed() for it in given if about & it.about])
    far = search.narrow_to_few([it for it in given if not about & it.about], FEW if about else None)
    particular = [*asked, *near, *far]
    said = {premise.rule for premise in particular}
    stated = strict if said <= {PinsHold.name} else {*standing.scenario.rules}
    general = search.narrow([it for it in standing.rules if it.rule in stated - said])
    return search.verified([*particular, *general], known if len(known) == 1 else ())


class _Narrowing:
    """Lets go of what does not matter, kind by kind."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self.let_go: list[Premise] = []
        self.is_smallest = True

    def narrow(self, premises: Sequence[Premise]) -> list[Premise]:
        """Those of some premises without any one of which there is a plan; of how things are, none
        of which that is not known: it stays as it is.
        """
        return self.narrow_to_few(premises, None)

    def narrow_to_few(self, premises: Sequence[Premise], most: int | None) -> list[Premise]:
        """The same; but none, and all are left as they are, if those would be more than so many."""

        def is_possible(kept: Sequence[Premise]) -> bool | None:
            gone = [it for it in premises if it not in kept]
            return self._standing.is_possible([*self.let_go, *gone])

        found = smallest(premises, is_possible, most)
        if found is None:
            return []
        self.let_go += [it for it in premises if it not in found.things]
        self.is_smallest = self.is_smallest and found.is_smallest
        return [it for it in found.things if it in found.needed or not it.is_given]

    def verified(self, premises: Sequence[Premise], known: Sequence[Premise]) -> Narrowed:
        """The conflict, once more without each one of its premises: what was let go since may stand
        in the way of that, as a ship that is sound again has places and needs a port for itself.
        Without those known there is a plan that needs nothing let go.
        """
        without_each = ([it, *self.let_go] for it in premises if it not in known)
        is_smallest = self.is_smallest and all(map(self._standing.is_possible, without_each))
        return Narrowed(tuple(premises), tuple(self.let_go), is_smallest)
