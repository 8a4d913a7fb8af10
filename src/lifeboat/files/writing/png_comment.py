"""A comment in a PNG picture: a chunk of text right after the header, as the format has it."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

_BEGINS = b"\x89PNG\r\n\x1a\n"
_HEADER = len(_BEGINS) + 25
_KEY = b"tEXtComment\0"


class Commented(NamedTuple):
    """A picture with a comment, taken apart."""

    comment: str
    rest: bytes
    """The picture without it."""


def with_comment(png: bytes, comment: str) -> bytes:
    """The picture with a comment in it, which may have letters of ISO 8859-1."""
    said = _KEY + comment.encode("latin-1")
    length, check = len(said) - 4, zlib.crc32(said)
    chunk = struct.pack(">I", length) + said + struct.pack(">I", check)
    return png[:_HEADER] + chunk + png[_HEADER:]


def comment_in(data: bytes) -> Commented | None:
    """The comment that was put into a picture; None if it is no picture, or has none there."""
    begin = _HEADER + 4
    if not (data.startswith(_BEGINS) and data.startswith(_KEY, begin)):
        return None
    (length,) = struct.unpack_from(">I", data, _HEADER)
    end = begin + 4 + length
    said = data[begin + len(_KEY) : end].decode("latin-1")
    return Commented(said, data[:_HEADER] + data[end + 4 :])
