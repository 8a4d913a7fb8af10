"""How scarce supplies get: they may decide when people go home."""

from __future__ import annotations

from math import inf

from lifeboat.answers.option import Option
from lifeboat.answers.supplies import SupplyView
from lifeboat.counted import counted
from lifeboat.showing.digest.section import Section, folded
from lifeboat.showing.tables.days import gone_in_words, lasts_in_words
from lifeboat.showing.tables.table import Row
from lifeboat.showing.words import date, number

_MOST = 3


def supplies_section(option: Option, *, elsewhere: str) -> Section:
    """The section about supplies: those that are short first, then the scarcest."""
    matter = (it for it in option.supplies if _matters(it))
    rows = [_supply_told(it) for it in sorted(matter, key=_scarceness)]
    kept, more = folded(rows, _MOST, elsewhere=elsewhere)
    notes = (f"and {counted(more, 'more supplies')} ({elsewhere})",) if more else ()
    return Section("supply", ("supply", "left", "when", "enough for"), kept, notes)


def _matters(it: SupplyView) -> bool:
    return it.lasts is not None or it.least < 0 or it.gone_from is not None


def _scarceness(it: SupplyView) -> tuple[bool, float]:
    is_short = it.least < 0 or it.too_late
    return not is_short, min(day for day in (it.lasts, it.spare, inf) if day is not None)


def _supply_told(it: SupplyView) -> Row:
    if it.lasts is None and it.least >= 0:
        assert it.gone_from is not None, "nothing else matters of what nobody uses"
        return it.supply, "none left", f"from {date(it.gone_from)}", gone_in_words(it)
    gone = "" if it.gone_from is None else f"; none from {date(it.gone_from)}: {gone_in_words(it)}"
    return it.supply, _in_reserve(it), f"least on {date(it.on)}", lasts_in_words(it) + gone


def _in_reserve(it: SupplyView) -> str:
    if it.least < 0:
        return f"{number(-it.least)} {it.unit} " + ("UNDER ITS RESERVE" if it.reserve else "SHORT")
    return f"{number(it.least)} {it.unit} " + ("over its reserve" if it.reserve else "left")
