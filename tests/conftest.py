"""What every test starts from, and what those of the command line ask with."""

from __future__ import annotations

import sys
import types

import pytest

from asking import Ask, Ran, StandIn
from lifeboat.cli import run


@pytest.fixture(autouse=True)
def no_terminal_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """None of the terminal's settings of whoever runs it; a test that is about a width or about
    colour sets it itself.
    """
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Asks the command line."""

    def run_it(*arguments: object) -> Ran:
        code = run([str(each) for each in arguments])
        return Ran(int(code), *capsys.readouterr())

    return run_it


@pytest.fixture
def solver(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Nothing is sought: whoever asks for the best plan gets one made by hand."""
    made = StandIn()
    module = types.ModuleType("lifeboat.questions.solve")
    module.solve = made.solve  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "lifeboat.questions.solve", module)
    return made
