"""Decisions as a calendar, read back by the rules of RFC 5545."""

from __future__ import annotations

import re

import pytest

from handmade import BEST, answer, day
from lifeboat.answers.option import DecideBy
from lifeboat.answers.solve import Answer
from lifeboat.showing.exports.calendar import decisions_calendar


def decided(*told: tuple[int, str], hour: int = 0) -> Answer:
    made = tuple(
        DecideBy(
            by=day(number, hour),
            what=what,
            vehicle="Heron",
            label=what,
            lost="a seat, or two; both",
        )
        for number, what in told
    )
    return answer(best=BEST.model_copy(update={"decide_by": made}))


def events(text: str) -> list[dict[str, str]]:
    """The events, their lines unfolded and their texts as they were."""
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded[-2:] == ["END:VCALENDAR", ""]
    found: list[dict[str, str]] = []
    for line in unfolded[1:-2]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name != "END":
            found[-1][name] = re.sub(r"\\(.)", r"\1", value)
    return found


def test_an_event_for_each_decision() -> None:
    first, second = events(decisions_calendar(answer()))
    assert first["DTSTART;VALUE=DATE"] == "20300102"
    assert first["DTEND;VALUE=DATE"] == "20300103"
    assert first["SUMMARY"] == "Decide: launch of Heron"
    assert first["DESCRIPTION"] == "By 2030-01-02, or lose a seat for Ana from 2030-01-06."
    assert second["SUMMARY"] == "Decide: undocking of Wren on 2030-01-09"


def test_an_hour_is_kept() -> None:
    (event,) = events(decisions_calendar(decided((2, "it"), hour=6)))
    assert event["DTSTART"] == "20300102T060000Z"


def test_signs_that_mean_something_to_the_format_come_back() -> None:
    (event,) = events(decisions_calendar(decided((2, "launch; of, Heron\\"))))
    assert event["SUMMARY"] == "Decide: launch; of, Heron\\"
    assert event["DESCRIPTION"].endswith("a seat, or two; both.")


@pytest.mark.parametrize("letter", ["x", "é", "日", "🚀"])
def test_no_line_is_too_long_and_no_letter_is_cut(letter: str) -> None:
    text = decisions_calendar(decided((2, letter * 200)))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = events(text)
    assert event["SUMMARY"] == f"Decide: {letter * 200}"


def ids(told: Answer) -> list[str]:
    return [event["UID"] for event in events(decisions_calendar(told))]


def test_a_decision_that_moves_is_the_same_event() -> None:
    before = decided((2, "launch of Heron (empty) on 2030-01-04"))
    after = decided((3, "launch of Heron (empty) on 2030-01-05"))
    assert ids(before) == ids(after)


def test_decisions_alike_are_events_of_their_own() -> None:
    told = decided((2, "Ana's liner to Heron on 2030-01-02"), (5, "Ana's liner to Heron"))
    other = decided((2, "Ana's liner to Wren"))
    assert len({*ids(told), *ids(other)}) == 3


def test_no_plan_has_no_events() -> None:
    assert events(decisions_calendar(answer(best=None, outcome="gave-up"))) == []
