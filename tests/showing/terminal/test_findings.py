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


def test_on_a_screen_what_is_said_of_several_is_said_once() -> None:
    """Of Ana, Bo and Cy the same but for the name; of Dee the same on another date."""
    alike = [
        NO_SEAT.model_copy(
            update={
                "subject": it,
                "people": (it,),
                "message": NO_SEAT.message.replace("Ana", it),
            }
        )
        for it in ("Ana", "Bo", "Cy", "Dee")
    ]
    alike[-1] = alike[-1].model_copy(update={"first": None})
    stream, console = piped()
    show_findings(alike, console, where, full=False)
    assert stream.getvalue().count("liner waits on the station") == 2
    assert "        and the same for Bo and Cy\n" in stream.getvalue()
    stream, console = piped()
    show_findings(alike, console, where)
    assert stream.getvalue().count("liner waits on the station") == 4
    assert "the same" not in stream.getvalue()


def test_vehicles_of_which_the_same_is_said_are_told_together() -> None:
    """Names within other words are left alone: Ana is not found in Anatoly."""
    worn = [
        NO_SEAT.model_copy(
            update={
                "subject": name,
                "vehicles": (name,),
                "people": (),
                "message": f"{name} is 3 days beyond what {about} allows",
            }
        )
        for name, about in (("Wren", "it"), ("Ana", "it"), ("Ana", "Anatoly"), ("Wren", "toly"))
    ]
    stream, console = piped()
    show_findings(worn, console, where, full=False)
    assert stream.getvalue().count("is 3 days beyond") == 3
    assert "and the same for Ana" in stream.getvalue()
