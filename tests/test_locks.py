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
    extras = [it for some in project["project"]["optional-dependencies"].values() for it in some]
    dependencies = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    dependencies += extras
    names = [
        re.split(r"[^\w-]", it)[0] for it in [*dependencies, *project["build-system"]["requires"]]
    ]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert [name for name in names if f"**{name}**" not in page] == []


def test_the_extras_are_there_for_the_tests_only() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [it for some in project["optional-dependencies"].values() for it in some]
    names = {re.split(r"[^\w-]", it)[0] for it in extras}
    run, work = ((ROOT / name).read_text(encoding="utf-8") for name in LOCKS)
    assert names <= set(re.findall(r"^([\w.-]+)==", work, re.M))
    assert not names & set(re.findall(r"^([\w.-]+)==", run, re.M))


def test_what_runs_is_locked_for_work_too() -> None:
    """Every row, also where one requirement has a version for each of several Pythons."""
    run, work = ((ROOT / name).read_text(encoding="utf-8") for name in LOCKS)
    rows = r"^[\w.-]+==[^\\\n]+"
    assert set(re.findall(rows, run, re.M)) <= set(re.findall(rows, work, re.M))
