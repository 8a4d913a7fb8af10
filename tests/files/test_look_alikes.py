"""Letters that look like others."""

import pytest

from lifeboat.files.look_alikes import (
    as_meant,
    bare,
    called,
    instead,
    is_in_curly_quotes,
    mistakable,
    oddity,
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a\u00a0b\u2003c\u3000d", "a b c d"),
        ("a\u200bb\u2060c", "abc"),
        ("“a” ‘b’ «c»", '"a" \'b\' "c"'),
        ("2030–03—01", "2030-03-01"),
        ("2030-03-01…2030-03-05", "2030-03-01..2030-03-05"),
        ("ａ：１", "a:1"),
        ("Аnа", "Ana"),
        ("plain", "plain"),
    ],
)
def test_what_was_meant(text: str, meant: str) -> None:
    assert as_meant(text) == meant


def test_without_quotes_and_spaces() -> None:
    assert bare("\u00a0“bow”") == "bow"


def test_a_letter_is_called_by_number_and_name() -> None:
    assert called("\u00a0") == "U+00A0, a no-break space"
    assert called("–") == "U+2013, an en dash"
    assert called("\x85") == "U+0085, a letter without a name"


def test_what_to_write_instead() -> None:
    assert [instead(it) for it in "\u00a0\u200b“"] == ["a plain space", "nothing", 'a plain "']


def test_letters_of_other_alphabets_are_odd_only_where_something_else_is_meant() -> None:
    assert oddity("Союз") is None
    assert oddity("Союз", "Союз-2") is None
    assert (oddity("Аna", "Ana") or "").startswith("U+0410, a cyrillic capital letter a")


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("a:\u00a01", "\u00a0"),
        ("\u2003\u2003a: 1", "\u2003\u2003"),
        ("- \u00a0a: 1", "\u00a0"),
        ("– a: 1", "–"),
        ("a： 1", "："),
        ("a: “b: c”", "“"),
        ("a: [‘b’]", "‘"),
        ("a: 1 # b:\u00a0c", None),
        ("a: b\u00a0c – “d”", None),
        ("# “a”: 1", None),
    ],
)
def test_where_yaml_is_mistaken(text: str, odd: str | None) -> None:
    found = mistakable(text, 0, len(text))
    assert (found and found["odd"]) == odd


def test_a_whole_text_in_curly_quotes() -> None:
    assert is_in_curly_quotes("“a b”")
    assert not is_in_curly_quotes("the “a” and the “b” of it")
    assert not is_in_curly_quotes('"a"')
