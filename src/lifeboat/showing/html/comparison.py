"""The report of variants side by side: the table, then each with its chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lifeboat.answers.chart import Chart
from lifeboat.answers.solve import Answer
from lifeboat.answers.whatif import Comparison
from lifeboat.days import say_instant
from lifeboat.showing.html.page import Page
from lifeboat.showing.svg import chart_element, colours_in
from lifeboat.showing.tables.comparison import comparison_table, what_changes
from lifeboat.showing.verdict import outcome, receipt
from lifeboat.showing.words import through

AS_IT_STANDS = "as it stands"


def comparison_html(told: Comparison, charts: Mapping[str, Chart]) -> str:
    """The report of an answer to `lifeboat whatif`.

    Args:
        told: the answer.
        charts: the chart of each plan, by the name of its variant or `as it stands`.

    Returns:
        The text of an HTML file that refers to nothing outside it and runs nothing.
    """
    base = told.base
    page = Page(f"What if? {base.scenario}")
    page.lines(f"As of {say_instant(base.as_of)}, {through(base.horizon_end)}.")
    if told.interrupted:
        page.lines("Interrupted: what is not proven is the best found so far.", kind="verdict")
    page.table(comparison_table(told))
    colours = colours_in(charts.values())
    for number, (name, answer, asked) in enumerate(_each(told)):
        page.heading(name[0].upper() + name[1:])
        page.lines(outcome(answer), kind="verdict")
        page.lines(*asked, *([answer.best.summary] if answer.best else answer.reason))
        if name in charts:
            drawn = chart_element(charts[name], name=f"chart{number}", colours=colours)
            page.element(drawn, f"Chart: {name}")
    page.heading("Receipt")
    page.lines(receipt(base.receipt), kind="receipt")
    return page.text()


def _each(told: Comparison) -> Iterator[tuple[str, Answer, list[str]]]:
    """Every answer with its name, and what is asked in it and what it changes."""
    yield AS_IT_STANDS, told.base, []
    for it in told.variants:
        why = [f"Why: {it.why}"] if it.why else []
        yield it.name, it.answer, [*why, f"Against the scenario as it stands: {what_changes(it)}."]
