"""The command as a process: what it loads, standard input, pipes, disks and letters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from repository import TINY

SCENARIO = TINY
HEAVY = ("ortools", "numpy", "pandas")


class Ran(NamedTuple):
    code: int
    out: str
    err: str


def in_a_process(
    *arguments: str, stdin: str = "", environment: dict[str, str] | None = None
) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "lifeboat", *arguments],
        input=stdin.encode(),
        capture_output=True,
        env={**os.environ, **(environment or {})},
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def loaded_by(*arguments: str, cwd: Path) -> set[str]:
    """The modules a command loads."""
    code = (
        "import sys\n"
        "from lifeboat.cli import run\n"
        f"code = run({list(arguments)!r})\n"
        "print(code, *{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, capture_output=True, text=True, check=True
    )
    code_said, *modules = done.stderr.splitlines()[-1].split()
    assert code_said in ("0", "1"), done.stderr
    return set(modules)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["solve", "--help"],
        ["schema"],
        ["schema", "answer"],
        ["new"],
        ["check", str(SCENARIO), "plan.yaml"],
        ["check", str(SCENARIO), "plan.yaml", "--json"],
    ],
)
def test_light_commands_load_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("plan: 1\n")
    assert loaded_by(*arguments, cwd=tmp_path).isdisjoint(HEAVY)


def test_the_version_loads_next_to_nothing(tmp_path: Path) -> None:
    assert loaded_by("--version", cwd=tmp_path).isdisjoint({*HEAVY, "typer", "rich", "pydantic"})


def test_solve_loads_the_solver(tmp_path: Path) -> None:
    # This shows that the tests above would notice the solver.
    assert "ortools" in loaded_by("solve", str(SCENARIO), "--quiet", cwd=tmp_path)


def test_a_scenario_from_standard_input() -> None:
    text = SCENARIO.read_text("utf-8").replace("seat: Sparrow", "seat: Sparow", 1)
    ran = in_a_process("check", "-", "plan.yaml", stdin=text)
    assert (ran.code, ran.out) == (2, "")
    assert "--> standard input:" in ran.err
    assert "did you mean 'Sparrow'?" in ran.err


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m lifeboat schema | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lifeboat", "new"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "lifeboat: the answer cannot be written: no space left on device\n"


def test_names_survive_a_terminal_that_speaks_ascii(tmp_path: Path) -> None:
    text = SCENARIO.read_text("utf-8").replace("name: A small rescue", "name: Ångström")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text("plan: 1\n")
    arguments = ("check", str(tmp_path / "a.yaml"), str(tmp_path / "plan.yaml"))
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    plain = in_a_process(*arguments, environment=ascii_only)
    assert "\\xc5ngstr\\xf6m" in plain.out
    document = in_a_process(*arguments, "--json", environment=ascii_only)
    assert json.loads(document.out)["scenario"] == "Ångström"
