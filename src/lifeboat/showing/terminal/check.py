"""A checked plan as people read it: whether it is good, what is wrong, then the tables."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console

from lifeboat.answers.check import Check
from lifeboat.answers.listing import listed
from lifeboat.days import say_instant
from lifeboat.showing.digest import IN_FULL, digest
from lifeboat.showing.terminal.findings import Where, by_its_keys, show_findings
from lifeboat.showing.terminal.first_screen import show_digest
from lifeboat.showing.terminal.layout import paragraph
from lifeboat.showing.terminal.plan import show_gist, show_goals, show_views
from lifeboat.showing.words import said_left_out


def show_check(
    check: Check,
    console: Console,
    where: Where = by_its_keys,
    *,
    brief: bool = False,
    full: bool = False,
) -> None:
    """Print the answer to `check`: `brief` the gist and the broken rules alone, `full` every table
    below the first screen too.
    """
    name = check.plan_name or "This plan"
    scenario = f"{check.scenario} (as of {say_instant(check.as_of)})"
    paragraph(console, f"{name}, against {scenario}", style="bold")
    paragraph(console, _check_verdict(check))
    if check.unknown:
        paragraph(console, said_left_out(check.unknown))
    if brief:
        show_gist(check.option, console)
    show_findings(check.option.findings, console, where, full=full or brief)
    if brief:
        return
    show_digest(digest(check.option, elsewhere="" if full else IN_FULL, searched=False), console)
    if full:
        show_views(check.option, console)
        show_goals(check.option, console, searched=False)


def _check_verdict(check: Check) -> str:
    findings = check.option.findings
    if check.good:
        return "Good: no rule is broken."
    if not findings:
        return f"Not good: {_ways_home_lost(check.lost_rides)}."
    must = sum(finding.strength == "must" for finding in findings)
    counts = [(must, "must hold"), (len(findings) - must, "should hold")]
    said = " and ".join(f"{count} that {strength}" for count, strength in counts if count)
    lost = f"{_ways_home_lost(check.lost_rides)}, and " if check.lost_rides else ""
    return f"Not good: {lost}rules are broken, {said}; see below."


def _ways_home_lost(rides: Mapping[str, str]) -> str:
    """Who was to go home on a vehicle that is not there."""
    by_vehicle: dict[str, list[str]] = {}
    for person, vehicle in rides.items():
        by_vehicle.setdefault(vehicle, []).append(person)
    return " and ".join(
        f"{listed(people)} {'was' if len(people) == 1 else 'were'} to go home on {vehicle}"
        for vehicle, people in by_vehicle.items()
    )
