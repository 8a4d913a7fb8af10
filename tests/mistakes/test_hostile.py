"""Files made to do harm: each is refused with a message, in bounded time and memory."""

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from lifeboat.errors import MistakesError
from lifeboat.files.source import read_source
from lifeboat.files.validation.validate import validate
from lifeboat.scenario.scenario import Scenario

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there are no pipes among files, nor limits of memory"
)

RIGHT = (Path(__file__).parent / "right.yaml").read_text(encoding="utf-8")
MOST_MEMORY = 500_000_000
HANGS_AFTER = 20
REFUSED = 3

CHILD = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MOST_MEMORY}, {MOST_MEMORY}))
from lifeboat.errors import MistakesError
from lifeboat.files.source import read_source
from lifeboat.files.validation.validate import validate
from lifeboat.scenario.scenario import Scenario
try:
    validate(read_source(sys.argv[1]), Scenario)
except MistakesError as error:
    print(error)
    sys.exit({REFUSED})
"""


def fifty_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


def alias_bomb(path: Path) -> None:
    names = [f"level{number}" for number in range(10)]
    lines = [f"{names[0]}: &{names[0]} [x, x, x, x, x, x, x, x, x]"]
    for old, new in pairwise(names):
        lines.append(f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]")
    path.write_text("\n".join(lines))


def long_alias_bomb(path: Path) -> None:
    path.write_text(f"long: &long {'x' * 1_000_000}\nmany: [{'*long, ' * 100_000}]\n")


def merge_bomb(path: Path) -> None:
    path.write_text("a: &a {x: 1}\nb: {<<: [" + "*a, " * 50_000 + "]}\n")


def text(content: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(content, encoding="utf-8")


def data(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def number(digits: int) -> Callable[[Path], object]:
    return text(RIGHT.replace("stock: 900", "stock: " + "9" * digits))


HOSTILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "50-megabytes": (fifty_megabytes, "is too large: a file may have 4 MB, this one 50.0 MB"),
    "50000-brackets": (text("[" * 50_000), "this is nested deeper than 50 levels"),
    "100000-brackets-in-a-key": (text("a: " + "[" * 100_000), "this is nested deeper than 50"),
    "50000-braces": (text("{a: " * 50_000), "this is nested deeper than 50 levels"),
    "50000-dashes": (text("- " * 50_000), "this is nested deeper than 50 levels"),
    "50000-question-marks": (text("? " * 50_000), "a key must be a word, not a list or a map"),
    "alias-bomb": (alias_bomb, "with this the file holds more than 100,000 values"),
    "long-alias-bomb": (long_alias_bomb, "with this the file holds more than 100,000 values"),
    "merge-bomb": (merge_bomb, "merge keys (<<) are not supported"),
    "too-many-values": (text("a: [" + "1," * 200_000 + "]"), "holds more than 100,000 values"),
    "number-of-5000-digits": (number(5000), "a number of 5000 digits is too long"),
    "4-megabytes-of-digits": (number(3_900_000), "a number of 3900000 digits is too long"),
    "40000-mistakes": (
        text(RIGHT.replace("pins:", "pins:\n" + "\n".join(f"  p{n}: 5" for n in range(40_000)))),
        "`p0` should be a pin, with keys of its own, not the number 5",
    ),
    "quote-open-for-4-megabytes": (text("a: '" + "x\n " * 1_200_000), "this quote is never closed"),
    "folder": (Path.mkdir, "is a folder, not a file"),
    "pipe": (
        lambda path: os.mkfifo(path),
        "is not an ordinary file\n  = help: to read from a pipe, give -",
    ),
    "device": (lambda path: path.symlink_to("/dev/zero"), "is not an ordinary file"),
    "link-to-itself": (lambda path: path.symlink_to(path), "cannot be read: "),
    "binary": (data(b"\x7fELF\x02\x01\xff\0\0\rIHDR" * 100), "holds binary data, not text"),
    "picture": (data(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 100), "is a picture, not text"),
    "compressed": (data(b"\x1f\x8b\x08\0\0\0\0\0\0\x03" * 9), "is a compressed file, not text"),
    "zero-bytes": (data(b"name: a\0b\n"), "the character U+0000 cannot stand in a file"),
    "not-utf-8": (data(b"name: caf\xe9\n"), "the byte 0xe9 is not UTF-8"),
    "overlong-utf-8": (data(b"name: \xc0\xaf\n"), "the byte 0xc0 is not UTF-8"),
    "surrogate": (data(b"name: \xed\xa0\x80\n"), "the byte 0xed is not UTF-8"),
    "python-object": (
        text("name: !!python/object/apply:os.system ['exit 5']"),
        "tags such as !!python/object/apply:os.system are not supported",
    ),
}


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    make, message = HOSTILE[request.param]
    path = tmp_path / f"{request.param}.yaml"
    make(path)
    return path, message


def test_says_what_is_wrong(hostile: tuple[Path, str]) -> None:
    path, message = hostile
    with pytest.raises(MistakesError) as error:
        validate(read_source(str(path)), Scenario)
    said = str(error.value)
    assert message in said
    assert len(said) < 50_000


def test_ends_cleanly_within_bounded_memory(hostile: tuple[Path, str]) -> None:
    path, message = hostile
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)],
        capture_output=True,
        timeout=HANGS_AFTER,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stderr == ""
    assert done.returncode == REFUSED
    assert message in done.stdout
