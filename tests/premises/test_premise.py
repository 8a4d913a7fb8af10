"""Letting go of what a scenario says."""

from __future__ import annotations

from typing import Any

import pytest

from lifeboat.files.known_types import known_types
from lifeboat.premises.catalogue import premises_of, spelled_out
from lifeboat.premises.premise import Premise, letting_go
from lifeboat.scenario.scenario import Scenario
from tiny import TINY, jan, tiny

EVERYTHING: dict[str, Any] = {
    "station.turn_round": "2d",
    "station.crew": {"least": 1, "most": 3, "long_term": 2, "above_long_term": "3d"},
    "station.skills.helm": {"least": 1, "after_departure": 1},
    "station.supplies.water": {"unit": "l", "stock": 9, "use": 1, "gone_from": jan(9)},
    "ports.north.types": ["boat"],
    "ports.south.closures.spacewalk": {"during": f"{jan(4)}..{jan(5)}", "why": "They are outside."},
    "pads.beach.gap": "3d",
    "pads.beach.gaps.boats": {"before": ["boat"], "after": ["boat"], "gap": "4d"},
    "pads.beach.outages.storm": {"during": f"..{jan(3)}"},
    "landing_sites.steppe.closures.night": {"during": jan(8)},
    "groundings.valve": {"families": ["boat"], "during": f"{jan(9)}.."},
    "investigations.board": {"expected": jan(2)},
    "vehicle_types.boat": {
        **TINY["vehicle_types"]["boat"],
        "prepare_departure": "1d",
        "crew_skills": {"up": ["helm"], "down": ["helm"]},
    },
    "vehicles.Wren.undock": f"{jan(5)}..",
    "vehicles.Wren.conditions": {jan(3): {"state": "emergency-only", "places": 1}},
    "vehicles.Wren.improvised": {"places": 1, "since": jan(2)},
    "vehicles.Wren.life": {"limit": "40d"},
    "vehicles.Wren.relocations": {jan(4): "south"},
    "vehicles.Finch.ports": ["north"],
    "vehicles.Finch.reseat_from": jan(6),
    "vehicles.Finch.relieves.Wren": {"overlap": "1d", "indirect": "2d"},
    "vehicles.Finch.modes.crewed.lead": "2d",
    "vehicles.Finch.modes.crewed.after": {"Gull": "2d"},
    "vehicles.Gull": {
        "type": "boat",
        "pad": "beach",
        "may_cancel": True,
        "modes": {"empty": {"windows": jan(2), "gate": "board"}},
    },
    "people.Ana.stay": {"limit": "50d"},
    "people.Ana.return_window": f"..{jan(9)}",
    "people.Ana.trained": ["boat"],
    "people.Boris.gear": [],
    "rules": {"vehicle-within-its-life": "must"},
    "pins.early": {"vehicle": "Finch", "launch": jan(4), "why": "Decided."},
}
"""One of everything that can be let go."""

SAYS = {
    "vehicles.Wren.seats": "Wren has only 2 seats",
    "vehicles.Wren.improvised": "Wren has only 1 improvised place, for an emergency only, from "
    "2030-01-02 on",
    "vehicle_types.boat.flies_empty": "no boat leaves with nobody aboard",
    "people.Boris.gear": "Boris has no gear",
    "people.Ana.trained": "Ana is trained for boat only",
    "ports (ring)": "only north and south accept ring, as Wren, Finch and Gull need",
    "ports.north.types": "north takes only boat",
    "vehicles.Finch.ports": "Finch docks only at north",
    "station.turn_round": "a port stays free for 2d between two vehicles",
    "vehicles.Finch.modes.crewed.windows": "Finch is launched only from 2030-01-02 to 2030-01-09",
    "vehicles.Finch.may_cancel": "Finch has to fly, as it may not be cancelled",
    "vehicles.Finch.modes.crewed.after.Gull": "Finch is launched 2d or more after Gull",
    "vehicles.Finch.modes.crewed.lead": "Finch is launched no sooner than 2d after its order, "
    "unless as planned or later",
    "vehicle_types.boat.prepare_departure": "the departure of a boat takes 1d to prepare",
    "vehicles.Wren.undock": "Wren undocks only from 2030-01-05 on",
    "vehicles.Finch.reseat_from": "no liner is moved into Finch before 2030-01-06",
    "vehicles.Finch.crew_skills.up": "Finch is launched with people only with somebody in it who "
    "is able to do helm",
    "vehicles.Wren.crew_skills.down": "Wren leaves with people only with somebody in it who is "
    "able to do helm",
    "vehicles.Finch.relieves.Wren": "Finch relieves Wren, docked 1d before Wren leaves or at most "
    "2d after",
    "station.crew.least": "at least 1 person is aboard at all times",
    "station.crew.most": "at most 3 people are ever aboard",
    "station.crew.above_long_term": "more than 2 people are aboard for 3d at most",
    "station.skills.helm.least": "at least 1 person able to do helm (nobody is) is aboard at all "
    "times",
    "station.skills.helm.after_departure": "at least 1 person able to do helm (nobody is) "
    "would remain if any one vehicle left",
    "station.supplies.water": "there are 9 l of water, 1 l for each person and day, 0 to be kept",
    "station.supplies.water.gone_from": "water is gone from 2030-01-09 on",
    "vehicles.Wren.conditions.2030-01-03": "Wren is emergency-only for 1 person from 2030-01-03 on",
    "vehicles.Wren.life": "Wren has to land within 40d of its launch, that is by 2030-01-10",
    "people.Ana.stay": "Ana stays away for 50d at most",
    "people.Ana.return_window": "Ana has to land by 2030-01-09",
    "vehicles.Wren.relocations": "Wren moves to south on 2030-01-04",
    "ports.south.closures.spacewalk": "south is closed from 2030-01-04 to 2030-01-05 (They are "
    "outside)",
    "pads.beach.gap": "beach needs 3d from one launch to the next",
    "pads.beach.gaps.boats": "beach needs 4d from boat to boat",
    "investigations.board": "board has no outcome before 2030-01-02",
    "landing_sites.steppe.closures.night": "steppe is closed on 2030-01-08",
    "pads.beach.outages.storm": "nothing is launched from beach until 2030-01-03",
    "groundings.valve": "boat is grounded from 2030-01-09 on",
    "pins.early": "it is pinned that Finch is launched on 2030-01-04 (Decided)",
}
"""What each says, worked out from the above."""


def catalogue(scenario: Scenario) -> dict[str, Premise]:
    return {it.name: it for it in premises_of(scenario, known_types())}


SCENARIO = spelled_out(tiny(EVERYTHING), known_types())
KNOWN = catalogue(SCENARIO)


@pytest.mark.parametrize("name", SAYS)
def test_a_premise_says_what_the_scenario_says(name: str) -> None:
    assert KNOWN[name].says == SAYS[name]


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_let_go_it_is_not_said_any_more_or_otherwise(name: str) -> None:
    premise = KNOWN[name]
    left = catalogue(letting_go(SCENARIO, [premise]))
    assert name not in left or left[name].says != premise.says


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_let_go_all_others_stand(name: str) -> None:
    others = {it: said.says for it, said in KNOWN.items() if it != name}
    left = {it: said.says for it, said in catalogue(letting_go(SCENARIO, [KNOWN[name]])).items()}
    hangs_on_it = {it for it in others if it.startswith(f"{name}.")}
    lost = {it for it, says in others.items() if left.get(it) != says}
    assert lost <= {*hangs_on_it, "ports (ring)"}


def test_a_move_that_is_let_go_may_still_be_made() -> None:
    free = letting_go(SCENARIO, [KNOWN["vehicles.Wren.relocations"]]).vehicles["Wren"]
    assert list(free.relocations.values()) == ["south"]
    assert free.may_relocate is not None


def test_a_wider_window_never_launches_what_has_not_been_launched() -> None:
    """Finch was planned for 31 December, in no window: it has not flown, and does not begin to."""
    late = tiny({"vehicles.Finch.planned": "2029-12-31"})
    window = catalogue(late)["vehicles.Finch.modes.crewed.windows"]
    wider = letting_go(late, [window]).vehicles["Finch"].modes["crewed"].windows
    assert isinstance(wider, list)
    assert [str(it) for it in wider] == ["2030-01-01..2030-02-08"]


def test_a_mode_without_a_window_left_is_never_launched() -> None:
    none_left = tiny({"vehicles.Finch.modes.crewed.windows": []})
    window = catalogue(none_left)["vehicles.Finch.modes.crewed.windows"]
    assert window.says == "Finch is launched at no time: no window is left"
    freed = letting_go(none_left, [window.freed()]).vehicles["Finch"].modes["crewed"].windows
    assert str(freed) == "2030-01-01.."


def test_what_has_been_launched_is_no_premise() -> None:
    flown = tiny(
        {
            "vehicles.Finch.planned": "2029-12-31",
            "vehicles.Finch.modes.crewed.windows": "2029-12-31..2030-01-09",
        }
    )
    assert not [name for name in catalogue(flown) if name.startswith("vehicles.Finch.modes")]


def test_an_outcome_that_makes_things_worse_is_not_hurried() -> None:
    board = {
        "investigations.board": {"expected": jan(5)},
        "vehicles.Wren.conditions": {jan(2): {"state": "unusable", "gate": "board"}},
        "vehicles.Finch.modes.crewed.gate": "board",
    }
    gated = tiny(board)
    left = letting_go(gated, [catalogue(gated)["investigations.board"]]).vehicles
    assert left["Finch"].modes["crewed"].gate is None
    assert [it.gate for it in left["Wren"].conditions.values()] == ["board"]


def test_all_are_let_go_at_once() -> None:
    left = catalogue(letting_go(SCENARIO, KNOWN.values()))
    assert set(left) <= {
        "ports (ring)",
        "vehicles.Finch.modes.crewed.windows",
        "vehicles.Gull.modes.empty.windows",
        "vehicles.Wren.improvised",
        "vehicles.Wren.life",
        "station.supplies.water",
    }


def test_what_is_let_go_as_a_whole_is_let_go_in_part() -> None:
    gated = tiny(
        {
            "investigations.board": {"expected": jan(5)},
            "vehicles.Wren.improvised": {"places": 1, "gate": "board"},
        }
    )
    both = [catalogue(gated)[it] for it in ("investigations.board", "vehicles.Wren.improvised")]
    for order in (both, both[::-1]):
        improvised = letting_go(gated, order).vehicles["Wren"].improvised
        assert improvised is not None
        assert (improvised.places, improvised.gate) == (3, None)


def test_the_scenario_itself_is_not_changed() -> None:
    before = SCENARIO.model_dump_json()
    letting_go(SCENARIO, KNOWN.values())
    assert SCENARIO.model_dump_json() == before


def test_one_vehicle_is_let_go_of_what_it_has_of_its_type() -> None:
    pilots = KNOWN["vehicles.Wren.crew_skills.down"]
    left = catalogue(letting_go(SCENARIO, [pilots]))
    assert "vehicles.Wren.crew_skills.down" not in left
    assert "vehicles.Finch.crew_skills.down" in left


def test_pins_and_what_has_happened_are_let_go_last() -> None:
    order = [it.name for it in premises_of(SCENARIO, known_types())]
    assert order[-1] == "pins.early"
    assert order.index("vehicles.Wren.seats") < order.index("vehicles.Wren.undock")
    assert order.index("vehicles.Wren.undock") < order.index("people.Ana.return_window")


def test_how_things_are_is_told_apart_from_what_is_asked() -> None:
    given = {it.name for it in KNOWN.values() if it.is_given}
    assert "vehicles.Finch.modes.crewed.windows" in given
    assert "vehicles.Wren.seats" in given
    assert not given & {"pins.early", "people.Ana.return_window", "groundings.valve"}
