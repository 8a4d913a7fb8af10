"""`lifeboat new`: a scenario to start from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lifeboat.errors import MistakesError

FileName = Annotated[
    str, typer.Argument(metavar="NAME", help="The file to write; - for standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over an existing file.")]


def new_command(name: FileName = "-", force: Force = False) -> None:
    """Write a small scenario with comments, to be changed into one's own."""
    from lifeboat.files.write import write_whole

    text = template()
    if name == "-":
        sys.stdout.write(text)
        return
    path = name if Path(name).suffix else f"{name}.yaml"
    if Path(path).exists() and not force:
        raise _taken(path)
    write_whole(path, text)
    said = f"'{path}' is a scenario that works; change it, then: lifeboat solve {path}"
    typer.echo(said, err=True)


def template() -> str:
    """The scenario to start from, as text."""
    from importlib.resources import files

    return files("lifeboat.files").joinpath("template.yaml").read_text("utf-8")


def _taken(path: str) -> MistakesError:
    from lifeboat.errors import Mistake, MistakesError

    hint = "give another name, or --force to write over it"
    message = f"there is a file '{path}' already"
    return MistakesError([Mistake(kind="exists", message=message, hint=hint)])
