"""The same change as a flag, in an overlay file, in an overlay of the scenario and by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

import lifeboat
from lifeboat.editing.opened import open_edited
from lifeboat.editing.verbs import VERBS
from lifeboat.plans.plan import Plan
from lifeboat.scenario.scenario import Scenario
from repository import EVERYTHING


@dataclass(frozen=True)
class Way:
    """One change: as flags, as edits of an overlay, and as what somebody would type over."""

    flags: tuple[tuple[str, str], ...]
    edits: str
    by_hand: tuple[tuple[str, str], ...]


WAYS = {
    "set a date": Way(
        (("set", "vehicles.Heap.planned=2031-06-14"),),
        "- set: {vehicles.Heap.planned: 2031-06-14}",
        (("planned: 2031-06-12", "planned: 2031-06-14"),),
    ),
    "set a key that was not there": Way(
        (("set", "vehicles.Heap.undock=2031-06-20.."),),
        "- set: {vehicles.Heap.undock: 2031-06-20..}",
        (("leaves: 2031-08-20", "leaves: 2031-08-20\n    undock: 2031-06-20.."),),
    ),
    "set how strict a rule is": Way(
        (("set", "rules.never-too-many=should"),),
        "- set: {rules.never-too-many: should}",
        (("{crews-overlap: should}", "{crews-overlap: should, never-too-many: should}"),),
    ),
    "add to a list": Way(
        (("add", "people.Emil.skills=[helm]"),),
        "- add: {people.Emil.skills: [helm]}",
        (
            (
                "Emil: {agency: Middle, up: Curlew}",
                "Emil: {agency: Middle, up: Curlew, skills: [helm]}",
            ),
        ),
    ),
    "add something with a name": Way(
        (("add", "ports.rail={accepts: [ring, cone]}"),),
        "- add: {ports.rail: {accepts: [ring, cone]}}",
        (
            (
                "  mast: {accepts: [cone]}",
                "  mast: {accepts: [cone]}\n  rail: {accepts: [ring, cone]}",
            ),
        ),
    ),
    "remove from a list, and a name": Way(
        (("remove", "ports.stern.accepts.cone"), ("remove", "pins.later than May")),
        "- remove: [ports.stern.accepts.cone, pins.later than May]",
        (
            ("stern: {accepts: [ring, cone]}", "stern: {accepts: [ring]}"),
            ("  later than May: {person: Boris, returns: 2031-06-01..}\n", ""),
        ),
    ),
    "drop": Way(
        (("drop", "Heap"),),
        "- drop: Heap",
        (
            (
                "  Heap:\n    type: barge\n    pad: sands\n    planned: 2031-06-12\n"
                "    leaves: 2031-08-20\n    modes: {cargo: {windows: 2031-06-05..2031-06-20}}\n"
                "    delivers: {water: 400}\n    delivers_gear: {Boris: [rope]}\n",
                "",
            ),
            (
                "  cargo flies: {vehicle: Heap, flies: true, mode: cargo, "
                "launch: 2031-06-05..2031-06-20, port: mast}\n",
                "",
            ),
        ),
    ),
    "delay": Way(
        (("delay", "Curlew=2d"),),
        "- delay: {Curlew: 2d}",
        # By its gate and lead time Curlew is ready on 15 May with a crew, on 12 May empty.
        (
            ("planned: 2031-05-28", "planned: 2031-05-30"),
            ("[2031-05-12..2031-05-18,", "[2031-05-17..2031-05-18,"),
            ("empty: {windows: 2031-05-12..", "empty: {windows: 2031-05-14.."),
            ("late: {windows: 2031-06-12..", "late: {windows: 2031-06-14.."),
        ),
    ),
    "advance": Way(
        (("advance", "Heap=3d"),),
        "- advance: {Heap: 3d}",
        (
            ("planned: 2031-06-12", "planned: 2031-06-09"),
            ("{cargo: {windows: 2031-06-05..", "{cargo: {windows: 2031-06-02.."),
        ),
    ),
    "close a port, a pad and a landing site": Way(
        (
            ("close", "stern=2031-06-20..2031-06-21"),
            ("close", "sands=2031-06-16"),
            ("close", "meadow=2031-06-20"),
        ),
        "- close: {stern: 2031-06-20..2031-06-21, sands: 2031-06-16, meadow: 2031-06-20}",
        (
            ("{hay: {during", "{closed: {during: 2031-06-20}, hay: {during"),
            (
                "stern: {accepts: [ring, cone]}",
                "stern: {accepts: [ring, cone], closures: {closed: "
                "{during: 2031-06-20..2031-06-21}}}",
            ),
            (
                "      spring tide:",
                "      closed: {during: 2031-06-16}\n      spring tide:",
            ),
        ),
    ),
    "ground": Way(
        (("ground", "barges=2031-06-08..2031-06-09"),),
        "- ground: {barges: 2031-06-08..2031-06-09}",
        (
            (
                "groundings:\n",
                "groundings:\n  barges: {families: [barges], during: 2031-06-08..2031-06-09}\n",
            ),
        ),
    ),
    "damage": Way(
        (("damage", "Plover={state: emergency-only, since: 2031-06-01, places: 1}"),),
        "- damage: {Plover: {state: emergency-only, since: 2031-06-01, places: 1}}",
        (
            (
                "    reseat_from: 2031-05-04\n",
                "    reseat_from: 2031-05-04\n    conditions:\n"
                "      2031-06-01: {state: emergency-only, places: 1}\n",
            ),
        ),
    ),
    "damage, in a word, from today on": Way(
        (("damage", "Plover=empty-return-only"),),
        "- damage: {Plover: empty-return-only}",
        (
            (
                "    reseat_from: 2031-05-04\n",
                "    reseat_from: 2031-05-04\n    conditions:\n"
                "      2031-05-01T09:00Z: {state: empty-return-only}\n",
            ),
        ),
    ),
    "damage, since a date": Way(
        (("damage", "Plover=unusable since 2031-06-01"),),
        "- damage: {Plover: {state: unusable, since: 2031-06-01}}",
        (
            (
                "    reseat_from: 2031-05-04\n",
                "    reseat_from: 2031-05-04\n    conditions:\n"
                "      2031-06-01: {state: unusable}\n",
            ),
        ),
    ),
    "unavailable": Way(
        (("unavailable", "Heap=2031-06-16..2031-06-17"),),
        "- unavailable: {Heap: 2031-06-16..2031-06-17}",
        (
            (
                "{cargo: {windows: 2031-06-05..2031-06-20}}",
                "{cargo: {windows: [2031-06-05..2031-06-15, 2031-06-18..2031-06-20]}}",
            ),
        ),
    ),
    "pin in words": Way(
        (("pin", "Dora returns on Curlew"), ("pin", "Curlew launches 2031-05-24..2031-06-10")),
        '- pin: [Dora returns on Curlew, "Curlew launches 2031-05-24..2031-06-10"]',
        (
            (
                "pins:\n",
                "pins:\n  Dora returns on Curlew: {person: Dora, home: Curlew}\n"
                "  Curlew launches 2031-05-24 to 2031-06-10: "
                "{vehicle: Curlew, launch: 2031-05-24..2031-06-10}\n",
            ),
        ),
    ),
    "without waivers": Way(
        (("without", "waivers"),),
        "- without: waivers",
        (
            ("{limit: 200d, waived_to: 220d}", "{limit: 200d}"),
            ("{limit: 205d, waived_to: 225d}", "{limit: 205d}"),
            ("{limit: 190d, waived_to: 215d}", "{limit: 190d}"),
        ),
    ),
    "without improvised and damaged seats": Way(
        (("without", "improvised-seats"), ("without", "damaged-seats")),
        "- without: [improvised-seats, damaged-seats]",
        (
            ("    improvised:\n      places: 1\n", "    improvised:\n      places: 0\n"),
            ("        places: 2\n", "        places: 0\n"),
        ),
    ),
}


def bare() -> str:
    """The scenario without overlays of its own."""
    return EVERYTHING.read_text(encoding="utf-8").partition("\noverlays:")[0] + "\n"


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def by_flags(way: Way, folder: Path) -> Scenario:
    base = written(folder, "base.yaml", bare())
    return open_edited(base, flags=way.flags).sourced.scenario


def by_file(way: Way, folder: Path) -> Scenario:
    base = written(folder, "base.yaml", bare())
    overlay = written(folder, "what-if.yaml", f"lifeboat_overlay: 1\nedits:\n{way.edits}\n")
    return open_edited(base, overlays=[overlay]).sourced.scenario


def by_name(way: Way, folder: Path) -> Scenario:
    own = f"\noverlays:\n  what if:\n    edits:\n    {way.edits}\n"
    base = written(folder, "own.yaml", bare() + own)
    return open_edited(base, overlays=["what if"]).sourced.scenario


def by_hand(way: Way, folder: Path) -> Scenario:
    text = bare()
    for old, new in way.by_hand:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return lifeboat.read_scenario(written(folder, "hand.yaml", text))


@pytest.mark.parametrize("name", WAYS)
def test_four_ways_give_the_same_scenario(name: str, tmp_path: Path) -> None:
    way = WAYS[name]
    expected = by_hand(way, tmp_path)
    assert by_flags(way, tmp_path) == expected
    assert by_file(way, tmp_path) == expected
    assert by_name(way, tmp_path) == expected


def test_every_kind_of_edit_is_tried() -> None:
    tried = {verb for way in WAYS.values() for verb, _ in way.flags}
    assert tried == {verb.name for verb in VERBS}


def plan_of(scenario: Scenario) -> Plan | None:
    answer = lifeboat.solve(scenario)
    return None if answer.best is None else answer.best.plan


@pytest.mark.parametrize("name", WAYS)
def test_the_same_scenario_gives_the_same_plan(name: str, tmp_path: Path) -> None:
    way = WAYS[name]
    assert plan_of(by_flags(way, tmp_path)) == plan_of(by_hand(way, tmp_path))
