"""Premises about the station: its crew, its skills, its supplies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lifeboat.answers.listing import listed_most
from lifeboat.counted import counted, one_or_many
from lifeboat.days import say_instant, say_span
from lifeboat.premises.premise import Keys, Premise
from lifeboat.rules.never_too_many import NeverTooMany
from lifeboat.rules.never_understaffed import NeverUnderstaffed
from lifeboat.scenario.facilities import CrewBounds, Skill, Supply
from lifeboat.scenario.scenario import Scenario


def station_premises(scenario: Scenario) -> Iterator[Premise]:
    """How many people the station needs and carries, and for how long it feeds them."""
    yield from _of_the_crew(scenario.station.crew)
    for name, skill in scenario.station.skills.items():
        able = [who for who, one in scenario.people.items() if name in one.skills]
        yield from _skilled(name, skill, able)
    for name, supply in scenario.station.supplies.items():
        yield from _supplied(name, supply)


def _of_the_crew(crew: CrewBounds) -> Iterator[Premise]:
    crew_keys = ("station", "crew")
    if crew.least:
        said = f"at least {counted(crew.least, 'people')} {_are(crew.least)} aboard at all times"
        yield _of_the_station(NeverUnderstaffed.name, (*crew_keys, "least"), said, 0)
    if crew.most is not None:
        said = f"at most {counted(crew.most, 'people')} {_are(crew.most)} ever aboard"
        yield _of_the_station(NeverTooMany.name, (*crew_keys, "most"), said, None)
    if crew.long_term is not None and crew.above_long_term is not None:
        time = say_span(crew.above_long_term)
        said = f"more than {counted(crew.long_term, 'people')} are aboard for {time} at most"
        yield _of_the_station(NeverTooMany.name, (*crew_keys, "above_long_term"), said, None)


def _skilled(name: str, skill: Skill, able_to: Sequence[str]) -> Iterator[Premise]:
    rule, keys = NeverUnderstaffed.name, ("station", "skills", name)
    able = f"able to do {name} ({listed_most(able_to) or 'nobody is'})"
    if skill.least:
        said = f"at least {counted(skill.least, 'people')} {able} {_are(skill.least)} aboard"
        yield _of_the_station(rule, (*keys, "least"), f"{said} at all times", 0)
    if skill.after_departure:
        who = f"{counted(skill.after_departure, 'people')} {able}"
        said = f"at least {who} would remain if any one vehicle left"
        yield _of_the_station(rule, (*keys, "after_departure"), said, 0)


def _supplied(name: str, supply: Supply) -> Iterator[Premise]:
    keys, unit = ("station", "supplies", name), supply.unit
    use = f"{supply.use:g} {unit} for each person and day"
    said = f"there are {supply.stock:g} {unit} of {name}, {use}, {supply.reserve:g} to be kept"
    changes = (((*keys, "use"), 0.0), ((*keys, "reserve"), 0.0))
    yield Premise(NeverTooMany.name, keys, said, changes)
    if supply.gone_from is not None:
        said = f"{name} is gone from {say_instant(supply.gone_from)} on"
        yield _of_the_station(NeverTooMany.name, (*keys, "gone_from"), said, None)


def _of_the_station(rule: str, keys: Keys, says: str, value: object) -> Premise:
    return Premise(rule, keys, says, ((keys, value),))


def _are(number: int) -> str:
    return one_or_many(number, "are", "is")
