"""Long sums of step functions, kept short by a number of their own every so often."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lifeboat.curves import Curve, Known
from lifeboat.solving.cpsat.builder import Form, Linear, add_to
from lifeboat.solving.cpsat.solution import Solution, Steps

LONG = 24
"""A reading of more terms than this gets a variable of its own; measured."""

Part = tuple[int, Known, int]


class Running:
    """A curve of many parts: each reading is one before it, and what has changed since."""

    grows = False

    def __init__(self, linear: Linear, curve: Curve, most: int, name: str) -> None:
        self._curve = curve
        self._low = _Reading(linear, curve, most, name, high=False)
        self._high = _Reading(linear, curve, most, name, high=True)

    def low(self, slot: int) -> Form:
        return self._low.at(slot)

    def high(self, slot: int) -> Form:
        return self._high.at(slot)

    def lows(self) -> Sequence[int]:
        return self._low.marks

    def highs(self) -> Sequence[int]:
        return self._high.marks

    def told(self, solution: Solution, high: bool) -> Steps:
        """Followed part by part, so that nothing is posted."""
        return solution.steps(self._curve, high)


class _Reading:
    """A curve read one way, followed as far as somebody asks."""

    def __init__(self, linear: Linear, curve: Curve, most: int, name: str, high: bool) -> None:
        self._linear, self._most, self._name, self._high = linear, most, name, high
        self._changing: dict[int, list[Part]] = {}
        for factor, known, shift in curve.parts:
            for slot in known.highs() if (factor > 0) == high else known.lows():
                self._changing.setdefault(slot + shift, []).append((factor, known, shift))
        self.marks = sorted(self._changing)
        self._forms = [Form((), curve.number)]
        """The reading before the first mark, and from each mark on."""
        self._whole: dict[int, int] = {}
        """The same without variables of its own, at the last of them."""
        self._number = curve.number

    def at(self, slot: int) -> Form:
        """The reading at a slot."""
        index = bisect_right(self.marks, slot)
        while len(self._forms) <= index:
            self._forms.append(self._after(self.marks[len(self._forms) - 1]))
        return self._forms[index]

    def _after(self, mark: int) -> Form:
        weights, number = dict(self._forms[-1].weights), self._forms[-1].number
        for factor, known, shift in self._changing[mark]:
            read = known.high if (factor > 0) == self._high else known.low
            for slot, sign in ((mark - shift, factor), (mark - shift - 1, -factor)):
                value = read(slot)
                number += add_to(weights, value, sign)
                self._number += add_to(self._whole, value, sign)
        whole = Form.of(self._whole, self._number)
        form = Form.of(weights, number)
        if len(whole.weights) <= min(LONG, len(form.weights)):
            return whole
        return self._shortened(form, whole) if len(form.weights) > LONG else form

    def _shortened(self, form: Form, whole: Form) -> Form:
        least = max(-self._most, self._linear.least(whole))
        most = min(self._most, self._linear.greatest(whole))
        kept = self._linear.number(most, self._name, least)
        self._linear.equate(Form((*form.weights, (kept.index, -1)), form.number))
        return Form(((kept.index, 1),), 0)
