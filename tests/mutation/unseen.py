"""Changes that nothing can notice, each with its reason, and those that once nothing noticed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from mutation.changes import SourceChange

SOURCE = "src/lifeboat"
Texts = tuple[str, str]
"""A text that stands once in a file, and the text in its place."""

_ALL_BEFORE_IS_ZERO = "nothing is launched, docked or gone before the first slot, nor in it by plan"
_FOR_EVER = "for ever ends after every horizon"
_LAZY_OR_NOT = "a lazy constraint is posted once a solution breaks it: the answer is the same"
_UNSEEN: dict[str, list[tuple[str, str, str]]] = {
    "plans/course.py": [
        (
            "if home is None or home.undock is None else",
            "if home is None else",
            "a voyage that somebody goes home on undocks",
        ),
    ],
    "rules/home_on_a_sound_seat.py": [
        (
            "decide.require(self.name, ship.name, away <= goes * homely)",
            "pass",
            "a cut: on each date by itself it is required anyway",
        ),
    ],
    "goals/flights.py": [
        ("max(0, planned.first) - 1)", "max(-1, planned.first) - 1)", _ALL_BEFORE_IS_ZERO),
        ("max(0, leaves.first)) - 1)", "max(-1, leaves.first)) - 1)", _ALL_BEFORE_IS_ZERO),
        ("        return Sum()\n    by_then", "        pass\n    by_then", _ALL_BEFORE_IS_ZERO),
    ],
    "goals/unsafe.py": [
        (
            "if last > max(first, -1)",
            "if last >= max(first, -1)",
            "between two slots that are the same nobody leaves",
        ),
    ],
    "rules/bars.py": [
        ("if window.first > edge", "if window.first >= edge", "an empty bar is left out below"),
    ],
    "rules/never_too_many.py": [
        ("long_term is not None else 0", "long_term is not None else 1", "asked only where it is"),
        ("max(0, last)", "max(-1, last)", "nobody is counted before the first slot"),
        ("seldom=True", "seldom=False", _LAZY_OR_NOT),
    ],
    "rules/never_understaffed.py": [("seldom=True", "seldom=False", _LAZY_OR_NOT)],
    "rules/one_vehicle_per_port.py": [
        ("port or names[0]", "port or names[-1]", "where there is no port there is one vehicle"),
    ],
    "rules/person_within_limits.py": [
        ("or stay >= FOREVER", "or stay > FOREVER", _FOR_EVER),
    ],
    "rules/vehicle_within_its_life.py": [
        ("        return []\n    landing", "        pass\n    landing", _FOR_EVER),
    ],
    "rules/pins_hold.py": [
        (
            "if journey is not None and journey.up is not None",
            "if journey is not None",
            "asked only of people who came up",
        ),
    ],
}
"""By file: texts, those in their place, and why no station can show the change."""

_ONCE: dict[str, list[Texts]] = {
    "plans/sharing.py": [
        (
            "if places.damaged and (any_fit or (ready and member.fits(ship))):",
            "if places.damaged:",
        ),
        (
            """        elif any_fit:
            yield "seat", "improvised"
""",
            "",
        ),
    ],
    "plans/ledger.py": [
        ("marks |= {journey.end, *(sitting.first for sitting in journey.sittings)}", "pass"),
    ],
    "rules/home_on_a_sound_seat.py": [
        ("yield self._never_leaves(course, journey, ride.home)", "yield from ()"),
    ],
    "rules/flights_keep_their_windows.py": [
        ("launched.at(bar.first - 1), launched", "launched.at(bar.first), launched"),
        ("gone.at(bar.first - 1), gone", "gone.at(bar.first), gone"),
        ("_has_flown(one) and _has_flown(other)", "_has_flown(other)"),
        ("key=lambda it: it[0])", "key=lambda it: it[0] or 1)"),
        ("if then - at < least", "if then - (at or 1) < least"),
        ("if then - at < least", "if then - (at or -1) < least"),
        ("if at == then", "if at != then"),
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
    for name, found in _ONCE.items():
        data = (root / SOURCE / name).read_bytes()
        for old, new in found:
            if data.count(old.encode()) != 1:
                print(f"stands no more, or more than once: {name}: {old}")
                continue
            first = data.index(old.encode())
            line = data[:first].count(b"\n") + 1
            end = first + len(old.encode())
            yield SourceChange(f"{SOURCE}/{name}", line, first, end, old, new)


def why_unseen(change: SourceChange, root: Path) -> str | None:
    """Why nothing can notice a change; None if something should."""
    text = (root / change.path).read_text("utf-8")
    for old, new, why in _UNSEEN.get(change.path.removeprefix(f"{SOURCE}/"), ()):
        if text.count(old) == 1 and _reads_same(change.made(text), text.replace(old, new)):
            return why
    return None


def _reads_same(one: str, other: str) -> bool:
    return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
