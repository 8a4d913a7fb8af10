"""Every link between the pages leads to a file of the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from repository import PAGES, ROOT

LINK = re.compile(r"\]\((?![a-z]+:|#)([^)\s#]+)(?:#[^)\s]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert [it for it in links if not (page.parent / it).exists()] == []
