"""A plan that was made for another station: told once, not name by name."""

from __future__ import annotations

from lifeboat.errors import Mistake, MistakesError, Remark
from lifeboat.files.against import Against
from lifeboat.files.nearest import nearest
from lifeboat.files.source import Source
from lifeboat.files.yaml.nodes import Path
from lifeboat.plans.past import still_named
from lifeboat.plans.plan import Plan
from lifeboat.scenario.made_for import MadeFor

ENOUGH = 3
"""How many names it takes to tell that a plan without a note is for another station."""

_SLIP = 0.75
"""How much a name is like the one that was meant."""


def refuse_other_station(
    source: Source, plan: Plan, against: Against, made_for: MadeFor | None
) -> None:
    """Raise `MistakesError` if a plan can only be meant for another station.

    Of the vehicles and people it still has to come less than a quarter is known, or less than half
    if its file notes a scenario of another name.
    """
    named = still_named(plan, against.scenario) or frozenset([*plan.flights, *plan.people])
    known = sum(name in against.known for name in named)
    slips = sum(_is_slip(name, against) for name in named)
    is_noted = made_for is not None and made_for.scenario != against.scenario.name
    if not is_noted and len(named) < ENOUGH:
        return
    if (2 if is_noted else 4) * (known + slips) < len(named):
        raise MistakesError([_other_station(source, sorted(named), known, against, made_for)])


def _is_slip(name: str, against: Against) -> bool:
    """Whether a name is a known one misspelt; one with another number is another ship's."""
    if name in against.known:
        return False
    near = nearest(name, against.known, least=_SLIP)
    return near is not None and _digits(near) == _digits(name)


def _digits(name: str) -> str:
    return "".join(filter(str.isdecimal, name))


def _other_station(
    source: Source, named: list[str], known: int, against: Against, made_for: MadeFor | None
) -> Mistake:
    name = against.scenario.name
    noted = "" if made_for is None or made_for.scenario == name else f", '{made_for.scenario}'"
    counted = f"'{name}' has {known or 'none'} of the {len(named)} vehicles and people in it"
    if len(named) == 1:
        counted = f"'{name}' does not have '{named[0]}'"
    message = f"this plan was made for another scenario{noted}: {counted}"
    hint = "give its own scenario, or a plan for this one: `lifeboat solve SCENARIO -o FILE`"
    place = source.place(_where_noted(source), key=True)
    return Mistake(kind="other-scenario", message=message, place=place, hint=hint)


def remarks_on_origin(
    source: Source, against: Against, made_for: MadeFor | None
) -> tuple[Remark, ...]:
    """A note if a plan to be checked was made for the scenario in another state."""
    if made_for is None or against.stamp is None or not against.has_changed_since(made_for):
        return ()
    now = against.stamp
    hint = "`lifeboat replan` changes it as little as is needed"
    if made_for.scenario != now.scenario:
        message = f"'{source.file}' was made for another scenario, '{made_for.scenario}'"
    elif made_for.edits and made_for.edits != now.edits:
        message = f"'{source.file}' was made with {', '.join(made_for.edits)}"
        hint = "give the same edits to check it as it was made"
    elif now.edits:
        return ()
    else:
        message = f"the scenario has been changed since '{source.file}' was made"
    return (Remark(kind="made-for", message=message, hint=hint),)


def _where_noted(source: Source) -> Path:
    """Where a file says what it was made for, or else where its names begin."""
    if "lifeboat_replan" in source.tree:
        return ("answer", "scenario")
    keys = ("made_for", "scenario", "flights", "people")
    return next(((key,) for key in keys if key in source.tree), ())
