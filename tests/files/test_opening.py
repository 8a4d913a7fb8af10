"""Getting the text of a file."""

import io
import os
import sys
from pathlib import Path

import pytest

from lifeboat.errors import MistakesError
from lifeboat.files.opening import MOST_BYTES, decoded, read_text


def refused(path: object) -> str:
    with pytest.raises(MistakesError) as error:
        read_text(str(path))
    return str(error.value)


def wrong_bytes(data: bytes) -> str:
    with pytest.raises(MistakesError) as error:
        decoded("a.yaml", data)
    return str(error.value)


def pipe_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_reads_utf_8_with_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    for number, mark in enumerate((b"", b"\xef\xbb\xbf")):
        path = tmp_path / f"{number}.yaml"
        path.write_bytes(mark + "é: 天和\r\n".encode())
        assert read_text(str(path))[1] == "é: 天和\r\n"


def test_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, b"name: piped\n")
    assert read_text("-") == ("", "name: piped\n")


def test_stops_reading_standard_input_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, b"#" * (MOST_BYTES + 1))
    assert refused("-") == "error: 'standard input' is too large: a file may have 4 MB"


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "full.yaml"
    path.write_bytes(b"#" * MOST_BYTES)
    assert len(read_text(str(path))[1]) == MOST_BYTES


def test_a_missing_file_is_told_with_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "december.yaml").write_text("")
    near = tmp_path / "december.yaml"
    assert refused(tmp_path / "decembr.yaml") == (
        f"error: there is no file '{tmp_path / 'decembr.yaml'}'\n  = help: did you mean '{near}'?"
    )


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    path = tmp_path / "no" / "such.yaml"
    assert refused(path) == f"error: there is no file '{path}'"


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert refused(path) == f"error: '{path}' cannot be read: permission denied"


def test_a_link_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "loop.yaml"
    path.symlink_to(path)
    assert refused(path).startswith(f"error: '{path}' cannot be read: ")


def test_names_no_file_system_takes() -> None:
    assert "cannot be read" in refused("a\0b")
    assert "cannot be read" in refused("x" * 5000)


def test_a_name_that_is_no_text_can_be_told() -> None:
    assert refused("no\udcff.yaml") == "error: there is no file 'no?.yaml'"


def test_other_encodings() -> None:
    assert wrong_bytes("name: a".encode("utf-16")) == (
        "error: 'a.yaml' is written in UTF-16\n  = help: save it as UTF-8"
    )
    assert wrong_bytes("a: 1\nname: café\n".encode("latin-1")).splitlines() == [
        "error: the byte 0xe9 is not UTF-8",
        " --> a.yaml:2:10",
        "  |",
        "2 | name: caf�",
        "  |          ^",
        "  = help: save the file as UTF-8",
    ]


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\n", "a PDF"),
        (b"%PDF-1.4\nall of it text\n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a zipped file, such as a spreadsheet or a document is"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08\x00", "a compressed file"),
    ],
)
def test_what_is_no_text_is_named(begins: bytes, said: str) -> None:
    assert wrong_bytes(begins) == f"error: 'a.yaml' is {said}, not text"


@pytest.mark.parametrize(
    ("character", "name"), [("\0", "U+0000"), ("\x1b", "U+001B"), ("\x7f", "U+007F")]
)
def test_characters_no_text_holds(character: str, name: str) -> None:
    lines = wrong_bytes(f"a: 1\nb: x{character}\n".encode()).splitlines()
    assert lines[0] == f"error: the character {name} cannot stand in a file"
    assert lines[1] == " --> a.yaml:2:5"
    assert lines[3] == "2 | b: x�"


def test_a_byte_order_mark_in_the_middle() -> None:
    assert "U+FEFF" in wrong_bytes("a: 1\n\ufeffb: 2\n".encode())
