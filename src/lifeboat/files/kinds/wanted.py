"""Refuses a file of another kind than is wanted, in one message that says what it is."""

from __future__ import annotations

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.kinds.foreign import refuse_foreign
from lifeboat.files.kinds.kind import (
    DOCUMENTS,
    OVERLAY,
    PLAN,
    SCENARIO,
    WITH_A_PLAN,
    Kind,
    kind_of,
    telltale,
)
from lifeboat.files.yaml.lines import Lines
from lifeboat.files.yaml.nodes import Node

_SCHEMA = ("$schema", "$defs", "properties")


def refuse_other_kind(root: Node, lines: Lines, wanted: Kind) -> None:
    """Raise `MistakesError` if a map is clearly of another kind than the one wanted."""
    mark = telltale(root.value)
    if mark is not None:
        if kind_of(mark) is not wanted and not (wanted is PLAN and mark in WITH_A_PLAN):
            found = kind_of(mark)
            said = DOCUMENTS[mark] if found is None else found.said
            raise _other_kind(root, lines, mark, said, wanted, _what_to_do(mark, wanted, lines))
        return
    schema = next((key for key in _SCHEMA if key in root.value), None)
    if schema is not None:
        raise _other_kind(root, lines, schema, "a JSON Schema", wanted, wanted.to_get_one)
    if root.value and not wanted.has_own_key(root.value):
        refuse_foreign(lines, wanted)
        raise _nothing_of_it(root, lines, wanted)


def _what_to_do(mark: str, wanted: Kind, lines: Lines) -> str:
    file, found = lines.file, kind_of(mark)
    if mark in WITH_A_PLAN or found is PLAN:
        order = ", the scenario first" if wanted is SCENARIO else ""
        return f"`lifeboat check SCENARIO {file}` checks the plan in it{order}"
    if found is OVERLAY:
        return f"`--with {file}` makes its edits to a scenario"
    if found is SCENARIO and wanted is PLAN:
        return f"`lifeboat solve {file} -o PLAN` writes a plan for it"
    return wanted.to_get_one


def _other_kind(
    root: Node, lines: Lines, key: str, said: str, wanted: Kind, hint: str
) -> MistakesError:
    node = root.entries[key]
    place = lines.place(*(node.key or node.extent))
    message = f"this file is {said}, not {wanted.said}"
    return MistakesError([Mistake(kind="other-kind", message=message, place=place, hint=hint)])


def _nothing_of_it(root: Node, lines: Lines, wanted: Kind) -> MistakesError:
    first = next(iter(root.entries.values()))
    message = f"this file is not {wanted.said}: none of its keys is a key of one"
    return MistakesError(
        [
            Mistake(
                kind="other-kind",
                message=message,
                place=lines.place(*(first.key or first.extent)),
                hint=wanted.to_get_one,
            )
        ]
    )
