"""The changes that a mutation run makes, and that it notices what tests notice."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest

from mutation.changes import changes_in, changes_to
from mutation.known import once_unnoticed, stale, why_unseen
from mutation.run import changed_files, copied, noticed_by
from repository import ROOT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a < b", {"(a <= b)", "(a > b)"}),
        ("a <= b", {"(a < b)", "(a >= b)"}),
        ("a == b", {"(a != b)"}),
        ("a in b", {"(a not in b)"}),
        ("a is None", {"(a is not None)"}),
        ("decide.require(a <= b)", {"(a >= b)", "pass"}),
        ("a and b", {"(a or b)", "(a)", "(b)"}),
        ("not a", {"(a)"}),
        ("x = True", {"(False)"}),
        ("x = 1", {"(2)", "(0)"}),
        ("x = a - b", {"(a + b)"}),
        ("x = min(a, b)", {"(max(a, b))"}),
        ("x = 'é' if a else b", {"(not a)"}),
        ("x += a", {"pass"}),
        ("assert a < b", set()),
        ("f'{a < b}'", set()),
        ("def dates():\n    return a < b", set()),
        ("def f():\n    yield a", {"yield from ()"}),
        ("def f():\n    if a:\n        return b", {"pass", "(not a)"}),
        ("def f():\n    return b", set()),
    ],
)
def test_what_is_changed(text: str, found: set[str]) -> None:
    assert {it.new for it in changes_to("file.py", text)} == found


def test_a_change_leaves_the_rest_as_it_is() -> None:
    text = "x = 'é'  # b < a\nif a < b:  # why\n    pass\n"
    made = [it.made(text) for it in changes_to("file.py", text)]
    assert "x = 'é'  # b < a\nif (a <= b):  # why\n    pass\n" in made


def test_every_change_can_be_read() -> None:
    every = changes_in(ROOT, changed_files())
    assert len(every) > 1000
    for change in random.Random(1).sample(every, 200):
        ast.parse(change.made((ROOT / change.path).read_text("utf-8")))


def test_a_change_that_a_test_notices(tmp_path: Path) -> None:
    change = next(it for it in once_unnoticed(ROOT) if it.path.endswith("counting.py"))
    copy = copied(tmp_path / "copy")
    before = (copy / change.path).read_text("utf-8")
    assert noticed_by(change, copy) is not None
    assert (copy / change.path).read_text("utf-8") == before


def test_what_nothing_can_notice_is_told_by_what_the_file_says_then() -> None:
    """Whoever leaves in the first slot in which a life can be over lands within it."""
    every = changes_in(ROOT, ["src/lifeboat/goals/unsafe.py"])
    reasons = [why for it in every if (why := why_unseen(it, ROOT)) is not None]
    assert 0 < len(reasons) < len(every) // 4


def test_what_is_known_of_changes_stands_in_the_source() -> None:
    assert stale(ROOT) == []
