"""Changes that nothing can notice, each with its reason, and those that once nothing noticed.

`unseen/` and `once/` hold a file for a file of the source. A change there is a text that stands
once in the source and the text in its place; of a text given as `any`, whatever is changed in it.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from mutation.changes import SourceChange

SOURCE = "src/lifeboat"
FOLDER = Path(__file__).parent


def once_unnoticed(root: Path) -> Iterator[SourceChange]:
    """The changes that were once noticed by nothing, as the files stand today."""
    for file in sorted((FOLDER / "once").rglob("*.toml")):
        path = f"{SOURCE}/{file.relative_to(FOLDER / 'once').with_suffix('.py').as_posix()}"
        data = (root / path).read_bytes()
        for known in _changes_of(file):
            first, end = _place(data, known["old"])
            line = data[:first].count(b"\n") + 1
            yield SourceChange(path, line, first, end, known["old"], known["new"])


def why_unseen(change: SourceChange, root: Path) -> str | None:
    """Why nothing can notice a change; None if something should."""
    file = FOLDER / "unseen" / change.path.removeprefix(f"{SOURCE}/")
    data = (root / change.path).read_bytes()
    known = _changes_of(file.with_suffix(".toml"))
    return next((it["why"] for it in known if _is_it(it, change, data)), None)


def stale(root: Path) -> list[str]:
    """Texts of changes that do not stand once in the source."""
    found = []
    for kind in ("once", "unseen"):
        for file in sorted((FOLDER / kind).rglob("*.toml")):
            name = file.relative_to(FOLDER / kind).with_suffix(".py").as_posix()
            text = (root / SOURCE / name).read_text("utf-8")
            olds = [it.get("any") or it["old"] for it in _changes_of(file)]
            found += [f"{name}: {old}" for old in olds if text.count(old) != 1]
    return found


def _changes_of(file: Path) -> list[dict[str, str]]:
    if not file.is_file():
        return []
    changes: list[dict[str, str]] = tomllib.loads(file.read_text("utf-8"))["change"]
    return changes


def _is_it(known: dict[str, str], change: SourceChange, data: bytes) -> bool:
    if "any" in known:
        first, end = _place(data, known["any"])
        return first <= change.first and change.end <= end
    text = data.decode()
    return _reads_same(change.made(text), text.replace(known["old"], known["new"]))


def _place(data: bytes, text: str) -> tuple[int, int]:
    """The first byte of a text and the one after its last."""
    first = data.index(text.encode())
    return first, first + len(text.encode())


def _reads_same(one: str, other: str) -> bool:
    return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
