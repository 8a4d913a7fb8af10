"""Sentences of pins: what each stands for, and what is said of one that is not understood."""

from __future__ import annotations

from typing import Any

import pytest

import lifeboat
from lifeboat.editing.opened import open_edited
from lifeboat.errors import MistakesError
from lifeboat.scenario.sentences import SENTENCES
from repository import DOCS, TINY

ANA, HERON, SPARROW = {"person": "Ana"}, {"vehicle": "Heron"}, {"vehicle": "Sparrow"}

SAID: dict[str, dict[str, Any]] = {
    "Ana returns on Heron": ANA | {"home": "Heron"},
    "Ana sits in Heron": ANA | {"seat": "Heron"},
    "Ana sits in Heron 2030-03-08..2030-03-10": ANA
    | {"seat": "Heron", "during": "2030-03-08..2030-03-10"},
    "Ana sits in Heron before 2030-03-10": ANA | {"seat": "Heron", "during": "..2030-03-09"},
    "Ana keeps the liner in Sparrow until 2030-03-08": ANA
    | {"liner": "Sparrow", "during": "..2030-03-08"},
    "Ana keeps the liner in station": ANA | {"liner": "station"},
    "Ana lands 2030-03-12": ANA | {"returns": "2030-03-12"},
    "Ana lands on 2030-03-12": ANA | {"returns": "2030-03-12"},
    "Ana lands before 2030-03-12": ANA | {"returns": "..2030-03-11"},
    "Ana lands after 2030-03-12": ANA | {"returns": "2030-03-13.."},
    "Ana lands from 2030-03-12": ANA | {"returns": "2030-03-12.."},
    "Ana lands until 2030-03-12": ANA | {"returns": "..2030-03-12"},
    "Ana lands ..2030-03-12": ANA | {"returns": "..2030-03-12"},
    "Ana lands between 2030-03-12 and 2030-03-14": ANA | {"returns": "2030-03-12..2030-03-14"},
    "Ana lands after 2030-03-12T06:00Z": ANA | {"returns": "2030-03-12T06:00Z.."},
    "Ana lands before 2030-03-12T06:00Z": ANA | {"returns": "..2030-03-12T06:00Z"},
    "Ana stays": ANA | {"stays": True},
    "Ana stays until 2030-03-14": ANA | {"returns": "2030-03-14.."},
    "Sparrow stays": SPARROW | {"stays": True},
    "Sparrow stays until 2030-03-14": SPARROW | {"undock": "2030-03-14.."},
    "Sparrow leaves after 2030-03-12": SPARROW | {"undock": "2030-03-13.."},
    "Heron launches in 2030-03": HERON | {"launch": "2030-03"},
    "Heron launches after 2030-02": HERON | {"launch": "2030-03-01.."},
    "Heron launches from 2030-Q1": HERON | {"launch": "2030-01-01.."},
    "Heron docks at south": HERON | {"port": "south"},
    "Heron flies in mode empty": HERON | {"mode": "empty"},
    "Heron flies": HERON | {"flies": True},
    "Heron does not fly": HERON | {"flies": False},
    "Ana goes home on Heron": ANA | {"home": "Heron"},
    "Sparrow undocks before 2030-03-12": SPARROW | {"undock": "..2030-03-11"},
    "not Ana returns on Heron": ANA | {"home": "Heron", "never": True},
    "not Ana sits in Heron before 2030-03-10": ANA
    | {"liner": "Heron", "during": "..2030-03-09", "never": True},
    "not Ana keeps the liner in Heron": ANA | {"liner": "Heron", "never": True},
    "not Ana lands 2030-03-12": ANA | {"returns": "2030-03-12", "never": True},
    "not Ana stays": ANA | {"stays": False},
    "not Sparrow stays until 2030-03-14": SPARROW | {"undock": "2030-03-14..", "never": True},
    "not Heron launches in 2030-03": HERON | {"launch": "2030-03", "never": True},
    "not Heron docks at south": HERON | {"port": "south", "never": True},
    "not Heron flies in mode empty": HERON | {"mode": "empty", "never": True},
    "not Heron flies": HERON | {"flies": False},
    "NOT Heron does not fly": HERON | {"flies": True},
    "Heron  LAUNCHES  Before  2030-03-09": HERON | {"launch": "..2030-03-08"},
}


@pytest.mark.parametrize("sentence", SAID)
def test_what_a_sentence_stands_for(sentence: str) -> None:
    scenario = lifeboat.read_scenario(str(TINY), edits=[("pin", sentence)])
    [pin] = scenario.model_dump(mode="json", exclude_defaults=True)["pins"].values()
    assert pin == SAID[sentence]


def test_a_name_of_several_words_is_read_whole() -> None:
    """`Crew 5 before ...`: where the name ends, the words for a time begin."""
    ship = "vehicles.Crew 5={type: bird, pad: seaside, modes: {empty: {windows: 2030-03-02..}}}"
    for sentence, during in [
        ("Ana sits in Crew 5", None),
        ("Ana sits in Crew 5 before 2030-03-10", "..2030-03-09"),
        ("Ana sits in Crew 5 2030-03-10..", "2030-03-10.."),
    ]:
        scenario = lifeboat.read_scenario(str(TINY), edits=[("add", ship), ("pin", sentence)])
        [pin] = scenario.pins.values()
        assert pin.seat == "Crew 5"
        assert (str(pin.during) if pin.during else None) == during


def told(sentence: str) -> str:
    with pytest.raises(MistakesError) as caught:
        open_edited(str(TINY), flags=[("pin", sentence)])
    return " ".join(str(caught.value).split())


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("not Ana flys on Heron", "does not say what is pinned"),
        ("not Anna returns on Heron", "did you mean 'Ana'?"),
        ("not Ana goes up on Heron", "'Ana' is aboard already"),
        ("not Ana keeps the liner in station", "say where it is instead"),
        ("Ana flys on Heron", "does not say what is pinned"),
        ("Heron", "does not say what is pinned"),
        ("Anna goes on Hero", "did you mean 'Ana' and 'Heron'? say one of: PERSON returns"),
        ("Ana lands tomorrow", "'tomorrow' should be a date"),
        ("Ana lands before Easter", "when is one of: DATE, DATE..DATE, on DATE, before DATE"),
        ("Ana stays until 2030-02-30", "is not a date of the calendar"),
        ("Ana lands between 2030-03-12 and 2030-03-10", "ends before it starts"),
        ("ana stays", "there is no person or vehicle 'ana'"),
        ("Hiron stays", "did you mean 'Heron'?"),
        ("Anna returns on Heron", "did you mean 'Ana'?"),
    ],
)
def test_what_is_not_understood(sentence: str, said: str) -> None:
    assert said in told(sentence)


def test_the_grammar_is_told_whole_and_is_on_its_page() -> None:
    page = (DOCS / "pins.md").read_text("utf-8")
    for form in SENTENCES:
        assert form in told("Ana dances")
        assert f"| `{form}` |" in page


def test_who_stays_does_not_leave_on_the_last_day() -> None:
    """To land on the day after the horizon one may leave on its last day, which is no staying."""
    for sentence, stays in [("Ana stays", True), ("Ana lands after 2030-03-15", False)]:
        answer = lifeboat.solve(lifeboat.read_scenario(str(TINY), edits=[("pin", sentence)]))
        assert answer.best is not None
        assert answer.best.plan.people["Ana"].stays is stays
