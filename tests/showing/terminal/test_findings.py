"""Broken rules as they are printed."""

from handmade import NO_SEAT, piped
from lifeboat.showing.terminal.findings import show_findings


def where(path: tuple[str, ...]) -> str:
    return f"a.yaml:{len(path)}"


def test_rule_dates_people_and_lines_of_the_scenario() -> None:
    stream, console = piped()
    show_findings([NO_SEAT], console, where)
    assert stream.getvalue().splitlines() == [
        "",
        "BROKEN RULES",
        "should  everyone-has-a-seat, 2030-01-04 to 2030-01-06",
        "        Ana has no place: the liner waits on the station",
        "        about Wren",
        "        see a.yaml:2",
    ]


def test_rules_that_must_hold_come_first() -> None:
    stream, console = piped()
    must = NO_SEAT.model_copy(update={"rule": "pins-hold", "strength": "must", "first": None})
    show_findings([NO_SEAT, must], console, where)
    strengths = [line.split()[0] for line in stream.getvalue().splitlines() if line[:1].islower()]
    assert strengths == ["must", "should"]
    assert "must    pins-hold, up to 2030-01-06" in stream.getvalue()


def test_the_same_line_is_named_once() -> None:
    stream, console = piped()
    twice = NO_SEAT.model_copy(update={"see": (("people", "Ana"), ("people", "Bo"))})
    show_findings([twice], console, where)
    assert stream.getvalue().count("a.yaml:2") == 1


def test_nothing_where_nothing_is_broken() -> None:
    stream, console = piped()
    show_findings([], console, where)
    assert stream.getvalue() == ""


def test_hundreds_are_cut_and_counted() -> None:
    stream, console = piped()
    show_findings([NO_SEAT] * 120, console, where)
    assert stream.getvalue().count("Ana has no place") == 50
    assert "and 70 more" in stream.getvalue()
