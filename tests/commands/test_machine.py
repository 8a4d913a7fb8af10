"""Machines that lack something: an answer or one line, whatever it is."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from asking import Ask, StandIn
from lifeboat.commands.machine import lack_behind
from repository import TINY


@pytest.mark.parametrize(
    ("error", "said", "code"),
    [
        (MemoryError("std::bad_alloc"), "not enough memory", 4),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "not enough memory", 4),
        (SystemError("error return without exception set"), "not enough memory", 4),
        (ImportError("libstdc++.so.6: failed to map segment"), "not enough memory", 4),
        (RuntimeError("can't start new thread"), "no room for another process", 4),
        (OSError(errno.EAGAIN, "Resource temporarily unavailable"), "no room for another", 4),
        (BrokenProcessPool("terminated abruptly"), "ended from outside", 4),
        (OSError(errno.ENOSPC, "No space left on device"), "refuses what is needed: no space", 2),
        (PermissionError(errno.EACCES, "Permission denied", "x.yaml"), "denied (x.yaml)", 2),
    ],
    ids=lambda it: type(it).__name__ if isinstance(it, Exception) else None,
)
def test_what_is_lacking_is_told_in_a_line(
    error: Exception, said: str, code: int, ask: Ask, solver: StandIn
) -> None:
    solver.fails = error
    ran = ask("solve", TINY)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("lifeboat: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "error", [ValueError("memory"), ImportError("no module named 'x'"), RuntimeError("gone")]
)
def test_what_else_goes_wrong_is_a_bug_of_ours(error: Exception) -> None:
    assert lack_behind(error) is None


def ran_as(
    *before: str, options: tuple[str, ...] = (), environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Solve the smallest scenario in a process that begins in some way."""
    return subprocess.run(
        [*before, sys.executable, *options, "-m", "lifeboat", "solve", str(TINY), "--quiet"],
        capture_output=True,
        text=True,
        env={**(os.environ if environment is None else environment), "COLUMNS": "100"},
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("options", [("-O",), ("-OO",), ("-W", "error"), ("-u",)])
def test_python_may_be_run_in_any_way(options: tuple[str, ...]) -> None:
    ran, usual = ran_as(options=options), ran_as()
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, usual.stdout, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there, much depends on the environment")
def test_there_need_be_no_home_nor_anything_else_in_the_environment() -> None:
    kept = {key: it for key, it in os.environ.items() if key == "PYTHONPATH"}
    for environment in (kept, {**kept, "HOME": "/nowhere/at/all", "TMPDIR": "/nowhere"}):
        ran = ran_as(environment=environment)
        assert (ran.returncode, ran.stdout, ran.stderr) == (1, ran_as().stdout, "")


@pytest.mark.skipif(sys.platform != "linux", reason="limits memory as Linux does")
def test_half_a_gigabyte_is_enough_for_a_small_scenario() -> None:
    limited = ("/bin/sh", "-c", 'ulimit -v 524288; exec "$@"', "sh")
    ran = ran_as(*limited)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, ran_as().stdout, "")


@pytest.mark.skipif(sys.platform == "win32", reason="removes the folder it is in")
def test_the_folder_it_is_in_may_be_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f'cd {gone}; rmdir {gone}; exec "$@"'
    ran = ran_as("/bin/sh", "-c", command, "sh")
    assert (ran.returncode, ran.stdout) == (1, ran_as().stdout)
