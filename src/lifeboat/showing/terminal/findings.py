"""Broken rules: which, when, about whom, and where the scenario says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from rich.console import Console
from rich.text import Text

from lifeboat.answers.listing import listed_most
from lifeboat.plans.findings import Finding
from lifeboat.showing.digest.section import MOST_PEOPLE
from lifeboat.showing.terminal.layout import heading, paragraph
from lifeboat.showing.words import from_to, names

MOST = 50
"""The most findings that are told, one by one, even in full."""
_MOST_ON_A_SCREEN = 6

Where = Callable[[tuple[str, ...]], str]
"""Gives the place of a part of the scenario, such as `scenario.yaml:57`."""


def by_its_keys(path: tuple[str, ...]) -> str:
    """The place of a part in a scenario that was not read from a file: `people.Ana`."""
    return ".".join(path)


def show_findings(
    findings: Sequence[Finding],
    console: Console,
    where: Where,
    title: str = "Broken rules",
    *,
    full: bool = True,
) -> None:
    """Print the broken rules, those that must hold first: in full one by one; else as many as a
    screen holds, and those that say the same of several people or vehicles together.
    """
    if not findings:
        return
    heading(console, title)
    ordered = sorted(findings, key=lambda finding: finding.strength != "must")
    told = [[finding] for finding in ordered] if full else _of_several(ordered)
    most = MOST if full else _MOST_ON_A_SCREEN
    for finding, *others in told[:most]:
        _show_finding(finding, [it.subject for it in others], console, where)
    if len(told) > most:
        how = "--json tells them all" if full else "--full"
        paragraph(console, f"and {sum(map(len, told[most:]))} more ({how})")


def _of_several(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings that differ in their subject alone, together."""
    found: dict[object, list[Finding]] = {}
    for it in findings:
        said = re.sub(rf"\b{re.escape(it.subject)}\b", "", it.message)
        others = tuple(name for name in (*it.people, *it.vehicles) if name != it.subject)
        found.setdefault((it.strength, it.rule, said, others, it.first, it.end), []).append(it)
    return list(found.values())


def _show_finding(finding: Finding, others: Sequence[str], console: Console, where: Where) -> None:
    style = "bold red" if finding.strength == "must" else "bold"
    head = Text.assemble((f"{finding.strength:<8}", style), finding.rule)
    when = from_to(finding.first, finding.end)
    console.print(head + Text(f", {when}" if when else ""))
    paragraph(console, finding.message, indent=8)
    if others:
        paragraph(console, f"and the same for {listed_most(others, MOST_PEOPLE)}", indent=8)
    about = [name for name in (*finding.people, *finding.vehicles) if name not in finding.message]
    if about:
        paragraph(console, f"about {names(about)}", indent=8)
    places = dict.fromkeys(where(path) for path in finding.see)
    if places:
        paragraph(console, f"see {', '.join(places)}", indent=8)
