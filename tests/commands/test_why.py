"""`lifeboat why` on the command line."""

from __future__ import annotations

import json

from asking import Ask, unwrapped
from repository import TINY


def test_what_it_costs(ask: Ask) -> None:
    code, out, _ = ask("why", TINY, "Heron launches later")
    assert code == 1
    words = [
        "In the best plan it is not so: Heron is launched 2030-03-06 (empty)",
        "With Heron launches from 2030-03-07: the plan is worse.",
        "WHAT IT COSTS",
        "without a place: 6 -> 7 person-days (+1)",
        "in a damaged vehicle: 12 -> 14 person-days (+2)",
    ]
    places = [unwrapped(out).index(word) for word in words]
    assert places == sorted(places)


def test_why_it_is_impossible(ask: Ask) -> None:
    code, out, _ = ask("why", TINY, "Heron launches earlier")
    assert code == 1
    assert "see the claim" in out
    assert "Heron is launched no sooner than 5d after its order" in unwrapped(out)


def test_edits_come_first(ask: Ask) -> None:
    code, out, _ = ask("why", TINY, "Heron launches later", "--delay", "Heron=2d", "--json")
    found = json.loads(out)
    assert code == 1
    assert (found["lifeboat_why"], found["outcome"]) == (1, "worse")
    assert found["forced"] == ["Heron launches from 2030-03-09"]
    assert found["receipt"]["edits"] == ["--delay Heron=2d"]


def test_a_claim_that_is_not_understood(ask: Ask) -> None:
    code, out, err = ask("why", TINY, "Ana retruns on Hero")
    assert (code, out) == (2, "")
    assert "did you mean 'Heron'?" in unwrapped(err)
    assert "VEHICLE launches (with|without) crew" in unwrapped(err)
    assert "…" not in err


def test_the_scenario_itself_has_no_plan(ask: Ask) -> None:
    code, out, _ = ask("why", TINY, "Ana stays", "--pin", "Heron launches on 2030-03-03")
    assert code == 3
    assert "There is no plan at all: `lifeboat explain` tells why." in out
