"""`lifeboat deadlines` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from asking import Ask, unwrapped
from repository import TINY


def test_what_has_to_be_decided_first_comes_first(ask: Ask) -> None:
    code, out, _ = ask("deadlines", TINY, "--jobs", "1")
    assert code == 1
    words = [
        "BY WHEN, FOR EVERYBODY TO BE AS WELL COVERED AS THEY CAN BE",
        "2030-03-06 Heron is launched, ordered by 2030-03-01: not a day later.",
        "1 day more without a place",
        "2030-03-07 the liners of Ana, Boris and Chen are moved to Heron: not a day later.",
        "AT ANY TIME WITHIN THE HORIZON, OR NOT AT ALL",
        "Sparrow undocks.",
    ]
    places = [unwrapped(out).index(word) for word in words]
    assert places == sorted(places)


def test_one_document(ask: Ask) -> None:
    code, out, _ = ask("deadlines", TINY, "--jobs", "1", "--json")
    told = json.loads(out)
    assert code == 1
    assert told["lifeboat_deadlines"] == 1
    assert told["latest"][0]["order_by"] == "2030-03-01"


def test_no_answer_in_time(ask: Ask) -> None:
    """A plan is known without a search, and nothing of how late it may be."""
    code, out, _ = ask("deadlines", TINY, "--jobs", "1", "--time-limit", "0.001s")
    assert code == 4
    assert "How late anything may be is not known in the time given." in out


def test_of_a_plan(ask: Ask, tmp_path: Path) -> None:
    """One that waits for Heron's planned date, as other plans along a front do."""
    plan = tmp_path / "later"
    ask("alternatives", TINY, "--between", "no-place,moved", "--output", plan, "--jobs", "1")
    code, out, _ = ask("deadlines", TINY, f"{plan}-3.yaml", "--jobs", "1")
    assert code == 1
    words = [
        "The plan: Sparrow home empty; Ana, Boris and Chen home on Heron.",
        "BY WHEN, FOR EVERYBODY TO BE AS WELL COVERED AS IN THIS PLAN",
        "2030-03-08 Heron is launched: not a day later.",
    ]
    places = [unwrapped(out).index(word) for word in words]
    assert places == sorted(places)


def test_of_a_plan_that_breaks_a_rule(ask: Ask, tmp_path: Path) -> None:
    plan = tmp_path / "too-soon.yaml"
    plan.write_text("plan: 1\nflights: {Heron: {launch: 2030-03-02}}\n")
    code, out, _ = ask("deadlines", TINY, plan, "--jobs", "1")
    assert code == 1
    assert "`lifeboat check` tells which" in unwrapped(out)
