"""What `lifeboat solve --json` printed, read again."""

from __future__ import annotations

from pydantic import ValidationError

from lifeboat.answers.solve import Answer
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.opening import printed_name, read_text

_HINT = "`lifeboat solve SCENARIO --json > FILE` prints one"


def read_answer(path: str) -> Answer:
    """Read an answer, `-` for standard input.

    Raises:
        MistakesError: there is no such file, or it is something else.
    """
    text = read_text(path)[1]
    try:
        return Answer.model_validate_json(text)
    except ValidationError as error:
        is_one = '"lifeboat_answer"' in text
        why = f", or not of this version: {error.errors()[0]['msg']}" if is_one else ""
        message = f"'{printed_name(path)}' is not what `lifeboat solve --json` printed{why}"
        raise MistakesError([Mistake(kind="other-kind", message=message, hint=_HINT)]) from None
