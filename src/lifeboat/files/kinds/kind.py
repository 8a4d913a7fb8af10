"""The kinds of file that lifeboat reads and prints, and what each is told by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from lifeboat.files.nearest import nearest
from lifeboat.plans.plan import PlanFile
from lifeboat.scenario.overlay import OverlayFile
from lifeboat.scenario.scenario import Scenario

_SLIP = 0.8
"""How much a key is like the one that was meant."""
_VAGUE = ("name", "why")
"""Keys that files of many programs have."""


@dataclass(frozen=True)
class Kind:
    """A kind of file that lifeboat wants in some place."""

    said: str
    """In words, as `a scenario`."""
    model: type[BaseModel]
    to_get_one: str
    """How to get such a file."""

    def has_own_key(self, tree: Mapping[str, Any]) -> bool:
        """Whether any key of a file is, give or take a slip, one of this kind's."""
        keys = self.model.model_fields
        told = [key for key in tree if key not in _VAGUE]
        return any(key in keys or nearest(key, keys, least=_SLIP) for key in told)


SCENARIO = Kind("a scenario", Scenario, "`lifeboat new NAME` writes a small scenario to start from")
PLAN = Kind("a plan", PlanFile, "`lifeboat solve SCENARIO -o FILE` writes a plan")
OVERLAY = Kind(
    "an overlay",
    OverlayFile,
    "--save NAME writes an overlay; those below `overlays:` of a scenario need only their names",
)
KINDS_READ = (SCENARIO, PLAN, OVERLAY)

DOCUMENTS = {
    f"lifeboat_{name}": f"what `{name} --json` printed"
    for name in (
        "alternatives",
        "chart",
        "check",
        "days",
        "deadlines",
        "diff",
        "explain",
        "repair",
        "replan",
        "sweep",
        "whatif",
        "why",
    )
} | {
    "lifeboat_answer": "what `solve --json` printed",
    "lifeboat_mistakes": "a list of mistakes that --json printed",
}
"""What lifeboat prints as JSON, by the key that marks it."""

WITH_A_PLAN = ("lifeboat_answer", "lifeboat_check", "lifeboat_replan")
"""The marks of those that hold a plan."""


def telltale(tree: Mapping[str, Any]) -> str | None:
    """The key that tells what a file of lifeboat's is; None if it is none."""
    marks = ("lifeboat", "lifeboat_overlay", *DOCUMENTS, "plan", "flights")
    return next((mark for mark in marks if mark in tree), None)


def kind_of(mark: str) -> Kind | None:
    """The kind of file that a key marks, if lifeboat reads such files by themselves."""
    plan = dict.fromkeys(("plan", "flights"), PLAN)
    return {"lifeboat": SCENARIO, "lifeboat_overlay": OVERLAY, **plan}.get(mark)
