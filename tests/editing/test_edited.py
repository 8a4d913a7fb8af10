"""Edits one after another: the base stays as it is, and the file that is written reads back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from editing.test_four_ways import WAYS, bare
from lifeboat.editing.edited import Edited, edited
from lifeboat.editing.layers import Layer, flag
from lifeboat.editing.opened import open_edited
from lifeboat.editing.splices import spliced, splices_to
from lifeboat.errors import MistakesError
from lifeboat.files.source import source_of

FLAGS = [each for way in WAYS.values() for each in way.flags]
BASE = source_of(bare(), "base.yaml")


def with_layers(layers: Sequence[Layer]) -> Edited:
    """The base with all of these, later ones free to change what earlier ones did."""
    return edited(BASE, layers, [layer.name for layer in layers])


def possible(flags: Sequence[tuple[str, str]]) -> list[Layer]:
    """Those of some flags that can be made one after another: what is dropped cannot be delayed."""
    layers: list[Layer] = []
    for each in flags:
        try:
            with_layers([*layers, flag(*each)])
        except MistakesError:
            continue
        layers.append(flag(*each))
    return layers


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(FLAGS), max_size=6))
def test_the_base_stays_and_what_is_written_reads_back(flags: list[tuple[str, str]]) -> None:
    after = with_layers(possible(flags)).source
    assert BASE.tree == source_of(bare(), "base.yaml").tree
    written = spliced(BASE.text, splices_to(BASE, after))
    assert source_of(written, "base.yaml").tree == after.tree


def test_without_edits_nothing_changes() -> None:
    assert with_layers([]).source.tree == BASE.tree
    assert splices_to(BASE, with_layers([]).source) == ()


def test_the_log_says_what_was_before() -> None:
    (first, *_) = with_layers([flag("drop", "Heap")]).log
    assert first.path == ("vehicles", "Heap")
    assert first.before["planned"] == "2031-06-12"
    assert first.after is None


def test_the_file_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "base.yaml"
    path.write_text(bare())
    opened = open_edited(str(path), flags=[("drop", "Heap")])
    assert "Heap" not in opened.sourced.scenario.vehicles
    assert path.read_text() == bare()
