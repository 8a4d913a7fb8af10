"""Reads a PNG picture, of eight bits a colour and not interlaced, without any library."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_CHANNELS = {2: 3, 6: 4}


@dataclass(frozen=True)
class Pixels:
    """Rows of a picture, each so many bytes a pixel."""

    width: int
    height: int
    channels: int
    rows: tuple[bytes, ...]

    def at(self, x: int, y: int) -> bytes:
        """The colours of a pixel."""
        return self.rows[y][x * self.channels : (x + 1) * self.channels]

    def otherwise(self, other: Pixels) -> set[tuple[int, int]]:
        """The places at which two pictures differ."""
        return {
            (x, y)
            for y, (one, two) in enumerate(zip(self.rows, other.rows, strict=True))
            if one != two
            for x in range(self.width)
            if self.at(x, y) != other.at(x, y)
        }


def read_png(data: bytes) -> Pixels:
    """The pixels of a picture; every chunk has to be whole."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    chunks = list(_chunks(data))
    width, height, depth, colours, *_, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    assert (depth, interlaced) == (8, 0)
    packed = b"".join(body for kind, body in chunks if kind == b"IDAT")
    channels = _CHANNELS[colours]
    rows = tuple(_rows(zlib.decompress(packed), width * channels, channels))
    assert len(rows) == height
    return Pixels(width, height, channels, rows)


def size_of(data: bytes) -> tuple[int, int]:
    """The width and height that the header says."""
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        assert check == zlib.crc32(kind + body)
        yield kind, body
        at += 12 + length


def _rows(data: bytes, length: int, step: int) -> Iterator[bytes]:
    before = bytes(length)
    for at in range(0, len(data), length + 1):
        before = _unfiltered(data[at], data[at + 1 : at + 1 + length], before, step)
        yield before


def _unfiltered(kind: int, line: bytes, above: bytes, step: int) -> bytes:
    if kind == 0:
        return line
    if kind == 2:
        return bytes((one + up) & 255 for one, up in zip(line, above, strict=True))
    row = bytearray(line)
    for at in range(len(row)):
        left = row[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        row[at] = (row[at] + _expected(kind, left, above[at], corner)) & 255
    return bytes(row)


def _expected(kind: int, left: int, up: int, corner: int) -> int:
    """What a filter expects of a byte by its neighbours: left, average, or Paeth's."""
    if kind == 1:
        return left
    if kind == 3:
        return (left + up) // 2
    near = left + up - corner
    return min((left, up, corner), key=lambda it: abs(near - it))
