"""Impossible scenarios made by hand, each with what cannot hold together in it.

Each explanation was worked out from the facts, before any code gave it. A premise is named by the
path of the keys that say it; `ports (ring)` stands for there being no more ports of that
mechanism. All members of a conflict are needed: with everything else let go there is still no plan,
and without any one of them there is one, as far as no other conflict stands in the way.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from tiny import PERSON, TINY, jan


class Case(NamedTuple):
    """An edited tiny station that has no plan."""

    name: str
    edits: dict[str, Any]
    conflicts: tuple[frozenset[str], ...]
    """One set of premises for each conflict; no two have one in common."""
    why: str
    """What a planner would say."""
    also: tuple[frozenset[str], ...] = ()
    """Other sets that would be as right for the one conflict."""


class RealCase(NamedTuple):
    """An edited scenario of `scenarios` that has no plan."""

    name: str
    path: str
    flags: tuple[tuple[str, str], ...]
    conflicts: tuple[frozenset[str], ...]
    why: str
    also: tuple[frozenset[str], ...] = ()


def cannot_hold(*premises: str) -> frozenset[str]:
    """Premises that cannot hold together."""
    return frozenset(premises)


HAS_TO_FLY = "vehicles.Finch.may_cancel"
WINDOWS = "vehicles.Finch.modes.crewed.windows"
RELIEF = "vehicles.Finch.relieves.Wren"

LIFE_IS_A_MUST = {"rules.vehicle-within-its-life": "must"}
ONE_PORT = {"ports": {"north": TINY["ports"]["north"]}}
WREN_ALONE = {
    "vehicles": {"Wren": TINY["vehicles"]["Wren"]},
    "people": {who: TINY["people"][who] for who in ("Ana", "Boris")},
}
"""No other ship is known, and nobody else comes."""

GULL = {
    "ports.west": {"accepts": ["ring"]},
    "pads.cliff": {},
    "vehicles.Gull": {
        "type": "boat",
        "pad": "cliff",
        "planned": jan(6),
        "modes": {"crewed": {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Dora"]}},
    },
    "people.Dora": {"agency": "Tiny", "up": "Gull"},
}
"""A third ship, with a pad and a port of its own."""

THIRD_ABOARD = {"people.Dora": {**PERSON, "seat": "station"}}
"""Somebody who came with Wren and whose liner waits on the station."""

ARK = {
    "vehicle_types.ark": {**TINY["vehicle_types"]["boat"], "needs": ["suit"]},
    "vehicles.Finch.type": "ark",
}
"""Finch is of another type, whose seats need a suit."""

FROM_THE_8TH = {"vehicles.Wren.undock": f"{jan(8)}.."}
UNUSABLE = {"vehicles.Wren.conditions": {jan(1): {"state": "unusable"}}}
UNSAFE = {"vehicles.Wren.conditions": {jan(1): {"state": "emergency-only"}}}
WREN_ON_THE_8TH = {"pins.Wren on the 8th": {"vehicle": "Wren", "undock": jan(8)}}
FINCH_ON_THE_4TH = {"pins.Finch on the 4th": {"vehicle": "Finch", "launch": jan(4)}}
WREN_STAYS = {"pins.Wren stays": {"vehicle": "Wren", "stays": True}}
ANA_STAYS = {"pins.Ana stays": {"person": "Ana", "stays": True}}
BORIS_STAYS = {"pins.Boris stays": {"person": "Boris", "stays": True}}
ANA_AT_THE_HELM = {"people.Ana.skills": ["helm"]}


def storm(first: int, last: int) -> dict[str, Any]:
    """The beach cannot launch from one day to another."""
    return {"pads.beach.outages.storm": {"during": f"{jan(first)}..{jan(last)}"}}


def doubt(first: int, last: int) -> dict[str, Any]:
    """No boat is launched from one day to another."""
    during = f"{jan(first)}..{jan(last)}"
    return {"groundings.doubt": {"families": ["boat"], "during": during}}


def flood(first: int, last: int) -> dict[str, Any]:
    """Nothing lands in the steppe from one day to another."""
    return {"landing_sites.steppe.closures.flood": {"during": f"{jan(first)}..{jan(last)}"}}


PORTS = (
    Case(
        "the only port stays taken",
        {**ONE_PORT, **WREN_STAYS},
        (cannot_hold("pins.Wren stays", "ports (ring)", HAS_TO_FLY),),
        "Because Wren is to stay at the only port and Finch has to come, there is nowhere for "
        "Finch to dock.",
    ),
    Case(
        "the other port takes another mechanism",
        {"ports.south.accepts": ["hook"], **FROM_THE_8TH, **FINCH_ON_THE_4TH},
        (cannot_hold("pins.Finch on the 4th", "vehicles.Wren.undock", "ports (ring)"),),
        "Because Finch docks on the 5th and Wren cannot leave the only port with a ring before the "
        "8th, Finch finds no port.",
    ),
    Case(
        "the other port is for barges",
        {
            "vehicle_types.barge": {**TINY["vehicle_types"]["boat"], "family": "barge"},
            "ports.south.types": ["barge"],
            **FROM_THE_8TH,
            **FINCH_ON_THE_4TH,
        },
        (
            cannot_hold(
                "pins.Finch on the 4th",
                "vehicles.Wren.undock",
                "ports.south.types",
                "ports (ring)",
            ),
        ),
        "Because Finch docks on the 5th, Wren is at north until the 8th and south takes barges "
        "only, Finch finds no port.",
    ),
    Case(
        "the other port is under repair",
        {
            "ports.south.closures.repair": {"during": f"{jan(1)}..{jan(10)}"},
            **FROM_THE_8TH,
            **FINCH_ON_THE_4TH,
        },
        (
            cannot_hold(
                "pins.Finch on the 4th",
                "vehicles.Wren.undock",
                "ports.south.closures.repair",
                "ports (ring)",
            ),
        ),
        "Because Finch docks on the 5th, Wren is at north until the 8th and south is under repair, "
        "Finch finds no port.",
    ),
    Case(
        "a ship may use only the port that is taken",
        {"vehicles.Finch.ports": ["north"], **FROM_THE_8TH, **FINCH_ON_THE_4TH},
        (cannot_hold("pins.Finch on the 4th", "vehicles.Wren.undock", "vehicles.Finch.ports"),),
        "Because Finch docks on the 5th, at north and nowhere else, and Wren is there until the "
        "8th, Finch cannot dock.",
    ),
    Case(
        "a port needs more days between two ships",
        {
            **ONE_PORT,
            "station.turn_round": "3d",
            "pins.Wren on the 7th": {"vehicle": "Wren", "undock": jan(7)},
            "pins.Finch on the 8th": {"vehicle": "Finch", "launch": jan(8)},
        },
        (
            cannot_hold(
                "pins.Wren on the 7th",
                "pins.Finch on the 8th",
                "station.turn_round",
                "ports (ring)",
            ),
        ),
        "Because Wren leaves the only port on the 7th, Finch docks on the 9th and three days have "
        "to lie between, Finch comes a day too soon.",
    ),
    Case(
        "a direct handover has only one port",
        {**ONE_PORT, "vehicles.Finch.relieves": {"Wren": {"overlap": "2d"}}},
        (cannot_hold("ports (ring)", RELIEF, HAS_TO_FLY),),
        "Because Finch has to come, needs the only port and may not dock later than two days "
        "before Wren leaves it, neither of them can move first.",
    ),
    Case(
        "a port closes while a ship is there",
        {"ports.north.closures.repair": {"during": f"{jan(4)}..{jan(6)}"}, **FROM_THE_8TH},
        (cannot_hold("ports.north.closures.repair", "vehicles.Wren.undock"),),
        "Because north is closed from the 4th and Wren, which is there, cannot leave before the "
        "8th, Wren is at a closed port.",
    ),
    Case(
        "a ship is moved to a port as another docks there",
        {
            "vehicles.Wren.relocations": {jan(4): "south"},
            "pins.Finch at south": {"vehicle": "Finch", "port": "south", "launch": jan(3)},
            **FROM_THE_8TH,
        },
        (cannot_hold("vehicles.Wren.relocations", "pins.Finch at south", "vehicles.Wren.undock"),),
        "Because Wren is moved to south on the 4th, does not leave before the 8th and Finch docks "
        "at south on the 4th, both are at one port.",
    ),
)

LIVES = (
    Case(
        "the relief comes after the end of the life",
        {
            **LIFE_IS_A_MUST,
            "vehicles.Wren.life": {"limit": "35d"},
            "vehicles.Finch.relieves": {"Wren": {"overlap": "2d"}},
            "vehicles.Finch.planned": jan(5),
            WINDOWS: f"{jan(5)}..{jan(9)}",
        },
        (cannot_hold("vehicles.Wren.life", RELIEF, WINDOWS, HAS_TO_FLY),),
        "Because Wren has to land by the 5th and its relief, which flies in any case, cannot be "
        "launched before the 5th, Wren cannot wait for the two days of handover.",
    ),
    Case(
        "the relief is pinned too late for the life",
        {
            **LIFE_IS_A_MUST,
            "vehicles.Wren.life": {"limit": "38d"},
            "vehicles.Finch.relieves": {"Wren": {"overlap": "3d"}},
            "pins.Finch on the 6th": {"vehicle": "Finch", "launch": jan(6)},
        },
        (cannot_hold("vehicles.Wren.life", RELIEF, "pins.Finch on the 6th"),),
        "Because Finch docks on the 7th and three days of handover end on the 10th, Wren leaves "
        "two days after the end of its life.",
    ),
    Case(
        "a pinned departure is after the end of the life",
        {
            **LIFE_IS_A_MUST,
            "vehicles.Wren.life": {"limit": "35d"},
            "pins.Wren on the 7th": {"vehicle": "Wren", "undock": jan(7)},
        },
        (cannot_hold("vehicles.Wren.life", "pins.Wren on the 7th"),),
        "Because Wren has to land by the 5th and is pinned to leave on the 7th, it is two days "
        "past its life.",
    ),
    Case(
        "a life ends and nobody is to fly the ship home",
        {
            **WREN_ALONE,
            **LIFE_IS_A_MUST,
            "vehicles.Wren.life": {"limit": "38d"},
            **ANA_STAYS,
            **BORIS_STAYS,
        },
        (
            cannot_hold(
                "vehicles.Wren.life",
                "pins.Ana stays",
                "pins.Boris stays",
                "vehicle_types.boat.flies_empty",
            ),
        ),
        "Because Wren has to land by the 8th, cannot fly empty and both who are aboard are to "
        "stay, nobody takes it home.",
    ),
    Case(
        "a life ends while the landing site is closed",
        {**LIFE_IS_A_MUST, "vehicles.Wren.life": {"limit": "37d"}, **flood(1, 8)},
        (cannot_hold("vehicles.Wren.life", "landing_sites.steppe.closures.flood"),),
        "Because Wren has to leave by the 7th and the steppe is under water until the 8th, there "
        "is no place for it to land in time.",
    ),
)

STAFF = (
    Case(
        "the only one at the helm has to land",
        {
            **ANA_AT_THE_HELM,
            "station.skills.helm.least": 1,
            "people.Ana.return_window": f"..{jan(6)}",
        },
        (cannot_hold("people.Ana.return_window", "station.skills.helm.least"),),
        "Because Ana alone can take the helm and has to land by the 6th, nobody is at the helm "
        "after that.",
    ),
    Case(
        "the next at the helm docks after the first has left",
        {
            **ANA_AT_THE_HELM,
            "people.Cleo.skills": ["helm"],
            "station.skills.helm.least": 1,
            "people.Ana.return_window": f"..{jan(4)}",
            WINDOWS: f"{jan(4)}..{jan(9)}",
        },
        (cannot_hold("people.Ana.return_window", "station.skills.helm.least", WINDOWS),),
        "Because Ana has to land by the 4th and Cleo cannot dock before the 5th, nobody is at the "
        "helm on the 4th.",
    ),
    Case(
        "both at the helm ride home in one ship",
        {
            "vehicles": {
                "Wren": TINY["vehicles"]["Wren"],
                "Heron": {**TINY["vehicles"]["Wren"], "port": "south"},
            },
            "people.Cleo": {**PERSON, "up": "Heron", "seat": "Heron", "home": "Heron"},
            **ANA_AT_THE_HELM,
            "people.Cleo.skills": ["helm"],
            "station.skills.helm.after_departure": 1,
            "pins.Ana on Heron": {"person": "Ana", "home": "Heron"},
            "pins.Cleo on Heron": {"person": "Cleo", "home": "Heron"},
        },
        (
            cannot_hold(
                "pins.Ana on Heron",
                "pins.Cleo on Heron",
                "station.skills.helm.after_departure",
            ),
        ),
        "Because Ana and Cleo, who alone can take the helm, both ride home in Heron, nobody would "
        "be at the helm if Heron left.",
    ),
    Case(
        "fewer are aboard than are needed",
        {"station.crew.least": 3},
        (cannot_hold("station.crew.least"),),
        "Because three have to be aboard on every day and there are two on the first, it is too "
        "late for that.",
    ),
    Case(
        "who remains alone is one too few",
        {
            "station.crew.least": 2,
            "pins.Ana by the 8th": {"person": "Ana", "returns": f"..{jan(8)}"},
            "pins.Boris by the 8th": {"person": "Boris", "returns": f"..{jan(8)}"},
        },
        (cannot_hold("pins.Ana by the 8th", "pins.Boris by the 8th", "station.crew.least"),),
        "Because Ana and Boris are to land by the 8th and nobody but Cleo comes, there is one "
        "aboard where two are needed.",
    ),
    Case(
        "the old crew has to go before the new one docks",
        {
            "station.crew.least": 1,
            "people.Ana.stay": {"limit": "35d"},
            "people.Boris.stay": {"limit": "35d"},
            "vehicles.Finch.planned": jan(5),
            WINDOWS: f"{jan(5)}..{jan(9)}",
        },
        (cannot_hold("people.Ana.stay", "people.Boris.stay", "station.crew.least", WINDOWS),),
        "Because the stays of Ana and Boris end on the 5th and Finch cannot dock before the 6th, "
        "nobody is aboard on the 5th.",
    ),
)

DEADLINES = (
    Case(
        "no ship leaves before a medical deadline",
        {**WREN_ALONE, "people.Ana.return_window": f"..{jan(5)}", **FROM_THE_8TH},
        (cannot_hold("people.Ana.return_window", "vehicles.Wren.undock"),),
        "Because Ana has to land by the 5th and the only ship cannot leave before the 8th, she is "
        "three days late.",
    ),
    Case(
        "the ship that could help docks after the deadline",
        {"people.Ana.return_window": f"..{jan(4)}", **UNSAFE, WINDOWS: f"{jan(4)}..{jan(9)}"},
        (cannot_hold("people.Ana.return_window", f"vehicles.Wren.conditions.{jan(1)}", WINDOWS),),
        "Because Ana has to land by the 4th, Wren is not safe to land in and Finch cannot dock "
        "before the 5th, no ship takes her home in time.",
    ),
    Case(
        "a storm holds back the ship that could help",
        {"people.Ana.return_window": f"..{jan(5)}", **UNSAFE, **storm(1, 4)},
        (
            cannot_hold(
                "people.Ana.return_window",
                f"vehicles.Wren.conditions.{jan(1)}",
                "pads.beach.outages.storm",
            ),
        ),
        "Because Ana has to land by the 5th, Wren is not safe to land in and Finch waits for the "
        "end of the storm on the 4th, no ship takes her home in time.",
    ),
    Case(
        "a departure takes too long to prepare",
        {
            **WREN_ALONE,
            "people.Ana.return_window": f"..{jan(5)}",
            "vehicle_types.boat.prepare_departure": "5d",
        },
        (cannot_hold("people.Ana.return_window", "vehicle_types.boat.prepare_departure"),),
        "Because Ana has to land by the 5th and the only ship cannot be ready to leave before the "
        "6th, she is a day late.",
    ),
    Case(
        "neither ship is safe to land in",
        {
            "people.Ana.return_window": f"..{jan(8)}",
            **UNSAFE,
            "vehicles.Finch.conditions": {jan(1): {"state": "empty-return-only"}},
        },
        (
            cannot_hold(
                "people.Ana.return_window",
                f"vehicles.Wren.conditions.{jan(1)}",
                f"vehicles.Finch.conditions.{jan(1)}",
            ),
        ),
        "Because Ana has to land by the 8th, Wren is for emergencies only and Finch may return "
        "only empty, no ship takes her home.",
    ),
)

SEATS = (
    Case(
        "the liner does not fit the ship that is left",
        {
            **ARK,
            **UNUSABLE,
            "people.Boris.gear": ["liner"],
            "people.Boris.return_window": f"..{jan(8)}",
        },
        (
            cannot_hold(
                "people.Boris.return_window",
                f"vehicles.Wren.conditions.{jan(1)}",
                "people.Boris.gear",
            ),
        ),
        "Because Boris has to land by the 8th, Wren is unusable and he has a liner where Finch "
        "needs a suit, no seat takes him home.",
    ),
    Case(
        "the training does not fit the ship that is left",
        {
            **ARK,
            **UNUSABLE,
            "people.Boris.gear": ["liner", "suit"],
            "people.Boris.trained": ["boat"],
            "people.Boris.return_window": f"..{jan(8)}",
        },
        (
            cannot_hold(
                "people.Boris.return_window",
                f"vehicles.Wren.conditions.{jan(1)}",
                "people.Boris.trained",
            ),
        ),
        "Because Boris has to land by the 8th, Wren is unusable and he is not trained for Finch, "
        "no seat takes him home.",
    ),
    Case(
        "a ship is ready for other liners too late",
        {
            **UNUSABLE,
            "vehicles.Finch.reseat_from": jan(9),
            "people.Boris.return_window": f"..{jan(8)}",
        },
        (
            cannot_hold(
                "people.Boris.return_window",
                f"vehicles.Wren.conditions.{jan(1)}",
                "vehicles.Finch.reseat_from",
            ),
        ),
        "Because Boris has to land by the 8th, Wren is unusable and no liner is moved into Finch "
        "before the 9th, he cannot ride home in either.",
    ),
    Case(
        "there is one seat for two who have to land",
        {
            **UNUSABLE,
            "vehicles.Finch.seats": 1,
            "people.Ana.return_window": f"..{jan(8)}",
            "people.Boris.return_window": f"..{jan(8)}",
        },
        (
            cannot_hold(
                "people.Ana.return_window",
                "people.Boris.return_window",
                f"vehicles.Wren.conditions.{jan(1)}",
                "vehicles.Finch.seats",
            ),
        ),
        "Because Ana and Boris both have to land by the 8th, Wren is unusable and Finch has one "
        "seat, one of them stays behind.",
    ),
    Case(
        "three are to go home on two seats",
        {f"pins.{who} on Wren": {"person": who, "home": "Wren"} for who in TINY["people"]},
        (
            cannot_hold(
                "pins.Ana on Wren", "pins.Boris on Wren", "pins.Cleo on Wren", "vehicles.Wren.seats"
            ),
        ),
        "Because Ana, Boris and Cleo are all to go home on Wren and it has two seats, one of them "
        "has none.",
    ),
    Case(
        "an improvised place is no ride home",
        {
            "vehicles.Wren.improvised": {"places": 1},
            **{f"pins.{who} on Wren": {"person": who, "home": "Wren"} for who in TINY["people"]},
        },
        (
            cannot_hold(
                "pins.Ana on Wren",
                "pins.Boris on Wren",
                "pins.Cleo on Wren",
                "vehicles.Wren.seats",
                "vehicles.Wren.improvised",
            ),
        ),
        "Because Ana, Boris and Cleo are all to go home on Wren, which has two seats, and its "
        "improvised place is for emergencies only, one of them has no ride.",
    ),
    Case(
        "somebody stays when the only ship is given up",
        {
            **WREN_ALONE,
            "rules.everyone-has-a-seat": "must",
            "vehicles.Wren.conditions": {jan(3): {"state": "unusable"}},
            **ANA_STAYS,
        },
        (
            cannot_hold(
                "pins.Ana stays",
                f"vehicles.Wren.conditions.{jan(3)}",
                "rules.everyone-has-a-seat",
            ),
        ),
        "Because Ana is to stay, the only ship is unusable from the 3rd and everybody has to have "
        "a place, she has none.",
    ),
    Case(
        "three are aboard and two have a seat",
        {**WREN_ALONE, **THIRD_ABOARD, "rules.everyone-has-a-seat": "must"},
        (cannot_hold("vehicles.Wren.seats", "rules.everyone-has-a-seat"),),
        "Because three are aboard, the only ship has two seats and everybody has to have a place, "
        "one of them has none.",
    ),
    Case(
        "somebody stays with a liner that fits no ship there",
        {
            **ARK,
            **LIFE_IS_A_MUST,
            "rules.everyone-has-a-seat": "must",
            "vehicles.Wren.life": {"limit": "38d"},
            "people.Ana.gear": ["liner"],
            **ANA_STAYS,
        },
        (
            cannot_hold(
                "pins.Ana stays",
                "vehicles.Wren.life",
                "people.Ana.gear",
                "rules.everyone-has-a-seat",
            ),
        ),
        "Because Ana is to stay, Wren has to land by the 8th, her liner does not fit Finch and "
        "everybody has to have a place, she has none after that.",
    ),
    Case(
        "somebody is to leave from the seat of another ship",
        {
            "pins.Boris in Finch": {"person": "Boris", "seat": "Finch", "during": jan(7)},
            "pins.Boris on Wren": {"person": "Boris", "home": "Wren"},
            **WREN_ON_THE_8TH,
        },
        (
            cannot_hold(
                "pins.Boris in Finch",
                "pins.Boris on Wren",
                "pins.Wren on the 8th",
                "rules.home-on-a-sound-seat",
            ),
        ),
        "Because Boris sits in Finch on the 7th, goes home on Wren on the 8th and whoever leaves "
        "has to sit in that ship the day before, he would have to sit in both.",
    ),
)

LAUNCHES = (
    Case(
        "a pad is out of use all along",
        storm(1, 10),
        (cannot_hold(HAS_TO_FLY, "pads.beach.outages.storm"),),
        "Because Finch may not be cancelled and its pad cannot launch on any day, it cannot fly.",
    ),
    Case(
        "a pad is out of use for all of a window",
        storm(2, 9),
        (cannot_hold(HAS_TO_FLY, "pads.beach.outages.storm", WINDOWS),),
        "Because Finch may not be cancelled and its pad is out of use for as long as its window is "
        "open, it cannot fly.",
    ),
    Case(
        "a family is grounded all along",
        doubt(1, 10),
        (cannot_hold(HAS_TO_FLY, "groundings.doubt"),),
        "Because Finch may not be cancelled and no boat may be launched, it cannot fly.",
    ),
    Case(
        "a ship is pinned to fly while it is grounded",
        {**doubt(1, 5), "pins.Finch by the 5th": {"vehicle": "Finch", "launch": f"..{jan(5)}"}},
        (cannot_hold("pins.Finch by the 5th", "groundings.doubt"),),
        "Because Finch is to be launched by the 5th and no boat may be launched before the 6th, it "
        "is a day late.",
    ),
    Case(
        "somebody is promised a flight of a grounded family",
        {
            **doubt(1, 10),
            "vehicles.Finch.may_cancel": True,
            "pins.Cleo on Finch": {"person": "Cleo", "up": "Finch"},
        },
        (cannot_hold("pins.Cleo on Finch", "groundings.doubt"),),
        "Because Cleo is to come up on Finch and no boat may be launched, she cannot.",
    ),
    Case(
        "two launches are too close for one pad",
        {
            **GULL,
            "vehicles.Gull.pad": "beach",
            "pads.beach.gap": "3d",
            **FINCH_ON_THE_4TH,
            "pins.Gull on the 6th": {"vehicle": "Gull", "launch": jan(6)},
        },
        (cannot_hold("pins.Finch on the 4th", "pins.Gull on the 6th", "pads.beach.gap"),),
        "Because Finch and Gull are launched from the beach on the 4th and the 6th and it needs "
        "three days between two launches, one of them comes too soon.",
    ),
    Case(
        "two boats are too close for one pad",
        {
            **GULL,
            "vehicles.Gull.pad": "beach",
            "pads.beach.gap": "1d",
            "pads.beach.gaps.boats": {"before": ["boat"], "after": ["boat"], "gap": "3d"},
            **FINCH_ON_THE_4TH,
            "pins.Gull on the 6th": {"vehicle": "Gull", "launch": jan(6)},
        },
        (cannot_hold("pins.Finch on the 4th", "pins.Gull on the 6th", "pads.beach.gaps.boats"),),
        "Because Finch and Gull are launched from the beach on the 4th and the 6th and it needs "
        "three days between two boats, one of them comes too soon.",
    ),
    Case(
        "a flight has to wait for one that is pinned",
        {
            **GULL,
            "vehicles.Finch.modes.crewed.after": {"Gull": "3d"},
            "pins.Gull on the 4th": {"vehicle": "Gull", "launch": jan(4)},
            "pins.Finch by the 6th": {"vehicle": "Finch", "launch": f"..{jan(6)}"},
        },
        (
            cannot_hold(
                "pins.Gull on the 4th",
                "pins.Finch by the 6th",
                "vehicles.Finch.modes.crewed.after.Gull",
            ),
        ),
        "Because Gull is launched on the 4th and Finch has to follow it by three days, Finch "
        "cannot be launched by the 6th.",
    ),
    Case(
        "a ship cannot be ready for its pin",
        {
            "vehicles.Finch.modes.crewed.lead": "4d",
            "pins.Finch by the 3rd": {"vehicle": "Finch", "launch": f"..{jan(3)}"},
        },
        (cannot_hold("pins.Finch by the 3rd", "vehicles.Finch.modes.crewed.lead"),),
        "Because Finch is ordered for the 4th and anything sooner takes four days to get ready, it "
        "cannot be launched by the 3rd.",
    ),
    Case(
        "a board meets after the pinned launch",
        {
            "investigations.board.expected": jan(7),
            "vehicles.Finch.modes.crewed.gate": "board",
            "pins.Finch by the 6th": {"vehicle": "Finch", "launch": f"..{jan(6)}"},
        },
        (cannot_hold("pins.Finch by the 6th", "investigations.board"),),
        "Because the board that has to release Finch meets on the 7th, it cannot be launched by "
        "the 6th.",
    ),
    Case(
        "a ship cannot be ready so soon after the board",
        {
            "investigations.board.expected": jan(4),
            "vehicles.Finch.modes.crewed.gate": "board",
            "vehicles.Finch.modes.crewed.lead": "4d",
            "pins.Finch by the 6th": {"vehicle": "Finch", "launch": f"..{jan(6)}"},
        },
        (
            cannot_hold(
                "pins.Finch by the 6th",
                "investigations.board",
                "vehicles.Finch.modes.crewed.lead",
            ),
        ),
        "Because the board meets on the 4th and Finch takes four days to get ready after it, it "
        "cannot be launched by the 6th.",
    ),
    Case(
        "nobody of the crew can fly the ship up",
        {"station.skills.helm": {}, "vehicles.Finch.crew_skills": {"up": ["helm"]}},
        (cannot_hold(HAS_TO_FLY, "vehicles.Finch.crew_skills.up"),),
        "Because Finch may not be cancelled, needs somebody at the helm on the way up and Cleo "
        "cannot take it, nobody flies it.",
    ),
)

PINS = (
    Case(
        "one ship is pinned to two launch dates",
        {
            **FINCH_ON_THE_4TH,
            "pins.Finch from the 6th": {"vehicle": "Finch", "launch": f"{jan(6)}.."},
        },
        (cannot_hold("pins.Finch on the 4th", "pins.Finch from the 6th"),),
        "Because Finch is to be launched on the 4th and no sooner than the 6th, it cannot be both.",
    ),
    Case(
        "somebody is to go home on two ships",
        {
            "pins.Ana on Wren": {"person": "Ana", "home": "Wren"},
            "pins.Ana on Finch": {"person": "Ana", "home": "Finch"},
        },
        (cannot_hold("pins.Ana on Wren", "pins.Ana on Finch"),),
        "Because Ana is to go home on Wren and on Finch, it cannot be both.",
    ),
    Case(
        "a ship that stays is to take somebody home",
        {**WREN_STAYS, "pins.Ana on Wren": {"person": "Ana", "home": "Wren"}},
        (cannot_hold("pins.Wren stays", "pins.Ana on Wren"),),
        "Because Wren is to stay and Ana is to go home on it, she goes nowhere.",
    ),
    Case(
        "a flight that is called off is to bring somebody",
        {
            "vehicles.Finch.may_cancel": True,
            "pins.no Finch": {"vehicle": "Finch", "flies": False},
            "pins.Cleo on Finch": {"person": "Cleo", "up": "Finch"},
        },
        (cannot_hold("pins.no Finch", "pins.Cleo on Finch"),),
        "Because Finch is not to fly and Cleo is to come up on it, she cannot come.",
    ),
    Case(
        "a flight that may not be cancelled is called off",
        {"pins.no Finch": {"vehicle": "Finch", "flies": False}},
        (cannot_hold("pins.no Finch", HAS_TO_FLY),),
        "Because Finch is not to fly and may not be cancelled, it is wrong either way.",
    ),
    Case(
        "somebody is to land before the only ship leaves",
        {
            **WREN_ALONE,
            "pins.Ana by the 5th": {"person": "Ana", "returns": f"..{jan(5)}"},
            **WREN_ON_THE_8TH,
        },
        (cannot_hold("pins.Ana by the 5th", "pins.Wren on the 8th"),),
        "Because Ana is to land by the 5th and the only ship is to leave on the 8th, she is three "
        "days late.",
    ),
    Case(
        "a ship is pinned to leave when it cannot",
        {"vehicles.Wren.conditions": {jan(3): {"state": "unusable"}}, **WREN_ON_THE_8TH},
        (cannot_hold("pins.Wren on the 8th", f"vehicles.Wren.conditions.{jan(3)}"),),
        "Because Wren is to leave on the 8th and is unusable from the 3rd, it cannot leave.",
    ),
    Case(
        "somebody without a pilot is to go home",
        {
            "station.skills.helm": {},
            **ANA_AT_THE_HELM,
            "vehicles.Wren.crew_skills": {"down": ["helm"]},
            "pins.Ana on Finch": {"person": "Ana", "home": "Finch"},
            "pins.Boris on Wren": {"person": "Boris", "home": "Wren"},
        },
        (cannot_hold("pins.Ana on Finch", "pins.Boris on Wren", "vehicles.Wren.crew_skills.down"),),
        "Because Boris is to go home on Wren, which needs somebody at the helm, and Ana, who alone "
        "can take it, rides in Finch, nobody flies him home.",
    ),
    Case(
        "the pilot stays and a patient has to land",
        {
            **WREN_ALONE,
            "station.skills.helm": {},
            **ANA_AT_THE_HELM,
            "vehicles.Wren.crew_skills": {"down": ["helm"]},
            "people.Boris.return_window": f"..{jan(7)}",
            **ANA_STAYS,
        },
        (
            cannot_hold(
                "pins.Ana stays", "people.Boris.return_window", "vehicles.Wren.crew_skills.down"
            ),
        ),
        "Because Boris has to land by the 7th in the only ship, which needs somebody at the helm, "
        "and Ana, who alone can take it, is to stay, nobody flies him home.",
    ),
)

CROWDS = (
    Case(
        "more are aboard than are allowed",
        {"station.crew.most": 1},
        (cannot_hold("station.crew.most"),),
        "Because one may be aboard and there are two on the first day, that is broken already.",
    ),
    Case(
        "the next crew comes before there is room",
        {"station.crew.most": 2, **FROM_THE_8TH, **FINCH_ON_THE_4TH},
        (cannot_hold("station.crew.most", "vehicles.Wren.undock", "pins.Finch on the 4th"),),
        "Because Finch brings a third on the 5th and nobody can leave in Wren before the 8th, "
        "there are more aboard than two.",
    ),
    Case(
        "two crews are aboard together for too long",
        {
            "station.crew.long_term": 2,
            "station.crew.above_long_term": "2d",
            **FROM_THE_8TH,
            "pins.Finch comes and stays": {"vehicle": "Finch", "launch": jan(4), "stays": True},
        },
        (
            cannot_hold(
                "station.crew.above_long_term",
                "vehicles.Wren.undock",
                "pins.Finch comes and stays",
            ),
        ),
        "Because Finch brings a third on the 5th and stays and Wren cannot leave before the 8th, "
        "three are aboard for three days where two days are allowed.",
    ),
)

HANDOVERS = (
    Case(
        "a handover is a day too short",
        {
            "vehicles.Finch.relieves": {"Wren": {"overlap": "4d"}},
            **WREN_ON_THE_8TH,
            **FINCH_ON_THE_4TH,
        },
        (cannot_hold("pins.Wren on the 8th", "pins.Finch on the 4th", RELIEF),),
        "Because Finch docks on the 5th and Wren leaves on the 8th, there are three days for a "
        "handover of four.",
    ),
    Case(
        "an indirect handover comes too late",
        {
            "vehicles.Finch.relieves": {"Wren": {"indirect": "1d"}},
            "pins.Wren on the 5th": {"vehicle": "Wren", "undock": jan(5)},
            "pins.Finch on the 6th": {"vehicle": "Finch", "launch": jan(6)},
        },
        (cannot_hold("pins.Wren on the 5th", "pins.Finch on the 6th", RELIEF),),
        "Because Wren leaves on the 5th and Finch docks on the 7th, it follows after two days "
        "where one is allowed.",
    ),
)

LANDINGS = (
    Case(
        "no site is open before a medical deadline",
        {"people.Ana.return_window": f"..{jan(8)}", **flood(1, 9)},
        (cannot_hold("people.Ana.return_window", "landing_sites.steppe.closures.flood"),),
        "Because Ana has to land by the 8th and the steppe, where every boat lands, is under water "
        "until the 9th, she cannot.",
    ),
    Case(
        "both sites are closed on the pinned day",
        {
            **flood(7, 9),
            "landing_sites.desert.closures.sand": {"during": f"{jan(8)}..{jan(10)}"},
            **WREN_ON_THE_8TH,
        },
        (
            cannot_hold(
                "pins.Wren on the 8th",
                "landing_sites.steppe.closures.flood",
                "landing_sites.desert.closures.sand",
            ),
        ),
        "Because Wren is to leave on the 8th and both the steppe and the desert are closed as it "
        "comes down, there is no place for it to land.",
    ),
)

INSPECTIONS = (
    Case(
        "a ship is released after a medical deadline",
        {
            **WREN_ALONE,
            "investigations.inspection.expected": jan(8),
            "vehicles.Wren.conditions": {
                jan(1): {"state": "emergency-only"},
                jan(2): {"state": "sound", "gate": "inspection"},
            },
            "people.Ana.return_window": f"..{jan(8)}",
        },
        (
            cannot_hold(
                "people.Ana.return_window",
                f"vehicles.Wren.conditions.{jan(1)}",
                "investigations.inspection",
            ),
        ),
        "Because Ana has to land by the 8th, the only ship is for emergencies only and the "
        "inspection that may release it ends on the 8th, she cannot leave before the 9th.",
    ),
    Case(
        "a third place is approved after three have to land",
        {
            **WREN_ALONE,
            **THIRD_ABOARD,
            "investigations.board.expected": jan(9),
            "vehicles.Wren.improvised": {"places": 1, "gate": "board", "ride_home": True},
            **{f"people.{who}.return_window": f"..{jan(6)}" for who in ("Ana", "Boris", "Dora")},
        },
        (
            cannot_hold(
                "people.Ana.return_window",
                "people.Boris.return_window",
                "people.Dora.return_window",
                "vehicles.Wren.seats",
                "vehicles.Wren.improvised",
                "investigations.board",
            ),
        ),
        "Because three have to land by the 6th, the only ship has two seats and the board decides "
        "about a third place on the 9th, one of them has no ride.",
    ),
)

SUPPLIES = (
    Case(
        "the water runs out before the ship may leave",
        {
            **WREN_ALONE,
            "station.supplies.water": {"unit": "l", "stock": 10, "use": 1},
            **FROM_THE_8TH,
        },
        (cannot_hold("station.supplies.water", "vehicles.Wren.undock"),),
        "Because two people have water for five days and cannot leave before the 8th, it runs out.",
    ),
    Case(
        "the air is gone before the ship may leave",
        {
            **WREN_ALONE,
            "station.supplies.air": {"unit": "l", "stock": 99, "use": 1, "gone_from": jan(7)},
            **FROM_THE_8TH,
        },
        (cannot_hold("station.supplies.air.gone_from", "vehicles.Wren.undock"),),
        "Because nobody may be aboard from the 7th and the only ship cannot leave before the 8th, "
        "they are there a day too long.",
    ),
    Case(
        "a storm holds back the water",
        {
            "station.supplies.water": {"unit": "l", "stock": 8, "use": 1},
            "vehicles.Finch.delivers": {"water": 20},
            **FROM_THE_8TH,
            **storm(1, 5),
        },
        (
            cannot_hold(
                "station.supplies.water", "vehicles.Wren.undock", "pads.beach.outages.storm"
            ),
        ),
        "Because there is water up to the 4th, nobody can leave in Wren before the 8th and the "
        "storm lets Finch bring more on the 7th at the earliest, it runs out.",
    ),
)

STAYS = (
    Case(
        "a stay ends before the ship may leave",
        {**WREN_ALONE, "people.Ana.stay": {"limit": "35d"}, **FROM_THE_8TH},
        (cannot_hold("people.Ana.stay", "vehicles.Wren.undock"),),
        "Because Ana's stay ends on the 5th and the only ship cannot leave before the 8th, she "
        "stays too long.",
    ),
    Case(
        "a pinned landing is after the end of a stay",
        {
            "people.Ana.stay": {"limit": "38d"},
            "pins.Ana from the 10th": {"person": "Ana", "returns": f"{jan(10)}.."},
        },
        (cannot_hold("people.Ana.stay", "pins.Ana from the 10th"),),
        "Because Ana's stay ends on the 8th and she is to land no sooner than the 10th, she stays "
        "too long.",
    ),
)

SEVERAL = (
    Case(
        "one ship is pinned past its life and the other before it is ready",
        {
            **LIFE_IS_A_MUST,
            "vehicles.Wren.life": {"limit": "35d"},
            "pins.Wren on the 7th": {"vehicle": "Wren", "undock": jan(7)},
            "vehicles.Finch.modes.crewed.lead": "4d",
            "pins.Finch by the 3rd": {"vehicle": "Finch", "launch": f"..{jan(3)}"},
        },
        (
            cannot_hold("vehicles.Wren.life", "pins.Wren on the 7th"),
            cannot_hold("pins.Finch by the 3rd", "vehicles.Finch.modes.crewed.lead"),
        ),
        "Because Wren has to land by the 5th and is pinned to the 7th, and because Finch cannot be "
        "ready by the 3rd as it is pinned, there are two things to settle.",
    ),
    Case(
        "a pad is out of use and the only one at the helm has to land",
        {
            **storm(1, 10),
            **ANA_AT_THE_HELM,
            "station.skills.helm.least": 1,
            "people.Ana.return_window": f"..{jan(6)}",
        },
        (
            cannot_hold(HAS_TO_FLY, "pads.beach.outages.storm"),
            cannot_hold("people.Ana.return_window", "station.skills.helm.least"),
        ),
        "Because Finch may not be cancelled and cannot be launched, and because Ana alone can take "
        "the helm and has to land by the 6th, there are two things to settle.",
    ),
    Case(
        "a family is grounded and a stay ends before a pinned landing",
        {
            **doubt(1, 5),
            "pins.Finch by the 5th": {"vehicle": "Finch", "launch": f"..{jan(5)}"},
            "people.Ana.stay": {"limit": "38d"},
            "pins.Ana from the 10th": {"person": "Ana", "returns": f"{jan(10)}.."},
        },
        (
            cannot_hold("pins.Finch by the 5th", "groundings.doubt"),
            cannot_hold("people.Ana.stay", "pins.Ana from the 10th"),
        ),
        "Because Finch is to fly by the 5th while no boat may be launched, and because Ana's stay "
        "ends two days before she is to land, there are two things to settle.",
    ),
    Case(
        "nobody can fly one ship up and the other has no place to land",
        {
            "station.skills.helm": {},
            "vehicles.Finch.crew_skills": {"up": ["helm"]},
            **flood(8, 9),
            **WREN_ON_THE_8TH,
        },
        (
            cannot_hold(HAS_TO_FLY, "vehicles.Finch.crew_skills.up"),
            cannot_hold("pins.Wren on the 8th", "landing_sites.steppe.closures.flood"),
        ),
        "Because Finch has to fly and Cleo cannot take its helm, and because Wren is to leave on "
        "the 8th and the steppe is under water as it comes down, there are two things to settle.",
    ),
    Case(
        "too many are aboard and one ship is pinned to two launch dates",
        {
            "station.crew.most": 1,
            **FINCH_ON_THE_4TH,
            "pins.Finch from the 6th": {"vehicle": "Finch", "launch": f"{jan(6)}.."},
        },
        (
            cannot_hold("station.crew.most"),
            cannot_hold("pins.Finch on the 4th", "pins.Finch from the 6th"),
        ),
        "Because two are aboard where one may be, and because Finch is pinned to two dates, there "
        "are two things to settle.",
    ),
    Case(
        "a life, a lead and a stay are each against a pin",
        {
            **LIFE_IS_A_MUST,
            "vehicles.Wren.life": {"limit": "35d"},
            "pins.Wren on the 7th": {"vehicle": "Wren", "undock": jan(7)},
            "vehicles.Finch.modes.crewed.lead": "4d",
            "pins.Finch by the 3rd": {"vehicle": "Finch", "launch": f"..{jan(3)}"},
            "people.Boris.stay": {"limit": "38d"},
            "pins.Boris from the 10th": {"person": "Boris", "returns": f"{jan(10)}.."},
        },
        (
            cannot_hold("vehicles.Wren.life", "pins.Wren on the 7th"),
            cannot_hold("pins.Finch by the 3rd", "vehicles.Finch.modes.crewed.lead"),
            cannot_hold("people.Boris.stay", "pins.Boris from the 10th"),
        ),
        "Because Wren, Finch and Boris are each pinned to what the life of the one, the lead of "
        "the other and his own stay do not allow, there are three things to settle.",
    ),
)

EITHER = (
    Case(
        "a lead and a storm are both against one pin",
        {
            **storm(1, 3),
            "vehicles.Finch.modes.crewed.lead": "4d",
            "pins.Finch by the 3rd": {"vehicle": "Finch", "launch": f"..{jan(3)}"},
        },
        (cannot_hold("pins.Finch by the 3rd", "vehicles.Finch.modes.crewed.lead"),),
        "Because Finch is to be launched by the 3rd and is neither ready by then nor has a pad, it "
        "cannot.",
        also=(cannot_hold("pins.Finch by the 3rd", "pads.beach.outages.storm"),),
    ),
    Case(
        "the only port is taken twice over",
        {**ONE_PORT, **WREN_STAYS, "vehicles.Wren.undock": "2030-01-20.."},
        (cannot_hold("pins.Wren stays", "ports (ring)", HAS_TO_FLY),),
        "Because Wren is to stay at the only port, and may not leave it before the 20th either, "
        "Finch, which has to come, finds no port.",
        also=(cannot_hold("vehicles.Wren.undock", "ports (ring)", HAS_TO_FLY),),
    ),
    Case(
        "a stay and a medical deadline end on one day",
        {
            **WREN_ALONE,
            "people.Ana.stay": {"limit": "35d"},
            "people.Ana.return_window": f"..{jan(5)}",
            **FROM_THE_8TH,
        },
        (cannot_hold("people.Ana.return_window", "vehicles.Wren.undock"),),
        "Because Ana has to land by the 5th, as her stay ends then too, and the only ship cannot "
        "leave before the 8th, she is three days late.",
        also=(cannot_hold("people.Ana.stay", "vehicles.Wren.undock"),),
    ),
)

CASES: tuple[Case, ...] = (
    *PORTS,
    *LIVES,
    *STAFF,
    *DEADLINES,
    *SEATS,
    *LAUNCHES,
    *PINS,
    *CROWDS,
    *HANDOVERS,
    *LANDINGS,
    *INSPECTIONS,
    *SUPPLIES,
    *STAYS,
    *SEVERAL,
    *EITHER,
)

_MS_22 = "scenarios/soyuz-ms-22/2022-12-30.yaml"
_SHENZHOU = "scenarios/shenzhou-20/2025-11-10.yaml"
_STARLINER = "scenarios/starliner-cft/2024-08-24.yaml"

REAL: tuple[RealCase, ...] = (
    RealCase(
        "Rubio has no suit for Crew-6",
        _MS_22,
        (("pin", "Rubio returns on Crew-6"),),
        (cannot_hold("pins.Rubio returns on Crew-6", "people.Rubio.gear"),),
        "Because Rubio is to go home on Crew-6 and has no Dragon suit, no seat there fits him.",
    ),
    RealCase(
        "MS-23 is pinned before its windows open",
        _MS_22,
        (
            # With 13, a crew on MS-23 would be one too many while Crew-6 takes over from Crew-5.
            ("set", "station.crew.most=14"),
            ("pin", "MS-23 launches before 2023-02-18"),
        ),
        (
            cannot_hold(
                "pins.MS-23 launches before 2023-02-18",
                "vehicles.MS-23.modes.crewed.windows",
                "vehicles.MS-23.modes.uncrewed.windows",
            ),
        ),
        "Because MS-23 is to be launched before 18 February and has no window before the 19th in "
        "either mode, it cannot.",
    ),
    RealCase(
        "Soyuz is grounded for all windows of MS-23",
        _MS_22,
        (("ground", "soyuz=2022-12-30..2023-04-30"),),
        (
            cannot_hold(
                "groundings.soyuz",
                "vehicles.MS-23.may_cancel",
                "vehicles.MS-23.modes.crewed.windows",
                "vehicles.MS-23.modes.uncrewed.windows",
            ),
        ),
        "Because MS-23 may not be cancelled, its windows end on 30 April and no Soyuz may be "
        "launched until then, it cannot fly.",
    ),
    RealCase(
        "Soyuz is grounded to the end",
        _MS_22,
        (("ground", "soyuz=2022-12-30..2023-10-31"),),
        (cannot_hold("groundings.soyuz", "vehicles.MS-23.may_cancel"),),
        "Because MS-23 and MS-24 may not be cancelled and no Soyuz may be launched, neither can "
        "fly.",
        also=(cannot_hold("groundings.soyuz", "vehicles.MS-24.may_cancel"),),
    ),
    RealCase(
        "Chen Dong is not trained for Shenzhou-22",
        _SHENZHOU,
        (("pin", "Chen Dong returns on Shenzhou-22"),),
        (cannot_hold("pins.Chen Dong returns on Shenzhou-22", "people.Chen Dong.trained"),),
        "Because Chen Dong is to go home on Shenzhou-22 and is not trained for its new panel, he "
        "cannot ride in it.",
    ),
    RealCase(
        "Starliner is not released for people",
        _STARLINER,
        (("pin", "Wilmore returns on Starliner"),),
        (
            cannot_hold(
                "pins.Wilmore returns on Starliner", "vehicles.Starliner.conditions.2024-06-06"
            ),
        ),
        "Because Wilmore is to go home on Starliner and it is for emergencies only, he cannot.",
    ),
    RealCase(
        "the places under the seats of Crew-8 are no ride home",
        _STARLINER,
        (("pin", "Wilmore returns on Crew-8"),),
        (
            cannot_hold(
                "pins.Wilmore returns on Crew-8",
                "people.Wilmore.gear",
                "vehicles.Crew-8.improvised",
            ),
        ),
        "Because Wilmore is to go home on Crew-8, has no Dragon suit for its seats and the places "
        "under them are for emergencies only, he has no ride.",
    ),
    RealCase(
        "Starliner holds the port that a direct handover needs",
        _STARLINER,
        (
            ("pin", "Starliner stays until 2024-10-10"),
            ("pin", "Crew-9 launches on 2024-09-24"),
        ),
        (
            cannot_hold(
                "pins.Starliner stays until 2024-10-10",
                "pins.Crew-9 launches on 2024-09-24",
                "ports (nds)",
                "vehicles.Crew-9.relieves.Crew-8",
            ),
        ),
        "Because Starliner holds one of two ports until 10 October, Crew-9 needs the other on 25 "
        "September and Crew-8 may leave it only five days after Crew-9 has docked, there is no "
        "port for Crew-9.",
    ),
)
