"""The fonts of XLS and XLSB workbooks: whether any strikes its text out, or raises or lowers it.

Every run of text and every cell names one of the workbook's fonts: where none of them does so, no
text is. The records are Font in Microsoft's [MS-XLS] and BrtFont in [MS-XLSB].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from lib.reading.document import Unreadable
from lib.reading.package import Package
from lib.reading.records import BEGIN, DAMAGED, records_of, records_of_part, stream_of

_STRUCK = 0x0008  # a bit of the flags, which are the second field of both records
_FONT, _FONT_2007 = 0x0031, 43
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
    except (*DAMAGED, Unreadable):
        return UNKNOWN
    if not fonts:
        return UNKNOWN
    return Fonts(any(each.striking for each in fonts), any(each.raising for each in fonts))


def _in_streams(data: bytes) -> Iterator[Fonts]:
    stream = stream_of(data)
    (first,) = struct.unpack_from("<H", stream)
    if first != BEGIN:  # older than 1993
        raise IndexError(first)
    for (kind, at, _), _ in records_of(stream):
        if kind == _FONT:
            _, flags, _, _, script = struct.unpack_from("<5H", stream, at)
            yield Fonts(bool(flags & _STRUCK), bool(script))


def _in_package(data: bytes) -> Iterator[Fonts]:
    try:
        styles = Package(data, "Excel").data(_STYLES)
    except Unreadable:
        raise
    except Exception as error:  # zipfile and zlib raise many types for damage
        raise IndexError(_STYLES) from error
    for kind, at, _ in records_of_part(styles):
        if kind == _FONT_2007:
            _, flags, _, script = struct.unpack_from("<4H", styles, at)
            yield Fonts(bool(flags & _STRUCK), bool(script))
