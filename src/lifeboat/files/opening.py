"""Reading the text of a file, and refusing anything else before it does harm."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

from lifeboat.errors import Mistake, MistakesError
from lifeboat.files.yaml.lines import Lines

MOST_BYTES = 4_000_000
STANDARD_INPUT = "standard input"

_BOM = b"\xef\xbb\xbf"
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zipped file, such as a spreadsheet or a document is",
    b"\xd0\xcf\x11\xe0": "a spreadsheet or a document of an older office program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"SQLite format 3": "a database",
}
"""What a file is that begins so."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_REFUSED = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def read_text(path: str) -> tuple[str, str]:
    """Read a file, or standard input for `-`: the byte order mark, if any, and the text. Raises
    `MistakesError`.
    """
    data = _standard_input() if path == "-" else _bytes(path)
    mark = _BOM.decode() if data.startswith(_BOM) else ""
    return mark, decoded(printed_name(path), data)


def printed_name(path: str) -> str:
    """The name of a file in messages."""
    return STANDARD_INPUT if path == "-" else path.encode("utf-8", "replace").decode()


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise _opening_refusal("closed", "standard input is closed", "give a file, or a pipe")
    try:
        return _within_size(STANDARD_INPUT, sys.stdin.buffer.read(MOST_BYTES + 1))
    except OSError as error:
        raise _cannot_be_read(STANDARD_INPUT, error) from None


def _bytes(path: str) -> bytes:
    name = printed_name(path)
    try:
        _refuse_other_than_files(path)
        with Path(path).open("rb") as file:
            return _within_size(name, file.read(MOST_BYTES + 1))
    except FileNotFoundError:
        raise _opening_refusal("no-file", f"there is no file '{name}'", _neighbour(path)) from None
    except (OSError, ValueError) as error:
        raise _cannot_be_read(f"'{name}'", error) from None


def _cannot_be_read(what: str, error: OSError | ValueError) -> MistakesError:
    why = getattr(error, "strerror", None) or str(error)
    return _opening_refusal("unreadable", f"{what} cannot be read: {why.lower()}")


def _refuse_other_than_files(path: str) -> None:
    """Refuse all but ordinary files before opening them: a pipe or a device may never end."""
    found = Path(path).stat()
    name = printed_name(path)
    if stat.S_ISDIR(found.st_mode):
        raise _opening_refusal("folder", f"'{name}' is a folder, not a file")
    if not stat.S_ISREG(found.st_mode):
        hint = "to read from a pipe, give - as the file name"
        raise _opening_refusal("not-a-file", f"'{name}' is not an ordinary file", hint)
    if found.st_size > MOST_BYTES:
        raise _too_large(name, f", this one {found.st_size / 1e6:.1f} MB")


def _within_size(name: str, data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise _too_large(name, "")
    return data


def _too_large(name: str, how_much: str) -> MistakesError:
    most = MOST_BYTES // 1_000_000
    return _opening_refusal(
        "too-large", f"'{name}' is too large: a file may have {most} MB{how_much}"
    )


def _opening_refusal(kind: str, message: str, hint: str | None = None) -> MistakesError:
    return MistakesError([Mistake(kind=kind, message=message, hint=hint)])


def _neighbour(path: str) -> str | None:
    from lifeboat.files.nearest import nearest

    try:
        names = [entry.name for entry in Path(path).parent.iterdir()]
    except OSError:
        return None
    near = nearest(Path(path).name, sorted(names))
    return f"did you mean '{printed_name(str(Path(path).with_name(near)))}'?" if near else None


def decoded(name: str, data: bytes) -> str:
    """Bytes as text: UTF-8, with or without a byte order mark, every character printable."""
    data = data.removeprefix(_BOM)
    is_what = next((it for begin, it in _BINARY.items() if data.startswith(begin)), None)
    if is_what:
        raise _opening_refusal("binary", f"'{name}' is {is_what}, not text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MistakesError([_not_utf_8(name, data, error.start)]) from None
    refused = _REFUSED.search(text)
    if refused:
        raise MistakesError([_not_printable(name, text, refused.start())])
    return text


def _not_utf_8(name: str, data: bytes, at: int) -> Mistake:
    if data.startswith(_UTF_16):
        message = f"'{name}' is written in UTF-16"
        return Mistake(kind="not-utf-8", message=message, hint="save it as UTF-8")
    if b"\0" in data:
        return Mistake(kind="binary", message=f"'{name}' holds binary data, not text")
    place = Lines(name, data.decode("utf-8", "replace")).place(len(data[:at].decode("utf-8")))
    message = f"the byte 0x{data[at]:02x} is not UTF-8"
    return Mistake(kind="not-utf-8", message=message, place=place, hint="save the file as UTF-8")


def _not_printable(name: str, text: str, at: int) -> Mistake:
    message = f"the character U+{ord(text[at]):04X} cannot stand in a file"
    return Mistake(kind="character", message=message, place=Lines(name, text).place(at))
