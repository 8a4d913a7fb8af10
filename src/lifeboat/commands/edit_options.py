"""What if: the options that edit a scenario before a command uses it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lifeboat.commands.completion.options import completing
from lifeboat.commands.in_order import order_given
from lifeboat.commands.options import FORCE_HELP
from lifeboat.commands.output import tell_remarks

if TYPE_CHECKING:
    from lifeboat.editing.opened import Opened
    from lifeboat.errors import MistakesError
    from lifeboat.files.writing.output import Output
    from lifeboat.questions.sweep.request import SweepRequest

_PANEL = "What if"
_FLAGS = {
    "set": ("PATH=VALUE", "Give a value, as vehicles.Heron.planned=2023-03-10."),
    "add": ("PATH=VALUE", "Add something with a name, or items to a list."),
    "remove": ("PATH", "Take away a value, a name or an item of a list."),
    "drop": ("VEHICLE", "Leave out a launch and all that hangs on it."),
    "delay": ("VEHICLE=SPAN", "Launch later, as Heron=14d; 14 is days."),
    "advance": ("VEHICLE=SPAN", "Launch sooner."),
    "close": ("PORT=WINDOW", "Close a port, pad or landing site, as north=2023-02-13..2023-03-10."),
    "ground": ("FAMILY=WINDOW", "Ground a family of vehicles."),
    "damage": (
        "VEHICLE=STATE",
        'Change what a vehicle is good for, as Gannet=unusable or "Gannet=unusable since '
        '2023-03-10".',
    ),
    "unavailable": ("VEHICLE=WINDOW", "Do not launch it in this time."),
    "pin": ("SENTENCE", 'A choice that may not move, as "Ana returns on Heron".'),
    "without": ("FEATURE", "Do without improvised-seats, damaged-seats or waivers."),
}
"""For each kind of edit, the form of its flag's argument and its help text. Printing help does not
import `lifeboat.editing.verbs`; a test keeps the two in step."""


@dataclass(frozen=True)
class Edits:
    """The edits given on the command line."""

    given: tuple[tuple[str, str], ...]
    """Each by its kind and text, in the order of the command line; an overlay is of the kind
    `with`.
    """
    over: bool
    save: str | None
    force: bool

    @property
    def overlays(self) -> list[str]:
        """The overlays among them: names, and files."""
        return [text for kind, text in self.given if kind == "with"]

    def open(self, path: str, output: str | None = None, read: Sequence[str] = ()) -> Opened:
        """Read the scenario, apply the edits, save them if wanted; raises `MistakesError`.

        Args:
            path: the scenario.
            output: the file that the plan will be written to, if any.
            read: what else is read.
        """
        opened = self.read(path)
        self.finish(opened, self.plan_file(output, opened, read), read=read)
        return opened

    def read(self, path: str) -> Opened:
        """Read the scenario and apply the edits; raises `MistakesError`."""
        from lifeboat.editing.opened import open_edited

        return open_edited(path, flags=self.given, over=self.over)

    def finish(
        self,
        opened: Opened,
        output: Output | None = None,
        text: str | None = None,
        read: Sequence[str] = (),
    ) -> None:
        """Save the edits if wanted, and tell what they do that was not asked for.

        That each file can be written is known before the first one is; raises `MistakesError`.

        Args:
            opened: the scenario with the edits applied.
            output: the file that will be written as well, if any.
            text: what will be written to it, if that is known.
            read: what is read besides.
        """
        if output is not None:
            self._refuse_as_overlay(output)
            output.check(text)
        self._save(opened, (*opened.files, *read))
        if opened.left_out:
            typer.echo(f"Left out as well: {', '.join(opened.left_out)}.", err=True)
        tell_remarks(opened.remarks)

    def sweep(self, path: str, vary: Sequence[str]) -> SweepRequest:
        """As `open`, and read which parameters vary; raises `MistakesError`."""
        from lifeboat.questions.sweep.request import open_sweep

        asked = open_sweep(path, vary, flags=self.given, over=self.over)
        self.finish(asked.opened)
        return asked

    def plan_file(
        self, path: str | None, opened: Opened, read: Sequence[str] = ()
    ) -> Output | None:
        """The file that the plan will be written to; None if no such file is asked for."""
        from lifeboat.files.plan_file import plan_output

        if path is None:
            return None
        return plan_output(path, (*opened.files, *read), force=self.force)

    def _refuse_as_overlay(self, output: Output) -> None:
        from lifeboat.editing.opened import overlay_output
        from lifeboat.files.writing.output import refuse_twice

        if self.save is not None:
            refuse_twice(output, overlay_output(self.save))

    def _save(self, opened: Opened, read: Sequence[str]) -> None:
        from lifeboat.editing.opened import overlay_in, overlay_output

        if self.save is None:
            return
        output = overlay_output(self.save, read, force=self.force)
        flags = [(kind, text) for kind, text in self.given if kind != "with"]
        if not flags:
            raise _nothing_to_save(output.path)
        tell_remarks(output.write(overlay_in(output, flags, opened.base_stamp)))
        saved = output.path
        typer.echo(f"The edits are in '{saved}'; --with {saved} makes them.", err=True)


def editable(command: Callable[..., None]) -> Callable[..., None]:
    """Replace the `edits` parameter of a command by every option that edits a scenario."""

    def with_options(context: typer.Context, **given: Any) -> None:
        flags = tuple(edits_in_order(context, given))
        edits = Edits(
            flags, given.pop("edit_over"), given.pop("edit_save"), given.pop("edit_force")
        )
        command(edits=edits, **given)

    save = "Write the flags as an overlay, to NAME.yaml."
    with_help = "An overlay of the scenario, or a file with one."
    options = [
        *edit_options(_PANEL, "NAME_OR_FILE", with_help),
        edit_option("save", str | None, "NAME", save, None),
        edit_option("force", bool, None, FORCE_HELP, False),
    ]
    return with_parameters(command, "edits", with_options, options)


def edits_in_order(context: typer.Context, given: dict[str, Any]) -> list[tuple[str, str]]:
    """The edits that are given, taken out of the options, each by its kind and text; `--and` among
    them has no text.
    """
    kinds = {f"edit_{kind}": kind for kind in ("with", *_FLAGS)}
    texts = {name: iter(given.pop(name) or ()) for name in kinds}
    texts |= {"edit_and": repeat("")}
    kinds |= {"edit_and": "and"}
    return [(kinds[it], next(texts[it])) for it in order_given(context) if it in kinds]


def with_parameters(
    command: Callable[..., None],
    replaced: str,
    with_options: Callable[..., None],
    options: Sequence[inspect.Parameter],
) -> Callable[..., None]:
    """`with_options` under the name of a command, with its parameters, one replaced by options."""
    signature = inspect.signature(command, eval_str=True)
    own = [it for it in signature.parameters.values() if it.name != replaced]
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    context = inspect.Parameter("context", kind, annotation=typer.Context)
    parameters = [context, *own, *options]
    with_options.__name__, with_options.__doc__ = command.__name__, command.__doc__
    with_options.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    with_options.__annotations__ = {it.name: it.annotation for it in parameters}
    return with_options


def edit_options(panel: str, with_form: str, with_help: str) -> Iterator[inspect.Parameter]:
    """The options that edits are given by, each kind in a list."""
    for name, (form, told) in {"with": (with_form, with_help), **_FLAGS}.items():
        yield edit_option(name, list[str] | None, form, told, None, panel, completing(name))
    over = "Let later edits change again what earlier ones have."
    yield edit_option("over", bool, None, over, False, panel)


def edit_option(
    name: str,
    kind: Any,
    metavar: str | None,
    told: str,
    default: Any,
    panel: str = _PANEL,
    completion: Callable[..., list[str]] | None = None,
) -> inspect.Parameter:
    """An option, as a parameter `edit_NAME`."""
    option = typer.Option(
        f"--{name}",
        metavar=metavar,
        help=told,
        rich_help_panel=panel,
        autocompletion=completion,
    )
    return inspect.Parameter(
        f"edit_{name}",
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[kind, option],
    )


def _nothing_to_save(path: str) -> MistakesError:
    from lifeboat.errors import Mistake, MistakesError

    message = f"there is nothing to save in '{path}': no edit is given, --with aside"
    hint = "give what is to be saved, as --delay VEHICLE=14d"
    return MistakesError([Mistake(kind="nothing-to-save", message=message, hint=hint)])
