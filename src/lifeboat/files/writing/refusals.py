"""Why a file is not written, as one mistake."""

from __future__ import annotations

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.opening import printed_name

ANOTHER_NAME = "give the result another name"


def writing_refusal(kind: str, path: str, what: str, hint: str | None = None) -> MistakesError:
    """The mistake of asking for a file that is not written: its name, what it is, what helps."""
    message = f"'{path if path == '-' else printed_name(path)}' {what}"
    return MistakesError([Mistake(kind=kind, message=message, hint=hint)])


def unwritable(path: str, why: str, hint: str | None = None) -> MistakesError:
    """A file that cannot be written, and why."""
    return writing_refusal("unwritable", path, f"cannot be written: {why}", hint)


def why_of(error: OSError | ValueError) -> str:
    """What the system says, in words."""
    return (getattr(error, "strerror", None) or str(error)).lower()
