"""What a search can be asked besides: what a plan must do, where to begin, what is known."""

from __future__ import annotations

import pytest

from lifeboat.decisions import Party
from lifeboat.situation.ship import Ship
from lifeboat.solving.formulation.side_constraints import SideConstraint
from lifeboat.solving.search.lexicographic import find_best
from rescue import BEST, HERON_DOCKS, asked, grid, plan_with_heron_on
from searching import an_incumbent


class NobodyHomeOnHeron(SideConstraint):
    def allows(self, party: Party, ship: Ship) -> bool:
        return ship.name != "Heron"


def test_what_a_plan_must_do_besides_has_its_price() -> None:
    """Nobody can go home on Sparrow, so all three stay to the end of the horizon."""
    found = an_incumbent(find_best(asked(side=NobodyHomeOnHeron())))
    assert found.schedule.rides == {}
    # Three returns move by four days, from 11 to 15, and Heron's launch by two.
    assert found.values == found.bounds == (*BEST[:-1], 3 * 4 + 2)


@pytest.mark.parametrize("docks", [(), (8,), (6, 7, 8, 9, 10, 11, 12)])
def test_whatever_dates_the_first_grid_has_the_best_plan_is_found(docks: tuple[int, ...]) -> None:
    found = an_incumbent(find_best(asked(start=grid(*docks))))
    assert found.values == found.bounds == BEST
    assert found.schedule.events()[HERON_DOCKS] == [6]


@pytest.mark.parametrize("dock", [6, 8, 12])
def test_a_plan_that_is_known_is_only_where_to_begin(dock: int) -> None:
    known = plan_with_heron_on(dock)
    for problem in (asked(known=known), asked(like=(known.schedule,))):
        found = an_incumbent(find_best(problem))
        assert found.values == found.bounds == BEST
