"""Overlays: named sets of edits to a scenario, each asking *what if*."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints

from lifeboat.days import Moment, Span, Window
from lifeboat.scenario.made_for import MadeFor
from lifeboat.scenario.part import Count, Name, Part
from lifeboat.scenario.pins import Pin
from lifeboat.scenario.vehicles import State

Route = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""The path to a value: keys and names joined by dots, such as `vehicles.Heron.planned`; `.start` or
`.end` after a window is one end of it. Of names that hold dots the longest that exists is meant."""

Feature = Literal["improvised-seats", "damaged-seats", "waivers"]


class Damage(Part):
    """What has become of a vehicle."""

    state: State
    """What it is good for from then on, as in `conditions`."""
    since: Moment | None = None
    """From when on; from `as_of` when left out."""
    places: Count | None = None
    """With `emergency-only`: for how many people."""
    ride_home: bool = False
    """With `emergency-only`: whether people may be planned to go home in it."""
    why: str | None = None
    """What happened, and the source."""


class Edit(Part):
    """One change to a scenario: exactly one of these keys, and a remark."""

    set: dict[Route, JsonValue] | None = None
    """Give values: `{vehicles.Heron.planned: 2023-03-10}`. What carries a name must exist."""
    add: dict[Route, JsonValue] | None = None
    """Add something new with a name, or items to a list: `{people.Ana.skills: [helm]}`."""
    remove: list[Route] | Route | None = None
    """Take away a value, something with a name, or an item of a list (by itself, not by number)."""
    drop: list[Name] | Name | None = None
    """Leave out a vehicle that is to be launched, with all that hangs on it."""
    delay: dict[Route, Span] | None = None
    """Make a launch possible, and planned, that much later: `{Heron: 14d}`; or a date, a window or
    an end of one: `{groundings.doubt.during.end: 14d}`."""
    advance: dict[Route, Span] | None = None
    """Make a launch possible, and planned, that much sooner; or a date, a window or its end."""
    close: dict[Name, Window] | None = None
    """Close a port, a pad or a landing site: `{north: 2023-02-13..2023-03-10}`."""
    ground: dict[Name, Window] | None = None
    """Ground a family of vehicles: `{birds: 2023-02-13..2023-03-10}`."""
    damage: dict[Name, State | Damage] | None = None
    """Change what a vehicle is good for, from `as_of` on: `{Gannet: unusable}`."""
    unavailable: dict[Name, Window] | None = None
    """Let a vehicle not be launched for a while: `{Plover: ..2023-03-01}`."""
    pin: list[Route] | Route | dict[Name, Pin] | None = None
    """Choices that may not move, as a sentence or as in `pins`: `Ana returns on Heron`."""
    without: list[Feature] | Feature | None = None
    """Do without improvised places, places in damaged vehicles, or waivers of limits."""
    why: str | None = None
    """Why, and the source."""


class Overlay(Part):
    """A named set of edits: what if all of this were so?"""

    why: str | None = None
    """What is asked, or who asks it."""
    over: list[Name] = []
    """The overlays before it whose changes it means to change again."""
    edits: Annotated[list[Edit], Field(min_length=1)]
    """In the order they are made."""


class OverlayFile(Overlay):
    """An overlay in a file of its own."""

    lifeboat_overlay: Literal[1]
    """The version of this file format."""
    name: Name | None = None
    """What it is called; the file's name when left out."""
    made_for: MadeFor | None = None
    """The scenario it was made for; the program notes it, an overlay written by hand need not."""
