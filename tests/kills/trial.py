"""A command that writes a file is ended by a signal at a random moment: is the file still whole?"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kills.slow_disk import WRITING
from lifeboat.files.writing.marks import mark_of
from lifeboat.files.writing.parts import replace_whole
from repository import TESTS, TINY

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
STEP = 0.1
"""Seconds that each step of writing takes on the slow disk; there are three."""
ENDINGS = {0, 1, 129, 130, 143}
"""Exit codes of a command that was heard out, or that a signal ended."""
FILE = "it.yaml"

_EARLIER = ("--delay", "Heron=2d")
_NOW = ("--delay", "Heron=1d")
JOBS = {
    "plan": ("solve", str(TINY), "--quiet", "--output", FILE),
    "edit in place": ("edit", FILE, "--in-place", *_NOW),
    "edited scenario": ("edit", str(TINY), *_NOW, "--force", "--output", FILE),
    "overlay": ("edit", str(TINY), *_NOW, "--save", FILE),
    "new scenario": ("new", FILE),
}
"""What writes the file."""
_BEFORE = {
    "plan": ("solve", str(TINY), *_EARLIER, "--quiet", "--output", FILE),
    "edit in place": ("edit", str(TINY), "--output", FILE),
    "edited scenario": ("edit", str(TINY), "--output", FILE),
    "overlay": ("edit", str(TINY), *_EARLIER, "--save", FILE),
}
"""What wrote the file that is there before, if one is."""


@dataclass(frozen=True)
class Kill:
    """A command and the signal that ends it."""

    job: str
    signal: signal.Signals
    is_slow: bool
    """Whether it comes while the file is written, or at any moment."""
    moment: float
    """When it comes: 0 at the beginning, 1 about the end."""


def drawn(number: int) -> Kill:
    """The kill of a certain number; a round of forty has every job, signal and disk once."""
    dice = random.Random(number)
    jobs, signals = list(JOBS), len(SIGNALS)
    return Kill(
        jobs[number % len(jobs)],
        SIGNALS[number // len(jobs) % signals],
        number // (len(jobs) * signals) % 2 == 0,
        dice.random() * 1.1,
    )


def faults(kill: Kill, tally: Counter[str]) -> Iterator[str]:
    """Make a kill; tell what was torn, lost or left."""
    before, after, takes = _texts(kill.job)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if before is not None:
            (folder / FILE).write_text(before, "utf-8")
        code, told = _killed(kill, folder, takes)
        if code not in ENDINGS | {-kill.signal}:
            yield f"it ended with {code}"
        if _is_of_python_alone(told):
            tally["ended before a line of ours"] += 1
        elif "Traceback" in told or "bug of ours" in told:
            yield f"it said {told}"
        text = (folder / FILE).read_text("utf-8") if (folder / FILE).exists() else None
        if text not in (before, after) and not _is_whole_plan(kill, text):
            yield f"the file holds {text!r}"
        tally["the file of before" if text == before else "the new file"] += 1
        yield from _left_over(kill, folder, tally)


def _is_of_python_alone(told: str) -> bool:
    """Whether Ctrl-C met Python while it was starting, which then tells so by itself."""
    in_python = "KeyboardInterrupt" in told and "init_import_site" in told
    return in_python and "lifeboat" not in told


def _left_over(kill: Kill, folder: Path, tally: Counter[str]) -> Iterator[str]:
    others = {it.name for it in folder.iterdir()} - {FILE}
    if others and kill.signal != signal.SIGKILL:
        yield f"it left {others}"
    if others:
        tally["left a part, cleared by the next write"] += 1
    replace_whole(folder / FILE, b"")
    still = {it.name for it in folder.iterdir()} - {FILE}
    if still:
        yield f"the next write did not clear {still}"


def _is_whole_plan(kill: Kill, text: str | None) -> bool:
    """Whether it is a plan as the program wrote it: the best one found until the signal."""
    mark = mark_of(text) if kill.job == "plan" and text else None
    return mark is not None and mark.is_true


@cache
def _texts(job: str) -> tuple[str | None, str, float]:
    """The file before a job and after it, and the seconds the job takes."""
    with tempfile.TemporaryDirectory() as name:
        before = None
        if job in _BEFORE:
            _run(_BEFORE[job], name)
            before = (Path(name) / FILE).read_text("utf-8")
        begun = time.monotonic()
        _run(JOBS[job], name)
        takes = time.monotonic() - begun
        return before, (Path(name) / FILE).read_text("utf-8"), takes


def _run(arguments: tuple[str, ...], folder: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lifeboat", *arguments], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr


def _killed(kill: Kill, folder: Path, takes: float) -> tuple[int, str]:
    """Run the job of a kill and send its signal; returns the exit code and what it said."""
    slow = [str(TESTS / "kills" / "slow_disk.py"), str(STEP)]
    with subprocess.Popen(
        [sys.executable, *(slow if kill.is_slow else ("-m", "lifeboat")), *JOBS[kill.job]],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stderr
        if kill.is_slow:
            while running.stderr.readline() not in ("", f"{WRITING}\n"):
                pass
        time.sleep(kill.moment * (3 * STEP if kill.is_slow else takes))
        running.send_signal(kill.signal)
        told = running.communicate(timeout=120)[1]
    return running.returncode, told
