"""How much worse a goal may be, and which two are traded: what is asked, read and understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.nearest import did_you_mean
from lifeboat.goals import order_of
from lifeboat.scenario.scenario import Scenario


def read_question(
    slack: Iterable[str], between: str | None
) -> tuple[dict[str, float], tuple[str, str] | None]:
    """Read how much worse goals may be, each as `damaged=30`, and which two are traded, as
    `damaged,staffing`; raises `MistakesError` with all that is wrong.
    """
    mistakes: list[Mistake] = []
    found = dict(_read_slack(slack, mistakes))
    names = None if between is None else tuple(it.strip() for it in between.split(","))
    if names is not None and (len(names) != 2 or not all(names)):
        message, hint = f"'{between}' does not name two goals", "as damaged,staffing"
        mistakes.append(Mistake(kind="no-trade", message=message, hint=hint))
    if mistakes:
        raise MistakesError(mistakes)
    return found, None if names is None else (names[0], names[1])


def _read_slack(given: Iterable[str], mistakes: list[Mistake]) -> Iterator[tuple[str, float]]:
    seen = set[str]()
    for text in given:
        name, _, said = (it.strip() for it in text.partition("="))
        more = _number(said)
        if name in seen:
            mistakes.append(Mistake(kind="slack", message=f"'{name}' is given slack twice"))
        elif more is None:
            message, hint = f"'{text}' is no slack", "as damaged=30: a goal, and a number from 0 on"
            mistakes.append(Mistake(kind="slack", message=message, hint=hint))
        else:
            yield name, more
        seen.add(name)


def _number(said: str) -> float | None:
    try:
        more = float(said)
    except ValueError:
        return None
    return more if 0 <= more < inf else None


def understood(
    scenario: Scenario, slack: Mapping[str, float], between: Sequence[str] | None
) -> tuple[dict[str, float], tuple[int, int] | None]:
    """The slack in the scenario's order of goals, and the places in it of two goals that are
    traded; raises `MistakesError` with all that is wrong.
    """
    known = [goal for weighed in order_of(scenario) for goal, _ in weighed.parts]
    last = [goal.name for goal in known if goal.settled_after_dates]
    names = [goal.name for goal in known]
    mistakes = [*_unknown(slack, names), *(_settled_last(it) for it in last if it in slack)]
    places = None
    try:
        places = None if between is None else traded(scenario, between)
    except MistakesError as error:
        mistakes += error.mistakes
    if mistakes:
        raise MistakesError(mistakes)
    return {name: slack[name] for name in names if name in slack}, places


def traded(scenario: Scenario, between: Sequence[str]) -> tuple[int, int]:
    """The places of two goals in a scenario's order; what is weighed together goes together.

    Raises:
        MistakesError: these are not two goals of the scenario that can be traded.
    """
    order = order_of(scenario)
    places = {goal.name: place for place, it in enumerate(order) for goal, _ in it.parts}
    places |= {it.name: place for place, it in enumerate(order)}
    if mistakes := list(_unknown(between, list(places))):
        raise MistakesError(mistakes)
    found = sorted({places[name] for name in between})
    if len(found) != 2:
        message = "a trade is between two goals that the scenario does not weigh together"
        able = [
            it.name for it in order if not any(goal.settled_after_dates for goal, _ in it.parts)
        ]
        hint = f"name two of: {', '.join(able)}"
        raise MistakesError([Mistake(kind="no-trade", message=message, hint=hint)])
    last = [goal.name for at in found for goal, _ in order[at].parts if goal.settled_after_dates]
    if last:
        raise MistakesError([_settled_last(name) for name in last])
    return found[0], found[1]


def traded_names(scenario: Scenario, between: Sequence[str]) -> tuple[str, str]:
    """The names of two goals that are traded, each with what it is weighed with."""
    order = order_of(scenario)
    first, second = traded(scenario, between)
    return order[first].name, order[second].name


def _unknown(given: Iterable[str], known: Sequence[str]) -> Iterable[Mistake]:
    for name in given:
        if name not in known:
            message = f"there is no goal '{name}' in this scenario"
            hint = did_you_mean(name, known)
            yield Mistake(kind="unknown-name", message=message, hint=hint)


def _settled_last(name: str) -> Mistake:
    message = f"'{name}' is settled after the flights and rides, and cannot be held to a value"
    return Mistake(kind="no-trade", message=message)
