"""Changes that nothing can notice, each with its reason, and those that once nothing noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mutation.changes import SourceChange

UNSEEN: dict[tuple[str, str, str], str] = {}
"""The name of a file, a text in it and the text in its place; and why no station can show it."""

_ONCE = {
    "plans/ledger.py": [
        ("elif loose_fit and damaged:", "elif damaged:"),
        (
            """            nominal -= 1
            yield member.name, "improvised"
""",
            "            nominal -= 1\n",
        ),
        ("marks |= {journey.end, *(sitting.first for sitting in journey.sittings)}", "pass"),
    ],
    "rules/home_on_a_sound_seat.py": [
        ("yield self._never_leaves(course, journey, ride.home)", "yield from ()"),
    ],
    "rules/flights_keep_their_windows.py": [
        ("launched.at(bar.first - 1), launched", "launched.at(bar.first), launched"),
        ("gone.at(bar.first - 1), gone", "gone.at(bar.first), gone"),
        ("one.launched is not None and other.launched", "other.launched"),
        ("lambda it: it.launch or 0)", "lambda it: it.launch or 1)"),
        ("(first.launch or 0)", "(first.launch or 1)"),
        ("(first.launch or 0)", "(first.launch or -1)"),
        ("if span == 0", "if span != 0"),
        ('yield f"{ship.name} must fly, but no port accepts it"', "yield from ()"),
        (
            'yield f"{ship.name} must fly, but no day is left within its windows and lead times"',
            "yield from ()",
        ),
    ],
    "rules/vehicle_within_its_life.py": [
        (
            'yield f"{ship.name} was at the end of its life on {day} and is still docked"',
            "yield from ()",
        ),
    ],
    "rules/person_within_limits.py": [
        ('yield f"{member.name} had to land before {day} and is still aboard"', "yield from ()"),
        ("if journey.launched is None or", "if"),
        ("known = FOREVER if one.launched is None", "known = 1 if one.launched is None"),
    ],
    "rules/counting.py": [("if rule.is_strict(situation)", "if not rule.is_strict(situation)")],
    "rules/pins_hold.py": [
        ("        if pin.mode is not None:\n", "        if True:\n"),
        (
            """    if journey is None:
        return True
    slots = _aboard(course, journey, pin)
""",
            "    slots = _aboard(course, journey, pin)\n",
        ),
    ],
    "rules/one_vehicle_per_port.py": [
        ("return voyage.ship.mechanism in port.accepts and (", "return bool("),
    ],
    "goals/flights.py": [("max(0, leaves.first)) - 1)", "max(0, leaves.first)) - 2)")],
}
"""By file: texts that stand there once, each with the change that nothing noticed once."""


def once_unnoticed(root: Path) -> Iterator[SourceChange]:
    """The changes that were once noticed by nothing, as the files stand today."""
    every = [(name, *texts) for name, found in _ONCE.items() for texts in found]
    for name, old, new in every:
        path = f"src/lifeboat/{name}"
        data = (root / path).read_bytes()
        if data.count(old.encode()) != 1:
            print(f"stands no more, or more than once: {path}: {old}")
            continue
        first = data.index(old.encode())
        line = data[:first].count(b"\n") + 1
        yield SourceChange(path, line, first, first + len(old.encode()), old, new)
