"""`lifeboat sweep` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from repository import TINY

Ask = Callable[..., tuple[int, str, str]]


def test_a_curve_its_kinds_and_where_it_changes(ask: Ask) -> None:
    code, out, _ = ask("sweep", TINY, "--vary", "Heron.slip=0..10d", "-j", 1)
    assert code == 0
    parts = ["2 kinds of answer", "KINDS OF ANSWER", "WHERE IT CHANGES", "6d to 7d: A becomes B"]
    places = [out.index(part) for part in parts]
    assert places == sorted(places)


def test_a_grid(ask: Ask) -> None:
    places = "vehicles.Sparrow.conditions.2030-02-28.places=0..3"
    _, out, _ = ask("sweep", TINY, "--vary", "Heron.slip=0..4d", "--vary", places, "-j", 1)
    rows = [line.split() for line in out.splitlines()]
    # Six days without Heron, three people, none to three places.
    assert ["0d", "A", "18", "A", "12", "A", "6", "A", "0"] in rows


def test_one_document(ask: Ask) -> None:
    _, out, _ = ask("sweep", TINY, "--vary", "Heron.slip=0..2d", "--json", "-j", 1)
    told = json.loads(out)
    assert told["lifeboat_sweep"] == 1
    assert [point["at"] for point in told["points"]] == [["0d"], ["1d"], ["2d"]]
    assert told["kinds"][0]["answer"]["lifeboat_answer"] == 1


def test_edits_are_made_before(ask: Ask) -> None:
    given = ("--vary", "Heron.slip=0..2d", "--damage", "Sparrow=unusable", "-j", 1)
    _, out, _ = ask("sweep", TINY, *given)
    assert "What if: --damage Sparrow=unusable" in out


def test_a_range_that_cannot_be_read_is_quoted(ask: Ask) -> None:
    code, _, err = ask("sweep", TINY, "--vary", "Heron.slip=0..xd")
    assert code == 2
    assert "Heron.slip=0..xd" in err
    assert "^" in err


@pytest.mark.parametrize("width", [60, 100])
def test_it_keeps_to_the_width(width: int, ask: Ask) -> None:
    given = ("--vary", "Heron.slip=0..10d", "--width", width, "-j", 1)
    _, out, _ = ask("sweep", TINY, *given)
    assert max(map(len, out.splitlines())) <= width


def test_a_time_for_all_answers(ask: Ask) -> None:
    given = ("sweep", TINY, "--vary", "Heron.slip=0..10d", "-j", 1)
    code, out, _ = ask(*given, "--total-time", "1h")
    assert (code, out) == ask(*given)[:2]
    code, out, _ = ask(*given, "--total-time", "0.001s")
    assert code == 4
    assert "The time for all was over" in out
