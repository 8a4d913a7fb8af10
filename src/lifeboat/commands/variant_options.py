"""What if, side by side: each option that edits a scenario is a variant of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from lifeboat.commands.edit_options import (
    edit_option,
    edit_options,
    edits_in_order,
    with_parameters,
)
from lifeboat.commands.output import tell_remarks

if TYPE_CHECKING:
    from lifeboat.questions.whatif import VariantRequest

_PANEL = "Variants"


@dataclass(frozen=True)
class Variants:
    """The variants given on the command line."""

    groups: list[list[tuple[str, str]]]
    """For each variant its edits, by kind and text; none for every overlay of the scenario."""
    over: bool

    @property
    def overlays(self) -> tuple[str, ...]:
        """The names of the files that are read as overlays, and of overlays of the scenario."""
        return tuple(text for group in self.groups for kind, text in group if kind == "with")

    def open(self, path: str) -> tuple[VariantRequest, list[VariantRequest]]:
        """Read the scenario and its variants, and tell what is odd in them and what else they leave
        out; raises `MistakesError`.
        """
        from lifeboat.questions.whatif import open_variants

        base, asked = open_variants(path, self.groups or None, over=self.over)
        for one in asked:
            if one.left_out:
                typer.echo(f"{one.name} leaves out as well: {', '.join(one.left_out)}.", err=True)
        tell_remarks(tuple(dict.fromkeys(it for one in (base, *asked) for it in one.remarks)))
        return base, asked


def comparing(command: Callable[..., None]) -> Callable[..., None]:
    """Replace the `variants` parameter of a command by every option that edits a scenario: each of
    them is a variant, and `--and` joins two into one.
    """

    def with_options(context: typer.Context, **given: Any) -> None:
        groups = _grouped(edits_in_order(context, given))
        given.pop("edit_and")
        command(variants=Variants(groups, given.pop("edit_over")), **given)

    with_help = (
        "An overlay of the scenario or a file with one, or several with commas between. All "
        "overlays of the scenario when no variant is given."
    )
    joins = "Joins the edit after it to the one before: both are one variant."
    options = [
        *edit_options(_PANEL, "OVERLAYS", with_help),
        edit_option("and", bool, None, joins, False, _PANEL),
    ]
    return with_parameters(command, "variants", with_options, options)


def _grouped(given: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The edits of each variant; raises `MistakesError` for an `--and` that joins nothing."""
    groups: list[list[tuple[str, str]]] = []
    is_joining = False
    for kind, text in given:
        if kind == "and":
            if is_joining or not groups:
                _refuse_and()
            is_joining = True
        elif is_joining:
            groups[-1].append((kind, text))
            is_joining = False
        else:
            groups.append([(kind, text)])
    if is_joining:
        _refuse_and()
    return groups


def _refuse_and() -> NoReturn:
    from lifeboat.errors import Mistake, MistakesError

    message = "`--and` stands between two edits, and joins them into one variant"
    hint = "as --delay Heron=14d --and --close north=2030-03-02..2030-03-06"
    raise MistakesError([Mistake(kind="flag", message=message, hint=hint)])
