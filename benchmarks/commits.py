"""The program as another commit has it, to be run beside this one."""

from __future__ import annotations

import compileall
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent


def checkout(commit: str, folder: Path) -> Path:
    """Put the sources of a commit into a folder, compiled as these are; returns the folder."""
    folder.mkdir()
    archive = subprocess.run(
        ["git", "archive", commit, "src"], cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    for tree in (folder, ROOT):
        compileall.compile_dir(tree / "src", quiet=1)
    return folder


def environment(tree: Path) -> dict[str, str]:
    """The environment in which `python -m lifeboat` runs the sources of a tree."""
    return {**os.environ, "PYTHONPATH": str(tree / "src")}
