"""Asking the command line, and what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lifeboat.cli import run

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    def run_it(*arguments: object) -> tuple[int, str, str]:
        code = run([str(each) for each in arguments])
        return (int(code), *capsys.readouterr())

    return run_it
