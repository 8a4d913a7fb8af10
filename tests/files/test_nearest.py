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


PERSON = ["agency", "up", "seat", "home", "returns", "skills", "gear", "stay", "return_window"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("home_by", "return_window"),
        ("Home-By", "return_window"),
        ("lands", "returns"),
        ("country", "agency"),
        ("max_stay", "stay"),
        ("hom", "home"),
        ("weather", None),
    ],
)
def test_finds_what_means_the_same(word: str, meant: str | None) -> None:
    assert nearest(word, PERSON) == meant


@pytest.mark.parametrize("word", ["vehicles.Heron", "Heron.launch", "vehicles.Heron.planned"])
def test_finds_the_name_in_a_path(word: str) -> None:
    assert nearest(word, ["Sparrow", "Heron", "He"]) == "Heron"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("“bow”", "did you mean 'bow'? U+201C, a left double quotation mark, is a letter"),
        ("bоw", "did you mean 'bow'? U+043E, a cyrillic small letter o, is a letter"),
        ("MS\u00a023", "did you mean 'MS-23'? U+00A0, a no-break space, is a letter"),
        ("Союз", "did you mean 'Союз-2'?"),
    ],
)
def test_says_which_letter_only_looks_right(word: str, hint: str) -> None:
    said = did_you_mean(word, ["bow", "stern", "MS-23", "Союз-2"])
    assert said is not None
    assert said.startswith(hint)
    assert ("is a letter like any other" in said) == ("U+" in hint)
