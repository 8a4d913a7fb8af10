"""Asks two commits the same questions and compares every document, receipts and times aside.

    python benchmarks/same_answers.py OLD_COMMIT [NEW_COMMIT]

Without a second commit, OLD_COMMIT is compared with the working tree. The questions: every scenario
of the repository as it stands and with each of its overlays; every plan beside a scenario, checked;
and every `lifeboat` command in the documentation, with `--json` and enough time to prove its
answer. Both sides run in the environment of this script, each with its own `src`.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import yaml

from commits import checkout, environment
from consoles import ROOT, blocks, copy_of_repository

ANSWERING = ("solve", "check", "whatif", "sweep", "replan", "diff")
LIMITED = ("whatif", "sweep")
ENOUGH = ("--time-limit", "30min")

Asked = tuple[str, ...]


def main(commits: list[str]) -> None:
    """Print which documents differ, and how many there are; exits with 1 on a difference."""
    old, new = commits[0], commits[1] if len(commits) > 1 else None
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as pool:
        sides = [checkout(old, Path(scratch) / "old"), _tree(new, Path(scratch) / "new")]
        folders = [copy_of_repository(Path(scratch) / f"copy-{number}") for number in range(2)]
        answers = pool.map(_answers, sides, folders)
        before, after = (list(each) for each in answers)
    different = [
        asked for (asked, one), (_, other) in zip(before, after, strict=True) if one != other
    ]
    for asked in different:
        print(f"different: lifeboat {shlex.join(asked)}")
    print(f"{len(before)} documents, {len(different)} different")
    sys.exit(bool(different))


def _tree(commit: str | None, folder: Path) -> Path:
    return ROOT if commit is None else checkout(commit, folder)


def _answers(tree: Path, folder: Path) -> list[tuple[Asked, Any]]:
    """Every question with its document, answered by one side in a copy of the repository."""

    def ask(asked: Asked) -> Any:
        return _ask(asked, tree, folder)

    return [*((asked, ask(asked)) for asked in _library()), *_documented(ask, tree, folder)]


def _library() -> Iterator[Asked]:
    for path in sorted((ROOT / "scenarios").rglob("*.yaml")):
        tree, name = yaml.safe_load(path.read_text("utf-8")), str(path.relative_to(ROOT))
        if "lifeboat" in tree:
            yield "solve", name
            yield from (("solve", name, "--with", overlay) for overlay in tree.get("overlays", ()))
        if "plan" in tree:
            for other in sorted(path.parent.glob("[0-9]*.yaml")):
                yield "check", str(other.relative_to(ROOT)), name


def _documented(
    ask: Callable[[Asked], Any], tree: Path, folder: Path
) -> Iterator[tuple[Asked, Any]]:
    for block in blocks():
        for step in block.steps():
            words = tuple(shlex.split(step.command))
            if words[0] == "lifeboat" and words[1] in ANSWERING:
                yield words[1:], ask(words[1:])
            else:
                _play(step.command, tree, folder)


def _ask(asked: Asked, tree: Path, folder: Path) -> Any:
    limited = ENOUGH if asked[0] in LIMITED else ()
    command = [sys.executable, "-m", "lifeboat", *asked, *limited, "--json"]
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(tree),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    return done.returncode, _without_receipts(json.loads(done.stdout))


def _play(command: str, tree: Path, folder: Path) -> None:
    said = command.replace("lifeboat ", f"{shlex.quote(sys.executable)} -m lifeboat ", 1)
    said = said if command.startswith("lifeboat ") else command
    subprocess.run(
        ["bash", "-c", said],
        cwd=folder,
        env=environment(tree),
        check=False,
        stdout=subprocess.DEVNULL,
    )


def _without_receipts(document: Any) -> Any:
    if isinstance(document, dict):
        return {key: _without_receipts(it) for key, it in document.items() if key != "receipt"}
    if isinstance(document, list):
        return [_without_receipts(each) for each in document]
    return document


if __name__ == "__main__":
    main(sys.argv[1:])
