"""The answer to `lifeboat whatif`: a scenario as it stands and its variants, side by side."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.difference import Difference
from lifeboat.answers.solve import Answer
from lifeboat.scenario.part import Part


class Variant(Part):
    """One *what if*, and its answer."""

    name: str
    why: str | None
    """What is asked, as the overlay says it."""
    answer: Answer
    difference: Difference | None
    """From the base's plan; none where one of the two has no plan."""


class Comparison(Part):
    """The answer to `lifeboat whatif`: one documented, versioned document."""

    lifeboat_whatif: Literal[1] = 1
    """The version of this document."""
    base: Answer
    variants: tuple[Variant, ...]
    """Best first, by the goals in their order; those without a plan last."""
    interrupted: bool = False
