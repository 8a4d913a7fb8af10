"""The PNG picture: its size, and that every name is really written in it."""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import tostring

import pytest

from lifeboat.answers.chart import Chart
from lifeboat.plans.plan import Plan
from lifeboat.questions.chart import chart
from lifeboat.showing.png import chart_png, picture
from lifeboat.showing.png.painter import FAMILY, Painter, painter
from lifeboat.showing.svg import chart_element
from lifeboat.showing.svg.elements import SIZE
from lifeboat.showing.svg.text_width import text_width
from pixels import Pixels, read_png, size_of
from tiny import plan, tiny

HOSTILE = '<img src=x onerror=alert(1)> & "co"'
WIDE = ("ШЩЖЮжшщюШЩЖЮ", "1111111111")


def drawn() -> Chart:
    """The tiny station, its ports called by names of wide letters."""
    told = chart(tiny(), plan())
    named = [
        port.model_copy(update={"name": name}) for port, name in zip(told.ports, WIDE, strict=False)
    ]
    return told.model_copy(update={"ports": tuple(named)})


@cache
def with_and_without_text() -> tuple[Pixels, Pixels]:
    """The picture of one pixel for one of the SVG, and the same with every text removed."""
    root = chart_element(drawn(), name="chart")
    root.set("font-family", FAMILY)
    for it in root.iter("text"):
        it.text = None
    bare = painter().png(tostring(root, encoding="unicode"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(picture, "_SCALE", 1)
        told = chart_png(drawn(), painter())
    assert told.remarks == ()
    return read_png(told.data), read_png(bare)


def boxes() -> dict[str, tuple[float, float, float, float]]:
    """The box of each text, from its left upper corner to its right lower one."""
    found = {}
    for it in chart_element(drawn(), name="chart").iter("text"):
        text, (x, y) = it.text or "", (float(it.get(key, "")) for key in ("x", "y"))
        wide = text_width(text, SIZE)
        left = x - wide / 2 if it.get("text-anchor") == "middle" else x
        found[f"{text} at {x}, {y}"] = (left - 1, y - SIZE, left + wide + 1, y + 4)
    return found


def test_it_is_twice_as_large_as_the_svg() -> None:
    root = chart_element(drawn(), name="chart")
    wide, high = (float(root.get(key, "")) for key in ("width", "height"))
    found = size_of(chart_png(drawn(), painter()).data)
    assert found == (2 * wide, 2 * high)
    assert wide == 1200


def test_a_long_chart_is_no_higher_than_programs_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_MOST_PIXELS", 300)
    assert size_of(chart_png(drawn(), painter()).data)[1] == 300


def test_the_ground_is_white() -> None:
    whole, _ = with_and_without_text()
    corners = {whole.at(x, y)[:3] for x in (0, whole.width - 1) for y in (0, whole.height - 1)}
    assert corners == {b"\xff\xff\xff"}
    assert {row[at] for row in whole.rows for at in range(3, len(row), 400)} == {255}


def test_no_edge_is_clear_where_the_scale_is_odd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_SCALE", 0.777)
    found = read_png(chart_png(drawn(), painter()).data)
    edges = [*found.rows[-1:], *(found.at(found.width - 1, y) for y in range(found.height))]
    assert {it for edge in edges for it in edge[3 :: found.channels]} <= {255}


def test_every_label_is_written_in_its_own_box() -> None:
    whole, bare = with_and_without_text()
    changed = whole.otherwise(bare)
    placed = boxes()
    assert len(placed) > 20
    inside = {name: {it for it in changed if _is_in(it, box)} for name, box in placed.items()}
    assert [name for name, found in inside.items() if len(found) < 5] == []
    assert changed - set().union(*inside.values()) == set()


def _is_in(at: tuple[int, int], box: tuple[float, float, float, float]) -> bool:
    (x, y), (left, top, right, bottom) = at, box
    return left <= x <= right and top <= y <= bottom


def test_a_name_that_looks_like_markup_is_written() -> None:
    told = chart(tiny({"name": HOSTILE}), Plan(name=HOSTILE))
    of_another = told.ports[0].model_copy(update={"name": HOSTILE})
    hostile = told.model_copy(update={"ports": (of_another, *told.ports[1:])})
    assert chart_png(hostile, painter()).data != chart_png(told, painter()).data
    assert chart_png(hostile, painter()).remarks == ()


@pytest.mark.parametrize(
    ("name", "boxed"),
    [("Щукин, Ångström · × – …", ""), ("A\U0010fffdB\ue123", "\ue123, \U0010fffd")],
)
def test_letters_without_a_glyph_are_told(name: str, boxed: str) -> None:
    told = drawn()
    port = told.ports[0].model_copy(update={"name": name})
    remarks = chart_png(told.model_copy(update={"ports": (port,)}), painter()).remarks
    said = [f"no font of this machine has {boxed}: boxes stand there in the PNG picture"]
    assert [it.message for it in remarks] == (said if boxed else [])


def test_the_same_chart_is_the_same_picture() -> None:
    assert chart_png(drawn(), painter()) == chart_png(drawn(), painter())


def test_fonts_of_the_machine_are_left_alone_where_ours_has_every_letter() -> None:
    asked: list[bool] = []

    class Seen(Painter):
        def png(self, svg: str, *, scale: float = 1) -> bytes:
            asked.append(self.with_system_fonts)
            return super().png(svg, scale=scale)

    chart_png(drawn(), Seen(painter().fonts))
    assert set(asked) == {False}
