"""Measures: as a change of the scenario and as an edit they are the same."""

from __future__ import annotations

import pytest

import lifeboat
from lifeboat.files.known_types import known_types
from lifeboat.measures.catalogue import measures_of
from lifeboat.measures.measure import Measure, edits_of, taking
from lifeboat.questions.repair import with_edits_made
from lifeboat.scenario.repairs import PRICES
from lifeboat.scenario.scenario import Scenario
from repository import EVERYTHING, SCENARIOS

REAL = ["soyuz-ms-22/2022-12-30", "starliner-cft/2024-08-06", "shenzhou-20/2025-11-05"]


def scenario(name: str) -> Scenario:
    path = EVERYTHING if name == "everything" else SCENARIOS / f"{name}.yaml"
    return lifeboat.read_scenario(str(path))


def plain(one: Scenario) -> str:
    bare = one.model_copy(update={"overlays": {}})
    return bare.model_dump_json(by_alias=True, exclude_defaults=True)


def measures(one: Scenario) -> list[Measure]:
    return measures_of(one, known_types())


@pytest.mark.parametrize("name", ["tiny", "everything", *REAL])
def test_an_edit_makes_of_the_file_what_the_measure_makes_of_the_scenario(name: str) -> None:
    one = scenario(name)
    for measure in measures(one):
        for amount in sorted({1, measure.most}):
            taken = ((measure, amount),)
            changed = plain(taking(one, taken))
            assert changed != plain(one), measure
            assert plain(with_edits_made(one, edits_of(one, taken))) == changed, measure
            assert measure.says(one, amount)


def test_every_kind_of_measure_is_used() -> None:
    """By the one scenario that uses everything, or by one of the real ones."""
    used = {it.kind for name in ["everything", *REAL] for it in measures(scenario(name))}
    assert used == set(PRICES)


def test_what_may_not_be_touched_is_no_measure() -> None:
    one = scenario("tiny")
    assert {it.kind for it in measures(one)} >= {"lead", "life"}
    never = one.model_copy(update={"repairs": {"lead": "never", "life": 7}})
    assert "lead" not in {it.kind for it in measures(never)}
    assert {it.price for it in measures(never) if it.kind == "life"} == {7}


def test_two_measures_of_one_window_are_both_taken() -> None:
    """A launch window that opens sooner and closes later."""
    one = scenario("soyuz-ms-22/2022-12-30")
    window = ("vehicles", "MS-23", "modes", "uncrewed", "windows")
    both = tuple((it, 2) for it in measures(one) if it.keys == window)
    assert [it.kind for it, _ in both] == ["launch-earlier", "launch-later"]
    assert edits_of(one, both) == [
        ("set", 'vehicles.MS-23.modes.uncrewed.windows=["2023-02-17..2023-05-02"]')
    ]


def test_what_was_given_up_as_a_whole_gives_way_no_further() -> None:
    """Without the handover there is no overlap to be shorter."""
    one = scenario("soyuz-ms-22/2022-12-30")
    pair = ("vehicles", "Crew-6", "relieves", "Crew-5")
    both = tuple((it, 1) for it in measures(one) if it.keys[:4] == pair)
    assert [it.kind for it, _ in both] == ["handover", "overlap"]
    assert edits_of(one, both) == [("remove", "vehicles.Crew-6.relieves.Crew-5")]
