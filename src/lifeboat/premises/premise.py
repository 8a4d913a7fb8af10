"""Premises: what a scenario says that can leave it without a plan, each as it can be let go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lifeboat.days import say_instant
from lifeboat.scenario.part import Part
from lifeboat.scenario.scenario import Scenario

Keys = tuple[Any, ...]
"""Names of attributes and keys of maps, from the scenario down to a value."""


class Gone:
    """Stands for the value of what is taken out of its map."""


@dataclass(frozen=True)
class Premise:
    """Something that a scenario says and a plan has to keep: a closure, a lead time, a pin.

    It is a fact or a wish of this scenario, where a rule holds in all of them. What it says is a
    clause that can follow *because*.
    """

    rule: str
    """The name of the rule that asks plans to keep it."""
    keys: Keys
    """Where the scenario says it."""
    says: str
    """What it says, as a clause."""
    changes: tuple[tuple[Keys, Any], ...]
    """The values with which the scenario would not say it any more."""
    see: tuple[tuple[str, ...], ...] | None = None
    """The parts of the scenario that say it, where other than at its keys; none at all if every
    scenario says it."""
    about: frozenset[str] = frozenset()
    """The vehicles, people, ports, pads and sites it is about."""
    is_given: bool = False
    """Whether it tells how things are, and not what is asked, decided or has happened: it is
    questioned only where the conflict is about the same ships, people or places."""
    always: bool = False
    """Whether it matters however strict its rule is."""
    freely: tuple[tuple[Keys, Any], ...] = ()
    """The values with which it is let go where a conflict is about it, if those let go of more."""

    @property
    def name(self) -> str:
        """Its keys in one word: `vehicles.Heron.modes.empty.lead`."""
        return ".".join(self.path)

    @property
    def path(self) -> tuple[str, ...]:
        """Its keys as a scenario writes them."""
        return tuple(say_instant(it) if isinstance(it, datetime) else str(it) for it in self.keys)

    def freed(self) -> Premise:
        """The same, to be let go where a conflict is about it."""
        return replace(self, changes=self.freely or self.changes, freely=())

    @property
    def places(self) -> tuple[tuple[str, ...], ...]:
        """The parts of the scenario that say it."""
        return (self.path,) if self.see is None else self.see


def letting_go(scenario: Scenario, premises: Iterable[Premise]) -> Scenario:
    """The scenario with some premises let go."""
    return with_changes(scenario, (change for it in premises for change in it.changes))


def with_changes(scenario: Scenario, changes: Iterable[tuple[Keys, Any]]) -> Scenario:
    """The scenario with other values at some keys."""
    tree: dict[Any, Any] = {}  # Of attributes and keys, with the values to be at its leaves.
    for keys, value in changes:
        _note(tree, keys, value)
    return _changed(scenario, tree) if tree else scenario


def _note(tree: dict[Any, Any], keys: Keys, value: Any) -> None:
    *owners, last = keys
    for owner in owners:
        tree = tree.setdefault(owner, {})
        if isinstance(tree, _Leaf):
            return  # All of it is let go already.
    tree[last] = _Leaf(value)


@dataclass(frozen=True)
class _Leaf:
    value: Any


def _changed(part: Any, tree: Mapping[Any, Any]) -> Any:
    """A part or map with the values of a tree of changes; nothing where there is no such part."""
    if isinstance(part, Part):
        update = {key: _value(getattr(part, key), it) for key, it in tree.items()}
        return part.model_copy(update=update)
    found = dict(part)
    for key, it in tree.items():
        value = _value(found.get(key), it)
        if value is Gone:
            found.pop(key, None)
        else:
            found[key] = value
    return found


def _value(old: Any, change: Any) -> Any:
    return change.value if isinstance(change, _Leaf) else _changed(old, change)
