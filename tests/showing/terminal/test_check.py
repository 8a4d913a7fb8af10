"""A checked plan as it is printed: whether it is good, what is wrong, then the tables."""

from __future__ import annotations

import pytest

from handmade import BEST, NO_SEAT, check, lines, piped, without_findings
from lifeboat.answers.check import Check
from lifeboat.answers.option import Option
from lifeboat.showing.terminal.check import show_check

MUST = NO_SEAT.model_copy(update={"strength": "must"})


def printed(told: Check) -> list[str]:
    stream, console = piped()
    show_check(told, console)
    return lines(stream)


def finding(must: int, should: int) -> Option:
    return BEST.model_copy(update={"findings": (*[NO_SEAT] * should, *[MUST] * must)})


def test_first_whether_it_is_good_then_what_is_wrong() -> None:
    assert printed(check())[:4] == [
        "My plan, against By hand (as of 2030-01-01)",
        "Not good: rules are broken, 1 that should hold; see below.",
        "",
        "BROKEN RULES",
    ]


SECTIONS = ("RISK", "PLAN", "HOME", "DECIDE", "CHANGED", "COST", "NEXT")


def sections(told: list[str]) -> list[str]:
    return [word for line in told for word in line.split()[:1] if word in SECTIONS]


def test_then_the_first_screen() -> None:
    assert sections(printed(check())) == ["RISK", "PLAN", "HOME", "DECIDE", "CHANGED", "COST"]


def test_in_full_every_table() -> None:
    stream, console = piped()
    show_check(check(), console, full=True)
    told = [line for line in lines(stream) if line.isupper() or line.startswith("GOALS")]
    assert told == [
        "BROKEN RULES",
        "FLIGHTS",
        "WHO FLIES",
        "PEOPLE",
        "SEATS",
        "PORTS",
        "GOALS, MOST IMPORTANT FIRST",
    ]


def test_a_plan_that_breaks_nothing_is_good() -> None:
    told = printed(check(without_findings()))
    assert told[1] == "Good: no rule is broken."
    assert "BROKEN RULES" not in told


@pytest.mark.parametrize(
    ("must", "should", "said"),
    [
        (2, 1, "2 that must hold and 1 that should hold"),
        (1, 0, "1 that must hold"),
        (0, 3, "3 that should hold"),
    ],
)
def test_rules_of_both_strengths_are_counted(must: int, should: int, said: str) -> None:
    told = printed(check(finding(must, should)))
    assert told[1] == f"Not good: rules are broken, {said}; see below."


def test_nothing_was_sought_so_nothing_is_said_of_less() -> None:
    stream, console = piped()
    show_check(check(), console, full=True)
    assert "goal value" in lines(stream)
    assert "least possible" not in stream.getvalue()
    assert "found" not in stream.getvalue()


def test_a_plan_without_a_name() -> None:
    nameless = check().model_copy(update={"plan_name": None})
    assert printed(nameless)[0] == "This plan, against By hand (as of 2030-01-01)"


def test_findings_point_to_where_somebody_says() -> None:
    stream, console = piped()
    show_check(check(), console, where=lambda path: f"a.yaml:{len(path)}")
    assert "see a.yaml:2" in lines(stream)


@pytest.mark.parametrize(
    ("option", "lost", "said"),
    [
        (without_findings(), {"Ana": "Robin"}, "Not good: Ana was to go home on Robin."),
        (
            without_findings(),
            {"Ana": "Robin", "Bo": "Robin", "Cy": "Tern"},
            "Not good: Ana and Bo were to go home on Robin and Cy was to go home on Tern.",
        ),
        (
            finding(0, 1),
            {"Ana": "Robin"},
            "Not good: Ana was to go home on Robin, and rules are broken, 1 that should hold; see "
            "below.",
        ),
    ],
)
def test_a_way_home_that_is_no_more_comes_first(
    option: Option, lost: dict[str, str], said: str
) -> None:
    told = check(option).model_copy(
        update={"good": False, "unknown": ("Robin", "Tern"), "lost_rides": lost}
    )
    assert printed(told)[1:3] == [
        said,
        "Left out, since the scenario does not know it: Robin, Tern.",
    ]
