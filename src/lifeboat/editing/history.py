"""Successive edits that can be undone and redone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lifeboat.editing.edited import Edited, edited
from lifeboat.editing.layers import Layer
from lifeboat.files.source import Source


@dataclass(frozen=True)
class History:
    """A scenario, the layers of edits applied to it, and those undone; immutable."""

    base: Source
    layers: tuple[Layer, ...] = ()
    taken_back: tuple[Layer, ...] = ()
    """The layer undone last comes first."""

    def made(self, layer: Layer) -> History:
        """The history with one more layer; layers that were undone are forgotten.

        Raises:
            MistakesError: the layer cannot be applied.
        """
        after = History(self.base, (*self.layers, layer))
        after.edited()
        return after

    def undo(self) -> History:
        """The history without its last layer; unchanged if there is none."""
        if not self.layers:
            return self
        return replace(
            self, layers=self.layers[:-1], taken_back=(self.layers[-1], *self.taken_back)
        )

    def redo(self) -> History:
        """The history with the layer that was undone last; unchanged if there is none."""
        if not self.taken_back:
            return self
        return replace(
            self, layers=(*self.layers, self.taken_back[0]), taken_back=self.taken_back[1:]
        )

    def edited(self) -> Edited:
        """The scenario with all layers applied; later ones may override earlier ones."""
        return edited(self.base, self.layers, [layer.name for layer in self.layers])
