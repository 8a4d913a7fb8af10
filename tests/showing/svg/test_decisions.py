"""Decide-by dates in the picture: said in words, beside each other only where there is room."""

from datetime import timedelta
from xml.etree.ElementTree import Element

from handmade import day
from lifeboat.answers.chart import ChartMark
from lifeboat.showing.svg.decisions import LANE, draw_decisions
from lifeboat.showing.timeline.axis import Axis

AXIS = Axis(day(1), day(31), 100.0, 600.0)


def drawn(*marks: tuple[int, str]) -> tuple[Element, float]:
    root = Element("svg")
    told = [
        ChartMark(of="Heron", at=day(number), says=f"{label} on time, or lose it", label=label)
        for number, label in marks
    ]
    return root, draw_decisions(root, AXIS, told, 10.0)


def texts(root: Element) -> dict[str, tuple[float, float]]:
    """Each label, and where it begins."""
    found = {}
    for it in root.iter("text"):
        found[it.text or ""] = float(it.get("x", "nan")), float(it.get("y", "nan"))
    return found


def test_each_is_said_in_full_by_its_name_and_in_short_beside_it() -> None:
    root, _ = drawn((3, "launch Heron"))
    (item,) = root.findall(".//g[@role='listitem']")
    assert item.get("aria-label") == "decide by 2030-01-03: launch Heron on time, or lose it"
    assert item.get("data-at") == day(3).isoformat()
    assert [*texts(root)] == ["launch Heron"]


def test_neighbours_go_below_each_other() -> None:
    root, end = drawn((3, "launch Heron"), (4, "Wren leaves"))
    assert texts(root)["launch Heron"][1] + LANE == texts(root)["Wren leaves"][1]
    assert end == 10 + 2 * LANE


def test_those_far_apart_share_a_lane() -> None:
    root, end = drawn((3, "launch Heron"), (20, "Wren leaves"))
    assert len({y for _, y in texts(root).values()}) == 1
    assert end == 10 + LANE


def test_at_the_right_edge_the_words_are_on_the_left() -> None:
    root, _ = drawn((30, "launch Heron"))
    assert texts(root)["launch Heron"][0] < AXIS.x(day(30)) - 50


def test_words_with_no_room_at_all_are_in_the_name_only() -> None:
    label = "launch " + "H" * 300
    root, _ = drawn((15, label))
    assert texts(root) == {}
    (item,) = root.findall(".//g[@role='listitem']")
    assert label in str(item.get("aria-label"))


def test_an_hour_is_told() -> None:
    root = Element("svg")
    mark = ChartMark(of="Heron", at=day(3) + timedelta(hours=6), says="it", label="it")
    draw_decisions(root, AXIS, [mark], 0.0)
    (item,) = root.findall(".//g[@role='listitem']")
    assert item.get("aria-label") == "decide by 2030-01-03T06:00Z: it"
