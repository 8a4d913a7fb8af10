"""Names and titles in curly quotes, which are part of them: probably straight ones were meant."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.errors import Remark
from lifeboat.files.consistency.view import View
from lifeboat.files.look_alikes import called, is_in_curly_quotes
from lifeboat.files.yaml.nodes import Path

_FREE = ("why", "overlays")
"""What may hold any text, or is read once it is asked for."""


def curly_quotes(view: View) -> Iterator[Remark]:
    """Each name and each value that stands in curly quotes, remarks of the planner aside."""
    yield from _quoted_within(view, (), view.source.tree)


def _quoted_within(view: View, path: Path, held: object) -> Iterator[Remark]:
    if isinstance(held, str) and is_in_curly_quotes(held):
        yield _quotes_belong(view, path, held)
    elif isinstance(held, list):
        for number, entry in enumerate(held):
            yield from _quoted_within(view, (*path, number), entry)
    elif isinstance(held, dict):
        for name, entry in held.items():
            if is_in_curly_quotes(name):
                yield _quotes_belong(view, (*path, name), name, key=True)
            if name not in _FREE:
                yield from _quoted_within(view, (*path, name), entry)


def _quotes_belong(view: View, path: Path, text: str, *, key: bool = False) -> Remark:
    message = f"the quotes belong to the text: {called(text[0])}, is a letter like any other"
    return view.told("quotes", path, message, "write straight quotes, or none", key=key)
