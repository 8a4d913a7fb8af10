"""Builds the documentation as a site of plain files in `build/site`; a warning is an error.

python docs/making/make_site.py

With `linkcheck` it asks instead for every page on the network that the documentation refers to.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
SETTINGS = Path(__file__).parent / "website"
BUILD = ROOT / "build"


def main(builder: str = "html") -> int:
    """Build the site, or check its links to the network; 0 if nothing is wrong."""
    if find_spec("sphinx") is None:
        print("Sphinx is not installed; pip install -r requirements-dev.lock brings it.")
        return 1
    if builder != "html":
        return build(BUILD / builder, builder)
    shutil.rmtree(BUILD / "site", ignore_errors=True)
    return build_site(BUILD / "site")


def build_site(folder: Path) -> int:
    """Build the site into a folder; 0 if nothing is wrong."""
    code = build(folder, "html")
    if code == 0:
        shutil.copy(folder / "README.html", folder / "index.html")
    return code


def build(folder: Path, builder: str) -> int:
    """Read every page anew and build it; what is kept between builds would hide warnings."""
    with TemporaryDirectory() as kept:
        strict = ["-q", "-W", "-n", "--keep-going"]
        places = ["-c", str(SETTINGS), "-d", kept, str(ROOT), str(folder)]
        asked = [sys.executable, "-m", "sphinx", *strict, "-b", builder, *places]
        return subprocess.run(asked, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
