"""The answer to `lifeboat replan`."""

from __future__ import annotations

from typing import Literal

from lifeboat.answers.difference import Difference
from lifeboat.answers.option import Option
from lifeboat.answers.solve import Answer
from lifeboat.days import Moment
from lifeboat.plans.findings import Finding
from lifeboat.scenario.part import Part


class Replanned(Part):
    """A plan that was made before, and what becomes of it: one documented, versioned document."""

    lifeboat_replan: Literal[1] = 1
    """The version of this document."""
    record: str
    """What the plan of record is called, or the file it stands in."""
    since: Moment
    """What the plan did before is done; the rest may change."""
    unknown: tuple[str, ...] = ()
    """What that plan speaks of and the scenario does not know any more; it was left out."""
    before: Option
    """The plan of record in what is known now; its findings are what no longer holds."""
    answer: Answer
    """The plan that changes least."""
    difference: Difference | None
    """From the plan of record to the answer; none where there is no plan."""

    @property
    def holds_no_longer(self) -> tuple[Finding, ...]:
        """The findings about the plan of record that the answer does not have."""
        after = () if self.answer.best is None else self.answer.best.findings
        known = {(it.rule, it.subject, it.message) for it in after}
        return tuple(
            it for it in self.before.findings if (it.rule, it.subject, it.message) not in known
        )

    @property
    def stands(self) -> bool:
        """Whether the plan of record is still the best, by the goals of a replan."""
        return self.answer.best is not None and self.answer.best.plan == self.before.plan
