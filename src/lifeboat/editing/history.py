"""Edits one after another, each of which can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lifeboat.editing.edited import Edited, edited
from lifeboat.editing.layers import Layer
from lifeboat.files.source import Source


@dataclass(frozen=True)
class History:
    """A scenario, the layers of edits made to it, and those taken back; never changed itself."""

    base: Source
    layers: tuple[Layer, ...] = ()
    taken_back: tuple[Layer, ...] = ()
    """The one taken back last stands first."""

    def made(self, layer: Layer) -> History:
        """With one more layer; what was taken back is forgotten.

        Raises:
            MistakesError: the layer cannot be made there.
        """
        after = History(self.base, (*self.layers, layer))
        after.edited()
        return after

    def undo(self) -> History:
        """Without the last layer; the same if there is none."""
        if not self.layers:
            return self
        return replace(
            self, layers=self.layers[:-1], taken_back=(self.layers[-1], *self.taken_back)
        )

    def redo(self) -> History:
        """With the layer that was taken back last; the same if there is none."""
        if not self.taken_back:
            return self
        return replace(
            self, layers=(*self.layers, self.taken_back[0]), taken_back=self.taken_back[1:]
        )

    def edited(self) -> Edited:
        """The scenario with all layers made, later ones free to change what earlier ones did."""
        return edited(self.base, self.layers, [layer.name for layer in self.layers])
