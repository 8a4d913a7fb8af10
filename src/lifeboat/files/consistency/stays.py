"""Several stays of one person: one after the other, each in crews of its own."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.errors import Mistake
from lifeboat.files.consistency.view import View
from lifeboat.scenario.people import Person
from lifeboat.scenario.stays import is_carried_up, later_flights, names_of_stays


def wrong_stays(view: View) -> Iterator[Mistake]:
    """Later stays of nobody's, of somebody who has not left, or two at a time."""
    followers: dict[str, str] = {}
    for name, person in view.scenario.people.items():
        if person.same_as is None or person.same_as not in view.scenario.people:
            continue
        yield from _follows(view, name, person, person.same_as)
        other = followers.setdefault(person.same_as, name)
        if other != name:
            message = f"'{other}' is the stay that follows '{person.same_as}' already"
            hint = f"one follows the other: `same_as: {other}`"
            yield view.wrong("stay-twice", ("people", name, "same_as"), message, hint)
    yield from _up_already(view, followers)
    yield from _twice_in_a_crew(view)


def _follows(view: View, name: str, person: Person, earlier: str) -> Iterator[Mistake]:
    here = ("people", name, "same_as")
    if name in names_of_stays(view.scenario, earlier):
        message = f"'{name}' would have to land before being launched: `same_as` leads back here"
        yield view.wrong("stay-circle", here, message, "name the stay before")
    elif person.is_aboard or is_carried_up(view.scenario, name, person):
        message = f"'{name}' is a later stay of '{earlier}', but aboard or on the way up already"
        hint = f"call the stay of today '{earlier}', and a later one '{name}'"
        yield view.wrong("stay-too-soon", here, message, hint)


def _up_already(view: View, followers: dict[str, str]) -> Iterator[Mistake]:
    """Those aboard or on their way who are in a later crew, under the name of their stay of today:
    their second stay has another, or no name can be made for it.
    """
    for path, vehicle, mode in view.modes():
        for number, name in enumerate(mode.crew):
            if not _is_up(view, name, vehicle):
                continue
            message = f"'{name}' is aboard already and cannot come up on '{vehicle}'"
            later = followers.get(name)
            hint = None if later is None else f"their next stay is '{later}': name that"
            yield view.wrong("aboard-already", (*path, "crew", number), message, hint)


def _is_up(view: View, name: str, vehicle: str) -> bool:
    person = view.scenario.people.get(name)
    if person is None or person.is_aboard:
        return person is not None
    is_carried = is_carried_up(view.scenario, name, person)
    return is_carried and vehicle in later_flights(view.scenario, name)


def _twice_in_a_crew(view: View) -> Iterator[Mistake]:
    for path, _, mode in view.modes():
        for number, name in enumerate(mode.crew):
            stays = names_of_stays(view.scenario, name)
            twin = next((it for it in mode.crew if it != name and it in stays), None)
            if twin is not None:
                message = f"'{name}' and '{twin}' are one person: they cannot both be in this crew"
                yield view.wrong("person-twice", (*path, "crew", number), message)
