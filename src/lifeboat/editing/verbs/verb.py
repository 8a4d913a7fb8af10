"""A kind of edit: a word, a sentence, and the changes it makes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from lifeboat.editing.draft import Change, Draft
from lifeboat.editing.said import Said
from lifeboat.files.yaml.nodes import Node


class Verb(ABC):
    """A kind of edit."""

    name: ClassVar[str]
    """Its key in overlays, and, after two dashes, its flag."""
    sentence: ClassVar[str]
    """What it does, in the words that people read everywhere."""
    form: ClassVar[str]
    """The form of its flag's argument, such as `VEHICLE=SPAN`."""

    def spelt_out(self, value: Node) -> Node:
        """What its flag says after the equals sign, as an overlay says it."""
        return value

    @abstractmethod
    def changes(self, draft: Draft, said: Said) -> Iterator[Change]:
        """The changes that an edit makes; raises `MistakesError` if it makes no sense there."""
