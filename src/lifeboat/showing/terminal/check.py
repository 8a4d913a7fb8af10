"""A checked plan as people read it: whether it is good, what is wrong, then the tables."""

from __future__ import annotations

from rich.console import Console

from lifeboat.answers.check import Check
from lifeboat.days import say_instant
from lifeboat.plans.findings import Finding
from lifeboat.showing.terminal.findings import Where, by_its_keys, show_findings
from lifeboat.showing.terminal.layout import paragraph
from lifeboat.showing.terminal.plan import show_deadlines, show_gist, show_goals, show_views


def show_check(
    check: Check, console: Console, where: Where = by_its_keys, *, brief: bool = False
) -> None:
    """Print the answer to `check`; `brief` leaves out the tables, never the broken rules."""
    name = check.plan_name or "This plan"
    scenario = f"{check.scenario} (as of {say_instant(check.as_of)})"
    paragraph(console, f"{name}, against {scenario}", style="bold")
    paragraph(console, _check_verdict(check.option.findings))
    show_gist(check.option, console)
    show_findings(check.option.findings, console, where)
    if brief:
        return
    show_deadlines(check.option, console)
    show_views(check.option, console)
    show_goals(check.option, console, searched=False)


def _check_verdict(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "Good: no rule is broken."
    must = sum(finding.strength == "must" for finding in findings)
    counts = [(must, "must hold"), (len(findings) - must, "should hold")]
    said = " and ".join(f"{count} that {strength}" for count, strength in counts if count)
    return f"Not good: rules are broken, {said}; see below."
