"""Words that premises have in common."""

from __future__ import annotations

from lifeboat.days import Window


def said_why(why: str | None) -> str:
    """Why something is so, as the scenario says it, in brackets; nothing if it says nothing."""
    return "" if why is None else f" ({why.strip().rstrip('.')})"


def within(window: Window) -> str:
    """A window in words: `on` a day, `by` a day, `from` a day `on`, or between two."""
    first, dots, last = (it.strip() for it in window.text.partition(".."))
    if not dots:
        return f"on {first}"
    if not first:
        return f"by {last}"
    return f"from {first} to {last}" if last else f"from {first} on"


def names_in(*names: str | None) -> frozenset[str]:
    """The names among what may be none, or the station."""
    return frozenset(it for it in names if it is not None and it != "station")


def throughout(window: Window) -> str:
    """The same for what lasts: `until` a day, where what happens does so `by` it."""
    said = within(window)
    return f"until {said.removeprefix('by ')}" if said.startswith("by ") else said
