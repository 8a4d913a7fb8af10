"""What the report of an answer holds, in the order in which it is asked for."""

from __future__ import annotations

from lifeboat.answers.chart import Chart
from lifeboat.answers.days import DayTable
from lifeboat.answers.option import Option
from lifeboat.answers.solve import Answer
from lifeboat.days import say_instant
from lifeboat.showing.changes import SAME, changes
from lifeboat.showing.digest import digest
from lifeboat.showing.html.page import Page
from lifeboat.showing.svg import chart_element
from lifeboat.showing.tables.days import day_tables
from lifeboat.showing.tables.plan import (
    decisions_table,
    findings_table,
    goals_table,
    plan_tables,
)
from lifeboat.showing.verdict import outcome, receipt
from lifeboat.showing.words import through


def report_html(answer: Answer, chart: Chart | None = None, days: DayTable | None = None) -> str:
    """The report of an answer to `lifeboat solve`.

    Args:
        answer: the answer.
        chart: the chart of its best plan; left out where there is no plan.
        days: its best plan date by date, likewise.

    Returns:
        The text of an HTML file that refers to nothing outside it and runs nothing.
    """
    page = Page(answer.scenario)
    page.lines(f"As of {say_instant(answer.as_of)}, {through(answer.horizon_end)}.")
    if answer.receipt.edits:
        page.lines(f"What if: {'; '.join(answer.receipt.edits)}.")
    page.lines(outcome(answer), kind="verdict")
    page.lines(*answer.reason)
    if answer.best is not None:
        _add_plan(page, answer, answer.best, chart, days)
    else:
        _add_conflicts(page, answer)
    page.heading("Receipt")
    page.lines(receipt(answer.receipt), kind="receipt")
    page.lines(f"SHA-256 of the scenario: {answer.receipt.scenario_sha256}", kind="receipt")
    return page.text()


def _add_plan(
    page: Page, answer: Answer, best: Option, chart: Chart | None, days: DayTable | None
) -> None:
    page.lines(best.summary)
    others = [] if answer.tied is None else [changes(answer.tied)]
    tied = [f"As good in every goal: {it}." for it in others if it != SAME]
    for section in digest(best, also=tied):
        page.heading(section.label.capitalize())
        if section.rows:
            page.rows(section.label.capitalize(), section.columns, section.rows)
        page.lines(*(note.replace(" (--full)", ", see below") for note in section.notes))
    page.table(findings_table(best))
    if chart is not None:
        page.heading("Chart")
        page.element(chart_element(chart, name="best"), "Chart")
    page.table(decisions_table(best))
    page.table(goals_table(best))
    for table in (*(day_tables(days) if days else ()), *plan_tables(best)):
        page.table(table)
    if answer.others:
        page.heading("Other kinds of plan")
        page.lines(*(f"{other.title}. {other.summary}" for other in answer.others))


def _add_conflicts(page: Page, answer: Answer) -> None:
    for conflict in answer.conflicts:
        page.heading("What cannot hold together")
        page.lines(*(f"{cause.says}." for cause in conflict.because))
