"""Second stays that follow from a crew, written out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from lifeboat.scenario.people import Person
from lifeboat.scenario.scenario import Scenario
from lifeboat.scenario.stays import names_of_stays, with_stays
from tiny import jan, tiny

AGAIN = "Ana (second stay)"
IN_FINCH = {"vehicles.Finch.modes.crewed.crew": ["Ana"]}


def out(**edits: Any) -> Scenario:
    return with_stays(tiny({**IN_FINCH, **edits}), {})


def ana(**edits: Any) -> Person:
    return out(**edits).people[AGAIN]


def test_nothing_changes_where_nobody_comes_again() -> None:
    scenario = tiny()
    assert with_stays(scenario, {}) is scenario


def test_once_written_out_nothing_is_left_to_write() -> None:
    assert with_stays(out(), {}) == out()


def test_she_comes_up_and_goes_home_on_the_ship_that_has_her_in_its_crew() -> None:
    found = out()
    assert found.vehicles["Finch"].modes["crewed"].crew == [AGAIN]
    again = found.people[AGAIN]
    assert (again.up, again.home, again.same_as, again.seat) == ("Finch", "Finch", "Ana", None)
    assert found.people["Ana"] == tiny().people["Ana"]


@pytest.mark.parametrize(
    ("leaves", "lands"),
    [
        (None, None),
        ("TBD", "TBD"),
        ("2030-03-01", "2030-03-01"),
        ("2030-03-01T20:00Z", "2030-03-02T02:00Z"),
        ("2030-03", "2030-03"),
    ],
)
def test_she_is_planned_to_land_when_that_ship_is(leaves: str | None, lands: str | None) -> None:
    """A boat flies down in six hours."""
    again = ana(**{"vehicles.Finch.leaves": leaves} if leaves else {})
    found = None if again.returns is None else (again.returns.opens, again.returns.closes)
    told = None if lands is None else Person(agency="", returns=lands).returns  # type: ignore[arg-type]
    assert found == (None if told is None else (told.opens, told.closes))


def test_what_she_is_she_is_again_but_not_what_is_said_of_one_stay() -> None:
    said = {
        "people.Ana.skills": ["helm"],
        "people.Ana.trained": ["boat"],
        "people.Ana.stay": {"limit": "200d"},
        "people.Ana.return_window": f"..{jan(9)}",
        "people.Ana.gear": ["liner"],
    }
    again = ana(**said)
    assert (again.skills, again.trained, again.agency) == (["helm"], ["boat"], "Tiny")
    assert again.stay is not None
    assert again.stay.limit == timedelta(days=200)
    assert (again.return_window, again.gear, again.launched) == (None, None, None)


def test_a_stay_with_a_name_says_what_is_other() -> None:
    nora = {"people.Nora": {"agency": "Tiny", "same_as": "Ana", "skills": []}}
    olga = {"people.Olga": {"agency": "Tiny", "same_as": "Nora"}}
    able = {"people.Ana.skills": ["helm"], "people.Ana.trained": ["boat"]}
    found = with_stays(tiny({**nora, **olga, **able}), {})
    assert (found.people["Nora"].skills, found.people["Nora"].trained) == ([], ["boat"])
    assert (found.people["Olga"].skills, found.people["Olga"].trained) == ([], ["boat"])
    assert names_of_stays(found, "Olga") == ["Olga", "Nora", "Ana"]


def test_of_several_ships_she_is_planned_on_the_first() -> None:
    """Gull is planned sooner; Kite has her only in a mode that is not planned."""
    mode = {"windows": f"{jan(2)}..{jan(9)}"}
    gull = {"type": "boat", "planned": jan(3), "modes": {"crewed": {**mode, "crew": ["Ana"]}}}
    modes = {"empty": mode, "crewed": {**mode, "crew": ["Ana"]}}
    kite = {"type": "boat", "planned": jan(2), "modes": modes}
    found = out(**{"vehicles.Gull": gull, "vehicles.Kite": kite})
    assert found.people[AGAIN].up == "Gull"
    assert found.vehicles["Kite"].modes["crewed"].crew == [AGAIN]
    assert ana(**{"vehicles.Finch.modes": modes}).up is None


def test_gear_brought_is_for_both_and_pins_for_the_stay_whose_ship_they_name() -> None:
    pins = {
        "one": {"person": "Ana", "home": "Wren"},
        "two": {"person": "Ana", "seat": "Finch"},
        "three": {"person": "Boris", "home": "Finch"},
        "four": {"person": "Ana", "returns": f"{jan(8)}.."},
    }
    found = out(**{"pins": pins, "vehicles.Finch.brings": {"Ana": ["liner"]}})
    assert {name: pin.person for name, pin in found.pins.items()} == {
        "one": "Ana",
        "two": AGAIN,
        "three": "Boris",
        "four": "Ana",
    }
    assert found.vehicles["Finch"].brings == {"Ana": ["liner"], AGAIN: ["liner"]}


@pytest.mark.parametrize("carried", [True, False])
def test_somebody_to_come_has_one_stay_unless_on_the_way(carried: bool) -> None:
    """Cleo is in the crews of Finch and Gull: of two ships, until one of them is on its way."""
    mode = {"windows": f"{jan(2)}..{jan(9)}", "crew": ["Cleo"]}
    edits: dict[str, Any] = {"vehicles.Gull": {"type": "boat", "modes": {"crewed": mode}}}
    if carried:
        edits |= {"vehicles.Finch.planned": "2029-12-30"}
        edits |= {"vehicles.Finch.modes.crewed.windows": "2029-12-30..2030-01-09"}
    found = with_stays(tiny(edits), {})
    assert ("Cleo (second stay)" in found.people) == carried
    assert found.as_of == datetime(2030, 1, 1, tzinfo=UTC)
