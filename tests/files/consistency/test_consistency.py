"""What may look odd in a scenario and is not wrong; tests/mistakes has what is wrong."""

import pytest

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.scenario_file import scenario_of
from lifeboat.files.source import source_of
from repository import TESTS

RIGHT = (TESTS / "mistakes" / "right.yaml").read_text(encoding="utf-8")
ABEL = "Abel: {agency: North, up: Heron, seat: Heron, home: Heron, skills: [pilot]}"
PIN = "Abel stays: {person: Abel, returns: 2024-03-28..}"
BOW = "bow: {accepts: [probe]}"
EMPTY = "empty: {windows: [2024-03-12..2024-03-14, 2024-03-18..2024-03-30]}"


def mistakes(*changes: tuple[str, str]) -> tuple[Mistake, ...]:
    text = RIGHT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    source = source_of(text, "a.yaml")
    try:
        scenario_of(source, known_types={}, rule_names=["pins-hold"], goal_names=["staffing"])
    except MistakesError as error:
        return error.mistakes
    return ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("horizon: ..", "horizon: 2024-03-01..", id="horizon opens on as_of's day"),
        pytest.param("horizon: ..2024-04-30", "horizon: ..2044-02-28", id="horizon of 20 years"),
        pytest.param(ABEL, ABEL.replace("seat: Heron", "seat: station"), id="liner aboard"),
        pytest.param(
            ABEL, ABEL.replace("up: Heron", "launched: 2023-10-01"), id="came on one that has left"
        ),
        pytest.param("places: 2", "places: 9, ride_home: true", id="more places than seats"),
        pytest.param("Ito: {agency: North, up: Osprey}", "Ito: {agency: North}", id="no plan"),
        pytest.param(
            "docked: 2023-10-01T09:30Z", "docked: 2024-03-01", id="docked at that very instant"
        ),
        pytest.param("    leaves: 2024-03-28", "    leaves: 2024-02-20", id="should have left"),
        pytest.param(BOW, BOW.replace("]", "], types: [capsule]"), id="port of its type"),
        pytest.param(BOW, BOW.replace("[probe]", "[ring, probe]"), id="port of two mechanisms"),
        pytest.param("    port: bow", "    port: bow\n    ports: [bow]", id="port of its own"),
        pytest.param(
            EMPTY,
            "empty: {windows: [2024-02-12..2024-02-14, 2024-03-18..]}",
            id="one window is past, one without end",
        ),
        pytest.param(
            EMPTY,
            "empty: {windows: [2024-03-18..2024-03-30, 2024-03-12..2024-03-17]}",
            id="windows that touch, in any order",
        ),
        pytest.param("crew: {least: 1}", "crew: {least: 1, most: 3}", id="crew of all seats"),
        pytest.param("waived_to: 215d", "waived_to: 200d", id="waiver of nothing"),
        pytest.param(PIN, "a: {vehicle: Osprey, flies: false}", id="pin of no flight"),
        pytest.param(PIN, "a: {vehicle: Heron, port: bow, undock: 2024-03-20..}", id="pin docked"),
        pytest.param(PIN, "a: {person: Abel, seat: Heron, during: ..2024-03-20}", id="pin a seat"),
        pytest.param(PIN, "a: {vehicle: Osprey, mode: crewed, launch: 2024-03-21}", id="pin mode"),
        pytest.param("\npins:", "\nrules: {pins-hold: should}\npins:", id="rule"),
        pytest.param("\npins:", "\ngoals: [{staffing: 2}]\npins:", id="goal"),
        pytest.param("\npins:", "\ngoals: []\npins:", id="no goals"),
    ],
)
def test_is_not_wrong(old: str, new: str) -> None:
    assert mistakes((old, new)) == ()


def test_seats_may_be_fewer_than_people_in_them() -> None:
    assert mistakes(("    seats: 3", "    seats: 1")) == ()


def test_a_crew_may_need_the_vehicle_s_own_seats() -> None:
    crew = ("crew: [Ito]", "crew: [Ito, Ueda]")
    person = ("\npins:", "  Ueda: {agency: North}\n\npins:")
    pad = "    pad: east"
    assert mistakes(crew, person, ("    seats: 3", "    seats: 1"))
    own_seats = (pad, pad + "\n    seats: 2")
    assert mistakes(crew, person, ("    seats: 3", "    seats: 1"), own_seats) == ()


def test_mistakes_stand_where_they_are_written() -> None:
    (mistake,) = mistakes(("gate: leak-board", "gate: leek-board"))
    place = mistake.place
    assert place
    assert place.text[place.column - 1 :][: place.length] == "leek-board"
    assert mistake.kind == "unknown-investigation"
