"""The `lifeboat` command: each way it can end, with its exit code and message."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lifeboat.version import __version__

if TYPE_CHECKING:
    from lifeboat.errors import Mistake


def main() -> None:
    """Run the command line and exit with its code."""
    if hasattr(signal, "SIGPIPE"):
        # End quietly when the reader of a pipe, such as `head`, closes it.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # A model is a great many small objects of which none is garbage while it is used: to look for
    # garbage among them as often as Python does by default takes 7 % of an answer.
    gc.set_threshold(50_000, 20, 100)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line, given as its arguments; returns the exit code."""
    if list(arguments) == ["--version"]:
        print(f"lifeboat {__version__}")
        return 0
    from lifeboat.commands.exit_codes import Code

    try:
        return _ask(arguments)
    except KeyboardInterrupt:
        return Code.INTERRUPTED
    except OSError as error:
        _give_up_writing(error)
        return Code.MISTAKE
    except Exception as error:
        from lifeboat.errors import MistakesError

        if isinstance(error, MistakesError):
            _tell(error.mistakes, as_json="--json" in arguments)
            return Code.MISTAKE
        _confess(error)
        return Code.BUG


def _ask(arguments: Sequence[str]) -> int:
    from lifeboat.commands.app import app
    from lifeboat.showing.letters import never_fail_on_a_letter

    for stream in (sys.stdout, sys.stderr):
        never_fail_on_a_letter(stream)
    try:
        app(list(arguments), prog_name="lifeboat")
    except SystemExit as end:
        sys.stdout.flush()
        return end.code if isinstance(end.code, int) else 0
    return 0


def _tell(mistakes: Sequence[Mistake], *, as_json: bool) -> None:
    from lifeboat.showing.documents import mistakes_json, write_json
    from lifeboat.showing.terminal.mistakes import show_mistakes

    if as_json:
        write_json(mistakes_json(mistakes), sys.stdout)
    show_mistakes(mistakes, sys.stderr)


def _give_up_writing(error: OSError) -> None:
    """Report that the answer cannot be written, and keep Python from retrying at exit."""
    why = (error.strerror or str(error)).lower()
    print(f"lifeboat: the answer cannot be written: {why}", file=sys.stderr)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _confess(error: Exception) -> None:
    if os.environ.get("LIFEBOAT_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    said = " ".join(f"{type(error).__name__}: {error}".split())
    print(
        f"lifeboat: this is a bug of ours, please report it with the scenario: {said} "
        "(LIFEBOAT_DEBUG=1 shows where)",
        file=sys.stderr,
    )
