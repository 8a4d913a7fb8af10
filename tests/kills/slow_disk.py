"""The command line on a disk so slow that a signal comes while a file is written.

The first argument is how many seconds each step takes; `WRITING` is told when the first one begins.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any

WRITING = "writing"


def main(step: float, arguments: list[str]) -> int:
    """Run the command line with slow writes; returns its exit code."""
    from lifeboat.cli import run

    sync, begun = os.fsync, set[str]()

    def slowly(event: str, details: tuple[Any, ...]) -> None:
        if event == "open" and str(details[0]).endswith(".part") and not begun:
            begun.add(str(details[0]))
            os.write(2, f"{WRITING}\n".encode())
            time.sleep(step)
        if event == "os.rename":
            time.sleep(step)

    def slow_sync(fd: Any) -> None:
        time.sleep(step)
        sync(fd)

    sys.addaudithook(slowly)
    os.fsync = slow_sync
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))
