"""`lifeboat new`: a scenario to start from."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lifeboat.commands.options import FORCE_HELP
from lifeboat.commands.output import tell_remarks

FileName = Annotated[
    str, typer.Argument(metavar="NAME", help="The file to write; - for standard output.")
]
Force = Annotated[bool, typer.Option("--force", help=FORCE_HELP)]


def new_command(name: FileName = "-", force: Force = False) -> None:
    """Write a small scenario with comments, to be changed into one's own."""
    from lifeboat.files.writing.output import Output, is_printed
    from lifeboat.files.writing.target import as_yaml

    text = template()
    if is_printed(name):
        sys.stdout.write(text)
        return
    path = as_yaml(name)
    tell_remarks(Output(path, force=force).write(text))
    said = f"'{path}' is a scenario that works; change it, then: lifeboat solve {path}"
    typer.echo(said, err=True)


def template() -> str:
    """The scenario to start from, as text."""
    from importlib.resources import files

    return files("lifeboat.files").joinpath("template.yaml").read_text("utf-8")
