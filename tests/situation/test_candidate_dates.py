"""Which dates are tried: anchors first, more where an answer fell into a gap."""

from __future__ import annotations

from lifeboat.situation.candidate_dates import Dates, Event
from lifeboat.situation.clock import Slots

WREN = Event("Wren", "undock")
HERON = Event("Heron", "dock")


def dates() -> Dates:
    """Wren may leave any day of 30, Heron come from day 5; Heron two days before Wren matters."""
    found = Dates(30)
    found.event(WREN, [Slots(0, 30)])
    found.event(HERON, [Slots(5, 30)])
    found.link(HERON, WREN, 2)
    return found


def test_the_coarsest_grid_has_the_ends_of_windows_and_the_anchors() -> None:
    coarse = dates()
    coarse.anchor(WREN, 12)
    assert coarse.closed(0) == {WREN: [0, 12, 29], HERON: [5, 29]}


def test_differences_are_followed_as_often_as_asked() -> None:
    assert dates().closed(1) == {WREN: [0, 7, 29], HERON: [5, 27, 29]}


def test_an_answer_in_a_gap_gets_the_date_that_another_event_makes_decisive() -> None:
    grid = {WREN: [0, 29], HERON: [5, 10, 29]}
    more = dates().refined(grid, {HERON: {10}, WREN: {1, 28}}, {WREN: (1, 28)})
    assert more == {WREN: [0, 12, 29], HERON: [5, 10, 29]}


def test_a_gap_without_any_decisive_date_loses_its_ends() -> None:
    grid = {WREN: [0, 29], HERON: [5, 29]}
    more = dates().refined(grid, {HERON: {29}, WREN: {1, 28}}, {WREN: (1, 28)})
    assert more == {WREN: [0, 1, 28, 29], HERON: [5, 29]}


def test_spreading_adds_what_every_event_leads_to() -> None:
    grid = {WREN: [0, 12, 29], HERON: [5, 29]}
    more = dates().spread(grid, {WREN: {12}, HERON: {6, 28}}, {HERON: (6, 28)})
    assert more[HERON] == [5, 6, 10, 28, 29]
    assert more[WREN] == [0, 8, 12, 29]


def test_spreading_goes_on_from_a_gap_to_a_gap_but_not_outside_it() -> None:
    """Wren may have to leave when Crane comes, so Heron two days before it, both in gaps."""
    crane = Event("Crane", "dock")
    found = dates()
    found.event(crane, [Slots(0, 30)])
    found.share([WREN, crane])
    grid, at = {WREN: [0, 29], HERON: [5, 29], crane: [20]}, {crane: {20}}
    loose = {WREN: (1, 28), HERON: (6, 28)}
    more = found.spread(grid, {**at, WREN: {1, 28}, HERON: {6, 28}}, loose)
    assert 20 in more[WREN]
    assert 18 in more[HERON]
    more = found.spread(grid, {**at, WREN: {1, 28}, HERON: {6, 15}}, {**loose, HERON: (6, 15)})
    assert 18 not in more[HERON]


def test_near_dates_lie_within_their_windows() -> None:
    near = dates().near({WREN: [Slots(11, 14)], HERON: [Slots(8, 11)]}, {WREN: [0, 12]}, 1)
    assert near == {WREN: {12}, HERON: {10}}


def test_a_date_that_is_seldom_decisive_is_added_only_inside_a_gap() -> None:
    some = Dates(20)
    some.event(HERON, [Slots(0, 20)])
    some.event(WREN, [Slots(0, 20)])
    some.seldom(WREN, 7)
    some.seldom_link(HERON, WREN, 5)
    grid = some.closed(3)
    assert grid == {HERON: [0, 19], WREN: [0, 19]}
    refined = some.refined(grid, {HERON: {4}}, {WREN: (1, 18)})
    assert refined[WREN] == [0, 7, 9, 19]


def test_late_dates_are_not_followed_to() -> None:
    some = Dates(20)
    some.event(HERON, [Slots(0, 20)])
    some.event(WREN, [Slots(0, 20)], late=10)
    some.anchor(HERON, 3, 8)
    some.link(HERON, WREN, 4)
    assert some.closed(1)[WREN] == [0, 4, 7, 19]
