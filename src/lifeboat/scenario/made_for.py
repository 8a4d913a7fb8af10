"""The scenario that a plan or an overlay was made for."""

from __future__ import annotations

from lifeboat.scenario.part import Part


class MadeFor(Part):
    """The scenario that a file was made for, as the program notes it in what it writes."""

    scenario: str
    """The scenario's name."""
    sha256: str | None = None
    """SHA-256 of the scenario's text, or of the edited scenario as JSON: as in a receipt."""
    edits: list[str] = []
    """The overlays and flags that had been applied to it, in their order."""
