"""How scarce supplies get: they may decide when people go home."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from lifeboat.answers.option import Option
from lifeboat.answers.supplies import SupplyView
from lifeboat.counted import counted
from lifeboat.showing.tables.days import lasts_in_words
from lifeboat.showing.tables.table import Row
from lifeboat.showing.words import date, number


def scarce(option: Option) -> Iterator[Row]:
    """A row for every supply that anybody uses or that ends, the scarcest first."""
    used = (it for it in option.supplies if it.lasts is not None)
    for it in sorted(used, key=lambda it: inf if it.lasts is None else it.lasts):
        yield it.supply, _in_reserve(it), date(it.on), lasts_in_words(it)
    for it in option.supplies:
        if it.gone_from is not None:
            yield it.supply, "none left", f"from {date(it.gone_from)}", _last_to_leave(it)


def _last_to_leave(it: SupplyView) -> str:
    if it.spare is None:
        return "nobody may be aboard then"
    days = counted(abs(it.spare), "days", number(abs(it.spare)))
    return f"the last person leaves {days} {'TOO LATE' if it.spare < 0 else 'before'}"


def _in_reserve(it: SupplyView) -> str:
    if it.least < 0:
        return f"{number(-it.least)} {it.unit} UNDER ITS RESERVE"
    return f"{number(it.least)} {it.unit} " + ("over its reserve" if it.reserve else "left")
