"""What the report of an answer holds, in the order in which it is asked for."""

from __future__ import annotations

from lifeboat.answers.option import Option
from lifeboat.answers.solve import Answer
from lifeboat.days import say_instant
from lifeboat.showing.changes import SAME, changes
from lifeboat.showing.digest import BELOW, digest
from lifeboat.showing.html.page import Page
from lifeboat.showing.svg import chart_element
from lifeboat.showing.tables.answer import answer_tables
from lifeboat.showing.verdict import outcome, receipt
from lifeboat.showing.words import through


def report_html(answer: Answer) -> str:
    """The report of an answer to `lifeboat solve`; the chart and the dates are in it if they are in
    the answer.

    Returns the text of an HTML file that refers to nothing outside it and runs nothing.
    """
    page = Page(answer.scenario)
    page.lines(f"As of {say_instant(answer.as_of)}, {through(answer.horizon_end)}.")
    if answer.receipt.edits:
        page.lines(f"What if: {'; '.join(answer.receipt.edits)}.")
    page.lines(outcome(answer), kind="verdict")
    page.lines(*answer.reason)
    if answer.best is not None:
        _add_plan(page, answer, answer.best)
    else:
        _add_conflicts(page, answer)
    page.heading("Receipt")
    page.lines(receipt(answer.receipt), kind="receipt")
    page.lines(f"SHA-256 of the scenario: {answer.receipt.scenario_sha256}", kind="receipt")
    return page.text()


def _add_plan(page: Page, answer: Answer, best: Option) -> None:
    page.lines(best.summary)
    others = [] if answer.tied is None else [changes(answer.tied)]
    tied = [f"As good in every goal: {it}." for it in others if it != SAME]
    for section in digest(best, elsewhere=BELOW, also=tied):
        page.heading(section.label.capitalize())
        if section.rows:
            page.rows(section.label.capitalize(), section.columns, section.rows)
        page.lines(*section.notes)
    wrong, *tables = answer_tables(answer)
    page.table(wrong)
    if answer.chart is not None:
        page.heading("Chart")
        page.element(chart_element(answer.chart, name="best"), "Chart")
    for table in tables:
        page.table(table)
    if answer.others:
        page.heading("Other kinds of plan")
        page.lines(*(f"{other.title}. {other.summary}" for other in answer.others))


def _add_conflicts(page: Page, answer: Answer) -> None:
    for conflict in answer.conflicts:
        page.heading("What cannot hold together")
        page.lines(*(f"{cause.says}." for cause in conflict.because))
