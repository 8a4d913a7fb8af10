"""A number with what it counts, in the singular for exactly one."""

from __future__ import annotations

_ONE = {
    "people": "person",
    "person-days": "person-day",
    "rules broken": "rule broken",
    "flights and people": "flight or person",
    "days and person-days": "day or person-day",
}


def counted(number: int | float, many: str, said: str | None = None) -> str:
    """`1 day`, `2 days`, `0.5 days`, `1 person`.

    Args:
        number: how many there are.
        many: what there is, in the plural.
        said: the number as it is shown, if other than plainly.
    """
    return f"{number if said is None else said} {one_or_many(number, many)}"


def one_or_many(number: int | float, many: str, one: str | None = None) -> str:
    """A word in the plural, or for exactly one in the singular, which may be given."""
    if number != 1:
        return many
    return one or _ONE.get(many) or many.removesuffix("s")
