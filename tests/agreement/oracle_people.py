"""Where everybody is, given the flights: what that breaks and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from agreement.oracle_calendar import NEVER, limits
from agreement.oracle_facts import Facts
from agreement.oracle_flights import Broken, Flight, is_within, is_worn
from lifeboat.scenario.planned import Planned

Flown = dict[str, Flight]
NOWHERE = None, None


class Journey(NamedTuple):
    """The journey of somebody who is aboard at some time: on what they come and go, and when."""

    person: str
    up: str | None
    home: str | None
    launch: int | None
    first: int
    end: int
    """When they leave, or the end of the horizon."""
    landing: int
    """The first slot they can land in; `NEVER` for those who are still aboard at the end."""
    latest: int
    """The last slot they can land in."""

    def is_aboard(self, slot: int) -> bool:
        return self.first <= slot < self.end


def possible_journeys(facts: Facts, person: str, flown: Flown) -> list[Journey] | None:
    """Every way for somebody to come and go; empty if they do not come, None if they come twice."""
    said = facts.scenario.people[person]
    up: str | None = None
    if said.seat is None:
        came = [name for name, mode in facts.carriers(person) if _flew(flown, name, mode)]
        if len(came) > 1:
            return None
        if not came:
            return []
        up = came[0]
    first = 0 if up is None else flown[up].dock
    launch = facts.launched(said) if up is None else flown[up].launch
    homes = [None, *(name for name, it in flown.items() if it.undock and it.undock > first)]
    return [_journey(facts, person, up, home, launch, flown) for home in homes]


def _flew(flown: Flown, craft: str, mode: str) -> bool:
    return craft in flown and flown[craft].mode == mode


def _journey(
    facts: Facts, person: str, up: str | None, home: str | None, launch: int | None, flown: Flown
) -> Journey:
    first = 0 if up is None else flown[up].dock
    undock = None if home is None else flown[home].undock
    if home is None or undock is None:
        return Journey(person, up, None, launch, first, facts.end, NEVER, NEVER)
    least, most = facts.crafts[home].ways_down
    return Journey(person, up, home, launch, first, undock, undock + least, undock + most)


def come_too_soon(facts: Facts, journeys: list[Journey]) -> bool:
    """Whether somebody is launched again who may not have landed in a slot before that."""
    known = {it.person: it for it in journeys}
    for again in journeys:
        before = known.get(facts.scenario.people[again.person].same_as or "")
        if before is None or again.launch is None:
            continue
        if before.home is None or again.launch <= _told_landings(facts, before)[-1]:
            return True
    return False


def broken_by(facts: Facts, journey: Journey) -> Broken:
    """The rules that one journey breaks, seats aside."""
    found = set()
    said = facts.scenario.people[journey.person]
    first, end = facts.calendar.touched(said.return_window)
    is_late = max(end - 1, journey.first) < min(facts.end, journey.landing)
    if journey.latest < first or is_late or _stayed(facts, journey, 1):
        found.add(("person-within-limits", journey.person))
    for name in broken_pins(facts, journey.person, journey):
        found.add(("pins-hold", name))
    return frozenset(found)


def broken_pins(facts: Facts, person: str, journey: Journey | None) -> Iterator[str]:
    """The pins about somebody that their journey breaks, those of seats aside."""
    for name, pin in facts.scenario.pins.items():
        if pin.person != person:
            continue
        up, home = (journey.up, journey.home) if journey else NOWHERE
        lands = (journey.landing, journey.latest) if journey else NOWHERE
        is_moved = pin.returns is not None and pin.never == any(
            is_within(facts, pin.returns, slot) for slot in lands
        )
        has_left = journey is not None and journey.end < facts.end
        is_moved |= pin.stays is not None and pin.stays == has_left
        is_moved |= pin.up is not None and (pin.up == up) == pin.never
        is_moved |= pin.home is not None and (pin.home == home) == pin.never
        if is_moved:
            yield name


def _stayed(facts: Facts, journey: Journey, waiver: int) -> int:
    """Slots away from home beyond the longest stay, without (0) or with (1) its waiver."""
    stay = limits(facts.calendar, facts.scenario.people[journey.person].stay)[waiver]
    if journey.launch is None or stay >= NEVER:
        return 0
    return max(0, min(facts.end, journey.landing) - max(0, journey.launch + stay))


def waived_stay(facts: Facts, journey: Journey) -> int:
    """Slots beyond the longest stay and, where windows are no `must`, outside the window."""
    waived = _stayed(facts, journey, 0)
    if facts.must("person-within-limits"):
        return waived
    said = facts.scenario.people[journey.person]
    first, end = facts.calendar.touched(said.return_window)
    landing = min(facts.end, journey.landing)
    early = max(0, min(first, facts.end) - min(facts.end, journey.latest))
    return waived + early + max(0, landing - max(0, end - 1, journey.first))


def bumped(facts: Facts, person: str, journey: Journey | None, flown: Flown) -> int:
    """One for losing the planned flight up, one more for not coming at all; a flight that comes
    after the horizon is lost only by who takes another.
    """
    said = facts.scenario.people[person]
    up = facts.up(person)
    if said.seat is not None or up is None:
        return 0
    if _waits_for(facts, up, flown):
        return int(journey is not None)
    return (journey is None) + (journey is None or journey.up != up)


def _waits_for(facts: Facts, up: str, flown: Flown) -> bool:
    """Whether a planned flight up is still to come when the horizon ends."""
    return up not in flown and facts.crafts[up].comes_later


def return_moved(facts: Facts, journey: Journey) -> int:
    """Slots by which a return is earlier or later than planned; who stays is late by what is left
    of the horizon.
    """
    said = facts.scenario.people[journey.person]
    up = facts.up(journey.person)
    if said.returns is None or (said.seat is None and journey.up != up):
        return 0
    first, last = _as_planned(facts, said.returns)
    if journey.home is None:
        return max(0, facts.end - last)
    slots = _told_landings(facts, journey)
    return max(first - slots[-1], slots[0] - last, 0)


def _told_landings(facts: Facts, journey: Journey) -> range:
    """The slots somebody can land in; the plan of record may tell more than the flight time."""
    said = facts.scenario.people[journey.person]
    slots = range(journey.landing, journey.latest + 1)
    home = facts.crafts.get(journey.home or "")
    if home is None or journey.home != said.home or None in (home.said.leaves, said.returns):
        return slots
    assert said.returns is not None
    assert home.said.leaves is not None
    back, away = facts.calendar.planned(said.returns), facts.calendar.planned(home.said.leaves)
    told = journey.end + back[0] - away[0]
    is_told = back[0] - away[0] == back[1] - away[1]
    return range(told, told + 1) if is_told and told in slots else slots


def _as_planned(facts: Facts, planned: Planned) -> tuple[int, int]:
    """The first and the last slot that is as planned, from the beginning of the horizon on."""
    first, after = facts.calendar.planned(planned)
    return max(0, first), max(0, after - 1)


def rides_another(facts: Facts, person: str, journey: Journey | None, flown: Flown) -> int:
    """One for coming up, or going home, on another vehicle than planned, or being left behind."""
    said = facts.scenario.people[person]
    up = facts.up(person)
    if said.seat is None and up != (journey.up if journey else None):
        is_awaited = up is not None and _waits_for(facts, up, flown)
        return int(journey is not None or not is_awaited)
    if journey is None or said.home is None:
        return 0
    if journey.home is not None:
        return int(journey.home != said.home)
    latest = None if said.returns is None else facts.calendar.planned(said.returns)[1] - 1
    down = facts.crafts[said.home].ways_down[0] if said.home in facts.crafts else 0
    is_due = latest is not None and latest - down < facts.end
    if is_due:
        return int(not _still_takes_home(facts, said.home, flown))
    return int(not _is_there_or_to_come(facts, said.home, flown))


def _is_there_or_to_come(facts: Facts, name: str, flown: Flown) -> bool:
    """Whether a vehicle is there when the horizon ends, or is to come after it."""
    if name in flown:
        return flown[name].undock is None
    return name in facts.crafts and facts.crafts[name].comes_later


def _still_takes_home(facts: Facts, name: str, flown: Flown) -> bool:
    """Whether a vehicle is there when the horizon ends, sound and with seats to go home in."""
    if name not in flown or flown[name].undock is not None:
        return False
    last = facts.crafts[name].places(facts.end - 1)
    loose = last.improvised if "improvised" in last.homely else 0
    return last.state == "sound" and last.nominal + loose > 0


def unsafe_rides(facts: Facts, flown: Flown, journeys: list[Journey]) -> int:
    """People who go home on less than a nominal seat, that fits them, of a sound vehicle."""
    unsafe = 0
    for name, flight in flown.items():
        riders = [it.person for it in journeys if it.home == name]
        if flight.undock is not None and riders:
            craft = facts.crafts[name]
            if is_worn(facts, flight, flight.undock - 1):
                unsafe += len(riders)
                continue
            came = [other for other, it in flown.items() if it.dock < flight.undock]
            fit = sum(facts.fits(who, craft, facts.brought(who, came)) for who in riders)
            unsafe += len(riders) - min(fit, craft.departing(flight.undock).nominal)
    return unsafe


def flight_moved(facts: Facts, flight: Flight) -> int:
    """One for a launch on another date or in another mode than planned, or the departure of a ship
    with seats on another date.
    """
    craft = facts.crafts[flight.craft]
    planned, leaves = craft.said.planned, craft.said.leaves
    if flight.mode is not None and flight.launch is not None and craft.on_its_way is None:
        first, after = (0, 0) if planned is None else facts.calendar.planned(planned)
        if flight.mode != craft.planned_mode or not first <= flight.launch < after:
            return 1
    if not craft.seats or leaves is None:
        return 0
    first, after = facts.calendar.planned(leaves)
    if flight.undock is None:
        return int(after <= facts.end)
    return int(not first <= flight.undock < after)


def launch_moved(facts: Facts, flight: Flight) -> int:
    """Slots by which a launch is earlier or later than planned; what has flown is as it is."""
    craft = facts.crafts[flight.craft]
    planned = None if craft.on_its_way else craft.said.planned
    if planned is None or flight.mode is None or flight.launch is None:
        return 0
    first, last = _as_planned(facts, planned)
    return max(first - flight.launch, flight.launch - last, 0)


class Count(NamedTuple):
    """How many people of some group are aboard, and how many should be."""

    there: int
    least: int
    wanted: int


def counts(facts: Facts, flown: Flown, journeys: list[Journey], slot: int) -> Iterator[list[Count]]:
    """All that the station requires in a slot of its crew, and of those with each skill."""
    station = facts.scenario.station
    here = [it for it in journeys if it.is_aboard(slot)]
    yield [Count(len(here), station.crew.least, station.crew.wanted or 0)]
    for name, skill in station.skills.items():
        able = [it for it in here if name in facts.scenario.people[it.person].skills]
        required = [Count(len(able), skill.least, skill.wanted or 0)]
        for craft, flight in flown.items():
            if flight.is_here(slot):
                staying = sum(not _goes_with(facts, it, craft, flown, slot) for it in able)
                required.append(Count(staying, skill.after_departure, 0))
        yield required


def _goes_with(facts: Facts, one: Journey, craft: str, flown: Flown, slot: int) -> bool:
    """Whether somebody's way home is in a vehicle: as planned or, if that is not there and they
    stay, because no other with seats is there.
    """
    if one.home is not None:
        return one.home == craft
    said = facts.scenario.people[one.person]
    seat = None if said.seat == "station" else said.seat
    usual = said.home or seat or facts.up(one.person)
    here = [name for name, it in flown.items() if it.is_here(slot)]
    if usual in here:
        return usual == craft
    return [name for name in here if facts.crafts[name].seats] == [craft]


def staffing(facts: Facts, flown: Flown, journeys: list[Journey]) -> tuple[int, int]:
    """Person-slots wanted but missing, and person-slots needed but missing."""
    wanted = needed = 0
    for slot in range(facts.end):
        for required in counts(facts, flown, journeys, slot):
            wanted += max(0, *(it.wanted - it.there for it in required))
            needed += max(0, *(it.least - it.there for it in required))
    return wanted, needed


def too_many(facts: Facts, flown: Flown, journeys: list[Journey]) -> Broken:
    """The crew bounds and supplies that are broken."""
    crew, found = facts.scenario.station.crew, set()
    aboard = [sum(it.is_aboard(slot) for it in journeys) for slot in range(facts.end)]
    if crew.most is not None and max(aboard) > crew.most:
        found.add(("never-too-many", "crew"))
    if crew.long_term is not None and crew.above_long_term is not None:
        above = sum(count > crew.long_term for count in aboard)
        if above > facts.calendar.rounded_down(crew.above_long_term):
            found.add(("never-too-many", "long-term crew"))
    for name in facts.scenario.station.supplies:
        if _runs_out(facts, name, flown, aboard):
            found.add(("never-too-many", name))
    return frozenset(found)


def _runs_out(facts: Facts, name: str, flown: Flown, aboard: list[int]) -> bool:
    supply = facts.scenario.station.supplies[name]
    left = Fraction(supply.stock)
    day = Fraction(facts.calendar.slot.total_seconds()) / 86400
    gone = NEVER if supply.gone_from is None else facts.calendar.holding(supply.gone_from)
    for slot in range(facts.end):
        for craft, flight in flown.items():
            if flight.mode is not None and flight.dock == slot:
                left += Fraction(facts.crafts[craft].said.delivers.get(name, 0))
        left -= Fraction(supply.use) * aboard[slot] * day
        if left < Fraction(supply.reserve) or (slot >= gone and aboard[slot]):
            return True
    return False
