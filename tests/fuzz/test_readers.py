"""The readers on a few files that somebody got wrong; `read.py` here tries as many as one likes."""

import random
from pathlib import Path

import pytest

from fuzz.garbled import garbled, seeds
from fuzz.readers import READERS, faults
from lifeboat.errors import Mistake, MistakesError, Place, Remark
from repository import TINY

FOUND = sorted((Path(__file__).parent / "found").glob("*.yaml"))
TRIALS = 150


@pytest.mark.parametrize("reader", READERS)
def test_a_garbled_file_is_read_or_its_mistakes_are_told(reader: str, tmp_path: Path) -> None:
    chance = random.Random(reader)
    for _ in range(TRIALS):
        data = garbled(chance.choice(seeds()[reader]), chance)
        assert faults(reader, data, tmp_path / "a.yaml") == [], data


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_once_is_mended(path: Path, reader: str, tmp_path: Path) -> None:
    assert faults(reader, path.read_bytes(), tmp_path / "a.yaml") == []


@pytest.mark.parametrize("reader", READERS)
def test_a_good_file_has_no_mistakes(reader: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(seeds()[reader][0])
    assert READERS[reader](str(path)) == ()


@pytest.mark.parametrize("reader", READERS)
def test_most_garbled_files_are_refused(reader: str, tmp_path: Path) -> None:
    chance = random.Random(reader)
    refused = 0
    for _ in range(40):
        (tmp_path / "a.yaml").write_bytes(garbled(seeds()[reader][0], chance))
        try:
            READERS[reader](str(tmp_path / "a.yaml"))
        except MistakesError:
            refused += 1
    assert refused > 15


LONG = 60_000
RUNS = ("a", " ", "\t", "1", "-", "..", " to", " - ", "between ", "2030-03-01 ", "wai")
"""What a long run is made of: letters of names, of spans, and of what stands between two dates."""
SIGNS = (
    "k:“",
    "\u00a0: ",
    ":\u2019 ",
    "[\u200b",
    "[",
    "{",
    "&a ",
    "!t ",
    "'",
    " #",
    "a: ",
    "，",
    "：",
    "-–",
)
"""What a long run can be made of that is YAML, or looks like it."""


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("key", ["as_of", "leaves", "windows", "lead", "agency", "seats", "home"])
def test_a_long_run_is_soon_told(key: str, run: str, tmp_path: Path) -> None:
    """Nothing is tried from each of its letters to the end."""
    text = run * (LONG // len(run))
    for value in (f'"2030-03-01{text}x"', f"{{a: 1, {text}}}"):
        rows = [
            f"{row.partition(':')[0]}: {value}" if row.strip().startswith(f"{key}:") else row
            for row in TINY.read_text("utf-8").split("\n")
        ]
        assert faults("scenario", "\n".join(rows).encode(), tmp_path / "a.yaml") == []


@pytest.mark.parametrize("run", SIGNS)
def test_a_long_run_of_signs_is_soon_told(run: str, tmp_path: Path) -> None:
    text = run * (LONG // len(run))
    for rows in (f"name: a\nskills:{text}", f"name: a{text}\n", f"{text}: 1\n", f'name: "{text}\n'):
        whole = f"lifeboat: 2\n{rows}"
        assert faults("scenario", whole.encode(), tmp_path / "a.yaml") == []


def _edits(row: str) -> str:
    """An overlay of as many edits as there is room for, each with a number of its own."""
    rows = [f"- {row.format(number)}\n" for number in range(LONG // len(row))]
    return f"lifeboat_overlay: 1\nname: what if\nwhy: asked\nedits:\n{''.join(rows)}"


@pytest.mark.parametrize(
    "row",
    [
        "close: {{north: 2030-03-02..2030-03-04}}",
        "close: {{north: 2030-03-02..2030-03-04T00:00:{:02}.1Z}}",
        "ground: {{bird: 2030-03-02..2030-03-04}}",
        "add: {{pins.p{}: {{person: Ana, home: Heron}}}}",
        "damage: {{Sparrow: {{state: unusable, since: 2030-03-04}}}}",
        "remove: pe" + ".se" * 400 + ".{}",
        "remove: vehicles" + ".se" * 15_000 + ".{}",
        "advance: {{Heron: 1d}}",
    ],
)
def test_many_edits_are_soon_made_or_refused(row: str, tmp_path: Path) -> None:
    """After each of them, no more than what it touches is read again."""
    assert faults("overlay", _edits(row).encode(), tmp_path / "a.yaml") == []


def wrong(place: Place | None, message: str = "wrong") -> MistakesError:
    return MistakesError([Mistake(kind="wrong", message=message, place=place)])


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (wrong(None), "no place: wrong"),
        (wrong(Place(file="a.yaml", line=3, column=1)), "not line 3: wrong"),
        (wrong(Place(file="a.yaml", line=1, column=1, text="other")), "not line 1: wrong"),
        (wrong(Place(file="a.yaml", line=1, column=9, text="a: 1")), "off the line: wrong"),
    ],
)
def test_what_is_a_fault(
    error: MistakesError, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_: str) -> tuple[Remark, ...]:
        raise error

    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(READERS, "scenario", read)
    assert faults("scenario", b"a: 1\n", Path("a.yaml")) == [fault]
