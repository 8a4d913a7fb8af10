"""Who moves a liner when, and to which vehicle."""

from __future__ import annotations

from lifeboat.plans.course import Course


def liner_moves(course: Course) -> dict[tuple[int, str | None], list[str]]:
    """Whose liners move, by the slot and the vehicle they move to; None is the station."""
    moves: dict[tuple[int, str | None], list[str]] = {}
    for journey in course.journeys.values():
        last = journey.start
        for sitting in journey.sittings:
            if sitting.ship != last:
                moves.setdefault((sitting.first, sitting.ship), []).append(journey.member.name)
            last = sitting.ship
    return moves
