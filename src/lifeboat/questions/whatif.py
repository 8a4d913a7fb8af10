"""What happens to the plan under each of these edits? Every variant solved, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from lifeboat.answers.solve import Answer, between
from lifeboat.answers.whatif import Comparison, Variant
from lifeboat.editing.opened import with_edits
from lifeboat.errors import Mistake, MistakesError, Remark
from lifeboat.files.scenario_file import SourcedScenario, open_scenario
from lifeboat.questions.run import Run
from lifeboat.questions.workers import Workers, rounds_left
from lifeboat.scenario.scenario import Scenario
from lifeboat.stopping import Stop


@dataclass(frozen=True)
class VariantRequest:
    """One variant to be solved."""

    name: str
    scenario: Scenario
    why: str | None = None
    edits: tuple[str, ...] = ()
    digest: str | None = None
    remarks: tuple[Remark, ...] = ()
    left_out: tuple[str, ...] = ()
    """The vehicles, modes and people that went along with what its edits name."""


def open_variants(
    path: str, asked: Sequence[Sequence[tuple[str, str]]] | None, *, over: bool = False
) -> tuple[VariantRequest, list[VariantRequest]]:
    """Read a scenario and its variants, ready to be solved.

    Args:
        path: a scenario file, `-` for standard input.
        asked: for each variant its edits in order, by kind and text: `("delay", "Heron=14d")`, or
            `("with", "late")` for an overlay, or several with commas between; with None, every
            overlay of the scenario is a variant.
        over: whether later edits of a variant may change again what earlier ones have changed.

    Raises:
        MistakesError: with the mistakes of all variants.
    """
    base = open_scenario(path)
    found: list[VariantRequest] = []
    mistakes: list[Mistake] = []
    for edits in asked if asked is not None else _every_overlay(base):
        try:
            found.append(_open_variant(base, edits, over))
        except MistakesError as error:
            mistakes += error.mistakes
    if not found and not mistakes:
        hint = "give one, as --with FILE or --delay VEHICLE=14d, or write some below `overlays:`"
        message = "there is no variant: the scenario has no overlays"
        mistakes.append(Mistake(kind="no-variant", message=message, hint=hint))
    if mistakes:
        raise MistakesError(mistakes)
    as_it_stands = VariantRequest(
        "as it stands", base.scenario, digest=base.source.digest, remarks=base.remarks
    )
    return as_it_stands, found


def _every_overlay(base: SourcedScenario) -> list[list[tuple[str, str]]]:
    return [[("with", name)] for name in base.scenario.overlays]


def _open_variant(
    base: SourcedScenario, edits: Sequence[tuple[str, str]], over: bool
) -> VariantRequest:
    flags = [each for edit in edits for each in _one_by_one(base, *edit)]
    opened = with_edits(base, flags=flags, over=over)
    whys = (layer.why for layer in opened.layers if layer.why)
    return VariantRequest(
        ", ".join(opened.edits),
        opened.sourced.scenario,
        " ".join(whys) or None,
        opened.edits,
        remarks=opened.remarks,
        left_out=opened.left_out,
    )


def _one_by_one(base: SourcedScenario, kind: str, text: str) -> list[tuple[str, str]]:
    """An edit, or the overlays of one that names several."""
    if kind != "with" or text in base.scenario.overlays:
        return [(kind, text)]
    return [(kind, each.strip()) for each in text.split(",")]


def whatif(
    base: VariantRequest,
    variants: Sequence[VariantRequest],
    *,
    workers: int = 1,
    run: Run = Run(),
) -> Comparison:
    """Solve a scenario and variants of it, and find what each of them changes.

    Args:
        base: the scenario as it stands.
        variants: the scenario with edits applied.
        workers: how many are solved at the same time, each in a process of its own.
        run: its time limit holds for each of them, its `until` for all together; each has its
            share of what is left when it begins. Its progress counts those done.
    """
    asked = [base, *variants]
    with Workers(min(workers, len(asked)), run.stop) as all_of:
        left = rounds_left(len(asked), min(workers, len(asked)))
        tasks = list(zip(asked, left, strict=True))
        replies = all_of.as_answered(partial(_solve, run=run.in_a_worker()), tasks)
        answers = _as_they_come(asked, replies, run)
    told = [
        _variant(answers[0], one, answer) for one, answer in zip(variants, answers[1:], strict=True)
    ]
    told.sort(key=lambda variant: _rank(variant.answer))
    return Comparison(base=answers[0], variants=tuple(told), interrupted=run.stop())


def _as_they_come(
    asked: Sequence[VariantRequest], replies: Iterable[tuple[int, Answer]], run: Run
) -> list[Answer]:
    """The answers in the order of the questions; each is told when it is there."""
    answers: dict[int, Answer] = {}
    run.progress(f"0 of {len(asked)} answered")
    for number, answer in replies:
        answers[number] = answer
        how = answer.outcome.replace("-", " ")
        done = f"{len(answers)} of {len(asked)} answered"
        run.progress(f"{done}; the last: {asked[number].name}, {how}")
    return [answers[number] for number in range(len(asked))]


def _variant(base: Answer, asked: VariantRequest, answer: Answer) -> Variant:
    return Variant(
        name=asked.name,
        why=asked.why,
        answer=answer,
        difference=between(base, answer),
    )


def _rank(answer: Answer) -> tuple[bool, tuple[float, ...]]:
    if answer.best is None:
        return True, ()
    return False, tuple(goal.value for goal in answer.best.goals)


def _solve(task: tuple[VariantRequest, int], stop: Stop, *, run: Run) -> Answer:
    from lifeboat.questions.solve import solve

    asked, rounds = task
    own = replace(
        run.with_share(rounds),
        stop=stop,
        digest=asked.digest,
        edits=asked.edits,
        remarks=asked.remarks,
    )
    return solve(asked.scenario, plans=1, run=own, reasons=False)
