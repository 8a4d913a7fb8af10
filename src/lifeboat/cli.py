"""The `lifeboat` command: each way it can end, with its exit code and message."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lifeboat.version import __version__

if TYPE_CHECKING:
    from lifeboat.errors import Mistake


def main() -> None:
    """Run the command line and exit with its code."""
    from lifeboat.commands.exit_codes import Code
    from lifeboat.commands.signals import EndedBySignal, end_at_once, end_by_signals
    from lifeboat.commands.streams import prepare_streams

    end_by_signals()
    try:
        prepare_streams()
        # A model is a great many small objects of which none is garbage while it is used: to look
        # for garbage among them as often as Python does by default takes 7 % of an answer.
        gc.set_threshold(50_000, 20, 100)
        code = run(sys.argv[1:])
        end_at_once()
    except (EndedBySignal, KeyboardInterrupt):
        end_at_once()
        code = Code.INTERRUPTED
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command line, given as its arguments; returns the exit code."""
    from lifeboat.commands.exit_codes import Code
    from lifeboat.commands.signals import EndedBySignal
    from lifeboat.commands.streams import AnswerNotWrittenError, give_up_output

    try:
        code = _ended(arguments)
        sys.stdout.flush()
        return code
    except (EndedBySignal, KeyboardInterrupt):
        return Code.INTERRUPTED
    except AnswerNotWrittenError as error:
        give_up_output()
        if error.is_unread:
            return Code.UNREAD
        _tell_in_a_line(f"the answer cannot be written: {error}")
        return Code.MISTAKE


def _ended(arguments: Sequence[str]) -> int:
    """How a command line ends; that it was told to, or could not say so, aside."""
    if list(arguments) == ["--version"]:
        print(f"lifeboat {__version__}")
        return 0
    from lifeboat.commands.exit_codes import Code
    from lifeboat.commands.streams import AnswerNotWrittenError

    try:
        return _ask(arguments)
    except AnswerNotWrittenError:
        raise
    except Exception as error:
        from lifeboat.commands.machine import lack_behind
        from lifeboat.errors import MistakesError

        if isinstance(error, MistakesError):
            _tell(error.mistakes, as_json="--json" in arguments)
            return Code.MISTAKE
        if lack := lack_behind(error):
            _tell_in_a_line(lack.said)
            return lack.code
        _confess(error)
        return Code.BUG


def _ask(arguments: Sequence[str]) -> int:
    from lifeboat.commands.app import app
    from lifeboat.commands.arguments import refuse_what_is_no_text
    from lifeboat.commands.usage import MISUSED, refused
    from lifeboat.showing.letters import never_fail_on_a_letter

    for stream in (sys.stdout, sys.stderr):
        never_fail_on_a_letter(stream)
    refuse_what_is_no_text(arguments)
    try:
        code = app(list(arguments), prog_name="lifeboat", standalone_mode=False)
    except SystemExit as end:
        code = end.code
    except MISUSED as error:
        raise refused(error) from None
    return code if isinstance(code, int) else 0


def _tell(mistakes: Sequence[Mistake], *, as_json: bool) -> None:
    from lifeboat.showing.documents import mistakes_json, write_json
    from lifeboat.showing.terminal.mistakes import show_mistakes

    show_mistakes(mistakes, sys.stderr)
    if as_json:
        write_json(mistakes_json(mistakes), sys.stdout)


def _tell_in_a_line(said: str) -> None:
    print(f"lifeboat: {said}", file=sys.stderr)


def _confess(error: Exception) -> None:
    if os.environ.get("LIFEBOAT_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    said = " ".join(f"{type(error).__name__}: {error}".split())
    _tell_in_a_line(
        f"this is a bug of ours, please report it with the scenario: {said} "
        "(LIFEBOAT_DEBUG=1 shows where)"
    )
