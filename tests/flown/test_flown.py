"""The ISS as flown is kept by every rule, and what is spoiled in it is found, and nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from flown.record import stays, visits, window
from flown.spoiled import KINDS, Spoiled, copies
from lifeboat.plans.course import Course
from lifeboat.plans.findings import Finding
from lifeboat.plans.plan import Plan
from lifeboat.rules.audit import audit, ledger_of
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation
from repository import ROOT

FIRST, LAST = datetime(2000, 11, 2, 9, 22, tzinfo=UTC), datetime(2020, 11, 1, tzinfo=UTC)


def course_of(scenario: Scenario, plan: Plan) -> Course:
    return Course.of(Situation.of(scenario, {}), plan)


def findings(course: Course) -> tuple[Finding, ...]:
    return audit(course, ledger_of(course))


def test_twenty_years_keep_every_rule() -> None:
    """95 visits and 391 stays in 7305 days, every docking and undocking to the minute."""
    course = course_of(*window(FIRST, LAST))
    assert (len(visits()), len(stays()), len(course.journeys)) == (95, 391, 391)
    assert course.situation.end == 7305
    assert findings(course) == ()
    ledger = ledger_of(course)
    assert ledger.lapses == ()
    assert {entry.quality for entry in ledger.entries} == {"nominal"}


@pytest.mark.parametrize(
    ("day", "aboard"),
    [
        ("2003-07-01", 2),  # after Columbia
        ("2005-07-30", 9),  # STS-114
        ("2009-07-20", 13),  # STS-127, the most ever aboard
        ("2012-01-15", 6),
        ("2015-09-05", 9),  # Soyuz TMA-18M with two visitors
        ("2020-05-01", 3),
    ],
)
def test_as_many_were_aboard_as_is_known(day: str, aboard: int) -> None:
    noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    assert sum(it.up.docked <= noon < it.home.undocked for it in stays()) == aboard


def test_some_ships_land_on_the_day_after_they_undock() -> None:
    """24 of the 61 Soyuz that left in the twenty years."""
    soyuz = [it for it in visits().values() if it.type == "soyuz" and it.undocked < LAST]
    down = timedelta(hours=3, minutes=23)
    late = [it for it in soyuz if (it.undocked + down).date() > it.undocked.date()]
    assert (len(late), len(soyuz)) == (24, 61)
    course = course_of(*window(FIRST, LAST))
    for ship in soyuz:
        voyage = course.voyages[ship.name]
        assert voyage.undock is not None
        assert voyage.landing == voyage.latest_landing == voyage.undock + (ship in late)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_spoiled_is_found_and_nothing_else(kind: str) -> None:
    """40 copies of each of five kinds."""
    for number, copy in enumerate(copies(kind, seed=2026, count=40)):
        course = course_of(copy.scenario, copy.plan)
        found = findings(course)
        told = Counter((it.rule, it.subject) for it in found)
        assert told == Counter(copy.found), f"copy {number}"
        _in_time(copy, course, found[0])


def _in_time(copy: Spoiled, course: Course, finding: Finding) -> None:
    if copy.days is not None:
        assert finding.first is not None
        assert finding.end is not None
        clock = course.situation.clock
        first, end = clock.at(finding.first), clock.at(finding.end)
        assert (first, end) == copy.days


def test_the_page_tells_the_figures() -> None:
    page = (ROOT / "docs" / "cases" / "iss-as-flown.md").read_text("utf-8")
    changed = sum(it.up != it.home for it in stays())
    moves = sum(len(it.moves) for it in visits().values())
    copies_made = 40 * len(KINDS)
    for figure in ("95 visits", "391 stays", "7,305 days", f"{copies_made} copies"):
        assert figure in page
    assert f"{changed} of 391 stays" in page
    assert f"another port {moves} times" in page


def test_on_no_day_did_one_ship_leave_and_another_come() -> None:
    left = {it.undocked.date() for it in visits().values()}
    assert left.isdisjoint({it.docked.date() for it in visits().values()})
