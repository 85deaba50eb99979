"""The fonts of XLS and XLSB workbooks: whether any strikes its text out, or raises or lowers it.

Every run of text and every cell names one of the workbook's fonts: where none of them does so, no
text is. The records are Font in Microsoft's [MS-XLS] and BrtFont in [MS-XLSB].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from lib.reading import compound
from lib.reading.document import Unreadable
from lib.reading.package import Package

_STRUCK = 0x0008  # a bit of the flags, which are the second field of both records
_BEGIN, _FONT, _END = 0x0809, 0x0031, 0x000A
_FONT_2007 = 43
_STYLES = "xl/styles.bin"


class Fonts(NamedTuple):
    """Whether a workbook has a font that strikes out, and one that raises or lowers."""

    striking: bool
    raising: bool


UNKNOWN = Fonts(striking=True, raising=True)


def fonts_of(data: bytes) -> Fonts:
    """The fonts of a workbook; UNKNOWN where they cannot be read: older than 1993, or damaged."""
    try:
        records = _in_package(data) if data.startswith(b"PK") else _in_streams(data)
        fonts = list(records)
    except (struct.error, IndexError, Unreadable):
        return UNKNOWN
    if not fonts:
        return UNKNOWN
    return Fonts(any(each.striking for each in fonts), any(each.raising for each in fonts))


def _in_streams(data: bytes) -> Iterator[Fonts]:
    for name in ("Workbook", "Book"):
        if stream := compound.content(data, name):
            break
    kind, length = struct.unpack_from("<HH", stream, 0)
    if kind != _BEGIN:
        raise IndexError(kind)
    at = 4 + length
    while kind != _END:
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _FONT:
            _, flags, _, _, script = struct.unpack_from("<5H", stream, at + 4)
            yield Fonts(bool(flags & _STRUCK), bool(script))
        at += 4 + length


def _in_package(data: bytes) -> Iterator[Fonts]:
    try:
        styles = Package(data, "Excel").data(_STYLES)
    except Unreadable:
        raise
    except Exception as error:  # zipfile and zlib raise many types for damage
        raise IndexError(_STYLES) from error
    at = 0
    while at < len(styles):
        kind, at = _number(styles, at, 2)
        length, at = _number(styles, at, 4)
        if kind == _FONT_2007:
            _, flags, _, script = struct.unpack_from("<4H", styles, at)
            yield Fonts(bool(flags & _STRUCK), bool(script))
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
