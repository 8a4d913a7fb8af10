"""What every test starts from: none of the terminal's settings of whoever runs it."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def no_terminal_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that is about a width or about colour sets it itself."""
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
