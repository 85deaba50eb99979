"""What an XLS workbook says of its cells besides their values, which is what calamine gives.

Read are number formats, errors, white numbers on white, hidden rows and columns, and whether a
sheet shows zeros. The records are
those of Microsoft's [MS-XLS], 2.4; workbooks of Excel 5 and 95 have the same ones, but for their
texts of one byte a character.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from lib.reading.number_format import BUILT_IN, GENERAL
from lib.reading.records import BEGIN, DAMAGED, records_of, stream_of

_FORMAT, _FORMULA, _XF, _SHEET = 0x041E, 0x0006, 0x00E0, 0x0085
_ROW, _COLUMNS, _WINDOW = 0x0208, 0x007D, 0x023E
_FONT, _ERROR = 0x0031, 0x0205
_SEVERAL = 0x00BD  # numbers side by side in one record
# a number, a small number, a label, one of the shared texts, a rich one
_CELLS = frozenset({0x0203, 0x027E, 0x0204, 0x00FD, 0x00D6, _FORMULA, _ERROR})
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}
_NO_VALUE = "#N/A"
_WHITE = (1, 9)  # of the palette
_HIDDEN, _HIDDEN_ROW, _ZEROS = 0x0001, 0x0020, 0x0010
_EIGHT = 0x0600  # the version that has Unicode


@dataclass(slots=True)
class Plane:
    """One sheet, its rows and columns from 0: the number formats of its cells but General, what
    those print that hold an error, and those white on white."""

    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    unseen: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    zeros: bool = True


def planes_of(data: bytes) -> list[Plane]:
    """The sheets in the order of the workbook; none where the file is older than Excel 5, or
    damaged: nothing is known of it then."""
    try:
        return _planes(stream_of(data))
    except (*DAMAGED, UnicodeDecodeError):
        return []


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from `at` to the end of its part, without those of parts within it."""
    for (kind, begins, length), depth in records_of(stream, at):
        if depth <= 1:
            yield kind, stream[begins : begins + length]


def _planes(stream: bytes) -> list[Plane]:
    formats: dict[int, str] = {}
    whites: list[bool] = []  # of each font
    styles: list[tuple[int, bool]] = []
    begins: list[int] = []
    eight = True
    for kind, record in _records(stream, 0):
        if kind == BEGIN:
            eight = struct.unpack_from("<H", record)[0] == _EIGHT
        elif kind == _FORMAT:
            (number,) = struct.unpack_from("<H", record)
            formats[number] = _text(record, eight)
        elif kind == _XF:
            styles.append((struct.unpack_from("<H", record, 2)[0], _unseen(record, whites)))
        elif kind == _FONT:
            whites.append(eight and struct.unpack_from("<H", record, 4)[0] in _WHITE)
        elif kind == _SHEET:
            begins.append(struct.unpack_from("<I", record)[0])
    looks = [
        (formats.get(number) or BUILT_IN.get(number, GENERAL), unseen) for number, unseen in styles
    ]
    return [_plane(stream, at, looks) for at in begins]


def _unseen(record: bytes, whites: list[bool]) -> bool:
    """Whether a style writes white on white, where the fonts are known to."""
    (font,) = struct.unpack_from("<H", record)
    font -= font > 4  # there is no font of number 4
    if font >= len(whites) or not whites[font]:
        return False
    borders, fills = struct.unpack_from("<IH", record, 14)
    pattern = borders >> 26
    return pattern == 0 or (pattern == 1 and fills & 0x7F in _WHITE)


def _text(record: bytes, eight: bool) -> str:
    if not eight:
        return record[3 : 3 + record[2]].decode("gbk", "replace")
    count, wide = struct.unpack_from("<HB", record, 2)
    if wide & 1:
        return record[5 : 5 + 2 * count].decode("utf-16-le")
    return record[5 : 5 + count].decode("latin-1")


def _plane(stream: bytes, at: int, looks: list[tuple[str, bool]]) -> Plane:
    plane = Plane()
    for kind, record in _records(stream, at):
        if kind in _CELLS:
            row, column, style = struct.unpack_from("<3H", record)
            _look(plane, looks, row, column, style)
            if (error := _error_in(kind, record)) is not None:
                plane.errors[row, column] = _ERRORS.get(error, _NO_VALUE)
        elif kind == _SEVERAL:
            row, first = struct.unpack_from("<2H", record)
            for step in range((len(record) - 6) // 6):
                (style,) = struct.unpack_from("<H", record, 4 + 6 * step)
                _look(plane, looks, row, first + step, style)
        elif kind == _ROW:
            row, *_, flags = struct.unpack_from("<7H", record)
            if flags & _HIDDEN_ROW:
                plane.hidden_rows.add(row)
        elif kind == _COLUMNS:
            first, last, width, _, flags = struct.unpack_from("<5H", record)
            if flags & _HIDDEN or not width:
                plane.hidden_columns |= set(range(first, min(last, 255) + 1))
        elif kind == _WINDOW:
            plane.zeros = bool(struct.unpack_from("<H", record)[0] & _ZEROS)
    return plane


def _error_in(kind: int, record: bytes) -> int | None:
    """The number of the error that a cell holds, or its formula came to."""
    if kind == _ERROR and record[7]:
        return record[6]
    if kind == _FORMULA and record[12:14] == b"\xff\xff" and record[6] == 2:
        return record[8]
    return None


def _look(plane: Plane, looks: list[tuple[str, bool]], row: int, column: int, style: int) -> None:
    code, unseen = looks[style] if style < len(looks) else (GENERAL, False)
    if code != GENERAL:
        plane.formats[row, column] = code
    if unseen:
        plane.unseen.add((row, column))
