"""What has to be read again after an edit, on the small rescue."""

from __future__ import annotations

from lifeboat.editing.touched import touched_by
from lifeboat.files.scenario_file import open_scenario
from repository import TINY

SOURCE = open_scenario(str(TINY)).source


def test_names_that_no_path_leads_through_are_left_out() -> None:
    tree = touched_by(SOURCE, [("vehicles", "Heron", "planned")]).tree
    assert list(tree["vehicles"]) == ["Heron"]
    assert tree["vehicles"]["Heron"]["planned"] == SOURCE.tree["vehicles"]["Heron"]["planned"]
    assert tree["vehicles"]["Heron"]["modes"] == {}
    assert tree["people"] == tree["ports"] == {}


def test_keys_are_kept_wherever_they_are() -> None:
    tree = touched_by(SOURCE, [("people", "Ana", "home")]).tree
    assert tree["people"] == {"Ana": SOURCE.tree["people"]["Ana"]}
    assert {*tree} == {*SOURCE.tree}
    assert tree["station"] == SOURCE.tree["station"]


def test_what_a_path_ends_at_is_kept_whole() -> None:
    tree = touched_by(SOURCE, [("vehicles", "Heron"), ("ports", "north", "accepts", "ring")]).tree
    assert tree["vehicles"] == {"Heron": SOURCE.tree["vehicles"]["Heron"]}
    assert tree["ports"] == {"north": SOURCE.tree["ports"]["north"]}
    assert touched_by(SOURCE, [("vehicles",)]).tree["vehicles"] == SOURCE.tree["vehicles"]


def test_a_name_that_is_gone_leaves_nothing() -> None:
    assert touched_by(SOURCE, [("vehicles", "Wren")]).tree["vehicles"] == {}
