"""The records that XLS and XLSB workbooks are made of.

Every record is a kind, a length and its bytes. The kinds are those of Microsoft's [MS-XLS] (in the
streams of a compound file) and [MS-XLSB] (in the parts of a package).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from lib.reading import compound

Record = tuple[int, int, int]  # its kind, where its bytes begin, how many they are
DAMAGED = (struct.error, IndexError)
"""What reading records raises where they break off."""

BEGIN = 0x0809  # of the globals, of a sheet, of a chart within one
_END = 0x000A


def stream_of(data: bytes) -> bytes:
    """The records of an XLS: the globals, then its sheets; b"" where it has none."""
    return compound.content(data, "Workbook") or compound.content(data, "Book")


def records_of(stream: bytes, at: int = 0) -> Iterator[tuple[Record, int]]:
    """The records from `at` to the end of the globals or sheet that begins there, each with how
    many parts it lies in: 1, or 2 in a chart of the sheet."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        depth += (kind == BEGIN) - (kind == _END)
        yield (kind, at + 4, length), depth
        if kind == _END and depth <= 0:
            return
        at += 4 + length


def records_of_part(part: bytes) -> Iterator[Record]:
    """The records of a part of an XLSB."""
    at = 0
    while at < len(part):
        kind, at = _number(part, at, 2)
        length, at = _number(part, at, 4)
        yield kind, at, length
        at += length


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of at most `most` bytes, seven bits in each, and where it ends."""
    number = 0
    for place in range(most):
        byte = data[at + place]
        number |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            return number, at + place + 1
    return number, at + most
