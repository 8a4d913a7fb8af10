"""Every kind of edit, in the order they are explained."""

from __future__ import annotations

from lifeboat.editing.conditions import Close, Damage, Ground, Without
from lifeboat.editing.flights import Advance, Delay, Drop, Unavailable
from lifeboat.editing.sentences import Pin
from lifeboat.editing.values import Add, Remove, Set
from lifeboat.editing.verb import Verb

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
