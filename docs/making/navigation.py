"""Where each page stands in the navigation of the site, as the lists in the pages have it.

The sections of `docs/README.md` are those of the navigation. Where a folder has a README, its pages
stand below that one, in the order in which it lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FRONT = ROOT / "README.md"
CONTENTS = ROOT / "docs" / "README.md"
SECTION = re.compile(r"^\*\*(.+?)\*\*", re.MULTILINE)
LISTED = re.compile(r"^(?:- |\| )\[([^\]]+)\]\(([^)\s]+\.md)\)", re.MULTILINE)


def navigation(page: Path) -> str:
    """What is added to a page so that the pages below it are found; empty for most."""
    if page == FRONT:
        return "".join(_tree(title, pages) for title, pages in sections().items())
    if page.name == "README.md" and page != CONTENTS:
        return _tree("", dict.fromkeys(_below(page), ""))
    return ""


def sections() -> dict[str, dict[Path, str]]:
    """The sections of the navigation: the pages of each, and what its list calls them."""
    _, *parts = SECTION.split(CONTENTS.read_text("utf-8"))
    found = {
        title: _listed(text, CONTENTS) for title, text in zip(parts[::2], parts[1::2], strict=True)
    }
    return {"": {CONTENTS: ""}, **found}


def _listed(text: str, page: Path) -> dict[Path, str]:
    """The pages that the lists and tables of a page's text name, and what they are called there."""
    return {(page.parent / link).resolve(): title for title, link in LISTED.findall(text)}


def _below(page: Path) -> Iterator[Path]:
    """The pages below a README, without those that have a place in a section."""
    placed = {it for pages in sections().values() for it in pages}
    for found in _listed(page.read_text("utf-8"), page):
        if found not in placed:
            yield _head(found, page.parent)


def _head(page: Path, folder: Path) -> Path:
    """The uppermost README between a folder and a page below it; the page itself without one."""
    between = [it for it in reversed(page.parents) if folder in it.parents]
    return next((it / "README.md" for it in between if (it / "README.md").exists()), page)


def _tree(caption: str, pages: dict[Path, str]) -> str:
    """A table of contents that is not shown in the page itself."""
    lines = ["```{toctree}", ":hidden:", *([f":caption: {caption}"] if caption else []), ""]
    return "\n".join(["", "", *lines, *map(_entry, pages, pages.values()), "```", ""])


def _entry(page: Path, title: str) -> str:
    name = f"/{page.relative_to(ROOT).with_suffix('').as_posix()}"
    return f"{title} <{name}>" if title else name
