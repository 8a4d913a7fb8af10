"""Asking the command line, and what it says; an answer made by hand where none is sought."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from handmade import answer, without_findings
from lifeboat.answers.solve import Answer


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Ask = Callable[..., Ran]


def unwrapped(message: str) -> str:
    """A message on one line: where it is broken depends on how long the names in it are."""
    return " ".join(message.split())


class StandIn:
    """Stands in for `lifeboat.questions.solve`: gives an answer made by hand."""

    def __init__(self) -> None:
        self.answer = answer(best=without_findings())
        self.fails: Exception | None = None
        self.asked: dict[str, Any] = {}

    def solve(self, scenario: object, **how: Any) -> Answer:
        self.asked = how
        if self.fails:
            raise self.fails
        return self.answer
