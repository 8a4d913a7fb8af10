"""A file as it was read."""

from hashlib import sha256
from pathlib import Path

import pytest

from lifeboat.files.source import Source, read_source, source_of

TEXT = """\
name: x
vehicles:
  Heron: {type: capsule, crew: [Ito]}
  Osprey:
    type: capsule
    windows:
      - a
      - opens: b
        closes: c
empty:
"""


@pytest.fixture
def source() -> Source:
    return source_of(TEXT, "a.yaml")


@pytest.mark.parametrize(
    ("path", "key", "marked"),
    [
        (("vehicles", "Heron", "type"), False, "capsule"),
        (("vehicles", "Heron", "type"), True, "type"),
        (("vehicles", "Heron"), False, "{type: capsule, crew: [Ito]}"),
        (("vehicles", "Heron"), True, "Heron"),
        (("vehicles", "Osprey"), False, "Osprey"),
        (("vehicles", "Osprey", "windows", 0), False, "a"),
        (("vehicles", "Osprey", "windows", 1), False, "opens: b"),
        (("vehicles", "Osprey", "seats"), False, "Osprey"),
        (("vehicles", "Heron", "crew", 5), False, "crew"),
        (("vehicles", "Kestrel", "type"), False, "vehicles"),
        (("empty",), False, "empty"),
        (("nothing",), False, "n"),
    ],
)
def test_places(source: Source, path: tuple[str | int, ...], key: bool, marked: str) -> None:
    place = source.place(path, key=key)
    assert place.text[place.column - 1 :][: place.length] == marked


def test_values(source: Source) -> None:
    assert source.value(("vehicles", "Heron", "crew")) == ["Ito"]
    assert source.value(("name", "of", "what")) == "x"


def test_one_value_can_be_replaced_in_the_text(source: Source) -> None:
    start, end = source.extent(("vehicles", "Heron", "type"))
    changed = source.text[:start] + "tug" + source.text[end:]
    assert changed == TEXT.replace("{type: capsule", "{type: tug")


def test_the_digest_is_that_of_the_text(source: Source) -> None:
    assert source.digest == sha256(TEXT.encode()).hexdigest()


def test_the_same_text_with_a_byte_order_mark_has_the_same_digest(
    tmp_path: Path, source: Source
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    read = read_source(str(path))
    assert (read.file, read.digest) == (str(path), source.digest)
