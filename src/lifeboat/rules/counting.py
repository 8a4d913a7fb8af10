"""Contradictions that counting finds before any search."""

from __future__ import annotations

from lifeboat.rules import RULES
from lifeboat.situation.situation import Situation


def contradictions(situation: Situation) -> list[str]:
    """Why there is no plan, as far as counting shows; empty if it shows nothing."""
    strict = (rule for rule in RULES if rule.is_strict(situation))
    return [reason for rule in strict for reason in rule.contradictions(situation)]
