"""Claims about the best plan: the pins that hold if they are so, and if they are not."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

import lifeboat
from lifeboat.editing.claims import read_claim
from lifeboat.errors import MistakesError
from lifeboat.scenario.sentences import CLAIMS, CLAIMS_IN_SHORT, SENTENCES
from repository import DOCS, TINY

DAY = datetime(2030, 3, 6, tzinfo=UTC)
SCENARIO = lifeboat.read_scenario(
    str(TINY),
    edits=[
        ("add", "vehicles.Heron.modes.crewed={windows: 2030-03-02..2030-03-12, crew: [Dora]}"),
        ("add", "people.Dora={agency: Little Station}"),
        ("add", "vehicles.Heron.modes.half={windows: 2030-03-02..2030-03-12, crew: [Dora]}"),
    ],
)

SAID = {
    "Ana returns on Heron": (["Ana returns on Heron"], ["not Ana returns on Heron"]),
    "not Ana returns on Heron": (["not Ana returns on Heron"], ["Ana returns on Heron"]),
    "Heron launches with crew": (
        ["Heron flies", "not Heron flies in mode empty"],
        ["not Heron flies in mode crewed", "not Heron flies in mode half"],
    ),
    "Heron launches without crew": (
        ["Heron flies in mode empty"],
        ["not Heron flies in mode empty"],
    ),
    "Heron launches earlier": (
        ["Heron launches before 2030-03-06"],
        ["not Heron launches before 2030-03-06"],
    ),
    "not Ana lands later": (["not Ana lands from 2030-03-07"], ["Ana lands from 2030-03-07"]),
    "Sparrow  UNDOCKS  Later": (
        ["Sparrow undocks from 2030-03-07"],
        ["not Sparrow undocks from 2030-03-07"],
    ),
}


@pytest.mark.parametrize("said", SAID)
def test_the_pins_of_a_claim_and_of_its_contrary(said: str) -> None:
    claim = read_claim(SCENARIO, said)
    found = tuple(claim.pins(is_so, lambda _, __: (DAY, DAY)) or {} for is_so in (True, False))
    assert tuple(map(list, found)) == SAID[said]


def test_who_lands_by_the_end_of_a_slot_lands_later_after_it() -> None:
    """On the 6th or, some hours after, on the 7th."""
    dates = DAY, DAY + timedelta(days=1)
    later = read_claim(SCENARIO, "Ana lands later").pins(True, lambda _, __: dates)
    sooner = read_claim(SCENARIO, "Ana lands earlier").pins(True, lambda _, __: dates)
    assert [*(later or ()), *(sooner or ())] == [
        "Ana lands from 2030-03-08",
        "Ana lands before 2030-03-06",
    ]


def test_what_does_not_happen_has_no_pins() -> None:
    assert read_claim(SCENARIO, "Ana lands later").pins(True, lambda _, __: None) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Ana dances", "'Ana dances' is no claim about a plan"),
        ("Anna goes on Hero", "did you mean 'Ana' and 'Heron'? say one of: PERSON (returns"),
        ("Heron launches erlier", "'erlier' should be a date"),
        ("Hiron launches earlier", "did you mean 'Heron'?"),
        ("Hiron launches with crew", "did you mean 'Heron'?"),
        ("Sparrow launches earlier", "'Sparrow' is docked"),
        ("Ana goes up on Heron", "'Ana' is aboard already"),
        ("Ana keeps the liner in station", "say where it is instead"),
    ],
)
def test_what_cannot_be_claimed(said: str, words: str) -> None:
    with pytest.raises(MistakesError) as caught:
        read_claim(SCENARIO, said)
    assert words in " ".join(str(caught.value).split())


def test_a_vehicle_that_never_flies_with_a_crew() -> None:
    scenario = lifeboat.read_scenario(str(TINY))
    with pytest.raises(MistakesError, match="'Heron' has no mode with a crew"):
        read_claim(scenario, "Heron launches with crew")


def in_full(form: str) -> list[str]:
    """Every form that stands for one in short."""
    choice = re.search(r"\(([^)]*)\)", form)
    if choice is None:
        return [form]
    each = (form[: choice.start()] + it + form[choice.end() :] for it in choice[1].split("|"))
    return [whole for it in each for whole in in_full(it)]


def test_the_forms_in_short_are_all_forms_but_a_synonym() -> None:
    found = {whole for form in CLAIMS_IN_SHORT for whole in in_full(form)}
    assert found == {*SENTENCES, *CLAIMS} - {"VEHICLE leaves WHEN"}


def test_every_form_is_on_its_page() -> None:
    page = (DOCS / "why.md").read_text("utf-8")
    for form in CLAIMS:
        assert f"`{form}`" in page
