"""`lifeboat edit`: a scenario with edits applied, as text."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lifeboat.commands.edit_options import Edits, editable
from lifeboat.commands.options import ScenarioPath
from lifeboat.commands.output import tell_remarks

OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
]
InPlace = Annotated[bool, typer.Option("--in-place", "-i", help="Change the scenario's own file.")]


@editable
def edit_command(
    scenario: ScenarioPath, edits: Edits, output: OutputOption = None, in_place: InPlace = False
) -> None:
    """Write a scenario with edits made to it; all that is not edited stays as it is, comments too.

    Without --output or --in-place it is printed.
    """
    from lifeboat.editing.opened import edited_text
    from lifeboat.files.writing.output import Output, is_printed

    _refuse_both(scenario, output, in_place)
    opened = edits.read(scenario)
    text, file = edited_text(opened), None
    if in_place:
        file = Output(scenario, force=edits.force, instead_of=opened.text_read)
    elif output is not None and not is_printed(output):
        file = Output(output, read=opened.files, force=edits.force)
    edits.finish(opened, file, text)
    if file is None:
        sys.stdout.write(text)
    else:
        tell_remarks(file.write(text))


def _refuse_both(scenario: str, output: str | None, in_place: bool) -> None:
    from lifeboat.errors import Mistake, MistakesError

    if in_place and (output is not None or scenario == "-"):
        other = "standard input" if output is None else "--output"
        message = f"--in-place does not go with {other}"
        raise MistakesError([Mistake(kind="in-place", message=message)])
