"""Files that somebody got wrong: good ones, changed at random in the ways people do."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

from repository import EVERYTHING, SCENARIOS, TESTS, TINY

PLAN = b"""plan: 1
name: by hand
flights:
  Sparrow: {undock: 2030-03-12T10:00Z}
  Heron: {launch: 2030-03-06, dock: 2030-03-07, port: north, undock: 2030-03-12, relocations: {}}
people:
  Ana: {home: Heron, seats: {2030-03-01: Sparrow, 2030-03-07: Heron}}
  Boris: {home: Heron, seats: {2030-03-07: Heron}}
  Chen: {stays: true}
"""
OVERLAY = b"""lifeboat_overlay: 1
name: what if
why: somebody asks
over: []
edits:
- delay: {Heron: 3d}
- set: {station.crew.most: 5, people.Ana.trained: [bird]}
- damage: {Sparrow: {state: unusable, since: 2030-03-04}}
- pin: [Ana returns on Heron]
- close: {north: 2030-03-02..2030-03-04}
  why: a leak
- add: {pins.first: {person: Ana, home: Heron}}
- remove: people.Chen.home
- without: damaged-seats
"""
WORDS = (
    *("~", "null", "true", "no", "0", "-1", "1e400", "1_000", "0x1F", "12:30", "'1'", '"2"'),
    *("2030-03-01", "2030-03-01T08:00Z", "2030-03-01T08:00 MSK", "2030-060", "2030-Q1"),
    *("2030-13-01", "NET", "TBD", "..2030-03-09", "2030-03-01..", "..", "3d", "36h", "P5D"),
    *("99999999d", ".inf", "nan", "&a", "*a", "<<:", "!!str", "-", "?", "|\n", ">", "[", "]", "{"),
    *("}", ",", ": ", "#", "%", "@", "`", "'", '"', "\\", "---", "...", "9" * 18, "Ana", "ana"),
    *("“Ana”", "‘north’", "Sparrow", "Heron", "north", "bird", "must", "should", "station"),
    *("lifeboat:", "plan:", "edits:", "set:", "people.", "vehicles.", ".start", "=", "a.b.c.d"),
    *("Ана", "天和", "e\u0301", "\u00a0", "\u2003", "\u200b", "\u202e", "\ufeff", "\x85", "\x07"),
    *("\x00", "\t", "\r", "\n", "é", "🚀", "：", "–", "…"),
)
_TOKEN = re.compile(rb"[\w.-]+|[^\w\s]|\s+")


@cache
def seeds() -> dict[str, tuple[bytes, ...]]:
    """Files to begin with, by the reader they are for."""
    wrong = sorted((TESTS / "mistakes").glob("*.yaml"))
    cases = [*sorted(SCENARIOS.glob("s*/*.yaml"))[:3], *sorted(SCENARIOS.glob("*/*.plan.yaml"))[:2]]
    scenarios = [TINY, EVERYTHING, *wrong, *cases]
    found = tuple(it.read_bytes() for it in sorted((TESTS / "fuzz" / "found").glob("*.yaml")))
    read = tuple(path.read_bytes() for path in scenarios)
    return {
        "scenario": (*read, *found),
        "plan": (PLAN, *found),
        "overlay": (OVERLAY, *found),
    }


def garbled(data: bytes, chance: random.Random) -> bytes:
    """Some bytes after one to four changes."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
        data = chance.choice(_WAYS)(data, chance)
    return data


def _another_token(data: bytes, chance: random.Random) -> bytes:
    tokens = list(_TOKEN.finditer(data))
    if not tokens:
        return _word(chance)
    at, other = chance.choice(tokens).span(), chance.choice(tokens).group()
    return data[: at[0]] + chance.choice((other, _word(chance))) + data[at[1] :]


def _a_word_more(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + _word(chance) + data[at:]


def _a_longer_word(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    letters = data[max(0, at - chance.randint(1, 9)) : at] or b"x"
    return data[:at] + letters * chance.choice((9, 80, 900, 3000)) + data[at:]


def _lines_elsewhere(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    first = chance.randint(0, len(lines))
    taken = lines[first : first + chance.choice((1, 1, 2, 5, 20))]
    if chance.random() < 0.6:
        del lines[first : first + len(taken)]
    at = chance.randint(0, len(lines))
    lines[at:at] = taken * chance.choice((0, 1, 1, 2, 30))
    return b"".join(lines)


def _indented_otherwise(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    margin = chance.choice((b"", b" ", b"  ", b"    ", b"\t", b"\xc2\xa0 ", b"- "))
    lines[at] = margin + lines[at].lstrip(chance.choice((b" ", b" -", b"")))
    return b"".join(lines)


def _bytes_changed(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    rest = data[at + chance.choice((0, 1, 1, 3)) :]
    return data[:at] + chance.randbytes(chance.choice((0, 1, 1, 2))) + rest


def _cut_short(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _word(chance: random.Random) -> bytes:
    return chance.choice(WORDS).encode()


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _another_token,
    _another_token,
    _another_token,
    _a_word_more,
    _a_longer_word,
    _lines_elsewhere,
    _lines_elsewhere,
    _indented_otherwise,
    _bytes_changed,
    _cut_short,
)
