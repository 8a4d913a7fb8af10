"""Runs a browser without a window, and gives back what it made of a page."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_SECONDS = 90
_ALONE = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--allow-file-access-from-files",
)
_SCRIPT = Path(__file__).with_name("measure.js")
_TOLD = re.compile(r'<pre id="told">(.*?)</pre>', re.DOTALL)


def browser() -> str | None:
    """The browser of this machine, if it has one that is known here."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def measured(pages: Iterable[Path], widths: Iterable[int], *, dark: bool) -> list[dict[str, Any]]:
    """What the script measures in each page, at each width of a window, in a colour scheme."""
    shown = list(pages)
    around = shown[0].with_name("around.html")
    around.write_text(_around(shown, tuple(widths)), "utf-8")
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    said = _run(scheme, "--dump-dom", around.as_uri())
    found = _TOLD.search(said)
    told = json.loads(html.unescape(found[1])) if found else said
    assert isinstance(told, list), told
    return told


def printed(page: Path, target: Path) -> bytes:
    """A page as it is printed: a PDF."""
    _run(f"--print-to-pdf={target}", "--no-pdf-header-footer", page.as_uri())
    return target.read_bytes()


def _run(*asked: str) -> str:
    found = browser()
    assert found
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        ran = subprocess.run(
            [found, *_ALONE, f"--user-data-dir={home}", *asked],
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    return ran.stdout.decode()


def _around(pages: list[Path], widths: tuple[int, ...]) -> str:
    frames = "\n".join(
        f'<iframe data-page="{page.name}" src="{page.name}" width="{width}" height="900"></iframe>'
        for page in pages
        for width in widths
    )
    script = _SCRIPT.read_text("utf-8")
    style = ":root{color-scheme:light dark}iframe{border:0;display:block}"
    head = f'<meta charset="utf-8"><style>{style}</style><script>{script}</script>'
    return f'<!doctype html>\n{head}\n{frames}\n<pre id="told"></pre>\n'
