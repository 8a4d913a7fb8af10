"""Texts that are no YAML of ours: what they are, by how they begin and how their lines look."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from itertools import islice

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.kinds.kind import DOCUMENTS, KINDS_READ, Kind
from lifeboat.files.yaml.lines import Lines

_MARK = re.compile(r"^(?:<{7}|\|{7}|>{7})(?:[ \t].*)?\r?$", re.MULTILINE)
_KEYS = "|".join(
    dict.fromkeys((*DOCUMENTS, *(it for one in KINDS_READ for it in one.model.model_fields)))
)
_BEGINS = re.compile(rf"""\A(?:\s|#.*\n|---.*\n|\{{)*["']?(?:{_KEYS})["']?\s*:""")
_KEY = re.compile(rf"^(?:{_KEYS})\s*:", re.MULTILINE)
_OF_A_MAIL = "from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version"
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_SEVERAL = 2
"""How many keys of ours show that a text is meant to be of ours, however it begins."""
_MOST_LINES = 50
"""How many lines are looked at to tell a table."""
_FEW = 4
"""How many merge marks are named by their lines."""


def refuse_merge_marks(lines: Lines) -> None:
    """Raise `MistakesError` if a merge that was not finished has left its marks in a text."""
    found = [lines.place(*it.span()) for it in _MARK.finditer(lines.text)]
    if not found:
        return
    message = f"a merge was not finished: its marks stand in {_in_lines([it.line for it in found])}"
    hint = "keep one of the two versions between the marks, and delete the marks"
    raise MistakesError([Mistake(kind="merge-marks", message=message, place=found[0], hint=hint)])


def _in_lines(numbers: list[int]) -> str:
    """The numbers of some lines, or of the first and how many more there are."""
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    shown = list(map(str, numbers[:_FEW]))
    rest = len(numbers) - len(shown)
    last = f"{rest} more" if rest else shown.pop()
    return f"lines {', '.join(shown)} and {last}"


def refuse_foreign(lines: Lines, wanted: Kind) -> None:
    """Raise `MistakesError` if a text that is no map is clearly something else altogether."""
    if _is_ours(lines.text):
        return
    # What a page quotes between fences does not tell what the page itself is.
    text = _FENCED.sub("```", lines.text)
    said = next((said for said, is_it in _FOREIGN.items() if is_it(text)), None)
    if said is not None:
        start = len(lines.text) - len(lines.text.lstrip())
        place = lines.place(start, len(lines.text))
        message = f"this file is {said}, not {wanted.said}"
        raise MistakesError(
            [Mistake(kind="other-kind", message=message, place=place, hint=wanted.to_get_one)]
        )


def _is_ours(text: str) -> bool:
    """Whether a text is meant to be a file of ours, though it may hold mistakes."""
    if _BEGINS.match(text):
        return True
    return len(_KEY.findall(_FENCED.sub("", text))) >= _SEVERAL


def _having(pattern: str, *others: str) -> Callable[[str], bool]:
    """A test that a text has a match of each of some patterns; ^ and $ stand for any line."""
    needed = [re.compile(each, re.MULTILINE | re.IGNORECASE) for each in (pattern, *others)]
    return lambda text: all(each.search(text) for each in needed)


def _is_table(text: str) -> bool:
    """Whether all lines have the same number of columns, at least two lines and two columns."""
    rows = list(islice(filter(str.strip, text.splitlines()), _MOST_LINES))
    return len(rows) > 1 and any(_columns(rows, separator) > 1 for separator in ",;\t")


def _columns(rows: list[str], separator: str) -> int:
    """The number of columns that all rows have; 0 if they differ."""
    try:
        found = {len(row) for row in csv.reader(rows, delimiter=separator)}
    except csv.Error:
        return 0
    return found.pop() if len(found) == 1 else 0


_FOREIGN: dict[str, Callable[[str], bool]] = {
    "an HTML page": _having(r"\A\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b"),
    "an XML file": _having(r"\A\s*<[?!a-z]"),
    "rich text (RTF)": _having(r"\A\{\\rtf"),
    "a mail": _having(rf"\A(?:(?:{_OF_A_MAIL}):.*\r?\n(?:[ \t].*\n)*){{2}}"),
    "a patch": _having(r"^(?:diff --git |--- \S.*\n\+\+\+ )"),
    "what lifeboat printed for people": _having(
        r"\A(?:.*\n){0,3}.* \(as of \d{4}-\d\d-\d\d(?:T[\d:]+Z)?(?:, .*)?\)$"
    ),
    "a Python program": _having(
        r"\A#!.*\bpython|^(?:import \w+(?:\.\w+)*|from [\w.]+ import .+|def \w+\(.*|class \w+.*:)$"
    ),
    "a script": _having(r"\A#!"),
    "a TOML file": _having(r"^\[\[?[\w.\-\" ]+\]\]?\s*$", r"^[\w.\-\"]+\s*=\s*\S"),
    "a Markdown page": _having(r"^(?:#{1,6} \S|```|\* |- |> )|\]\(\S+\)", r"^\w+ \w+ |```|\]\("),
    "a table (CSV)": _is_table,
}
"""By what it is called: how a text of that kind is told."""
