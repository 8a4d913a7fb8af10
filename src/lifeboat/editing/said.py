"""One statement of an edit: its subject, its value, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

from lifeboat.errors import Mistake, MistakesError, Place
from lifeboat.files.yaml.lines import Lines
from lifeboat.files.yaml.nodes import Extent, Node


@dataclass(frozen=True)
class Said:
    """The subject, such as `Heron` or `vehicles.Heron.planned`, and the value it gets, if any."""

    about: str
    extent: Extent
    lines: Lines
    value: Node | None = None

    @property
    def place(self) -> Place:
        """The place of the subject."""
        return self.lines.place(*self.extent)

    def node(self, value: object, part: str | None = None) -> Node:
        """A value derived from the edit, at the place of its value or of a part of its subject."""
        here = self._part(part) if part is not None else self.extent
        extent = self.value.extent if self.value is not None and part is None else here
        return Node(value, extent, key=here, lines=self.lines)

    def given(self) -> Node:
        """The value that the edit gives."""
        assert self.value is not None
        return self.value._replace(key=self.extent, lines=self.lines)

    def wrong(
        self, kind: str, message: str, hint: str | None = None, part: str | None = None
    ) -> NoReturn:
        """Refuse the edit, pointing at its subject or at a part of that."""
        place = self.lines.place(*(self._part(part) if part is not None else self.extent))
        raise MistakesError([Mistake(kind=kind, message=message, place=place, hint=hint)])

    def wrong_value(self, kind: str, message: str, hint: str | None = None) -> NoReturn:
        """Refuse the edit, pointing at its value."""
        extent = self.extent if self.value is None else self.value.extent
        place = self.lines.place(*extent)
        raise MistakesError([Mistake(kind=kind, message=message, place=place, hint=hint)])

    def _part(self, part: str) -> Extent:
        at = self.lines.text.find(part, *self.extent)
        return self.extent if at < 0 else Extent(at, at + len(part))
