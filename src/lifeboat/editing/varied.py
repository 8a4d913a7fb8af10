"""What a sweep varies: the slip of a launch, or any value of the scenario."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from unicodedata import normalize

from pydantic_core import PydanticCustomError

from lifeboat.editing.amounts import Amounts, read_amounts
from lifeboat.editing.draft import Draft
from lifeboat.editing.ends import is_window
from lifeboat.editing.layers import Layer, Spoken
from lifeboat.editing.routes import VARY, steps_of
from lifeboat.editing.said import Said
from lifeboat.editing.verbs import BY_NAME
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.yaml.lines import Lines
from lifeboat.files.yaml.nodes import Extent, Node

FORM = "WHAT=FROM..TO[/STEP]"
_SLIP = ".slip"


@dataclass(frozen=True)
class Varied:
    """A parameter of a sweep: it takes the amounts of a range in turn."""

    name: str
    """As given: `Heron.slip`, or the path of a value."""
    amounts: Amounts
    _about: str
    _verb: str
    _lines: Lines

    def say(self, at: int) -> str:
        """An amount as people write it."""
        return self.amounts.say(at)

    def layer(self, at: int) -> Layer | None:
        """The edit that sets the parameter to an amount; None for a slip of zero."""
        if self._verb == "delay" and self.amounts.is_nothing(at):
            return None
        text = self._lines.text
        extent = Extent(text.index("=") + 1, len(text))
        value = Node(self.amounts.value(at), extent, lines=self._lines)
        said = Said(self._about, Extent(0, len(self._about)), self._lines, value)
        name = f"--{self._verb} {self._about}={self.say(at)}"
        return Layer(name, (Spoken(BY_NAME[self._verb], said),))

    def is_set_to_whole_window(self, draft: Draft) -> bool:
        """Whether each amount would become a whole window, of one day."""
        return self._verb == "set" and is_window(steps_of(draft, self._about))

    def wrong_window(self) -> Mistake:
        """The mistake of a window whose end is not said."""
        about, amounts = self._about, self._lines.text.partition("=")[2]
        message = f"`{about}` is a window: which end of it varies is not said"
        hint = (
            f"{about}.end={amounts}, or {about}.start; {about}.slip=0..30d moves all of it, "
            f"{about}.end.slip its end"
        )
        place = self._lines.place(0, len(about))
        return Mistake(kind="window", message=message, place=place, hint=hint)


def read_varied(text: str, slot: timedelta) -> Varied:
    """Read `Heron.slip=0..30d` or `PATH=FROM..TO`, either with an optional `/STEP`.

    Args:
        text: the parameter and its range.
        slot: the length of the scenario's slot.

    Raises:
        MistakesError: the text cannot be read.
    """
    text = normalize("NFC", text.strip())
    lines = Lines(VARY, text)
    name, equals, amounts = text.partition("=")
    if not equals or not name.strip():
        message, place = f"`{VARY}` is followed by {FORM}", lines.place(0, len(text))
        hint = "as Heron.slip=0..30d, or station.crew.wanted=5..7"
        raise MistakesError([Mistake(kind="flag", message=message, place=place, hint=hint)])
    place = lines.place(len(name) + 1, len(text))
    try:
        read = read_amounts(amounts, slot, is_span=name.strip().endswith(_SLIP))
    except PydanticCustomError as error:
        message = f"`{amounts}` {error.message()}"
        raise MistakesError([Mistake(kind=error.type, message=message, place=place)]) from None
    name = name.strip()
    if not name.endswith(_SLIP):
        return Varied(name, read, name, "set", lines)
    if not isinstance(read.first, timedelta):
        message, hint = f"`{amounts}` is no range of spans: a slip is one", f"as {name}=0..30d"
        raise MistakesError([Mistake(kind="span", message=message, place=place, hint=hint)])
    return Varied(name, read, name.removesuffix(_SLIP), "delay", lines)
