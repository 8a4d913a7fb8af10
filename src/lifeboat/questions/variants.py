"""The variants of a scenario: its overlays, or those that somebody names."""

from __future__ import annotations

from collections.abc import Sequence

from lifeboat.editing.opened import with_edits
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.scenario_file import SourcedScenario, open_scenario
from lifeboat.questions.whatif import Asked


def open_variants(path: str, named: Sequence[str] | None) -> tuple[Asked, list[Asked]]:
    """A scenario and its variants, ready to be solved.

    Args:
        path: a scenario file, `-` for standard input.
        named: for each variant its overlays, commas between them; every overlay of the scenario
            when left out.

    Raises:
        MistakesError: with the mistakes of all variants.
    """
    base = open_scenario(path)
    found: list[Asked] = []
    mistakes: list[Mistake] = []
    for name in named if named is not None else base.scenario.overlays:
        try:
            found.append(_variant(base, name))
        except MistakesError as error:
            mistakes += error.mistakes
    if not found and not mistakes:
        hint = "name some with --with, or write some below `overlays:`"
        message = "there is no variant: the scenario has no overlays"
        mistakes.append(Mistake(kind="no-variant", message=message, hint=hint))
    if mistakes:
        raise MistakesError(mistakes)
    return Asked("as it stands", base.scenario, digest=base.source.digest), found


def _variant(base: SourcedScenario, name: str) -> Asked:
    opened = with_edits(base, overlays=[each.strip() for each in name.split(",")])
    whys = (layer.why for layer in opened.layers if layer.why)
    names = ", ".join(opened.edits)
    return Asked(names, opened.sourced.scenario, " ".join(whys) or None, opened.edits)
