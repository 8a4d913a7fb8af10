"""Whole answers as they are printed."""

import pytest

from handmade import BEST, answer, lines, piped
from lifeboat.answers.conflict import Cause, Conflict
from lifeboat.answers.solve import Answer
from lifeboat.showing.terminal.solve import hint_after, show_answer
from lifeboat.showing.verdict import outcome, receipt

HEADINGS = [
    "BROKEN RULES",
    "FLIGHTS",
    "WHO FLIES",
    "PEOPLE",
    "SEATS",
    "PORTS",
    "GOALS, MOST IMPORTANT FIRST",
]


def printed(told: Answer, *, brief: bool = False, full: bool = False, hint: str = "") -> list[str]:
    stream, console = piped()
    show_answer(told, console, brief=brief, full=full, hint=hint)
    return lines(stream)


def test_first_how_sure_then_what_is_wrong() -> None:
    assert printed(answer())[:4] == [
        "By hand (as of 2030-01-01, through 2030-01-15)",
        "Proven best: no plan does better by these goals, reseats aside.",
        "",
        "BROKEN RULES",
    ]


def test_then_the_first_screen() -> None:
    told = printed(answer())
    first = [line.split(" ")[0] for line in told if line[:2].isupper()]
    assert first == ["BROKEN", "RISK", "PLAN", "HOME", "DECIDE", "CHANGED", "COST"]


def test_in_full_the_tables_below_it() -> None:
    told = printed(answer(), full=True)
    assert [line for line in told if line.isupper() or line in HEADINGS] == HEADINGS


def test_other_kinds_of_plan_only_where_there_are_some() -> None:
    assert "OTHER KINDS OF PLAN" not in printed(answer())
    assert "OTHER KINDS OF PLAN" in printed(answer(others=(BEST,)))


def test_findings_point_to_their_keys_where_there_is_no_file() -> None:
    assert "see people.Ana" in printed(answer())


def test_brief_is_the_gist_alone() -> None:
    assert len(printed(answer(), brief=True)) == 5


def test_at_the_end_in_full_the_receipt() -> None:
    assert " ".join(printed(answer(), full=True)[-2:]) == (
        "lifeboat 9.9.9, A solver 1.2, Python 3.11.7, scenario 0123456789ab, seed 7, "
        "time limit 1h 30min, 1.3 s"
    )


def test_a_receipt_without_times() -> None:
    it = answer().receipt.model_copy(update={"time_limit": None, "seconds": None})
    assert receipt(it).endswith("seed 7")


def test_without_a_plan_the_reason() -> None:
    told = answer(outcome="impossible", best=None, reason=("Wren cannot stay and go.",))
    assert printed(told)[1:] == [
        "Impossible: it is proven that no plan keeps every rule that must hold.",
        "Wren cannot stay and go.",
    ]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"outcome": "best-found"}, "Best found in the time given: a better plan may exist."),
        ({"outcome": "gave-up"}, "No answer in the time given: whether there is a plan is"),
        ({"outcome": "best-found", "interrupted": True}, "Interrupted: the best plan found so"),
        ({"outcome": "gave-up", "interrupted": True}, "Interrupted before any plan was found."),
        ({"outcome": "proven-best", "interrupted": True}, "Proven best"),
    ],
)
def test_every_way_a_search_can_end(how: dict[str, object], said: str) -> None:
    assert outcome(answer(**how)).startswith(said)


@pytest.mark.parametrize(
    ("how", "asks"),
    [
        ({"outcome": "proven-best"}, "--plans 3"),
        ({"outcome": "best-found"}, "--time-limit with more time"),
        ({"outcome": "best-found", "interrupted": True}, "not interrupted"),
        ({"outcome": "impossible", "best": None}, "lifeboat repair"),
        ({"outcome": "gave-up", "best": None}, "whether there is a plan: a longer --time-limit"),
    ],
)
def test_every_end_says_what_to_ask_next(how: dict[str, object], asks: str) -> None:
    told = answer(**how)
    last = " ".join(printed(told, hint=hint_after(told))[-2:])
    assert "NEXT " in last
    assert asks in last
    assert not any("NEXT" in line for line in printed(told, hint=hint_after(told), brief=True))


def test_who_interrupts_before_any_plan_knows_what_to_do() -> None:
    assert hint_after(answer(best=None, outcome="gave-up", interrupted=True)) == ""
    assert hint_after(answer(outcome="proven-best"), asked=True) == ""


@pytest.mark.parametrize("brief", [True, False])
def test_what_was_not_looked_at_any_more_is_told(brief: bool) -> None:
    told = answer(outcome="proven-best", interrupted=True)
    assert "Interrupted before all others were looked at" in " ".join(printed(told, brief=brief))
    assert "Interrupted" not in " ".join(printed(answer(outcome="proven-best"), brief=brief))


@pytest.mark.parametrize("is_smallest", [True, False])
def test_an_impossible_scenario_says_why_or_where_that_is_to_be_had(is_smallest: bool) -> None:
    cause = Cause(premise="pins.early", says="it is early", rule="pins-hold", see=())
    told = Conflict(because=(cause,), is_smallest=is_smallest)
    shown = " ".join(printed(answer(best=None, outcome="impossible", conflicts=(told,))))
    assert ("because it is early" in shown) is is_smallest
    assert ("lifeboat explain takes the time" in shown) is not is_smallest
