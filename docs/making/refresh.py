"""Renews the output shown below the commands of the documentation; read the difference.

python docs/making/refresh.py [PAGE ...]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from consoles import ROOT, blocks, copy_of_repository, renewed


def main(pages: list[str]) -> None:
    """Renew the pages named, or all of them."""
    wanted = {(Path.cwd() / page).resolve() for page in pages}
    with tempfile.TemporaryDirectory() as scratch:
        folder = copy_of_repository(Path(scratch))
        asked = [block for block in blocks() if not wanted or block.page in wanted]
        played = [(block, renewed(block, folder)) for block in asked]
        # The last block comes first, so that the offsets of those above stay right.
        for block, body in reversed(played):
            if body != block.body:
                text = block.page.read_text(encoding="utf-8")
                end = block.start + len(block.body)
                new = text[: block.start] + body + text[end:]
                block.page.write_text(new, encoding="utf-8")
                print(f"{block.page.relative_to(ROOT)}:{block.line} renewed")


if __name__ == "__main__":
    main(sys.argv[1:])
