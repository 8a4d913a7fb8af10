"""How Sphinx builds the site: from the pages as they are, with nothing from the network."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from sphinx.application import Sphinx

ROOT = Path(__file__).parents[3]
sys.path.append(str(ROOT / "docs" / "making"))

from navigation import navigation  # noqa: E402

_about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

project = "lifeboat"
version = release = _about["version"]
html_title = f"{project} {version}"

extensions = ["myst_parser"]
include_patterns = ["*.md", "docs/**.md"]
exclude_patterns = [".*", "build", "dist"]
root_doc = "README"
myst_heading_anchors = 6
highlight_language = "text"

html_theme = "furo"
html_theme_options: dict[str, list[str]] = {"top_of_page_buttons": []}
templates_path = ["templates"]
html_static_path = ["static"]
html_css_files = ["wide.css"]
html_copy_source = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False


def _add_navigation(_app: Sphinx, name: str, source: list[str]) -> None:
    source[0] += navigation(ROOT / f"{name}.md")


def setup(app: Sphinx) -> None:
    """Called by Sphinx before it reads any page."""
    app.connect("source-read", _add_navigation)
