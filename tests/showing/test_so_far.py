"""The best plan of a search that is under way, in words."""

from lifeboat.answers.option import GoalValue
from lifeboat.answers.so_far import SoFar
from lifeboat.showing.so_far import flights_so_far, goals_so_far, proven_so_far


def goal(name: str, value: int, *, proven: bool = True) -> GoalValue:
    bound = value if proven else None
    return GoalValue(name=name, title=name, unit="days", value=value, bound=bound, proven=proven)


def test_many_flights_are_counted() -> None:
    six = SoFar(flights=tuple(f"Heron-{number} cancelled" for number in range(6)), goals=())
    assert flights_so_far(six).endswith("Heron-3 cancelled, 2 more")
    assert flights_so_far(SoFar(flights=(), goals=())) == "every flight as planned"


def test_goals_that_cost_nothing_for_certain_are_left_out() -> None:
    goals = (goal("waived", 0), goal("moved", 1), goal("staffing", 0, proven=False))
    found = SoFar(flights=(), goals=goals)
    assert goals_so_far(found) == "moved 1 day, staffing 0 days (not proven)"
    assert proven_so_far(found) == "2 of 3 goals proven"
    assert goals_so_far(SoFar(flights=(), goals=(goal("moved", 0),))) == "nothing given up"


def test_the_goal_that_is_being_proven_is_told_even_if_it_is_a_late_one() -> None:
    proven = [goal(name, 1) for name in ("unsafe", "damaged", "improvised", "waived", "staffing")]
    moved = goal("moved", 9, proven=False).model_copy(update={"bound": 7})
    found = SoFar(flights=(), goals=(*proven, moved, goal("reseats", 2, proven=False)))
    told = "unsafe 1 day, damaged 1 day, improvised 1 day, moved 9 days (at least 7)"
    assert goals_so_far(found) == told
    early = goal("damaged", 1, proven=False)
    found = SoFar(flights=(), goals=(proven[0], early, *proven[2:], moved))
    assert goals_so_far(found).startswith("unsafe 1 day, damaged 1 day (not proven), improvised")
    assert "moved" not in goals_so_far(found)
