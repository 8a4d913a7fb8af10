"""What rules post and goals add up: against the same, counted slot by slot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deciding import between, situation
from lifeboat.curves import Curve, Sum, total
from lifeboat.solving.cpsat.builder import ModelBuilder
from lifeboat.solving.cpsat.expressions import plain
from lifeboat.solving.cpsat.solver import Settings, Solver
from lifeboat.solving.formulation.cells import Cell
from lifeboat.solving.formulation.chains import Chain, curve_of
from lifeboat.solving.formulation.posting import Posting

MUST, SHOULD, OWN_GOAL = "crews-overlap", "one-vehicle-per-port", "vehicle-within-its-life"
parts = st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 12)), max_size=5)


def posting() -> Posting:
    """Two rules may be broken; one of them feeds a goal of its own."""
    rules = {f"rules.{SHOULD}": "should", f"rules.{OWN_GOAL}": "should", f"rules.{MUST}": "must"}
    return Posting(situation(rules), ModelBuilder())


def known(to: Posting, parts: list[tuple[int, int]], number: int) -> tuple[Curve, list[int]]:
    """A curve that changes by so much from each slot on; and its values in slots 0 to 9."""
    curve = total(to.since(slot) * factor for factor, slot in parts) + number
    values = [number + sum(it for it, at in parts if at <= slot) for slot in range(10)]
    return curve, values


def least(to: Posting, total: Sum) -> int | None:
    return Solver(to.builder, Settings()).minimise(total).value


def test_a_should_is_broken_for_a_subject_at_the_price_of_one() -> None:
    to = posting()
    crew = plain(to.builder.number(5, "crew"))
    for most in (3, 2):
        to.require(SHOULD, "north", crew <= most)
    to.require(SHOULD, "south", crew <= 4)
    for number, price in ((2, 0), (3, 1), (4, 1), (5, 2)):
        kept = [(to.builder.variable(0), number)]
        found = between(to.builder, to.broken(), kept)
        assert found is not None
        assert found[0] == price
    search = Solver(to.builder, Settings())
    search.minimise(to.broken(), kept=[(to.builder.variable(0), 4)])
    assert to.what_is_broken(search.value) == {(SHOULD, "north")}


@pytest.mark.parametrize("rule", [MUST, OWN_GOAL])
def test_a_must_or_what_feeds_its_own_goal_is_never_broken(rule: str) -> None:
    to = posting()
    crew = plain(to.builder.number(5, "crew"))
    to.require(rule, "north", crew <= 3)
    assert between(to.builder, crew) == (0, 3)
    assert between(to.builder, to.broken()) == (0, 0)


@settings(deadline=None)
@given(parts, st.integers(-2, 2), st.integers(-1, 11), st.none() | st.integers(-1, 12))
def test_what_is_never_to_be_below_is_looked_at_in_every_slot(
    parts: list[tuple[int, int]], number: int, first: int, end: int | None
) -> None:
    to = posting()
    curve, values = known(to, parts, number)
    to.never_below(MUST, "crew", curve, first=first, end=end)
    within = values[max(0, first) : 10 if end is None else max(0, end)]
    assert (least(to, Sum()) is None) is any(value < 0 for value in within)


def test_unless_said_otherwise_it_is_the_whole_horizon_that_counts() -> None:
    for slot, kept in ((0, True), (1, False)):
        to = posting()
        to.never_below(MUST, "crew", to.since(slot) - 1)
        assert (least(to, Sum()) is not None) is kept
        assert to.builder.active == frozenset()


def test_what_is_seldom_decisive_waits_until_it_is_broken() -> None:
    to = posting()
    crew = to.builder.number(5, "crew")
    to.never_below(MUST, "crew", to.always(plain(crew)), least=2, seldom=True)
    assert len(to.builder.model.proto.constraints) == 0
    assert least(to, plain(crew) * -1) == -5
    assert to.builder.active == frozenset()
    assert least(to, plain(crew)) == 2
    assert to.builder.active == {(0, 0)}


@settings(deadline=None)
@given(parts, st.integers(-2, 2), st.integers(-1, 9), st.integers(0, 10), st.integers(0, 3))
def test_goals_add_up_every_slot(
    parts: list[tuple[int, int]], number: int, first: int, end: int, most: int
) -> None:
    to = posting()
    curve, values = known(to, parts, number)
    within = values[max(0, first) : end]
    assert least(to, to.excess(curve, first, end)) == sum(max(0, it) for it in within)
    assert least(to, to.time_above(curve, most, first, end)) == sum(it > most for it in within)
    assert least(to, to.spent(curve, first, end)) == sum(within)
    assert least(to, to.spent(curve)) == sum(values)


def test_the_excess_of_a_decision_is_paid_for_in_every_slot_it_lasts() -> None:
    """A crew of up to five from slot 4 on, two of them being enough: six slots of the horizon."""
    to = posting()
    crew = to.builder.number(5, "crew")
    there = total([to.always(plain(crew)), to.since(4) * 5]) - to.always(Sum(number=7))
    for number, over in ((2, 0), (4, 2), (5, 3)):
        search = Solver(to.builder, Settings())
        kept = [(crew, number)]
        assert search.minimise(to.excess(there, 0, 10), kept=kept).value == over * 6
        assert search.minimise(to.time_above(there, 0, 0, 10), kept=kept).value == 6 * (over > 0)


def test_in_a_gap_no_more_is_counted_than_may_be() -> None:
    """Docked some time in slots 3 to 6, it is there in slots 6 to 9 at least."""
    to = posting()
    docked = curve_of(Chain([Cell(3, 6)], [to.builder.flag("docked")]))
    search, kept = Solver(to.builder, Settings()), [(to.builder.variable(0), 1)]
    over = docked * 2 - 1
    totals = {
        "excess": (to.excess(over, 4, 10), 4),
        "spent": (to.spent(docked, 4, 10), 4),
        "time above": (to.time_above(docked, 0, 4, 10), 4),
        "above zero": (to.above_zero(over.at(5)), 0),
        "above zero then": (to.above_zero(over.at(6)), 1),
        "at least": (to.at_least(docked.at(5)), 0),
        "at least then": (to.at_least(docked.at(6)), 1),
    }
    found = {name: search.minimise(it, kept=kept).value for name, (it, _) in totals.items()}
    assert found == {name: value for name, (_, value) in totals.items()}


def test_a_sum_above_zero_counts_and_below_does_not() -> None:
    to = posting()
    one, other = (to.builder.number(5, name) for name in ("one", "other"))
    search, more = Solver(to.builder, Settings()), plain(one) - plain(other)
    for values, above in (((5, 2), 3), ((2, 5), 0), ((3, 3), 0)):
        kept = list(zip((one, other), values, strict=True))
        for total_ in (to.above_zero(more), to.at_least(more)):
            assert search.minimise(total_, kept=kept).value == above
    # One decision is no less than itself, also where that is below zero.
    assert search.minimise(to.at_least(plain(one) - 3), kept=[(one, 1)]).value == -2
