"""A scenario as the brute-force oracle reads it.

The oracle shares nothing with the solver, the rules or the audit but the scenario
models, so that a mistake in reading has to be made twice to go unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agreement.oracle_calendar import Calendar
from agreement.oracle_crafts import Craft
from lifeboat.scenario.people import Person
from lifeboat.scenario.scenario import Scenario

UNDER_WAY = "in flight"
"""The mode of what is under way and has none."""
SHOULD_BY_DEFAULT = {"everyone-has-a-seat", "vehicle-within-its-life"}


@dataclass(frozen=True)
class Facts:
    """Everything the oracle knows of a scenario."""

    scenario: Scenario
    calendar: Calendar
    crafts: dict[str, Craft]

    @classmethod
    def of(cls, scenario: Scenario) -> Facts:
        calendar = Calendar.of(scenario)
        crafts = {
            name: Craft(name, said, scenario.vehicle_types[said.type], scenario, calendar)
            for name, said in scenario.vehicles.items()
        }
        return cls(scenario, calendar, crafts)

    @property
    def end(self) -> int:
        return self.calendar.end

    def must(self, rule: str) -> bool:
        default = "should" if rule in SHOULD_BY_DEFAULT else "must"
        return self.scenario.rules.get(rule, default) == "must"

    def carriers(self, person: str) -> Iterator[tuple[str, str]]:
        """Every vehicle and mode with somebody in its crew."""
        for name, said in self.scenario.vehicles.items():
            under_way = self.crafts[name].on_its_way
            if under_way is not None and under_way[0] is None:
                one = self.scenario.people[person]
                if one.up == name and one.seat is None:
                    yield name, UNDER_WAY
            for mode, it in said.modes.items():
                if person in it.crew and (under_way is None or under_way[0] == mode):
                    yield name, mode

    def up(self, person: str) -> str | None:
        """The vehicle somebody goes up on by the plan of record, or is on their way in."""
        said = self.scenario.people[person]
        carriers = () if said.seat else self.carriers(person)
        return next((it for it, _ in carriers if self.crafts[it].on_its_way), said.up)

    def gear(self, person: str) -> frozenset[str]:
        """The gear somebody owns: as stated, or what the seats of their vehicle up need."""
        said = self.scenario.people[person]
        if said.gear is not None:
            return frozenset(said.gear)
        up = self.up(person) or next((craft for craft, _ in self.carriers(person)), None)
        return frozenset() if up is None else self.crafts[up].needs

    def fits(self, person: str, craft: Craft, brought: frozenset[str]) -> bool:
        """Whether a nominal seat of a vehicle fits somebody: gear and training."""
        said = self.scenario.people[person]
        is_trained = said.trained is None or craft.said.type in said.trained
        return is_trained and craft.needs <= self.gear_in(craft, person, brought)

    def gear_in(self, craft: Craft, person: str, brought: frozenset[str]) -> frozenset[str]:
        """The gear somebody has in a vehicle: their own, what it brings for them, and what others
        have brought them.
        """
        return self.gear(person) | {*craft.said.brings.get(person, ())} | brought

    def brought(self, person: str, crafts: Iterable[str]) -> frozenset[str]:
        """The gear that these vehicles deliver for somebody, to be used anywhere."""
        every = (self.crafts[name].said.delivers_gear.get(person, ()) for name in crafts)
        return frozenset(gear for its in every for gear in its)

    def launched(self, said: Person) -> int | None:
        """The slot since which somebody aboard is away from home."""
        if said.launched is not None:
            return self.calendar.holding(said.launched)
        return None if said.up is None else self.crafts[said.up].launched
