"""The lock files pin every requirement and name no host or path."""

from __future__ import annotations

import re
import tomllib

import pytest

from repository import ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock"]


@pytest.mark.parametrize("name", LOCKS)
def test_requirements_name_no_host_and_no_path(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if "/" in line or line.startswith("-")] == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_by_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^([\w.-]+)==[\w.]+(?: ;[^\\\n]*)?(?: ?\\\n +--hash=\S+)+", text, re.M)
    assert pinned == re.findall(r"^([\w.-]+)==", text, re.M)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[^\w-]", it)[0] for it in project["dependencies"]}
    assert asked <= set(pinned)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    dependencies = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [
        re.split(r"[^\w-]", it)[0] for it in [*dependencies, *project["build-system"]["requires"]]
    ]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert [name for name in names if f"**{name}**" not in page] == []
