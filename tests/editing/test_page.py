"""The page about edits says of each kind what the program says."""

from __future__ import annotations

import pytest

from lifeboat.editing.verbs import VERBS, Verb
from repository import DOCS

PAGE = (DOCS / "what-if.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_the_page_has_its_flag_and_its_sentence(verb: Verb) -> None:
    said = verb.sentence.partition(": `")[0]
    assert f"| `--{verb.name} {verb.form}` | {said}" in PAGE
