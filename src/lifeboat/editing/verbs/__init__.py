"""Every kind of edit, in the order of the documentation."""

from __future__ import annotations

from lifeboat.editing.verbs.conditions import CloseVerb, DamageVerb, GroundVerb, WithoutVerb
from lifeboat.editing.verbs.drop import DropVerb
from lifeboat.editing.verbs.flights import AdvanceVerb, DelayVerb, UnavailableVerb
from lifeboat.editing.verbs.pins import PinVerb
from lifeboat.editing.verbs.values import AddVerb, RemoveVerb, SetVerb
from lifeboat.editing.verbs.verb import Verb

VERBS: tuple[Verb, ...] = (
    SetVerb(),
    AddVerb(),
    RemoveVerb(),
    DropVerb(),
    DelayVerb(),
    AdvanceVerb(),
    CloseVerb(),
    GroundVerb(),
    DamageVerb(),
    UnavailableVerb(),
    PinVerb(),
    WithoutVerb(),
)

BY_NAME = {verb.name: verb for verb in VERBS}

__all__ = ["BY_NAME", "VERBS", "Verb"]
