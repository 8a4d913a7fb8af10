"""The scenario that a plan is held against, and what a plan's own file says it was made for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from lifeboat.files.source import Source
from lifeboat.scenario.made_for import MadeFor
from lifeboat.scenario.scenario import Scenario


def digest_of(scenario: Scenario) -> str:
    """The SHA-256 of a scenario that has no text of its own: of its JSON."""
    return sha256(scenario.model_dump_json(exclude_unset=True).encode()).hexdigest()


@dataclass(frozen=True)
class Against:
    """The scenario that a plan is held against."""

    scenario: Scenario
    unedited: Scenario | None = None
    """The same before any edit; None if it was not edited."""
    stamp: MadeFor | None = None
    """What is noted in a plan made for it; None if its text is not at hand."""

    @property
    def known(self) -> frozenset[str]:
        """The vehicles and people it has, those included that only edits have left out."""
        every = [self.scenario, *([self.unedited] if self.unedited else [])]
        return frozenset(name for it in every for name in (*it.vehicles, *it.people))

    def has_changed_since(self, made_for: MadeFor | None) -> bool | None:
        """Whether a plan was made for it in another state; None if that cannot be told."""
        if made_for is None or made_for.sha256 is None or self.stamp is None:
            return None
        return made_for.sha256 != self.stamp.sha256


def read_note(source: Source) -> MadeFor | None:
    """What a file says it was made for: a plan, an overlay, or what --json printed."""
    tree = source.tree
    told = tree.get("made_for")
    if isinstance(told, dict):
        return _noted(told.get("scenario"), told)
    answer = tree.get("answer") if "lifeboat_replan" in tree else tree
    if not isinstance(answer, dict):
        return None
    return _noted(answer.get("scenario"), answer.get("receipt", answer), "scenario_sha256")


def _noted(name: Any, told: Any, digest: str = "sha256") -> MadeFor | None:
    """As much of it as there is; a file of other makers may hold anything."""
    if not isinstance(name, str):
        return None
    held: Mapping[str, Any] = told if isinstance(told, dict) else {}
    sha, edits = held.get(digest), held.get("edits")
    return MadeFor(
        scenario=name,
        sha256=sha if isinstance(sha, str) else None,
        edits=[str(it) for it in edits] if isinstance(edits, list) else [],
    )


def note_of(made_for: MadeFor | None) -> dict[str, Any]:
    """The note that a file written for a scenario has; nothing if that is not known."""
    if made_for is None:
        return {}
    return {"made_for": made_for.model_dump(mode="json", exclude_defaults=True)}
