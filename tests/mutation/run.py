"""Small changes to rules, goals and the ledger: `python tests/mutation/run.py 160 1`.

The first number counts changes, drawn from all that can be made; the second is the seed they are
drawn with; a third, if given, says how many are tried at a time. Each change is made in a copy of
the repository, where the tests of the changed file run first, then those of its room, then a short
agreement run. What none of them notices is printed.

`python tests/mutation/run.py once` tries those that were once noticed by nothing.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

sys.path.insert(0, str(Path(__file__).parents[1]))

from mutation.changes import SourceChange, changes_in
from mutation.unseen import UNSEEN, once_unnoticed
from repository import ROOT

SOURCE = "src/lifeboat"
PLANS = ("course", "ledger", "fitting")
COPIED = ("src", "tests", "scenarios", "docs", "benchmarks", "pyproject.toml", "README.md")
PATIENCE = 300
"""Seconds after which a change counts as noticed: something runs for ever."""
AGREEMENT = ("40", "8", "5000")


def main(count: int, seed: int = 1, jobs: int = 1) -> int:
    """Try a sample of all changes; returns the exit code."""
    every = changes_in(ROOT, changed_files())
    sample = random.Random(seed).sample(every, min(count, len(every)))
    seen = [it for it in sample if unseen(it) is None]
    print(f"{len(sample)} of {len(every)} changes, {len(sample) - len(seen)} cannot be seen")
    return _report(sorted(seen), jobs)


def once(jobs: int = 1) -> int:
    """Try the changes that were once noticed by nothing."""
    return _report(list(once_unnoticed(ROOT)), jobs)


def changed_files() -> list[str]:
    """The files that are changed."""
    rooms = [it for room in ("rules", "goals") for it in (ROOT / SOURCE / room).glob("*.py")]
    plans = [ROOT / SOURCE / "plans" / f"{name}.py" for name in PLANS]
    return [it.relative_to(ROOT).as_posix() for it in sorted([*rooms, *plans])]


def unseen(change: SourceChange) -> str | None:
    """Why nothing can notice a change; None if something should."""
    for (path, old, new), why in UNSEEN.items():
        told = (Path(change.path).name, " ".join(change.old.split()), change.new)
        if told == (path, old, new):
            return why
    return None


def _report(changes: list[SourceChange], jobs: int) -> int:
    noticed = 0
    for change, by in _tried(changes, jobs):
        noticed += by is not None
        print(f"{'not noticed' if by is None else by:14} {change}", flush=True)
    share = noticed / max(1, len(changes))
    print(f"{noticed} of {len(changes)} noticed: {share:.1%}")
    return int(noticed < len(changes))


def _tried(changes: Iterable[SourceChange], jobs: int) -> Iterator[tuple[SourceChange, str | None]]:
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as threads:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            copies.put(copied(Path(folder) / str(number)))

        def work(change: SourceChange) -> tuple[SourceChange, str | None]:
            copy = copies.get()
            try:
                return change, noticed_by(change, copy)
            finally:
                copies.put(copy)

        yield from threads.map(work, changes)


def copied(folder: Path) -> Path:
    """A copy of all that the tests of rules and goals need."""
    folder.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


def noticed_by(change: SourceChange, copy: Path) -> str | None:
    """What notices a change made in a copy of the repository; None if nothing does."""
    file = copy / change.path
    text = file.read_text("utf-8")
    file.write_text(change.made(text), "utf-8")
    try:
        return next((name for name, asked in _checks(file, copy) if not _passes(asked, copy)), None)
    finally:
        file.write_text(text, "utf-8")


def _checks(file: Path, copy: Path) -> Iterator[tuple[str, list[str]]]:
    """What is run after a change, the quickest first."""
    tests, pytest = copy / "tests", ["-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider"]
    own = tests / file.parent.name / f"test_{file.name}"
    if own.is_file():
        yield "own test", [*pytest, str(own)]
    yield "room's tests", [*pytest, *(str(tests / it) for it in ("rules", "goals", "plans"))]
    yield "agreement", [str(tests / "agreement" / "run.py"), *AGREEMENT]


def _passes(asked: list[str], copy: Path) -> bool:
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        ran = subprocess.run(
            [sys.executable, *asked],
            cwd=copy,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return ran.returncode == 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["once"]:
        sys.exit(once(*map(int, sys.argv[2:])))
    sys.exit(main(*map(int, sys.argv[1:] or ("160",))))
