"""The report of an answer: it holds all that the answer does, and nothing from outside."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

import pytest

from handmade import BEST, answer, without_findings
from lifeboat.answers.conflict import Cause, Conflict
from lifeboat.answers.solve import Answer
from lifeboat.questions.chart import chart
from lifeboat.questions.days import day_table
from lifeboat.questions.solve import solve
from lifeboat.showing.html import report_html
from tiny import tiny

HOSTILE = '<img src=x onerror=alert(1)> & "co" 日本'
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Read(HTMLParser):
    """What a page is made of: its tags, its words, and whether every tag is closed in turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.named: list[dict[str, str | None]] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.named.append(dict(attrs))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@cache
def rescue() -> tuple[Answer, str]:
    """The tiny station solved, and its report."""
    scenario = tiny()
    told = solve(scenario, reasons=False)
    assert told.best is not None
    plan = told.best.plan
    update = {"chart": chart(scenario, plan), "days": day_table(scenario, plan)}
    return told, report_html(told.model_copy(update=update))


def test_it_is_one_page_with_everything_in_its_order() -> None:
    told, text = rescue()
    assert text.startswith("<!doctype html>\n<html")
    read = Read(text)
    headings = ["Risk", "Plan", "Home", "Changed", "Cost", "Chart", "Goals, most important first"]
    headings += ["Date by date", "How old each vehicle is", "Days in space"]
    headings += ["Flights", "Who flies", "People", "Seats", "Ports", "Receipt"]
    found = [read.words.index(it) for it in headings]
    assert found == sorted(found)
    assert told.best is not None
    assert told.best.summary in read.text
    assert "svg" in read.tags


def test_nothing_runs_and_nothing_is_loaded() -> None:
    _, text = rescue()
    read = Read(text)
    assert not {"script", "link", "img", "iframe", "object"} & set(read.tags)
    assert not any(key in it for it in read.named for key in ("src", "href", "onerror", "onclick"))
    policy = [it for it in read.named if it.get("http-equiv") == "Content-Security-Policy"]
    assert [it["content"] for it in policy] == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", "")


def test_names_come_out_as_text() -> None:
    hostile = BEST.model_copy(update={"title": HOSTILE, "summary": HOSTILE})
    read = Read(report_html(answer(scenario=HOSTILE, best=hostile)))
    assert "img" not in read.tags
    assert HOSTILE in read.text


def test_names_are_not_broken_at_hyphens() -> None:
    named = BEST.model_copy(update={"title": "MS-23 and Crew-5 fly"})
    text = report_html(answer(best=named))
    assert '<span class="whole">MS-23</span> and <span class="whole">Crew-5</span> fly.' in text
    assert ".whole{white-space:nowrap}" in text


def test_every_table_has_headings_of_columns_and_rows() -> None:
    read = Read(rescue()[1])
    assert read.tags.count("table") == read.tags.count("thead") >= 10
    scopes = [it.get("scope") for tag, it in zip(read.tags, read.named, strict=True) if tag == "th"]
    assert set(scopes) == {"col", "row"}


def test_what_scrolls_is_reached_by_keyboard_and_has_a_name_of_its_own() -> None:
    regions = [it for it in Read(rescue()[1]).named if it.get("role") == "region"]
    assert all(it["tabindex"] == "0" for it in regions)
    names = [it["aria-label"] for it in regions]
    assert len(set(names)) == len(names) >= 10


def test_what_is_wrong_stands_in_it() -> None:
    text = Read(report_html(answer())).text
    assert "Ana has no place: the liner waits on the station" in text
    assert "Broken rules" in text
    assert "Broken rules" not in Read(report_html(answer(best=without_findings()))).text


def test_what_is_not_proven_says_so_beside_the_value() -> None:
    assert "moved 12.5 days (found; at least 4)" in Read(report_html(answer())).text


@pytest.mark.parametrize("edits", [(), ("--delay Heron=1d",)])
def test_the_edits_made_are_told(edits: tuple[str, ...]) -> None:
    receipt = answer().receipt.model_copy(update={"edits": edits})
    text = Read(report_html(answer(receipt=receipt))).text
    assert ("What if: --delay Heron=1d." in text) is bool(edits)


def test_without_a_plan_it_says_why() -> None:
    cause = Cause(premise="pins.early", says="it is early", rule="pins-hold", see=())
    told = Conflict(because=(cause,), is_smallest=True)
    text = Read(report_html(answer(best=None, outcome="impossible", conflicts=(told,)))).text
    assert "Impossible: it is proven" in text
    assert "it is early." in text
    assert "Receipt" in text


def test_other_kinds_of_plan() -> None:
    other = BEST.model_copy(update={"title": "Another kind"})
    assert "Another kind. Heron is launched" in Read(report_html(answer(others=(other,)))).text
