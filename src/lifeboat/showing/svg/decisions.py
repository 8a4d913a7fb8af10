"""Decide-by dates below the tracks of a panel, each a mark with a few words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from lifeboat.answers.chart import ChartMark
from lifeboat.days import say_instant
from lifeboat.showing.svg.elements import SIZE, named_item, under, words
from lifeboat.showing.svg.text_width import text_width
from lifeboat.showing.timeline.axis import Axis
from lifeboat.showing.timeline.lanes import lanes

LANE = 18.0
"""The height of a row of marks."""
_MARK, _GAP, _MARGIN = 8.0, 3.0, 14.0
"""The width of a mark, between it and its words, and right of a panel."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark with its words beside it: right of it or, where there is no room, left of it."""

    mark: ChartMark
    x: float
    left: float
    right: float
    words_at: float | None

    @classmethod
    def of(cls, axis: Axis, mark: ChartMark) -> _Placed:
        x, wide = axis.x(mark.at), text_width(mark.label, SIZE)
        left, right = x - _MARK / 2, x + _MARK / 2
        if right + _GAP + wide <= axis.left + axis.width + _MARGIN:
            return cls(mark, x, left, right + wide + 3 * _GAP, right + _GAP)
        if left - _GAP - wide >= axis.left:
            return cls(mark, x, left - _GAP - wide, right + _GAP, left - _GAP - wide)
        return cls(mark, x, left, right + _GAP, None)


def draw_decisions(root: Element, axis: Axis, marks: Sequence[ChartMark], y: float) -> float:
    """Draw the decisions that are due within a panel; returns where they end."""
    group = under(root, "g", role="list", aria_label="decide by")
    for lane in lanes([_Placed.of(axis, mark) for mark in marks], lambda it: (it.left, it.right)):
        for placed in lane:
            _draw(group, placed, y)
        y += LANE
    return y


def _draw(group: Element, placed: _Placed, y: float) -> None:
    mark, x = placed.mark, placed.x
    it = named_item(group, f"decide by {say_instant(mark.at)}: {mark.says}", data_kind="decide-by")
    it.set("data-at", mark.at.isoformat())
    diamond = f"M{x:.1f} {y + 2:.1f}l4 5.5l-4 5.5l-4 -5.5z"
    under(it, "path", class_="wedge", d=diamond)
    if placed.words_at is not None:
        words(it, placed.words_at, y + 11.5, mark.label)
