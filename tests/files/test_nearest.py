"""The nearest right thing."""

import pytest

from lifeboat.files.nearest import did_you_mean, in_quotes, nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("plnned", "planned"),
        ("PLANNED", "planned"),
        ("planned mode", "planned_mode"),
        ("planned-mode", "planned_mode"),
        ("weather", None),
        ("", None),
    ],
)
def test_finds_what_was_meant(word: str, meant: str | None) -> None:
    assert nearest(word, ["type", "planned", "planned_mode"]) == meant


def test_does_not_search_for_words_nobody_would_write() -> None:
    assert nearest("planned" * 1000, ["planned" * 1000 + "x"]) is None


def test_a_hint_names_the_nearest_or_a_few() -> None:
    assert did_you_mean("bwo", ["bow", "stern"]) == "did you mean 'bow'?"
    assert did_you_mean("zenith", ["bow", "stern"]) == "known here: 'bow', 'stern'"
    assert did_you_mean("zenith", []) is None
    assert did_you_mean("zenith", [f"port {number}" for number in range(30)]) is None


def test_lists_names() -> None:
    assert in_quotes(["a"]) == "'a'"
    assert in_quotes(["a", "b", "c"], " or ") == "'a', 'b' or 'c'"
    assert in_quotes([]) == "none"
