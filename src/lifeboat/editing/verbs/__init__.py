"""Every kind of edit, in the order they are explained."""

from __future__ import annotations

from lifeboat.editing.verbs.conditions import Close, Damage, Ground, Without
from lifeboat.editing.verbs.drop import Drop
from lifeboat.editing.verbs.flights import Advance, Delay, Unavailable
from lifeboat.editing.verbs.pins import Pin
from lifeboat.editing.verbs.values import Add, Remove, Set
from lifeboat.editing.verbs.verb import Verb

VERBS: tuple[Verb, ...] = (
    Set(),
    Add(),
    Remove(),
    Drop(),
    Delay(),
    Advance(),
    Close(),
    Ground(),
    Damage(),
    Unavailable(),
    Pin(),
    Without(),
)

BY_NAME = {verb.name: verb for verb in VERBS}

__all__ = ["BY_NAME", "VERBS", "Verb"]
