"""A vehicle on the grid: its figures resolved and its dates counted in slots."""

from __future__ import annotations

from dataclasses import dataclass, field

from lifeboat.situation.clock import Slots

FOREVER = 10**9
IN_FLIGHT = "in flight"
"""The mode of a vehicle on its way that has none."""

QUALITIES = ("nominal", "improvised", "damaged")
"""What a place in a vehicle can be, the best first."""


@dataclass(frozen=True, slots=True)
class Way:
    """One mode on the grid: when it may be launched, how long it flies, whom it carries."""

    name: str
    windows: tuple[Slots, ...]
    earliest: int
    """First slot that keeps the lead time from `as_of` and from the gate, or the planned one."""
    lead: int
    flight: int
    """Slots from launch to docking, to the nearest: what a plan is made with."""
    flights: tuple[int, ...]
    """All there can be, launched early in a slot or late."""
    crew: tuple[str, ...]
    after: tuple[tuple[str, int], ...] = ()
    """Vehicles that must be launched first, and by how many slots."""


WORSE = ("sound", "emergency-only", "empty-return-only", "unusable")
"""The states of a vehicle, each worse than those before it."""


@dataclass(frozen=True, slots=True)
class Places:
    """How many people a vehicle holds in one slot, by the quality of the place."""

    nominal: int = 0
    improvised: int = 0
    damaged: int = 0

    @property
    def all(self) -> int:
        return self.nominal + self.improvised + self.damaged

    def fewer(self, other: Places) -> Places:
        """Of each quality, the smaller number."""
        return Places(
            min(self.nominal, other.nominal),
            min(self.improvised, other.improvised),
            min(self.damaged, other.damaged),
        )


@dataclass(frozen=True, slots=True)
class Spell:
    """Slots, up to but not including `end`, in which a vehicle offers the same places."""

    first: int
    end: int
    state: str
    places: Places
    ride_home: Places
    """The places in which people may be planned to go home."""

    def worse(self, other: Spell, first: int, end: int) -> Spell:
        """The worse of two spells, for these slots."""
        mine, theirs = WORSE.index(self.state), WORSE.index(other.state)
        if mine != theirs:
            worse = self if mine > theirs else other
            return Spell(first, end, worse.state, worse.places, worse.ride_home)
        places, home = self.places.fewer(other.places), self.ride_home.fewer(other.ride_home)
        return Spell(first, end, self.state, places, home)


@dataclass(frozen=True, slots=True)
class Moving:
    """Where and when a vehicle may be moved to another port, once."""

    ports: tuple[str, ...]
    spans: tuple[Slots, ...]
    apart: int
    """Least slots after its docking and before its undocking; one at least."""


@dataclass(frozen=True, slots=True)
class Ship:
    """A vehicle with its type's figures merged into it. All times are slots, all spans in slots."""

    name: str
    type: str
    family: str
    mechanism: str
    seats: int
    needs: frozenset[str]
    improvised_needs: frozenset[str]
    flies_empty_down: bool
    flight_down: int
    """Slots from undocking to landing, the fewest: undocked early in a slot."""
    flight_down_most: int
    """The most: undocked late in a slot."""
    prepare: int
    pad: str | None
    ports: tuple[str, ...]
    """Ports whose mechanism and types fit, in the order of preference."""
    port: str | None
    docked: int | None
    launched: int | None
    """Docked: when it was launched, negative for before `as_of`."""
    ways: tuple[Way, ...]
    """How it may be launched; of a vehicle on its way, how it was."""
    may_cancel: bool
    planned: int | None
    """Plan of record: the launch of a plan that gives no other."""
    planned_within: Slots | None
    """Plan of record: every slot in which a launch is as planned."""
    planned_way: str | None
    leaves: int | None
    """Plan of record: the undocking of a plan that gives no other."""
    leaves_within: Slots | None
    """Plan of record: every slot in which an undocking is as planned."""
    undock: Slots
    ready_to_leave: int
    """The first slot by which its departure can be prepared; 0 where it is prepared already."""
    life: int
    life_most: int
    spells: tuple[Spell, ...]
    reseat_from: int
    relocations: tuple[tuple[int, str], ...]
    """The stated moves within the horizon or after it, each with its port."""
    relieves: tuple[tuple[str, int, int | None], ...]
    delivers: dict[str, int] = field(default_factory=dict)
    brings: dict[str, frozenset[str]] = field(default_factory=dict)
    """Liners and suits for its own places, by person."""
    delivers_gear: dict[str, frozenset[str]] = field(default_factory=dict)
    """Liners and suits good in any vehicle once it has docked, by person."""
    moving: Moving | None = None
    """Where it may be moved; None if only as `relocations` state."""
    skills_up: tuple[str, ...] = ()
    """What somebody of its crew must be able to do for it to come up with people."""
    skills_down: tuple[str, ...] = ()
    """What one of those who ride home in it must be able to do."""
    is_on_its_way: bool = False
    """Whether it was launched before `as_of` and has not docked."""

    @property
    def is_docked(self) -> bool:
        """Whether it is at the station when the horizon begins."""
        return self.docked is not None

    @property
    def may_dock_at_once(self) -> bool:
        """Whether it may dock in the first slot of the horizon, launched in it or on its way."""
        return any(min(0, way.earliest) + way.flight <= 0 for way in self.ways)

    @property
    def fixed_moves(self) -> tuple[tuple[int, str], ...]:
        """The moves that are made whatever is planned, if it is docked by then."""
        return () if self.moving is not None else self.relocations

    @property
    def has_improvised(self) -> bool:
        """Whether it ever offers improvised places."""
        return any(spell.places.improvised for spell in self.spells)

    @property
    def takes_people(self) -> bool:
        """Whether anybody can ever go home in it."""
        homely = (spell.ride_home for spell in self.spells)
        return self.seats > 0 or any(it != Places() for it in homely)

    def life_over(self, launch: int | None) -> int:
        """The first slot in which it is past its life, waiver and all, if launched in that slot:
        whoever left after it would land too late.
        """
        if launch is None or self.life_most >= FOREVER:
            return FOREVER
        return launch + self.life_most - self.flight_down

    def wears_out(self, launch: int | None, end: int) -> bool:
        """Whether it still has sound places in its last slots before `end`, past its life."""
        over = self.life_over(launch)
        late = (it.places for it in self.spells if it.end > over and it.first < end)
        return over < end and any(it.nominal or it.improvised for it in late)

    def comes_later(self, end: int) -> bool:
        """Whether it may dock after a slot, the end of the horizon, and be as planned."""
        way = self.way(self.planned_way)
        if self.is_docked or way is None or self.planned_within is None:
            return False
        last = max((window.end - 1 for window in way.windows), default=-FOREVER)
        return min(last, self.planned_within.edges[1]) + way.flight >= end

    def way(self, name: str | None) -> Way | None:
        """Its mode of that name; None if it has none."""
        return next((way for way in self.ways if way.name == name), None)

    def spell(self, slot: int) -> Spell:
        """Its state and its places in a slot."""
        return next(spell for spell in self.spells if spell.first <= slot < spell.end)

    def leaving(self, undock: int) -> Spell:
        """In what condition it leaves, if it undocks in a slot: the worse of this and the last."""
        return self.spell(undock - 1).worse(self.spell(undock), undock, undock + 1)

    def worsens(self, undock: int) -> bool:
        """Whether it leaves in a worse state than it had before, if it undocks in a slot."""
        return self.leaving(undock).state != self.spell(undock - 1).state

    def homely(self, undock: int) -> frozenset[str]:
        """The qualities of the places from which people may ride home, if it undocks in a slot.

        Where its condition has worsened, places of any quality are left for the rides it still has.
        """
        home = self.leaving(undock).ride_home
        if self.worsens(undock):
            return frozenset(QUALITIES if home.all else ())
        return frozenset(it for it in QUALITIES if getattr(home, it))
