"""What if: the options that edit a scenario before a command uses it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lifeboat.commands.output import tell_remarks

if TYPE_CHECKING:
    from lifeboat.editing.opened import Opened
    from lifeboat.questions.sweep.request import SweepRequest

_PANEL = "What if"
_FLAGS = {
    "set": ("PATH=VALUE", "Give a value, as vehicles.Heron.planned=2023-03-10."),
    "add": ("PATH=VALUE", "Add something with a name, or items to a list."),
    "remove": ("PATH", "Take away a value, a name or an item of a list."),
    "drop": ("VEHICLE", "Leave out a launch and all that hangs on it."),
    "delay": ("VEHICLE=SPAN", "Launch later, as Heron=14d."),
    "advance": ("VEHICLE=SPAN", "Launch sooner."),
    "close": ("PORT=WINDOW", "Close a port, pad or landing site, as north=2023-02-13..2023-03-10."),
    "ground": ("FAMILY=WINDOW", "Ground a family of vehicles."),
    "damage": ("VEHICLE=STATE", "Change what a vehicle is good for, as Gannet=unusable."),
    "unavailable": ("VEHICLE=WINDOW", "Do not launch it in this time."),
    "pin": ("SENTENCE", 'A choice that may not move, as "Ana returns on Heron".'),
    "without": ("FEATURE", "Do without improvised-seats, damaged-seats or waivers."),
}
"""For each kind of edit, the form of its flag's argument and its help text. Printing help does not
import `lifeboat.editing.verbs`; a test keeps the two in step."""


@dataclass(frozen=True)
class Edits:
    """The edits given on the command line."""

    overlays: tuple[str, ...]
    flags: tuple[tuple[str, str], ...]
    over: bool
    save: str | None

    def open(self, path: str) -> Opened:
        """Read the scenario, apply the edits, save them if wanted; raises `MistakesError`."""
        from lifeboat.editing.opened import open_edited

        opened = open_edited(path, overlays=self.overlays, flags=self.flags, over=self.over)
        self._save(path)
        if opened.left_out:
            typer.echo(f"Left out as well: {', '.join(opened.left_out)}.", err=True)
        tell_remarks(opened.remarks)
        return opened

    def sweep(self, path: str, vary: Sequence[str]) -> SweepRequest:
        """As `open`, and read which parameters vary; raises `MistakesError`."""
        from lifeboat.questions.sweep.request import open_sweep

        asked = open_sweep(path, vary, overlays=self.overlays, flags=self.flags, over=self.over)
        self._save(path)
        tell_remarks(asked.opened.remarks)
        return asked

    def _save(self, path: str) -> None:
        from lifeboat.editing.opened import save_overlay

        if self.save is not None:
            saved = save_overlay(self.save, self.flags, not_over=path)
            typer.echo(f"The edits are in '{saved}'; --with {saved} makes them.", err=True)


def editable(command: Callable[..., None]) -> Callable[..., None]:
    """Replace the `edits` parameter of a command by every option that edits a scenario."""

    def with_options(**given: Any) -> None:
        flags = [(verb, text) for verb in _FLAGS for text in given.pop(f"edit_{verb}") or ()]
        edits = Edits(
            tuple(given.pop("edit_with") or ()),
            tuple(flags),
            given.pop("edit_over"),
            given.pop("edit_save"),
        )
        command(edits=edits, **given)

    signature = inspect.signature(command, eval_str=True)
    own = [it for it in signature.parameters.values() if it.name != "edits"]
    parameters = [*own, *_options()]
    with_options.__name__, with_options.__doc__ = command.__name__, command.__doc__
    with_options.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    with_options.__annotations__ = {it.name: it.annotation for it in parameters}
    return with_options


def _options() -> list[inspect.Parameter]:
    many = list[str] | None
    with_help = "An overlay of the scenario, or a file with one; in the order given."
    found = [_flag_option("with", many, "NAME_OR_FILE", with_help, None)]
    found += [_flag_option(verb, many, form, told, None) for verb, (form, told) in _FLAGS.items()]
    found.append(
        _flag_option("over", bool, None, "Let flags change what overlays have changed.", False)
    )
    save = "Write the flags as an overlay, to NAME.yaml."
    found.append(_flag_option("save", str | None, "NAME", save, None))
    return found


def _flag_option(
    name: str, kind: Any, metavar: str | None, told: str, default: Any
) -> inspect.Parameter:
    option = typer.Option(f"--{name}", metavar=metavar, help=told, rich_help_panel=_PANEL)
    return inspect.Parameter(
        f"edit_{name}",
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[kind, option],
    )
