"""`lifeboat explain` on the command line."""

from __future__ import annotations

import json

import pytest

from asking import Ask, unwrapped
from repository import TINY

TOO_SOON = "Heron launches on 2030-03-03"


def test_why_there_is_no_plan(ask: Ask) -> None:
    """Heron needs five days from 1 March on."""
    code, out, _ = ask("explain", TINY, "--pin", TOO_SOON)
    assert code == 3
    words = [
        "WHY THERE IS NO PLAN",
        "because",
        "it is pinned that Heron is launched on 2030-03-03",
        f"see --pin {TOO_SOON}",
        "and",
        "Heron is launched no sooner than 5d after its order",
        "therefore no plan keeps all of these. Without any one of them there is one.",
    ]
    places = [unwrapped(out).index(word) for word in words]
    assert places == sorted(places)


def test_why_no_plan_keeps_a_rule_that_the_best_one_breaks(ask: Ask) -> None:
    code, out, _ = ask("explain", TINY)
    assert code == 1
    assert "WHY NO PLAN KEEPS EVERYONE-HAS-A-SEAT" in out
    assert "because   Sparrow is emergency-only for 2 people from 2030-02-28 on" in out


def test_nothing_to_explain(ask: Ask) -> None:
    sound = "vehicles.Sparrow.conditions.2030-02-28.state=sound"
    places = "vehicles.Sparrow.conditions.2030-02-28.places"
    code, out, _ = ask("explain", TINY, "--remove", places, "--set", sound)
    assert code == 0
    assert "The best plan breaks no rule: there is nothing to explain." in out


def test_a_rule_by_its_name(ask: Ask) -> None:
    code, out, _ = ask("explain", TINY, "--rule", "never-understaffed")
    assert code == 1
    assert "Some plan keeps never-understaffed" in out


def test_a_rule_that_there_is_not(ask: Ask) -> None:
    code, _, err = ask("explain", TINY, "--rule", "never-understafed")
    assert code == 2
    assert "there is no rule 'never-understafed'" in err
    assert "never-understaffed" in err


def test_one_document(ask: Ask) -> None:
    code, out, _ = ask("explain", TINY, "--pin", TOO_SOON, "--json")
    told = json.loads(out)
    assert code == 3
    assert (told["lifeboat_explain"], told["outcome"]) == (1, "impossible")
    causes = [it["premise"] for it in told["conflicts"][0]["because"]]
    assert causes == [f"pins.{TOO_SOON}", "vehicles.Heron.modes.empty.lead"]


def test_no_answer_in_time(ask: Ask) -> None:
    code, out, _ = ask("explain", TINY, "--time-limit", "0.001s")
    assert code == 4
    assert "whether there is a plan is not known" in out


@pytest.mark.parametrize("width", [40, 60, 100])
def test_it_keeps_to_the_width_it_is_given(width: int, ask: Ask) -> None:
    _, out, _ = ask("explain", TINY, "--pin", TOO_SOON, "--width", width)
    assert max(map(len, out.splitlines())) <= width
