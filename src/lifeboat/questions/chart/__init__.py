"""The flight-plan chart of a plan, described: what is where, when, whatever it is drawn with."""

from __future__ import annotations

from collections.abc import Iterator

from lifeboat.answers.chart import Chart, ChartMark, Level
from lifeboat.answers.days import DayView
from lifeboat.answers.decide_by import decide_by
from lifeboat.files.known_types import known_types
from lifeboat.plans.course import Course
from lifeboat.plans.fitting import without_unknown
from lifeboat.plans.ledger import Ledger
from lifeboat.plans.plan import Plan
from lifeboat.questions.chart.limits import closed_times, launch_windows
from lifeboat.questions.chart.tracks import crew_tracks, port_tracks
from lifeboat.questions.days import AS_PLANNED
from lifeboat.questions.days.dates import dates
from lifeboat.rules.audit import ledger_of
from lifeboat.scenario.scenario import Scenario
from lifeboat.situation.situation import Situation

__all__ = ["chart"]


def chart(scenario: Scenario, plan: Plan = AS_PLANNED) -> Chart:
    """Describe the chart of a plan: ports, crew, seat margin, windows, closures, decisions.

    No code of the solver takes part, and no rule is checked (`lifeboat.check`).

    Args:
        scenario: a scenario without mistakes, as `lifeboat.read_scenario` returns it.
        plan: the plan, as `lifeboat.read_plan` returns it; that of record when left out.

    Returns:
        Everything that is drawn, with a sentence for each bar and mark.
    """
    fit = without_unknown(plan, scenario)
    situation = Situation.of(scenario, known_types())
    course, record = Course.of(situation, fit.plan), Course.of(situation, AS_PLANNED)
    drawn = _drawn_from(course, record, ledger_of(course))
    return drawn.model_copy(update={"plan_name": plan.name, "unknown": fit.unknown})


def _drawn_from(course: Course, record: Course, ledger: Ledger) -> Chart:
    scenario, clock = course.situation.scenario, course.situation.clock
    return Chart(
        scenario=scenario.name,
        as_of=scenario.as_of,
        horizon_end=clock.instant(clock.end),
        plan_name=None,
        ports=tuple(port_tracks(course, record)),
        crew=tuple(crew_tracks(course, record, ledger)),
        margin=tuple(_levels(dates(course, ledger))),
        windows=tuple(launch_windows(course)),
        closures=tuple(closed_times(course.situation)),
        launches=tuple(_launch_marks(course)),
        decide_by=tuple(_decisions(course)),
    )


def _levels(days: Iterator[DayView]) -> Iterator[Level]:
    """Places and people, stretches made one in which neither changes."""
    last: Level | None = None
    for day in days:
        level = Level(
            first=day.date,
            end=day.until,
            places=day.places,
            aboard=len(day.aboard),
            margin=day.margin,
            without_a_place=day.without_a_place,
        )
        if last is not None:
            longer = last.model_copy(update={"end": level.end})
            if longer == level.model_copy(update={"first": last.first}):
                last = longer
                continue
            yield last
        last = level
    if last is not None:
        yield last


def _decisions(course: Course) -> Iterator[ChartMark]:
    for it in decide_by(course):
        says = f"{it.what}, or lose {it.lost}"
        yield ChartMark(of=it.vehicle, at=it.by, says=says, label=it.label)


def _launch_marks(course: Course) -> Iterator[ChartMark]:
    clock = course.situation.clock
    for voyage in course.voyages.values():
        if voyage.way is not None and voyage.launch >= 0:
            says = f"launch of {voyage.ship.name} ({voyage.way.name}) on {clock.say(voyage.launch)}"
            name, at = voyage.ship.name, clock.instant(voyage.launch)
            yield ChartMark(of=name, at=at, says=says, label=f"launch of {name}")
