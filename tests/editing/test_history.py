"""Edits in any order, taken back in any number: the base is there again, to the byte."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from editing.test_four_ways import WAYS, bare
from lifeboat.editing.history import History
from lifeboat.editing.layers import Layer, flag
from lifeboat.editing.opened import open_edited
from lifeboat.editing.splices import spliced, splices_to
from lifeboat.errors import MistakesError
from lifeboat.files.source import source_of

FLAGS = [each for way in WAYS.values() for each in way.flags]


def made(history: History, layer: Layer) -> History:
    """With a layer, if it can be made there: nothing that was dropped can be delayed."""
    try:
        return history.made(layer)
    except MistakesError:
        return history


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(FLAGS), max_size=6), st.data())
def test_edits_made_and_taken_back_leave_the_base(
    flags: list[tuple[str, str]], data: st.DataObject
) -> None:
    base = source_of(bare(), "base.yaml")
    steps = [History(base)]
    for each in flags:
        steps.append(made(steps[-1], flag(*each)))
    trees = [step.edited().source.tree for step in steps]
    history = steps[-1]
    count = data.draw(st.integers(0, len(history.layers)))
    for _ in range(count):
        history = history.undo()
    kept = {len(step.layers): tree for step, tree in zip(steps, trees, strict=True)}
    assert history.edited().source.tree == kept[len(history.layers)]
    for _ in range(count):
        history = history.redo()
    assert history.edited().source.tree == trees[-1]
    assert base.tree == source_of(bare(), "base.yaml").tree
    written = spliced(base.text, splices_to(base, history.edited().source))
    assert source_of(written, "base.yaml").tree == trees[-1]


def test_nothing_is_taken_back_where_nothing_was_done() -> None:
    history = History(source_of(bare(), "base.yaml"))
    assert history.undo() is history
    assert history.redo() is history


def test_the_log_says_what_was_before() -> None:
    history = History(source_of(bare(), "base.yaml")).made(flag("drop", "Heap"))
    (first, *_) = history.edited().log
    assert first.path == ("vehicles", "Heap")
    assert first.before["planned"] == "2031-06-12"
    assert first.after is None


def test_the_file_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "base.yaml"
    path.write_text(bare())
    opened = open_edited(str(path), flags=[("drop", "Heap")])
    assert "Heap" not in opened.sourced.scenario.vehicles
    assert path.read_text() == bare()
