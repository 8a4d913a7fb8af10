"""The decisions of a plan as a calendar, in the format of RFC 5545 (iCalendar).

Who imports it again gets the same events with their new dates: an event is known by what is
decided, not by when.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256

from lifeboat.answers.option import DecideBy
from lifeboat.answers.solve import Answer
from lifeboat.days import DAY, say_instant
from lifeboat.version import __version__

_DATES = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\dZ)?")
_OCTETS = 75
"""The longest line, in octets without its end (RFC 5545, section 3.1)."""


def decisions_calendar(answer: Answer) -> str:
    """An event for each decide-by date of the best plan; lines end as the format asks."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//lifeboat//lifeboat {__version__}//EN",
        f"X-WR-CALNAME:{_escaped(f'Decide by: {answer.scenario}')}",
        *_events(answer),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _events(answer: Answer) -> Iterator[str]:
    seen: Counter[str] = Counter()
    made = answer.receipt.started or answer.as_of
    for it in answer.best.decide_by if answer.best is not None else ():
        what = _DATES.sub("", it.what)
        seen[what] += 1
        key = f"{answer.scenario}\n{what}\n{seen[what]}"
        yield "BEGIN:VEVENT"
        yield f"UID:{sha256(key.encode()).hexdigest()[:24]}@lifeboat"
        yield f"DTSTAMP:{_utc(made)}"
        yield from _day_or_hour(it)
        yield f"SUMMARY:{_escaped(f'Decide: {it.what}')}"
        yield f"DESCRIPTION:{_escaped(f'By {say_instant(it.by)}, or lose {it.lost}.')}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def _day_or_hour(it: DecideBy) -> Iterator[str]:
    """A whole day, or an instant where the hour is told."""
    if "T" in say_instant(it.by):
        yield f"DTSTART:{_utc(it.by)}"
        return
    yield f"DTSTART;VALUE=DATE:{it.by:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{it.by + DAY:%Y%m%d}"


def _utc(instant: datetime) -> str:
    return f"{instant:%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """A text value (RFC 5545, section 3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line cut into lines that are short enough, never within a letter."""
    lines, length = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if length + octets > _OCTETS:
            lines.append(" ")
            length = 1
        lines[-1] += letter
        length += octets
    return "\r\n".join(lines)
