"""Labels go into their bar, or where nothing else is."""

from __future__ import annotations

from collections.abc import Sequence

from lifeboat.answers.chart import Bar
from lifeboat.showing.svg.elements import SIZE
from lifeboat.showing.svg.text_width import text_width
from lifeboat.showing.timeline.axis import Axis
from lifeboat.showing.timeline.lanes import with_next


def labels_beside(axis: Axis, bars: Sequence[Bar]) -> dict[Bar, bool]:
    """Whether the label of a bar, too wide for it, has room between it and the next."""
    ordered = sorted(bars, key=lambda bar: bar.first)
    limit = axis.left + axis.width
    return {
        bar: axis.x(bar.end) + text_width(bar.of, SIZE) + 8 <= edge
        for bar, edge in with_next(ordered, lambda it: axis.x(it.first), limit)
    }
