"""The flight-plan chart of a plan: ports, crew, margin, windows, closures, decisions over time.

The bands are those of NASA's ISS flight plan (Flight Planning Integration Panel, SSP 54100), with
the seat margin beside them, which that chart does not have.
"""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.days import PlaceCount
from lifeboat.days import Moment
from lifeboat.errors import Remark
from lifeboat.scenario.part import Part

Look = Literal["nominal", "improvised", "damaged", "none"]
"""The quality of a place; of a vehicle at a port what its places are: none if nobody may use it."""


class Bar(Part):
    """Something that lasts, within the horizon."""

    of: str
    """The vehicle."""
    first: Moment
    end: Moment
    goes_back: bool = False
    """Whether it began before the horizon."""
    goes_on: bool = False
    """Whether it lasts beyond the horizon."""
    look: Look = "nominal"
    says: str
    """All of it in a sentence."""


class Track(Part):
    """One line of the chart."""

    name: str
    """The port, the person, the vehicle or the closure."""
    bars: tuple[Bar, ...]
    planned: tuple[Bar, ...] = ()
    """Where the plan of record is otherwise: its bars."""


class Level(Part):
    """Places and people while neither changes."""

    first: Moment
    end: Moment
    places: PlaceCount
    aboard: int
    margin: int
    without_a_place: tuple[str, ...]


class ChartMark(Part):
    """Something at one moment."""

    of: str
    """The vehicle."""
    at: Moment
    says: str
    label: str
    """The same in a few words."""


class Chart(Part):
    """The answer to `lifeboat chart`: one documented, versioned document."""

    lifeboat_chart: Literal[1] = 1
    """The version of this document."""
    scenario: str
    as_of: Moment
    horizon_end: Moment
    plan_name: str | None
    scenario_sha256: str | None = None
    """Of the scenario's text, or of its JSON if it was edited; none if it is not known."""
    edits: tuple[str, ...] = ()
    """The overlays and flags that were applied to the scenario, in their order."""
    unknown: tuple[str, ...] = ()
    """What the plan speaks of and the scenario does not have, or not any more; it was left out."""
    remarks: tuple[Remark, ...] = ()
    """What is odd in the scenario, or in the edits made to it, and allowed."""
    ports: tuple[Track, ...]
    """Which vehicle is where; a move to another port ends one bar and begins another."""
    crew: tuple[Track, ...]
    """In which vehicle each person has a place, and how good it is."""
    margin: tuple[Level, ...]
    windows: tuple[Track, ...]
    """When each vehicle that is launched may be launched in the mode it flies in."""
    closures: tuple[Track, ...]
    """When ports and landing sites are closed, pads cannot launch, families are grounded."""
    launches: tuple[ChartMark, ...]
    decide_by: tuple[ChartMark, ...]
