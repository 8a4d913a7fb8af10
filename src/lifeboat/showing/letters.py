"""Letters that a stream cannot print."""

from __future__ import annotations

from typing import TextIO


def never_fail_on_a_letter(stream: TextIO) -> None:
    """Print the letters that the encoding of a stream lacks as escapes, by their numbers."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")
