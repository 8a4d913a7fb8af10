"""Letters that come with pasted text and look like those that were meant: spaces of another width,
curly quotes, long dashes, a С of another alphabet.
"""

from __future__ import annotations

import re
from unicodedata import name

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NOTHING = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_DOUBLE, _SINGLE = "“”„‟«»″", "‘’‚‛′"
_OTHER_ALPHABETS = str.maketrans(
    "АВЕЅІЈКМНОРСТХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTXaesijopcyxABEZHIKMNOPTYXo"
)
_WIDE = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_ODD = re.compile(f"[{_SPACES}{_NOTHING}{_DOUBLE}{_SINGLE}‐-—−…\uff01-\uff5e]")
_MISTAKABLE = re.compile(
    rf"(?m)(?:^[ -]*|:|[:,-] +|[\[{{] *|\w(?=：))"
    rf"(?P<odd>[{_SPACES}]+|[{_NOTHING}]+|[{_DOUBLE}{_SINGLE}]|[–—−](?= )|[：])"
)
_COMMENT = re.compile(r"(?m)(?:^|(?<=\s))#")
_CURLY = re.compile(f"[{_DOUBLE}{_SINGLE}].*[{_DOUBLE}{_SINGLE}]", re.DOTALL)


def as_meant(text: str) -> str:
    """A text with the letters that were probably meant."""
    text = re.sub(f"[{_SPACES}]", " ", re.sub(f"[{_NOTHING}]", "", text))
    text = re.sub(f"[{_DOUBLE}]", '"', re.sub(f"[{_SINGLE}]", "'", text))
    return text.replace("…", "..").translate(_DASHES | _WIDE).translate(_OTHER_ALPHABETS)


def bare(text: str) -> str:
    """The same without quotes and spaces at its ends."""
    return as_meant(text).strip(" \"'")


def oddity(text: str, meant: str | None = None) -> str | None:
    """What looks like something else in a text, if anything does; letters of other alphabets only
    where it is known what was meant.
    """
    others = (it for it in text if meant and ord(it) in _OTHER_ALPHABETS and it not in meant)
    found = _ODD.search(text)
    odd = found[0] if found else next(others, None)
    return None if odd is None else f"{called(odd)}, is a letter like any other"


def called(letter: str) -> str:
    """A letter by its number and name: `U+00A0, a no-break space`."""
    words = name(letter, "letter without a name").lower()
    return f"U+{ord(letter):04X}, {'an' if words[0] in 'aeiou' else 'a'} {words}"


def instead(letter: str) -> str:
    """What to write in place of a letter that looks like it."""
    meant = as_meant(letter)
    return {" ": "a plain space", "": "nothing"}.get(meant, f"a plain {meant}")


def mistakable(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last letter of a part of a text that stands where YAML would have a space, a quote, a
    dash or a colon, and is none.
    """
    found = None
    while start < end:
        line = text.find("\n", start, end) + 1 or end
        for found_here in _MISTAKABLE.finditer(text, start, _end_of_values(text, start, line)):
            found = found_here
        start = line
    return found


def _end_of_values(text: str, start: int, end: int) -> int:
    """Where the comment of a line begins, or the line ends."""
    comment = _COMMENT.search(text, start, end)
    return comment.end() if comment else end


def is_in_curly_quotes(text: str) -> bool:
    """Whether a whole text stands in quotes that are part of it."""
    return _CURLY.fullmatch(text) is not None
