"""Edits written into a file: only what changed differs, and undoing them leaves no trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from editing.test_four_ways import WAYS, bare
from lifeboat.editing.edited import edited
from lifeboat.editing.layers import flag
from lifeboat.editing.splices import spliced, splices_to
from lifeboat.errors import MistakesError
from lifeboat.files.source import read_source, source_of
from repository import ROOT

SCENARIOS = sorted((ROOT / "scenarios").rglob("*.yaml"))
EVERYTHING = ROOT / "tests" / "everything.yaml"


def changed(text: str, *flags: tuple[str, str]) -> str:
    base = source_of(text, "base.yaml")
    splices = splices_to(base, edited(base, [flag(*each) for each in flags]).source)
    return spliced(text, splices)


SMALL = """\
lifeboat: 2   # the format
name: "Small"
as_of: 2030-01-01
horizon: ..2030-02-01
station: {name: Rock}
ports:
  a:            # the good one
    accepts:
      - ring    # rings
      - cone
  b: { accepts: [ring] }   # the other
vehicle_types:
  tub: {family: tubs, mechanism: ring, seats: 2, flight_up: 1d, flight_down: 5h}
vehicles:
  Tub:
    type: tub
    port: a
    docked: 2029-12-01   # by night
    launched: 2029-11-30
    # it leaks
    why: "Leaks."
people: {}
"""


@pytest.mark.parametrize(
    ("flags", "old", "new"),
    [
        ([("set", "name=Large")], '"Small"', '"Large"'),
        ([("set", "station.name=Hard Rock")], "{name: Rock}", "{name: Hard Rock}"),
        ([("set", "vehicles.Tub.docked=2029-12-02")], "2029-12-01   #", "2029-12-02   #"),
        ([("set", 'vehicles.Tub.why="12"')], '"Leaks."', '"12"'),
        ([("set", "vehicles.Tub.why='Holds: for now'")], '"Leaks."', '"Holds: for now"'),
        ([("remove", "vehicles.Tub.why")], '    why: "Leaks."\n', ""),
        ([("remove", "ports.a.accepts.ring")], "      - ring    # rings\n", ""),
        ([("add", "ports.a.accepts=hook")], "      - cone\n", "      - cone\n      - hook\n"),
        ([("add", "ports.b.accepts=cone")], "[ring] }", "[ring, cone] }"),
        (
            [("set", "people={Ana: {agency: Us, seat: Tub}}")],
            "{}",
            "{Ana: {agency: Us, seat: Tub}}",
        ),
        ([("add", "people.Ana={agency: Us}")], "{}", "{Ana: {agency: Us}}"),
        (
            [("add", "vehicles.Raft={type: tub}")],
            '    why: "Leaks."\n',
            '    why: "Leaks."\n  Raft: {type: tub}\n',
        ),
        ([("set", "ports.b.accepts=[cone, ring]")], "[ring] }", "[cone, ring] }"),
    ],
)
def test_only_what_changed_differs(flags: list[tuple[str, str]], old: str, new: str) -> None:
    assert SMALL.count(old) == 1
    assert changed(SMALL, *flags) == SMALL.replace(old, new)


def test_line_ends_of_the_file_are_used() -> None:
    text = SMALL.replace("\n", "\r\n")
    after = changed(text, ("add", "vehicles.Raft={type: tub}"))
    assert after == text.replace('"Leaks."\r\n', '"Leaks."\r\n  Raft: {type: tub}\r\n')


def test_a_file_without_a_last_line_end_gets_one_before_what_is_added() -> None:
    text = SMALL.removesuffix("people: {}\n").rstrip("\n")
    after = changed(text + "\npeople:\n  Ana: {agency: Us}", ("add", "people.Bo={agency: Us}"))
    assert after.endswith("  Ana: {agency: Us}\n  Bo: {agency: Us}\n")


def test_what_an_alias_shares_is_not_changed_alone() -> None:
    text = SMALL.replace("accepts: [ring]", "accepts: *all").replace(
        "accepts:\n", "accepts: &all\n"
    )
    with pytest.raises(MistakesError, match="alias"):
        changed(text, ("add", "ports.a.accepts=hook"))


@pytest.mark.parametrize("name", WAYS)
def test_the_text_says_what_was_edited(name: str) -> None:
    base = source_of(bare(), "base.yaml")
    wanted = edited(base, [flag(*each) for each in WAYS[name].flags]).source
    assert source_of(changed(bare(), *WAYS[name].flags), "base.yaml").tree == wanted.tree


def paths(path: Path) -> list[str]:
    """Every value of a file by its path, those in lists aside."""
    found = []

    def walk(tree: object, way: str) -> None:
        for key, value in tree.items() if isinstance(tree, dict) else ():
            if isinstance(value, dict):
                walk(value, f"{way}{key}.")
            elif "." not in key:
                found.append(f"{way}{key}")

    walk({k: v for k, v in read_source(str(path)).tree.items() if k != "overlays"}, "")
    return found


def removable(path: Path) -> list[str]:
    """What a scenario can do without and still be read: each tried."""
    base = read_source(str(path))
    found = []
    for way in paths(path):
        try:
            edited(base, [flag("remove", way)])
        except MistakesError:
            continue
        found.append(way)
    return found


@pytest.mark.parametrize("path", [*SCENARIOS, EVERYTHING], ids=lambda path: path.name)
def test_whatever_is_removed_is_gone_and_nothing_else(path: Path) -> None:
    base = read_source(str(path))
    if "plan" in base.tree:
        pytest.skip("a plan")
    for way in removable(path):
        without = edited(base, [flag("remove", way)]).source
        after = spliced(base.text, splices_to(base, without))
        assert len(after) < len(base.text)
        kept = {**source_of(after, "after.yaml").tree}
        kept.pop("overlays", None)  # edits speak of the scenario without its overlays
        assert kept == without.tree
