"""YAML into values and places, with either parser of PyYAML."""

import pytest
import yaml

from lifeboat.errors import MistakesError
from lifeboat.files.source import Source, source_of
from lifeboat.files.yaml import reader as positions
from lifeboat.files.yaml import syntax


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    loader = getattr(yaml, request.param, None)
    if loader is None:
        pytest.skip("PyYAML has no C parser here")
    monkeypatch.setattr(positions, "_LOADER", loader)
    monkeypatch.setattr(syntax, "_LOADER", loader)


def read(text: str) -> Source:
    return source_of(text, "a.yaml")


def wrong(text: str) -> str:
    with pytest.raises(MistakesError) as error:
        read(text)
    return str(error.value)


def test_plain_values() -> None:
    text = "a: 1\nb: [x, 2.5, null, {c: true}]\nd: 'no'\ne: |\n  two\n  lines\nf:\n"
    assert read(text).tree == {
        "a": 1,
        "b": ["x", 2.5, None, {"c": True}],
        "d": "no",
        "e": "two\nlines\n",
        "f": None,
    }


def test_quoted_words_are_text() -> None:
    assert read("a: '5'\nb: \"true\"\nc: ''\n").tree == {"a": "5", "b": "true", "c": ""}


def test_keys_are_text_as_written() -> None:
    text = "2022-12-15: a\n007: b\ntrue: c\n~: d\n1e3: e\n'': f\n"
    assert list(read(text).tree) == ["2022-12-15", "007", "true", "~", "1e3", ""]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_of_keys_and_values(end: str) -> None:
    source = read(end.join(["# 😀", "é: 天和 # x", "b:", "  c: [1, 'two']", ""]))
    value = source.place(("b", "c", 1))
    key = source.place(("b", "c"), key=True)
    assert (value.line, value.column, value.length, value.text) == (4, 10, 5, "  c: [1, 'two']")
    assert (key.line, key.column, key.length) == (4, 3, 1)
    assert source.place(("é",)).length == 2


def test_odd_line_breaks_do_not_shift_places() -> None:
    place = read("a: 'x\u2028\x85y'\nb: 2\n").place(("b",))
    assert (place.line, place.column) == (2, 4)


def test_an_alias_is_the_value_it_stands_for_and_stands_where_it_is_written() -> None:
    source = read("a: &gap {days: 10}\nb: *gap\n")
    assert source.tree == {"a": {"days": 10}, "b": {"days": 10}}
    assert source.place(("b",)).line == 2
    assert source.place(("b", "days")).line == 1
    assert source.text[slice(*source.extent(("a",)))] == "{days: 10}"


def test_aliases_count_for_all_they_stand_for() -> None:
    lines = ["a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    for old, new in zip("abcde", "bcdef", strict=True):
        lines.append(f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]")
    said = wrong("\n".join(lines))
    assert said.startswith("error: with this the file holds more than 100,000 values")
    assert " --> a.yaml:5:" in said


def test_aliases_of_a_long_text_count_too() -> None:
    said = wrong(f"a: &a {'x' * 100_000}\nb: [{'*a, ' * 200}]\n")
    assert said.startswith("error: with this the file holds more than 100,000 values")


def test_fifty_levels_and_no_more() -> None:
    assert read("a: " + "[" * 49 + "]" * 49).tree
    said = wrong("a: " + "[" * 50 + "]" * 50)
    assert said.startswith("error: this is nested deeper than 50 levels\n --> a.yaml:1:53\n")


def test_all_mistakes_are_told_at_once() -> None:
    said = wrong("a: !x 1\nb: {<<: 2}\na: 3\nc: 12345678901234567890\n")
    assert [line for line in said.splitlines() if line.startswith("error")] == [
        "error: tags such as !x are not supported",
        "error: merge keys (<<) are not supported",
        "error: `a` stands here a second time, first in line 1",
        "error: a number of 20 digits is too long; 18 are allowed",
    ]


def test_a_tag_behind_an_anchor_is_shown_alone() -> None:
    assert "1 | a: &x !y z\n  |       ^^\n" in wrong("a: &x !y z\n")


def test_a_quoted_merge_key_is_a_key() -> None:
    assert read("'<<': 1\n").tree == {"<<": 1}


@pytest.mark.parametrize("key", ["{a: 1}", "*a", "? [1]\n"])
def test_keys_that_are_no_words(key: str) -> None:
    assert wrong(f"b: &a 1\n{key} : 2\n").startswith("error: a key must be a word, not a")


@pytest.mark.parametrize("escape", [r"\ud800", r"\udfff", r"\ud83d\ude00"])
def test_half_characters(escape: str) -> None:
    assert wrong(f'a: "{escape}"\n').startswith("error: this")


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "~\n"])
def test_a_file_that_says_nothing(text: str) -> None:
    assert wrong(text) == "error: 'a.yaml' is empty"


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("a: 'x\nb: 2\n", "this quote is never closed", "1:4"),
        ("a: [1, 2\nb: 3\n", "this list is not closed by a ]", "1:4"),
        ("a: {b: 1\n", "this map is not closed by a }", "1:4"),
        ("a: b: c\n", "a second colon on one line", "1:5"),
        ("a: 1\n  b: 2\n", "this line belongs to the one above it", "2:4"),
        ("a:\n\tb: 1\n", "a tab stands where only spaces may", "2:1"),
        ("a: @b\n", "a value cannot begin with this character", "1:4"),
        ("a: *b*\n", "`*` and `&` begin an alias or an anchor", "1:4"),
        ("a: 1\n- b\n", "this does not continue the map or list above it", "2:1"),
        ("- a\nb: 1\n", "this does not continue the map or list above it", "2:1"),
        ("a: ]\n", "there is no value here", "1:4"),
        ("a: !x!y z\n", "tags (words that begin with !) are not supported", "1:4"),
        ("a: 1\n...\nb", "text stands after the end of the document", "3:1"),
    ],
)
def test_what_is_not_yaml(text: str, message: str, place: str) -> None:
    first, second = wrong(text).splitlines()[:2]
    assert first.startswith(f"error: {message}")
    assert second == f" --> a.yaml:{place}"


LONG = "A" * 3000


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{LONG}: 1\n", "1:1"),
        (f"# a remark\n{LONG}: 1\nb: 2\n", "2:1"),
        (f"m:  # a remark\n  {LONG}:\n    a: 1\n", "2:3"),
        (f"m:\n  b: 1\n  {LONG}: 1\n", "3:3"),
        (f"m:\n  b: 1\n  {LONG} : 1\n", "3:3"),
        (f"a:\n  b:\n    c:\n      {LONG}: 1\n", "4:7"),
        (f"m:\r\n  {LONG}:\t1\r\n", "2:3"),
        (f"m:\n  {'A' * 1025}: 1\n", "2:3"),
        (f"m:\n  {'A' * 60_000}: 1\n", "2:3"),
        (f"m:\n  {'A:b' * 1000}: 1\n", "2:3"),
        (f"m:\n  b: 1\n  {'A:b' * 1000}: 1\n", "3:3"),
        (f"m:\n  {'{x},' * 1000}: 1\n".replace("  {", "  a{"), "2:3"),
        (f"m:\n- {LONG}: 1\n", "2:3"),
        (f"m:\n- b: 1\n- - {LONG}: 1\n", "3:5"),
        (f"m:\n  &x {LONG}: 1\n", "2:6"),
        (f"m:\n  {LONG}: {LONG}\n", "2:3"),
        (f'm:\n  "{LONG}":\n    a: 1\n', "2:3"),
        (f"m:\n  'it''s: {LONG}' : 1\n", "2:3"),
        (f'm:\n  "x\\": {LONG}": 1\n', "2:3"),
        (f"m: {{{LONG}: 1}}\n", "1:5"),
        (f"m: {{a: {{{LONG}: 1}}}}\n", "1:9"),
        (f"m: {{\n  {LONG}: 1,\n  b: 2}}\n", "2:3"),
        (f"m: [{LONG}: 1]\n", "1:5"),
        (f"m: {{'x: {LONG}': 1}}\n", "1:5"),
        (f"m: {{b: 1, 'x, {LONG}, y': 1}}\n", "1:11"),
        (f"m: {{b: 1, {'A:b' * 1000}: 1}}\n", "1:11"),
    ],
)
def test_a_key_too_long_to_be_one_wherever_it_stands(text: str, place: str) -> None:
    message, at = wrong(text).splitlines()[:2]
    assert message == "error: this key, or name, is too long"
    assert at == f" --> a.yaml:{place}"


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        (f"m:\n  a: {LONG}: 1\n", "a second colon on one line", "2:3006"),
        (f"m:\n  a: &x {LONG}: 1\n", "a second colon on one line", "2:3009"),
        (f"m:\n  a: '{LONG}': 1\n", "a second colon on one line", "2:3008"),
        (f"m: why\n  {LONG}: 1\n", "this line belongs to the one above it", "2:3003"),
        (f"m: {LONG}\n  b: 1\n", "this line belongs to the one above it", "2:4"),
        (f"m:\n  b: 1\n  {LONG}\n  c: 1\n", "this key is not followed by a colon", "3:3"),
        (f"m: {{a: {LONG}\nb: 1\n", "this map is not closed by a }", "1:4"),
    ],
)
def test_a_long_text_that_is_no_key(text: str, message: str, place: str) -> None:
    first, second = wrong(text).splitlines()[:2]
    assert first.startswith(f"error: {message}")
    assert second == f" --> a.yaml:{place}"
