"""Times of day written in other ways, above all in time zones given by name."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from lifeboat.days import FIRST_YEAR, LAST_YEAR

_HOURS = {
    "z": 0, "utc": 0, "gmt": 0, "zulu": 0,
    "msk": 3, "jst": 9, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
    "est": -5, "edt": -4, "cdt": -5, "pst": -8, "pdt": -7, "mdt": -6,
}  # fmt: skip
"""Zones by their short names, in hours ahead of UTC; none that means one thing here, another there,
as CST does in Houston and Beijing.
"""
_CLOCK = r"(?P<hour>\d{1,2})(?::?(?P<minute>\d{2}))(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
_BY_DISTANCE = r"(?:UTC|GMT)?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?"
_NAMED = r"(?P<name>[A-Za-z]{1,5}|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_-]+)+)"
_TIME = re.compile(
    rf"(?P<date>\d{{4}}-\d{{2}}-\d{{2}})(?:T|\s+){_CLOCK}\s*(?:{_BY_DISTANCE}|{_NAMED})", re.ASCII
)


def named_zone(text: object) -> str | None:
    """The time zone that a time gives by its name, unless that is a name of UTC."""
    found = _TIME.fullmatch(str(text).strip())
    name = found["name"] if found else None
    return name if name and _HOURS.get(name.casefold()) != 0 else None


def time_meant(text: str) -> str | None:
    """An instant in the form this program reads; None if it is none, or its zone is not known."""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    try:
        day = datetime.fromisoformat(found["date"])
        clock = day.replace(hour=hour, minute=minute, second=second)
    except ValueError:
        return None
    zone = _zone(found) if FIRST_YEAR <= clock.year <= LAST_YEAR else None
    if zone is None:
        return None
    form = "seconds" if second else "minutes"
    return clock.replace(tzinfo=zone).isoformat(timespec=form).replace("+00:00", "Z")


def _zone(found: re.Match[str]) -> tzinfo | None:
    if found["sign"]:
        ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        ahead = ahead if found["sign"] == "+" else -ahead
        return timezone(ahead) if abs(ahead) < timedelta(days=1) else None
    hours = _HOURS.get(found["name"].casefold())
    if hours is not None:
        return timezone(timedelta(hours=hours))
    return _place(found["name"]) if "/" in found["name"] else None


def _place(name: str) -> tzinfo | None:
    """The zone of a place, as `Europe/Moscow`, where the system knows it."""
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return None
