"""The console blocks of the documentation: the commands they run and the output they show.

A block runs every line that begins with `$ lifeboat`, `$ cat` or `$ echo`, in a copy of the
repository, with a hundred columns and no terminal. The lines below a command are its output; a
line of three dots stands for any number of lines. To keep a block from running, write in the line
above it `<!-- not run: reason -->`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(
    r"(?P<before>^[^\n]*\n)?^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
RUNS = ("lifeboat ", "cat ", "echo ")
ANYTHING = "..."
TAKES_TIME = re.compile(r"\b\d+(\.\d+)? ?(s|ms|seconds|MB)\b")
NOT_COPIED = (".*", "__pycache__", "build", "dist")


@dataclass(frozen=True)
class Step:
    """One command of a block, and the output shown below it."""

    command: str
    printed: str


@dataclass(frozen=True)
class Block:
    """One console block of a page."""

    page: Path
    body: str
    start: int
    """Where the body begins in the page."""
    line: int

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"

    def steps(self) -> list[Step]:
        """Its commands in order."""
        parts = re.split(r"^\$ (.*)\n", self.body, flags=re.MULTILINE)[1:]
        return [Step(*pair) for pair in zip(parts[::2], parts[1::2], strict=True)]


def blocks() -> Iterator[Block]:
    """Every console block that runs."""
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        text = page.read_text(encoding="utf-8")
        for found in BLOCK.finditer(text):
            if not (found["before"] or "").startswith("<!-- not run:"):
                line = text.count("\n", 0, found.start("body"))
                yield Block(page, found["body"], found.start("body"), line)


def copy_of_repository(folder: Path) -> Path:
    """Copy the repository into a folder, without the files that git and tools keep in it."""
    return Path(
        shutil.copytree(ROOT, folder / "lifeboat", ignore=shutil.ignore_patterns(*NOT_COPIED))
    )


def play(block: Block, folder: Path) -> Iterator[tuple[Step, str]]:
    """Run the commands of a block in a folder; yields each with its output."""
    code = 0
    for step in block.steps():
        if not step.command.startswith(RUNS):
            raise ValueError(f"{block}: `{step.command}` is not run; say <!-- not run: reason -->")
        ended = subprocess.run(
            ["bash", "-c", f"(exit {code}); {step.command}"],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        code = ended.returncode
        yield step, ended.stdout


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "COLUMNS": "100", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}


def matches(printed: str, documented: str) -> bool:
    """Whether the output of a command matches the documentation."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", documented, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*".join(parts), printed) is not None


def renewed(block: Block, folder: Path) -> str:
    """The body of a block with its output renewed; output that still matches is kept, and what was
    left out before is left out again.
    """
    return "".join(
        f"$ {step.command}\n" + (step.printed if matches(printed, step.printed) else told)
        for step, printed in play(block, folder)
        for told in ["".join(f"{line}\n" for line in cut_like(step.printed, printed))]
    )


def cut_like(documented: str, printed: str) -> list[str]:
    """The lines of some output, those left out that were left out of an older one."""
    parts = [part.splitlines() for part in re.split(r"^\.\.\.\n", documented, flags=re.MULTILINE)]
    lines = [ANYTHING if TAKES_TIME.search(it) else it for it in printed.splitlines()]
    if len(parts) == 1:
        return lines
    told, done = lines[: len(parts[0])], len(parts[0])
    for part in parts[1:-1]:
        first = _where(part, lines, done)
        if first is not None:
            done = _end_of_table(lines, first + len(part))
            told += [ANYTHING, *lines[first:done]]
    last = max(done, len(lines) - len(parts[-1]))
    return [*told, ANYTHING, *lines[last:]]


def _end_of_table(lines: list[str], end: int) -> int:
    """The end of a part, or of its table if no more than three rows have come to it."""
    return next((place for place in range(end, min(end + 4, len(lines))) if not lines[place]), end)


def _where(part: list[str], lines: list[str], done: int) -> int | None:
    """Where a part of an older output begins in a new one: by the first line that both have."""
    for number, line in enumerate(part):
        for place in range(done + number, len(lines)):
            if lines[place] == line and line.strip():
                return place - number
    return None
