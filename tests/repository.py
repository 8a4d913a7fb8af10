"""Where the files of the repository are, wherever a test stands."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
DOCS = ROOT / "docs"
PAGES = [*ROOT.glob("*.md"), *sorted(DOCS.rglob("*.md"))]
SCENARIOS = ROOT / "scenarios"
TINY = SCENARIOS / "tiny.yaml"
EVERYTHING = TESTS / "everything.yaml"
