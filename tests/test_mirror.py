"""Tests stand where the source does: each file of some rooms has a test file of its own name."""

from __future__ import annotations

from pathlib import Path

import pytest

from repository import ROOT, TESTS

SOURCE = ROOT / "src" / "lifeboat"
ROOMS = ("solving", "goals", "files/consistency")
WITHOUT_A_TEST: dict[str, str] = {}
"""Test files that are not there, and why."""
WITHOUT_A_SOURCE = {
    "files/consistency/test_consistency.py": "it tests the folder itself: all checks together",
}
"""Test files that are called like no file of the source, and why."""


def wanted(room: str) -> set[str]:
    """The test files that the files of a room should have."""
    paths = (it.relative_to(SOURCE) for it in (SOURCE / room).rglob("*.py"))
    return {it.with_name(f"test_{it.name}").as_posix() for it in paths if it.name != "__init__.py"}


def there(room: str) -> set[str]:
    """The test files that are there."""
    return {it.relative_to(TESTS).as_posix() for it in (TESTS / room).rglob("test_*.py")}


def of_room(reasons: dict[str, str], room: str) -> set[str]:
    return {path for path in reasons if Path(path).is_relative_to(room)}


@pytest.mark.parametrize("room", ROOMS)
def test_every_file_has_a_test_file_of_its_name(room: str) -> None:
    assert wanted(room), "a room that is moved takes its name here with it"
    assert wanted(room) - there(room) == of_room(WITHOUT_A_TEST, room)


@pytest.mark.parametrize("room", ROOMS)
def test_every_test_file_has_a_file_of_its_name(room: str) -> None:
    assert there(room) - wanted(room) == of_room(WITHOUT_A_SOURCE, room)
