"""Claims about the best plan of a scenario, and the pins that force them or their contrary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from lifeboat.days import say_instant
from lifeboat.editing.layers import sentence
from lifeboat.editing.opened import with_edits
from lifeboat.editing.verbs.pins import beginning_of, meant_by, pattern_of
from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.scenario_file import sourced
from lifeboat.files.yaml.lines import Lines
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.scenario import RESOLUTIONS, Scenario
from lifeboat.scenario.sentences import CLAIMS, CLAIMS_IN_SHORT, NOT, SENTENCES

Dates = Callable[[str, str], tuple[datetime, datetime] | None]
"""When something `launches`, `undocks` or `lands` in a plan, by its name: the first and the last
slot in which it may, as one lands some hours after one leaves; None if it does not.
"""

Pins = dict[str, Pin]
"""Pins, each by the sentence that says it."""

_CLAIM = "claim"


@dataclass(frozen=True)
class Claim:
    """What is claimed of the best plan: a ride, a flight, a date."""

    scenario: Scenario
    said: str
    """As it was said."""
    so: tuple[str, ...]
    """The sentences of pins that hold if it is so; `DATE` stands for the date in a plan."""
    not_so: tuple[str, ...]
    """Those that hold if it is not."""
    compared: tuple[str, str] | None = None
    """What is earlier or later than in a plan: its name, and what it does."""

    def pins(self, is_so: bool, dates: Dates) -> Pins | None:
        """The pins that hold if it is so, or if it is not.

        Args:
            is_so: whether it is to be so.
            dates: those of the plan in which something is earlier or later.

        Returns:
            None if what is to be earlier or later does not happen in that plan.
        """
        sentences = self.so if is_so else self.not_so
        if self.compared is None:
            return pins_said(self.scenario, sentences)
        known = dates(*self.compared)
        if known is None:
            return None
        slot = RESOLUTIONS[self.scenario.resolution]
        return pins_said(self.scenario, [_dated(it, *known, slot) for it in sentences])


def read_claim(scenario: Scenario, said: str) -> Claim:
    """Read what is claimed of the best plan of a scenario.

    Args:
        scenario: a scenario without mistakes.
        said: a sentence as pins have it, or one of `CLAIMS`; `not` before it denies it.

    Raises:
        MistakesError: it is not understood, names what there is not, or can be no choice; or what
            would be its contrary cannot be said.
    """
    begins = beginning_of(said)
    claim = _beyond_pins(scenario, said, begins)
    if claim is None:
        _refuse_unknown_form(scenario, said, begins)
        claim = Claim(scenario, said, (said[begins:],), (f"{NOT} {said[begins:]}",))
    if begins:
        claim = Claim(scenario, said, claim.not_so, claim.so, claim.compared)
    for is_so in (True, False):
        claim.pins(is_so, lambda _, __: (scenario.as_of, scenario.as_of))
    return claim


def pins_said(scenario: Scenario, sentences: Iterable[str]) -> Pins:
    """The pins that some sentences stand for; raises `MistakesError`."""
    base = sourced(scenario)
    found: Pins = {}
    for said in sentences:
        opened = with_edits(base, more=[sentence("pin", said, _CLAIM)])
        [name] = opened.sourced.scenario.pins.keys() - scenario.pins.keys()
        found[said] = opened.sourced.scenario.pins[name]
    return found


def _beyond_pins(scenario: Scenario, said: str, begins: int) -> Claim | None:
    """A claim in one of the forms that pins do not have."""
    for form in CLAIMS:
        found = pattern_of(form).fullmatch(said, begins)
        if found is not None:
            _, does, *how = form.split()
            if how[-1] == "crew":
                return _crewed(scenario, said, found[1], wanted=how[0] == "with")
            so = f"{found[1]} {does} {'before' if how[0] == 'earlier' else 'from'} DATE"
            return Claim(scenario, said, (so,), (f"{NOT} {so}",), (found[1], does))
    return None


def _crewed(scenario: Scenario, said: str, name: str, *, wanted: bool) -> Claim:
    """Something is launched in a mode with a crew, or in one without."""
    vehicle = scenario.vehicles.get(name)
    modes = {} if vehicle is None else vehicle.modes
    wrong = [key for key, mode in modes.items() if bool(mode.crew) != wanted]
    right = [key for key in modes if key not in wrong]
    if modes and not right:
        raise MistakesError([_no_such_mode(said, name, wrong, wanted)])
    so = [f"{name} flies", *(f"{NOT} {name} flies in mode {it}" for it in wrong)]
    if len(right) == 1:
        so = [f"{name} flies in mode {right[0]}"]
    not_so = [f"{NOT} {name} flies in mode {it}" for it in right] or [f"{name} does not fly"]
    return Claim(scenario, said, tuple(so), tuple(not_so))


def _no_such_mode(said: str, name: str, modes: list[str], wanted: bool) -> Mistake:
    kind = "with" if wanted else "without"
    known = ", ".join(modes)
    message = f"'{name}' has no mode {kind} a crew"
    place = Lines(_CLAIM, said).place(0, len(said))
    return Mistake(kind="no-such-mode", message=message, place=place, hint=f"its modes: {known}")


def _dated(said: str, first: datetime, last: datetime, slot: timedelta) -> str:
    """A sentence with a date in place of `DATE`: before the first, or from the slot after the last
    on.
    """
    at = last + slot if " from DATE" in said else first
    return said.replace("DATE", say_instant(at))


def _refuse_unknown_form(scenario: Scenario, said: str, begins: int) -> None:
    if any(pattern_of(form).fullmatch(said, begins) for form in SENTENCES):
        return
    message = f"'{said}' is no claim about a plan"
    known: Iterator[str] = iter((*scenario.people, *scenario.vehicles, *scenario.ports))
    hint = meant_by(said, known, CLAIMS_IN_SHORT)
    place = Lines(_CLAIM, said).place(0, len(said))
    raise MistakesError([Mistake(kind="sentence", message=message, place=place, hint=hint)])
