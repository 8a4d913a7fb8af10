"""Small changes to rules, goals and the ledger: `python tests/mutation/run.py 160 1`.

The first number counts changes, drawn from all that can be made; the second is the seed they are
drawn with; a third, if given, says how many are tried at a time. Each change is made in a copy of
the repository, where the tests of the changed file run first, then those of its room, then a short
agreement run, at last the tests of answers and questions. What none of them notices is printed.

`python tests/mutation/run.py once` tries those that were once noticed by nothing, and
`python tests/mutation/run.py rules/pins_hold.py` every change to one file. All need a system with
`fork`.
"""

from __future__ import annotations

import os
import random
import runpy
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from types import ModuleType

import ortools.sat.python.cp_model_helper  # noqa: F401
import pydantic  # noqa: F401
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from mutation.changes import SourceChange, changes_in
from mutation.known import SOURCE, once_unnoticed, why_unseen
from repository import ROOT

NOTHING_TO_CHANGE = ("plan.py", "findings.py")
"""Files of `plans/` that only say what a plan is."""
COPIED = ("src", "tests", "scenarios", "docs", "benchmarks", "pyproject.toml", "README.md")
OTHERS = (
    "answers",
    "flown",
    "questions/replan",
    "questions/test_costs_a_seat.py",
    "questions/test_check.py",
    "questions/test_several_stays.py",
    "questions/test_solve.py",
    "questions/test_under_way.py",
)
"""Those of answers that start no processes: one that tries changes beside others may not."""
_OWN: list[Path] = []
"""In a process that tries changes beside others: its own copy."""
PATIENCE = 900
"""Seconds after which a change counts as noticed: something runs for ever."""
AGREEMENT = ("40", "8", "5000")


def main(count: int, seed: int = 1, jobs: int = 1) -> int:
    """Try a sample of all changes; returns the exit code."""
    every = changes_in(ROOT, changed_files())
    sample = random.Random(seed).sample(every, min(count, len(every)))
    return _report_seen(sample, len(every), jobs)


def one_file(name: str, jobs: int = 1) -> int:
    """Try every change to a file, named from the folder of the source."""
    every = changes_in(ROOT, [f"{SOURCE}/{name}"])
    return _report_seen(every, len(every), jobs)


def once(jobs: int = 1) -> int:
    """Try the changes that were once noticed by nothing."""
    return _report(list(once_unnoticed(ROOT)), jobs)


def changed_files() -> list[str]:
    """The files that are changed."""
    rooms = ("goals", "plans", "rules")
    files = sorted(it for room in rooms for it in (ROOT / SOURCE / room).glob("*.py"))
    return [it.relative_to(ROOT).as_posix() for it in files if it.name not in NOTHING_TO_CHANGE]


def _report_seen(sample: list[SourceChange], among: int, jobs: int) -> int:
    seen = [it for it in sample if why_unseen(it, ROOT) is None]
    print(f"{len(sample)} of {among} changes, {len(sample) - len(seen)} cannot be seen")
    return _report(seen, jobs)


def _report(changes: list[SourceChange], jobs: int) -> int:
    noticed = 0
    for change, by in _tried(changes, jobs):
        noticed += by is not None
        print(f"{'not noticed' if by is None else by:14} {change}", flush=True)
    share = noticed / max(1, len(changes))
    print(f"{noticed} of {len(changes)} noticed: {share:.1%}")
    return int(noticed < len(changes))


def _tried(changes: list[SourceChange], jobs: int) -> Iterator[tuple[SourceChange, str | None]]:
    fork = get_context("fork")
    with tempfile.TemporaryDirectory() as folder:
        copies = [copied(Path(folder) / str(number)) for number in range(jobs)]
        if jobs == 1:
            yield from ((it, noticed_by(it, copies[0])) for it in changes)
            return
        free = fork.SimpleQueue()
        for copy in copies:
            free.put(copy)
        with fork.Pool(jobs, _take_a_copy, (free,)) as pool:
            yield from pool.imap(_in_own_copy, changes)


def _take_a_copy(free: SimpleQueue[Path]) -> None:
    _OWN.append(free.get())


def _in_own_copy(change: SourceChange) -> tuple[SourceChange, str | None]:
    return change, noticed_by(change, _OWN[0])


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
    """What is run after a change, the quickest first: tests, or the agreement run."""
    tests = copy / "tests"
    own = tests / file.parent.name / f"test_{file.name}"
    if own.is_file():
        yield "own test", [str(own)]
    yield "room's tests", [str(tests / it) for it in ("rules", "goals", "plans")]
    yield "agreement", [str(tests / "agreement" / "run.py"), *AGREEMENT]
    yield "other tests", [str(tests / it) for it in OTHERS]


def _passes(asked: list[str], copy: Path) -> bool:
    """Whether nothing fails in a process of its own, which has what loads slowly already."""
    process = os.fork()
    if not process:
        os._exit(_run_in(copy, asked))
    return os.waitpid(process, 0)[1] == 0


def _run_in(copy: Path, asked: list[str]) -> int:
    """Run tests, or a script with numbers, on a copy of the repository; 0 if nothing fails."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(PATIENCE)
    try:
        _forget_our_own()
        os.chdir(copy)
        sys.path[:0] = [str(copy / it) for it in ("src", "tests", "docs/making", "benchmarks")]
        if asked[0].endswith("run.py"):
            sys.argv = asked
            runpy.run_path(asked[0], run_name="__main__")
        return int(pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", *asked]))
    except SystemExit as end:
        return int(end.code or 0)
    except BaseException:
        return 1


def _forget_our_own() -> None:
    """Let all that is ours be loaded anew, from the copy."""
    folders = tuple(str(ROOT / it) for it in COPIED)
    for name in [it for it, module in sys.modules.items() if _stands_in(folders, module)]:
        del sys.modules[name]


def _stands_in(folders: tuple[str, ...], module: ModuleType) -> bool:
    places = [getattr(module, "__file__", None) or "", *getattr(module, "__path__", ())]
    return module.__name__ != "__main__" and any(str(it).startswith(folders) for it in places)


if __name__ == "__main__":
    if sys.argv[1:2] == ["once"]:
        sys.exit(once(*map(int, sys.argv[2:])))
    if sys.argv[1:] and sys.argv[1].endswith(".py"):
        sys.exit(one_file(sys.argv[1], *map(int, sys.argv[2:])))
    sys.exit(main(*map(int, sys.argv[1:] or ("160",))))
