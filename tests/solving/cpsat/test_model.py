"""What each kind of constraint allows, told by trying every value of every variable."""

from __future__ import annotations

import itertools

from lifeboat.solving.cpsat.model import FOUND, Model, Variable
from lifeboat.solving.cpsat.solver import Settings, run_solver


def numbers(*most: int) -> tuple[Model, list[Variable]]:
    """A model with a variable from zero to each of these."""
    model = Model()
    return model, [model.variable(0, it, f"number {index}") for index, it in enumerate(most)]


def allowed(model: Model) -> set[tuple[int, ...]]:
    """All values that a model allows."""
    ranges = [range(it.domain[0], it.domain[1] + 1) for it in model.proto.variables]
    return {values for values in itertools.product(*ranges) if _is_allowed(model, values)}


def _is_allowed(model: Model, values: tuple[int, ...]) -> bool:
    tried = model.copy()
    for index, value in enumerate(values):
        tried.row([(index, 1)], value, value)
    return run_solver(tried, Settings()).status in FOUND


def test_a_row_keeps_a_sum_within_bounds() -> None:
    model, (x, y) = numbers(2, 1)
    model.row([(x.index, 2), (y.index, 3)], 3, 4)
    # 2x + 3y is 0, 2, 4 without y and 3, 5, 7 with it.
    assert allowed(model) == {(2, 0), (0, 1)}


def test_a_row_holds_only_where_its_literals_do() -> None:
    model, (flag, x) = numbers(1, 1)
    model.row([(x.index, 1)], 1, given=[flag.index])
    assert allowed(model) == {(0, 0), (0, 1), (1, 1)}
    model.row([(x.index, 1)], 1, given=[flag.negated])
    assert allowed(model) == {(0, 1), (1, 1)}


def test_clauses_and_implications_take_literals_and_their_opposites() -> None:
    model, (one, other) = numbers(1, 1)
    model.clause([one.index, other.negated])
    assert allowed(model) == {(0, 0), (1, 0), (1, 1)}
    model.implication(one.index, other.index)
    assert allowed(model) == {(0, 0), (1, 1)}


def test_a_maximum_is_the_greatest_of_some_sums() -> None:
    model, (most, x, y) = numbers(3, 1, 1)
    model.maximum(most, [([(x.index, 1)], 1), ([(y.index, 2)], 0)])
    # The greater of x + 1 and 2y.
    assert allowed(model) == {(1, 0, 0), (2, 1, 0), (2, 0, 1), (2, 1, 1)}


def test_the_objective_counts_its_constant() -> None:
    model, (x, y) = numbers(1, 1)
    model.minimise([(x.index, 2), (y.index, -3)], 7)
    reply = run_solver(model, Settings())
    assert (round(reply.objective_value), list(reply.solution)) == (4, [0, 1])


def test_a_copy_is_constrained_alone() -> None:
    model, (x,) = numbers(1)
    other = model.copy()
    other.row([(x.index, 1)], 1)
    assert (allowed(model), allowed(other)) == ({(0,), (1,)}, {(1,)})


def test_a_hint_is_no_order() -> None:
    model, (x,) = numbers(3)
    model.minimise([(x.index, 1)], 0)
    model.hint([3])
    assert list(run_solver(model, Settings()).solution) == [0]


def test_a_hint_takes_the_place_of_the_one_before() -> None:
    """Two hints for one variable would be an invalid model."""
    model, (x,) = numbers(3)
    for value in (3, 2):
        model.hint([value])
    assert list(model.proto.solution_hint.vars) == [x.index]
    assert run_solver(model, Settings()).status in FOUND


def test_the_objective_may_have_a_least_and_a_greatest_value() -> None:
    for within, expected in (((8, 9), 8), ((5, 6), None)):
        model, (x,) = numbers(3)
        model.minimise([(x.index, 1)], 7, within)
        reply = run_solver(model, Settings())
        assert (round(reply.objective_value) if reply.status in FOUND else None) == expected
