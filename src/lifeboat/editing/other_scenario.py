"""An overlay file that was made for another scenario: told once, not name by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lifeboat.editing.layers import Layer
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.opening import printed_name

ENOUGH = 2
"""How many edits, all in vain, show that an overlay without a note is for another scenario."""


def told_once(error: MistakesError, layers: Sequence[Layer], scenario: str) -> MistakesError:
    """The mistakes in some edits; those of an overlay made for another scenario become one.

    Args:
        error: the mistakes.
        layers: the edits that were to be made.
        scenario: the name of the scenario they were to be made to.
    """
    mistakes = list(error.mistakes)
    for layer in layers:
        file = printed_name(layer.file) if layer.file else None
        own = [it for it in mistakes if it.place is not None and it.place.file == file]
        if own and _is_for_another(layer, own, scenario):
            rest = [it for it in mistakes if it not in own]
            mistakes = [*rest, _other_scenario(layer, own, scenario)]
    return MistakesError(mistakes)


def _is_for_another(layer: Layer, own: Sequence[Mistake], scenario: str) -> bool:
    """Whether an overlay can only be meant for another scenario: all it names is unknown; or, if it
    notes another scenario, at least half of it is.
    """
    lines = {it.place.line for it in own if it.place and it.kind.startswith("unknown-")}
    edits = {spoken.said.place.line for spoken in layer.edits}
    if layer.made_for is not None:
        return layer.made_for.scenario != scenario and 2 * len(lines) >= len(edits)
    are_slips = any((it.hint or "").startswith("did you mean") for it in own)
    return lines >= edits and len(lines) >= ENOUGH and not are_slips


def _other_scenario(layer: Layer, own: Sequence[Mistake], scenario: str) -> Mistake:
    noted = "" if layer.made_for is None else f", '{layer.made_for.scenario}'"
    names = list(dict.fromkeys(_named_by(own)))
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    message = (
        f"the overlay '{layer.name}' was made for another scenario{noted}: '{scenario}' does not "
        f"have '{names[0]}'{more}"
    )
    hint = "give the scenario it was made for, or an overlay of this one"
    first = min(own, key=lambda it: it.place.line if it.place else 0)
    return Mistake(kind="other-scenario", message=message, place=first.place, hint=hint)


def _named_by(own: Sequence[Mistake]) -> Iterator[str]:
    """What is unknown, as it stands in the overlay."""
    for it in own:
        if it.place is not None and it.kind.startswith("unknown-"):
            start = it.place.column - 1
            yield it.place.text[start : start + it.place.length].strip("'\"")
