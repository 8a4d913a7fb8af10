"""The locks agree with each other and name no place but the public ones."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
HOSTS = {"pypi.org", "files.pythonhosted.org"}
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def packages() -> list[dict[str, Any]]:
    """What uv.lock holds."""
    locked: list[dict[str, Any]] = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    return locked


def test_uv_lock_names_only_the_public_hosts() -> None:
    text = (ROOT / "uv.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"\w+://([^/\"]*)", text)) == HOSTS
    sources = {key for package in packages() for key in package["source"]}
    assert sources == {"registry", "editable"}


@pytest.mark.parametrize("name", LOCKS)
def test_requirements_name_no_host_and_no_path(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if "/" in line or line.startswith("-")] == []


@pytest.mark.parametrize("name", LOCKS)
def test_requirements_are_those_of_uv_lock(name: str) -> None:
    """If this fails, run the command at the top of the file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    hashes = {
        (package["name"], package["version"]): {
            it["hash"] for it in [*package.get("wheels", []), package.get("sdist", {"hash": ""})]
        }
        for package in packages()
    }
    wanted = re.findall(r"^([\w.-]+)==([\w.]+)(?: ;[^\\\n]*)?((?: ?\\\n +--hash=\S+)+)", text, re.M)
    assert len(wanted) == len(re.findall(r"^[\w.-]+==", text, re.M)) > 0
    for package, version, listed in wanted:
        assert set(re.findall(r"--hash=(\S+)", listed)) == hashes[package, version] - {""}


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    dependencies = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [
        re.split(r"[^\w-]", it)[0] for it in [*dependencies, *project["build-system"]["requires"]]
    ]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert [name for name in names if f"**{name}**" not in page] == []
