"""Windows: what is one, what runs backwards, and that what is written reads back the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic_core import PydanticCustomError

import lifeboat
from lifeboat.days import Window
from lifeboat.editing.opened import open_edited
from lifeboat.scenario.planned import Planned
from repository import TINY

BACKWARDS = [
    "2030-03-07..2030-03-06",
    "2030-03-07..2030-03-05",
    "2030-066..2030-065",
    "2031-01-01..2030-12-31",
    "2030-03-07T00:00Z..2030-03-06",
    "2030-03-07T02:00+02:00..2030-03-06",
    "2030-03-07..2030-03-06T23:59Z",
    "2030-03-07T10:00Z..2030-03-07T09:59Z",
    "2030-04..2030-03",
    "2030-04-01..2030-03",
    "2030-04..2030-03-31",
    "2030-Q2..2030-Q1",
    "2030-Q2..2030-03",
]
FORWARDS = [
    "2030-03-07",
    "2030-03-07..2030-03-07",
    "2030-03-07T00:00Z",
    "2030-03-07T10:00Z",
    "2030-03-07T10:00Z..2030-03-07T10:00Z",
    "2030-03-07..2030-03-07T00:00Z",
    "2030-03-07T00:00Z..2030-03-07",
    "2030-03-07T23:59Z..2030-03-07",
    "2030-03-07T01:00+02:00..2030-03-06",
    "2030-03..2030-03-01",
    "2030-03-31..2030-03",
    "2030-03..2030-Q1",
    "2030-03-07..",
    "..2030-03-07",
]


@pytest.mark.parametrize("text", BACKWARDS)
def test_a_window_that_ends_before_it_starts_is_refused(text: str) -> None:
    first, _, last = text.partition("..")
    for read in (Window.read, Planned.read):
        with pytest.raises(PydanticCustomError) as caught:
            read(text)
        assert str(caught.value) == f"ends before it starts: {last} is before {first}"


@pytest.mark.parametrize("text", FORWARDS)
def test_a_window_of_one_day_or_one_instant_is_one(text: str) -> None:
    assert str(Window.read(text)) == str(Planned.read(text)) == text


@pytest.mark.parametrize("hour", [0, 10])
@pytest.mark.parametrize("span", [timedelta(0), timedelta(hours=14), timedelta(1), timedelta(3)])
def test_a_window_between_two_instants_reads_back_the_same(hour: int, span: timedelta) -> None:
    opens = datetime(2030, 3, 7, hour, tzinfo=UTC)
    window = Window.between(opens, opens + span)
    assert Window.read(window.text) == window


ADDED = [
    ("set", "vehicles.Heron.modes.empty.windows={}"),
    ("set", "vehicles.Heron.modes.empty.windows=[2030-03-01, {}]"),
    ("set", "vehicles.Heron.planned={}"),
    ("set", "people.Ana.return_window={}"),
    ("set", "people.Ana.returns={}"),
    ("set", "horizon={}"),
    ("add", "pads.seaside.outages.paint={{during: {}}}"),
    ("add", "pins.late={{vehicle: Heron, launch: {}}}"),
    ("close", "north={}"),
    ("ground", "bird={}"),
    ("unavailable", "Heron={}"),
    ("pin", "Ana lands {}"),
]


@pytest.mark.parametrize(("verb", "form"), ADDED)
@pytest.mark.parametrize("text", ["2030-03-12..2030-03-11", "2030-03-12..2030-03-10"])
def test_it_is_refused_wherever_a_window_is_read(verb: str, form: str, text: str) -> None:
    first, _, last = text.partition("..")
    with pytest.raises(lifeboat.MistakesError, match=f"before it starts: {last} is before {first}"):
        open_edited(str(TINY), flags=[(verb, form.format(text))])


def test_it_is_refused_in_words_too() -> None:
    with pytest.raises(lifeboat.MistakesError, match="ends before it starts"):
        open_edited(str(TINY), flags=[("pin", "Ana lands between 2030-03-12 and 2030-03-11")])


def test_it_is_refused_in_a_file(tmp_path: Path) -> None:
    text = TINY.read_text("utf-8").replace("2030-03-02..2030-03-12", "2030-03-07..2030-03-06")
    path = tmp_path / "tiny.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(lifeboat.MistakesError, match="`windows` ends before it starts"):
        lifeboat.read_scenario(str(path))
