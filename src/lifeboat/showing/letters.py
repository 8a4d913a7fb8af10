"""Characters that the encoding of a stream lacks."""

from __future__ import annotations

from typing import TextIO


def never_fail_on_a_letter(stream: TextIO) -> None:
    """Make a stream print the characters that its encoding lacks as escapes."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")
