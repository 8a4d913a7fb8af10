"""The README's own commands where nobody has been before: a fresh clone, a new environment.

python .ci/newcomer.py [PIP_VERSION ...]

Each version of pip (`newest` for the newest; 22.3 when none is named) is put into the new
environment first. Beside the usual package index there is another one with a newer release of
everything that is locked. Its wheels are empty: wherever something is left to resolve, the command
fails or installs one of them, and that is found. Tests are collected here and not run.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = {"test": "requirements-dev.lock", "solve": "requirements.lock"}
OLDEST = "22.3"

PYTHON = """#!/bin/sh
# `python3`, which puts a given pip into each environment it makes.
{python} "$@" || exit
if [ "$1 $2" = "-m venv" ]; then "$3/bin/python" -m pip install -q {pip}; fi
"""


def main(pips: list[str]) -> None:
    """Try both commands with each pip; ends with the first that fails."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        index = newer_index(folder / "index")
        for pip in pips or [OLDEST]:
            for name in LOCKS:
                print(f"== pip {pip}: the README's {name} command", flush=True)
                try_out(name, pip, folder / f"{name}-{pip}", index)


def try_out(name: str, pip: str, folder: Path, index: Path) -> None:
    """One of the README's commands in a fresh clone; raises if anything is not as locked."""
    clone = folder / "lifeboat"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    environment = {
        **os.environ,
        "PATH": f"{python_with(pip, folder / 'bin')}{os.pathsep}{os.environ['PATH']}",
        "PIP_EXTRA_INDEX_URL": index.as_uri(),
        "PYTEST_ADDOPTS": "--collect-only",
    }
    environment.pop("VIRTUAL_ENV", None)
    subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command_of(name)],
        cwd=clone,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    python = clone / ".venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "check"], check=True)
    if other := different(python, clone / LOCKS[name]):
        sys.exit(f"installed in other versions than {LOCKS[name]} has: {', '.join(other)}")


def command_of(name: str) -> str:
    """The fenced block of the README that follows the marker `<!-- command: NAME -->`."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- command: {name} -->\n```sh\n(.*?)```", text, re.DOTALL)
    if found is None:
        sys.exit(f"README.md has no block marked <!-- command: {name} -->")
    return found[1]


def python_with(pip: str, folder: Path) -> Path:
    """A folder with a `python3` that makes environments with one version of pip."""
    wanted = "--upgrade pip" if pip == "newest" else f"pip=={pip}"
    folder.mkdir(parents=True)
    python = folder / "python3"
    text = PYTHON.format(python=shlex.quote(sys.executable), pip=wanted)
    python.write_text(text, encoding="utf-8")
    python.chmod(0o755)
    return folder


def newer_index(folder: Path) -> Path:
    """A package index with a newer release, and nothing in it, of everything that is locked."""
    for name, version in sorted(set().union(*(pinned(ROOT / lock) for lock in LOCKS.values()))):
        project = folder / name
        project.mkdir(parents=True, exist_ok=True)
        empty_wheel(project, name.replace("-", "_"), f"{version}.1")
        links = "".join(f'<a href="{it.name}">{it.name}</a>\n' for it in project.glob("*.whl"))
        (project / "index.html").write_text(links, encoding="utf-8")
    return folder


def empty_wheel(folder: Path, name: str, version: str) -> Path:
    """A wheel that installs nothing but its own description."""
    path, about = folder / f"{name}-{version}-py3-none-any.whl", f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        )
        tags = "Wheel-Version: 1.0\nGenerator: newcomer\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        wheel.writestr(f"{about}/WHEEL", tags)
        wheel.writestr(f"{about}/RECORD", "")
    return path


def pinned(lock: Path) -> set[tuple[str, str]]:
    """Names and versions in a lock file, for whatever platform."""
    text = lock.read_text(encoding="utf-8")
    return set(re.findall(r"^([\w-]+)==([\w.]+)", text, re.MULTILINE))


def different(python: Path, lock: Path) -> list[str]:
    """What is installed in a version that the lock does not have; and the project, if it is not."""
    asked = [str(python), "-m", "pip", "list", "--format", "freeze"]
    printed = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    installed = dict(line.split("==") for line in printed.splitlines() if "==" in line)
    missing = [] if installed.pop("lifeboat-planner", None) else ["lifeboat-planner"]
    known = pinned(lock)
    foreign = [
        f"{name} {version}"
        for name, version in installed.items()
        if (re.sub(r"[-_.]+", "-", name).lower(), version) not in known
        and name not in ("pip", "setuptools")
    ]
    return missing + foreign


if __name__ == "__main__":
    main(sys.argv[1:])
