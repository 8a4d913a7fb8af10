"""The output of a command: one JSON document, or text for people."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import Console

    from lifeboat.errors import Remark


def tell_remarks(remarks: Sequence[Remark]) -> None:
    """Print what is odd in a scenario, and allowed, to standard error."""
    if remarks:
        from lifeboat.showing.terminal.mistakes import show_remarks

        show_remarks(remarks, sys.stderr)


def tell(
    told: BaseModel,
    show: Callable[[Console], None],
    *,
    as_json: bool,
    width: int | None = None,
) -> None:
    """Print an answer to standard output.

    Args:
        told: the answer.
        show: prints it for people.
        as_json: whether to print the document instead.
        width: in characters; the terminal's width when left out.
    """
    if as_json:
        from lifeboat.showing.documents import document, write_json

        write_json(document(told), sys.stdout)
        return
    from lifeboat.showing.terminal.console import console_for

    show(console_for(sys.stdout, width))
