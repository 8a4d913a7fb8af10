"""What a date, a span or a truth value written in another way probably means."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from pydantic_core import PydanticCustomError

from lifeboat.days import Window
from lifeboat.files.validation.clock_times import time_meant

_FORMS = (
    "%Y%m%d",
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
)
_BETWEEN = re.compile(r"\.{2,}|\s+(?:to|until|-|–)\s+|–|/(?=\d{4}-)")
_LONGEST = 100
"""Letters of a text that may still have been meant for a date, or for two."""
_SPAN = re.compile(
    r"(?:PT?)?(\d{1,6})\s*(?:(d|day|h|hr|hour|m|min|minute|w|week)s?)?", re.IGNORECASE
)
_UNITS = {"d": "d", "h": "h", "m": "min"}


def dates_meant(value: Any) -> str | None:
    """A date or a window in the form this program reads; None if the text is neither."""
    text = str(value).strip()
    if len(text) > _LONGEST:
        return None
    parts = [_date_meant(part.strip()) for part in _BETWEEN.split(text)]
    meant = "..".join(part for part in parts if part is not None)
    return meant if None not in parts and len(parts) <= 2 and _reads(meant) else None


def _date_meant(text: str) -> str | None:
    if not text or re.match(r"\d{4}-\d{3}$", text):
        return text
    time = time_meant(text)
    if time is not None:
        return time
    if text.isdecimal() and len(text) != len("20230220"):
        return None
    for form in _FORMS:
        try:
            return datetime.strptime(text, form).strftime("%Y-%m-%d")
        except ValueError:
            continue
    return None


def _reads(text: str) -> bool:
    try:
        Window.read(text)
    except PydanticCustomError:
        return False
    return True


def span_meant(value: Any) -> str | None:
    """A span of time in the form this program reads; a bare number counts days."""
    found = _SPAN.fullmatch(str(value).strip())
    if not found:
        return None
    number, unit = int(found[1]), (found[2] or "d")[0].lower()
    return f"{number * 7}d" if unit == "w" else f"{number}{_UNITS[unit]}"


def truth_meant(value: Any) -> str | None:
    """`true` or `false` for any of the usual words for them."""
    word = str(value).casefold()
    if word in ("yes", "y", "on", "1", "true"):
        return "true"
    return "false" if word in ("no", "n", "off", "0", "false") else None
