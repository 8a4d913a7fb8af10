"""What a kind of edit is: a word, a sentence, and the changes it comes to."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.said import Said


class Verb(ABC):
    """A kind of edit."""

    name: ClassVar[str]
    """Its key in overlays, and, after two dashes, its flag."""
    sentence: ClassVar[str]
    """What it does, as people read it everywhere."""
    form: ClassVar[str]
    """What its flag is followed by."""

    @abstractmethod
    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        """The changes it comes to; raises `MistakesError` if it makes no sense there."""
