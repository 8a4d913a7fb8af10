"""The complaints of the YAML parser in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, NamedTuple

import yaml
from yaml import (
    AnchorToken,
    MarkedYAMLError,
    ScalarToken,
    TagToken,
    Token,
    ValueToken,
    YAMLError,
    scan,
)

from lifeboat.errors import Mistake
from lifeboat.files.look_alikes import called, instead, mistakable
from lifeboat.files.yaml.lines import Lines

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Saying(NamedTuple):
    """The wording of one complaint of the parser."""

    message: str
    hint: str | None = None
    at_context: bool = False


_QUOTE = "put text that holds special characters in quotes"
_INDENT = "entries of one map or list begin in the same column"
_ASTRAY = _Saying("this does not continue the map or list above it", _INDENT)
_LINES_ABOVE = 3
_TOO_LONG = 1000
"""Letters from which on the parser takes nothing for a key."""
_LONG_KEY = _Saying("this key, or name, is too long", "a name has at most 60 characters")
_NO_COLON = _Saying("this key is not followed by a colon", "write `key: value`", at_context=True)
_SAYINGS = {
    "tab character": _Saying("a tab stands where only spaces may", "indent with spaces"),
    "cannot start any token": _Saying("a value cannot begin with this character", _QUOTE),
    "unexpected end of stream": _Saying(
        "this quote is never closed", "end the text with the same quote", at_context=True
    ),
    "',' or ']'": _Saying("this list is not closed by a ]", at_context=True),
    "',' or '}'": _Saying("this map is not closed by a }", at_context=True),
    "could not find expected ':'": _NO_COLON,
    "expected '-' indicator": _ASTRAY,
    "expected key": _ASTRAY,
    "<block end>": _ASTRAY,
    "node content": _Saying("there is no value here", _QUOTE),
    "alphabetic or numeric": _Saying("`*` and `&` begin an alias or an anchor", _QUOTE, True),
    "escape": _Saying(
        "this is no escape of double quotes", r"use single quotes, or \\ for a backslash"
    ),
    "hexdecimal": _Saying("this escape lacks digits", r"use single quotes, or \\ for a backslash"),
    "tag handle": _Saying("tags (words that begin with !) are not supported", _QUOTE),
    "entries are not allowed": _Saying("a list cannot begin here", _INDENT),
    "keys are not allowed": _Saying("a key cannot begin here", _INDENT),
    "document start": _Saying("text stands after the end of the document", "remove the `...`"),
}


def syntax_mistake(error: YAMLError, lines: Lines) -> Mistake:
    """The mistake behind an error of the parser."""
    if not isinstance(error, MarkedYAMLError):
        return Mistake(kind="syntax", message=f"this is not YAML: {error}", place=lines.place(0))
    problem = str(error.problem)
    at = _index(error.problem_mark or error.context_mark)
    pasted = _look_alike(lines, at)
    if pasted:
        return pasted
    if "mapping values" in problem:
        return _stray_colon(lines, at)
    saying = _saying(problem, lines.text[at : at + 1])
    if saying.at_context and error.context_mark:
        at, saying = _at_context(lines, at, _index(error.context_mark), saying)
    place = lines.place(min(at, len(lines.text)))
    return Mistake(kind="syntax", message=saying.message, place=place, hint=saying.hint)


def _look_alike(lines: Lines, at: int) -> Mistake | None:
    """The letter that looks like a space, a quote, a dash or a colon in a line that cannot be
    read, or in the few above it, whose fault it may be.
    """
    start = at
    for _ in range(_LINES_ABOVE + 1):
        start = max(0, lines.text.rfind("\n", 0, start))
    end = lines.text.find("\n", at)
    found = mistakable(lines.text, start, len(lines.text) if end < 0 else end)
    if found is None:
        return None
    letter = found["odd"][0]
    message = f"{called(letter)}, stands here: for YAML it is a letter like any other"
    hint = f"write {instead(letter)} in its place"
    place = lines.place(*found.span("odd"))
    return Mistake(kind="look-alike", message=message, place=place, hint=hint)


def _long_key(lines: Lines, at: int) -> int | None:
    """Where the key begins that is too long to be one and that the colon at `at` follows."""
    before: Token | None = None
    last: Token | None = None
    for token in _tokens(lines.text, at):
        if not isinstance(token, AnchorToken | TagToken):
            before, last = last, token
    if not isinstance(last, ScalarToken) or last.start_mark.line != last.end_mark.line:
        return None
    is_value = isinstance(before, ValueToken) and before.start_mark.line == last.start_mark.line
    start, end = _index(last.start_mark), _index(last.end_mark)
    is_key = not is_value and not lines.text[end:at].strip(" \t")
    return start if is_key and end - start > _TOO_LONG else None


def _tokens(text: str, end: int) -> Iterator[Token]:
    """The tokens of a text that begin before `end`, or before what is no token."""
    try:
        yield from takewhile(lambda it: _index(it.start_mark) < end, scan(text, Loader=_LOADER))
    except YAMLError:
        return


def _at_context(lines: Lines, at: int, context: int, saying: _Saying) -> tuple[int, _Saying]:
    """Where a complaint about something that was begun belongs: to a key too long to be one that
    stands there or follows, or else to the beginning.
    """
    if lines.text[at : at + 1] != ":":
        return context, saying
    if saying is _NO_COLON:
        is_long = at - context > _TOO_LONG and lines.place(context).line == lines.place(at).line
        return context, _LONG_KEY if is_long else saying
    long = _long_key(lines, at)
    return (context, saying) if long is None else (long, _LONG_KEY)


def _index(mark: Any) -> int:
    return int(mark.index) if mark else 0


def _saying(problem: str, character: str) -> _Saying:
    if character == "\t":
        return _SAYINGS["tab character"]
    for words, saying in _SAYINGS.items():
        if words in problem:
            return saying
    return _Saying(f"this is not YAML: {problem}")


def _stray_colon(lines: Lines, at: int) -> Mistake:
    long = _long_key(lines, at)
    if long is not None:
        place = lines.place(long)
        return Mistake(kind="syntax", message=_LONG_KEY.message, place=place, hint=_LONG_KEY.hint)
    place = lines.place(at)
    if re.search(r":\s", place.text[: place.column - 1]):
        message, hint = "a second colon on one line", "put text that holds a colon in quotes"
    else:
        message = "this line belongs to the one above it, so its colon makes no key"
        hint = "indent it as far as the keys it belongs with, and end each key with a colon"
    return Mistake(kind="syntax", message=message, place=place, hint=hint)
