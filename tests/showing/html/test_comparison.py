"""The report of variants side by side."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from handmade import BEST, answer
from lifeboat.answers.difference import difference
from lifeboat.answers.whatif import Comparison, Variant
from lifeboat.questions.chart import chart
from lifeboat.showing.html import comparison_html
from tiny import plan, tiny

HOSTILE = "<img src=x onerror=alert(1)>"


def compared() -> str:
    asked = Variant(name=HOSTILE, why=HOSTILE, answer=answer(), difference=difference(BEST, BEST))
    gone = answer(best=None, outcome="impossible", reason=("Wren cannot stay and go.",))
    none = Variant(name="none", why=None, answer=gone, difference=None)
    drawn = chart(tiny(), plan())
    charts = {"as it stands": drawn, HOSTILE: drawn}
    return comparison_html(Comparison(base=answer(), variants=(asked, none)), charts)


def test_the_table_then_each_with_its_chart() -> None:
    text = compared()
    places = [text.index(it) for it in ("Side by side", "As it stands", "None</h2>", "Receipt")]
    assert places == sorted(places)
    assert text.count("<svg") == 2
    assert "Wren cannot stay and go." in text


def test_names_come_out_as_text_and_nothing_runs() -> None:
    tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
            tags.append(tag)

    Tags().feed(compared())
    assert "svg" in tags
    assert not {"img", "script", "link"} & set(tags)
    assert "default-src 'none'" in compared()


def test_every_id_is_there_once() -> None:
    ids = re.findall(r' id="([^"]+)"', compared())
    assert len(ids) == len(set(ids)) >= 4
