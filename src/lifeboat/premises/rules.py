"""Rules as premises: each that must hold in a scenario, as one that may give way as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.premises.premise import Premise
from lifeboat.rules import RULES
from lifeboat.situation.situation import Situation


def rules_as_such(situation: Situation) -> Iterator[Premise]:
    """Each rule that must hold, as a whole: let go, it is one that should hold."""
    for rule in RULES:
        if rule.is_strict(situation):
            keys = ("rules", rule.name)
            says = rule.sentence.removesuffix(".")
            see = None if rule.name in situation.scenario.rules else ()
            yield Premise(rule.name, keys, says, ((keys, "should"),), see, is_given=True)
