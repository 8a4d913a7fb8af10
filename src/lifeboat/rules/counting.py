"""Contradictions that counting can see, before any search."""

from __future__ import annotations

from lifeboat.rules import RULES
from lifeboat.situation.situation import Situation


def contradictions(situation: Situation) -> list[str]:
    """Why there can be no plan, as far as it can be told without a search; empty if nothing is."""
    strict = (rule for rule in RULES if rule.is_strict(situation))
    return [reason for rule in strict for reason in rule.contradictions(situation)]
