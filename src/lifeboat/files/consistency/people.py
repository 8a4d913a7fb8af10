"""People: each of them either aboard or on the ground."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.days import say_instant
from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import STATION, View
from lifeboat.files.nearest import in_quotes
from lifeboat.scenario.in_flight import crew_in_flight
from lifeboat.scenario.people import Person


def wrong_people(view: View) -> Iterator[Mistake]:
    """People who are in two places, or in none."""
    crews = {name for _, _, mode in view.modes() for name in mode.crew}
    crews |= set(_all_in_flight(view))
    for name, person in view.scenario.people.items():
        if person.is_aboard:
            yield from _seat(view, name, person)
            yield from _came_up(view, name, person)
        else:
            yield from _on_the_ground(view, name, person, is_in_a_crew=name in crews)
            yield from _unknown_gear(view, name, person)


def _all_in_flight(view: View) -> Iterator[str]:
    """Whom vehicles on their way carry that have no modes."""
    for name in view.scenario.vehicles:
        flight = view.in_flight(name)
        if flight is not None:
            yield from crew_in_flight(view.scenario, name, flight)


def _seat(view: View, name: str, person: Person) -> Iterator[Mistake]:
    if view.is_yet_to_come(person.seat) and person.seat != STATION:
        where = "on its way" if view.in_flight(person.seat) else "on the ground"
        message = f"'{name}' has a `seat` in '{person.seat}', which is still {where}"
        hint = "leave out the seat of somebody who is yet to come"
        yield view.wrong("seat-on-the-ground", ("people", name, "seat"), message, hint)


def _came_up(view: View, name: str, person: Person) -> Iterator[Mistake]:
    here = ("people", name)
    if view.is_yet_to_come(person.up):
        where = "on its way" if view.in_flight(person.up) else "on the ground"
        message = f"'{name}' is aboard, but '{person.up}', which brought them, is {where}"
        hint = "leave out `seat` of somebody yet to come; of somebody aboard, give `launched`"
        yield view.wrong("up-on-the-ground", (*here, "up"), message, hint)
    elif person.up is None and person.launched is None:
        message = f"when '{name}', who is aboard, was launched is not said"
        hint = "give `up`, a docked vehicle, or if it has left, `launched`"
        yield view.wrong("missing-key", here, message, hint, key=True)
    if person.launched and person.launched > view.scenario.as_of:
        as_of = say_instant(view.scenario.as_of)
        message = f"`launched` is after `as_of`, {as_of}: nothing later is known"
        yield view.wrong("after-as-of", (*here, "launched"), message)
    up = view.scenario.vehicles.get(person.up or "")
    since = person.launched or (up.launched or up.docked if up else None)
    if since and person.returns and person.returns.is_before(since):
        message = f"'{name}' returns before they were launched, {say_instant(since)}"
        yield view.wrong("date-order", (*here, "returns"), message)


def _on_the_ground(
    view: View, name: str, person: Person, *, is_in_a_crew: bool
) -> Iterator[Mistake]:
    here = ("people", name)
    if not is_in_a_crew:
        message = f"'{name}' is neither aboard nor in the crew of any mode"
        hint = "give a `seat` if they are aboard, or name them in a mode's `crew`"
        yield view.wrong("nowhere", here, message, hint, key=True)
    if person.launched:
        message = f"'{name}' was launched, but has no `seat` aboard"
        hint = "give the vehicle that holds their liner, or `seat: station`"
        yield view.wrong("nowhere", (*here, "launched"), message, hint, key=True)
    as_of = view.scenario.as_of
    if person.returns and person.returns.is_before(as_of):
        message = f"`returns` is before `as_of`, {say_instant(as_of)}, but '{name}' is yet to come"
        yield view.wrong("before-as-of", (*here, "returns"), message)


def _unknown_gear(view: View, name: str, person: Person) -> Iterator[Mistake]:
    """Somebody whose gear would depend on which of their vehicles stands first in the file."""
    if person.gear is not None or person.up is not None:
        return
    ships = dict.fromkeys(ship for _, ship, mode in view.modes() if name in mode.crew)
    kinds = {ship: view.types.get(view.scenario.vehicles[ship].type) for ship in ships}
    needs = {ship: frozenset(kind.needs) for ship, kind in kinds.items() if kind}
    if len(set(needs.values())) > 1:
        message = f"'{name}' is in the crews of {in_quotes(needs, ' and ')}, which need other gear"
        hint = "give `gear`, or `up`, the one of the plan of record, whose gear is then theirs"
        yield view.wrong("gear-unknown", ("people", name), message, hint, key=True)
