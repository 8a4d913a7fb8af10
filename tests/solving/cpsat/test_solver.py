"""One objective after another on one model: what is asked of one call binds no other."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from lifeboat.curves import Sum
from lifeboat.solving.cpsat.builder import LazyConstraint, ModelBuilder
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.cpsat.model import Model, Status
from lifeboat.solving.cpsat.solver import NOT_EASY, Settings, Solver, run_solver
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.formulation.chains import Chain, Fixed, curve_of


def two_numbers() -> tuple[Solver, ModelBuilder, Sum, Sum]:
    """Two numbers up to five that are four or more together."""
    builder = ModelBuilder()
    one, other = plain(builder.number(5, "one")), plain(builder.number(5, "other"))
    builder.post(one + other >= 4)
    return Solver(builder, Settings()), builder, one, other


def test_a_minimum_is_proven_and_the_solution_has_it() -> None:
    solver, _, one, other = two_numbers()
    result = solver.minimise(one * 2 + other + 10)
    # All four from the other, which costs one each: 4 + 10.
    assert (result.is_proven, result.value, result.bound) == (True, 14, 14)
    assert (solver.measure(one), solver.measure(other)) == (0, 4)


def test_what_one_call_asks_is_forgotten_by_the_next() -> None:
    solver, builder, one, other = two_numbers()
    assert solver.minimise(one, caps=[(other + 1, 4)]).value == 1
    assert solver.minimise(one, kept=[(builder.variable(1), 2)]).value == 2
    assert solver.minimise(one, caps=[(other, -1)]).is_impossible
    assert solver.minimise(one, from_last=True).value == 0


def test_a_gap_is_not_used_where_that_is_asked() -> None:
    builder = ModelBuilder()
    before, end, first = (builder.flag(name) for name in ("before", "end", "first"))
    solver, all_three = Solver(builder, Settings()), plain(before) + plain(end) + plain(first)
    assert solver.minimise(all_three * -1).value == -3
    never = [(end, before), (first, None)]
    assert solver.minimise(all_three * -1, never=never).value == -2
    assert (solver.value(before), solver.value(end), solver.value(first)) == (1, 1, 0)
    assert solver.minimise(plain(end) * -1, never=never, kept=[(before, 0)]).value == 0


def test_known_bounds_are_those_of_the_sum_with_its_constant() -> None:
    solver, _, one, _ = two_numbers()
    assert solver.minimise(one + 10, within=(10, 12)).value == 10
    assert solver.minimise(one + 10, within=(16, 20)).is_impossible


def test_each_bound_on_the_way_is_told_and_none_is_above_the_minimum() -> None:
    """Ten numbers up to five of which any two are five or more together: one may be none at all,
    the other nine are five then, three if that one is two: the least is sought below.
    """
    builder = ModelBuilder()
    numbers = [plain(builder.number(5, f"number {index}")) for index in range(10)]
    for index, one in enumerate(numbers):
        for other in numbers[:index]:
            builder.post(one + other >= 5)
    told: list[int] = []
    result = Solver(builder, Settings()).minimise(sum(numbers, Sum(number=10)), rising=told.append)
    least = 10 + min(low + 9 * max(low, 5 - low) for low in range(6))
    assert (result.value, result.bound) == (least, least)
    assert 10 < max(told) <= least


def test_a_sum_without_decisions_is_its_own_minimum() -> None:
    solver, _, _, _ = two_numbers()
    result = solver.minimise(Sum(number=7))
    assert (result.is_proven, result.value, result.bound) == (True, 7, 7)


def test_the_answer_keeps_what_is_posted_lazily() -> None:
    """Two lazy constraints: one stops the first answer, the other is never in the way."""
    solver, builder, one, _ = two_numbers()
    for least in (3, 0):
        curve = curve_of(Fixed(builder.variable(0)))
        builder.post_lazily(LazyConstraint(curve, least, (0,), None))
    assert solver.minimise(one).value == 3
    assert builder.active == {(0, 0)}


@pytest.mark.parametrize(
    ("values", "is_there"),
    [
        ((0, 4), False),
        ((0, 5), True),
        # Less of the first goes before any amount of the second.
        ((1, 0), True),
        # Less of the second alone will do only while the first stays as it is.
        ((0, 3), False),
    ],
)
def test_a_better_answer_has_less_of_the_first_that_differs(
    values: tuple[int, int], is_there: bool
) -> None:
    solver, _, one, other = two_numbers()
    than = [(one + 10, values[0] + 10), (other, values[1])]
    result = solver.find_better(than, [], effort=10.0)
    assert result.is_impossible is not is_there
    if is_there:
        assert (solver.measure(one), solver.measure(other)) < values


def test_a_better_answer_keeps_the_caps() -> None:
    solver, _, one, other = two_numbers()
    assert solver.find_better([(one, 1)], [(other, 3)], effort=10.0).is_impossible


def test_sums_are_read_as_low_as_a_gap_allows() -> None:
    """What docks in slots 3 to 6 may not be there in slot 4 yet."""
    builder = ModelBuilder()
    docked = curve_of(Chain([Cell(3, 6)], [builder.flag("docked")])).at(4)
    solver, kept = Solver(builder, Settings()), [(builder.variable(0), 1)]
    assert solver.minimise(docked, caps=[(docked, 0)], kept=kept).value == 0
    assert (solver.value(builder.variable(0)), solver.measure(docked)) == (1, 0)
    builder.post(plain(builder.variable(0)) >= 1)
    assert not solver.find_better([(docked, 1)], [(docked, 0)], effort=10.0).is_impossible


def test_one_call_may_be_given_less_effort_and_less_time(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Settings] = []

    def note(model: Model, limits: Settings) -> Any:
        asked.append(limits)
        return run_solver(model, Settings())

    monkeypatch.setattr("lifeboat.solving.cpsat.solver.run_solver", note)
    solver = Solver(ModelBuilder(), Settings(effort=2.0, until=500.0))
    solver.minimise(Sum())
    solver.minimise(Sum(), effort=1.0)
    solver.minimise(Sum(), effort=3.0, until=400.0)
    solver.find_better([], [], effort=1.5)
    limits = [(it.effort, it.until) for it in asked]
    assert limits == [(2.0, 500.0), (1.0, 500.0), (2.0, 400.0), (1.5, 500.0)]


@pytest.mark.parametrize(
    ("first", "effort", "runs"),
    [
        (Status.OPTIMAL, None, [NOT_EASY]),
        (Status.INFEASIBLE, None, [NOT_EASY]),
        (Status.UNKNOWN, 0.5, [0.5]),
        (Status.UNKNOWN, None, [NOT_EASY, None]),
        (Status.FEASIBLE, 5.0, [NOT_EASY, 5.0 - NOT_EASY]),
    ],
)
def test_what_is_not_easy_is_begun_again_with_the_effort_that_is_left(
    first: Status, effort: float | None, runs: list[float | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[float | None] = []

    def note(_: Model, settings: Settings, __: object) -> Any:
        made.append(settings.effort)
        return SimpleNamespace(status=first if len(made) == 1 else Status.OPTIMAL, solution=[])

    monkeypatch.setattr("lifeboat.solving.cpsat.solver._run", note)
    reply = run_solver(Model(), Settings(effort=effort))
    assert made == runs
    assert reply.status == (first if len(runs) == 1 else Status.OPTIMAL)


def test_a_solution_found_first_is_not_lost_where_nothing_else_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replies = iter((Status.FEASIBLE, Status.UNKNOWN))

    def reply(*_: object) -> Any:
        return SimpleNamespace(status=next(replies), solution=[])

    monkeypatch.setattr("lifeboat.solving.cpsat.solver._run", reply)
    assert run_solver(Model(), Settings()).status == Status.FEASIBLE


def test_a_share_is_of_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now = SimpleNamespace(monotonic=lambda: 100.0)
    monkeypatch.setattr("lifeboat.solving.cpsat.solver.time", now)
    assert Settings(until=140.0).with_share(0.25).until == 110.0
    assert Settings().with_share(0.25).until is None
    over = [Settings(until=until).is_over() for until in (99.0, 100.0, 101.0)]
    assert over == [True, True, False]


def test_the_search_is_over_when_somebody_says_so() -> None:
    assert not Settings().is_over()
    assert Settings(stop=lambda: True).is_over()


def test_effort_is_only_ever_lessened() -> None:
    assert Settings().with_effort(2.0).effort == 2.0
    assert Settings(effort=1.0).with_effort(2.0).effort == 1.0
    assert Settings(effort=3.0).with_effort(2.0).effort == 2.0
