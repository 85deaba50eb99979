"""How far the cells of an XLS or XLSB reach, before calamine makes a square for each one between.

A cell at the far corner of a sheet takes a few bytes of the file, and would take gigabytes then; a
size that cannot be had ends the whole process. So that is counted first, from the records.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress

from lib.reading.document import Unreadable
from lib.reading.package import Package
from lib.reading.records import DAMAGED, records_of, records_of_part, stream_of
from lib.reading.wordtables import TOO_LARGE

_MOST_SQUARES = 1_000_000
_MOST_RECORDS = 2_000_000
_MOST_ANNOUNCED = 2 * 65_536 * 256  # the rows and columns of a whole XLS sheet, and as much again
_LOCKED, _SHEET, _SIZE, _ROW_OF_CELLS = 0x002F, 0x0085, 0x0200, 0x00BD
# a formula, a number, a label, a truth value or an error
_CELLS = frozenset({0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, _ROW_OF_CELLS})
_ROW_2007, _CELLS_2007 = 0, frozenset(range(2, 12))
_SHEETS_2007 = "xl/worksheets/"

Cell = tuple[int, int]  # row and column, from 0


def refuse_far_cells(data: bytes) -> None:
    """Raises Unreadable where the sheets of an XLS, from their first square to the row and column
    of their last cells, are larger than any form."""
    reach, stream = _Reach(), stream_of(data)
    for begins in _sheets(stream):
        reach.add(_cells_of_sheet(stream, begins))


def refuse_far_cells_within(package: Package) -> None:
    """The same for an XLSB."""
    reach = _Reach()
    for path in package.names:
        if path.startswith(_SHEETS_2007) and not path.endswith(".rels"):
            reach.add(_cells_of_part(package.data(path)))


class _Reach:
    """What has been seen of a workbook's sheets, within the bounds."""

    def __init__(self) -> None:
        self._records = self._squares = 0

    def add(self, sheet: Iterator[Cell | None]) -> None:
        """Take in the records of a sheet: the place of a filled cell, None for any other. Where
        they break off calamine goes no further either, and says that the file is damaged."""
        rows = columns = 0
        with suppress(*DAMAGED):
            for cell in sheet:
                self._records += 1
                if cell is not None:
                    rows, columns = max(rows, cell[0] + 1), max(columns, cell[1] + 1)
                if self._records > _MOST_RECORDS:
                    raise Unreadable(*TOO_LARGE)
        self._squares += rows * columns
        if self._squares > _MOST_SQUARES:
            raise Unreadable(*TOO_LARGE)


def _sheets(stream: bytes) -> list[int]:
    """Where the sheets of an XLS begin; none in a locked one, which calamine refuses."""
    found: list[int] = []
    with suppress(*DAMAGED):
        for (kind, at, _), _ in records_of(stream):
            if kind == _LOCKED:
                return []
            if kind == _SHEET:
                found += struct.unpack_from("<I", stream, at)
    return found


def _cells_of_sheet(stream: bytes, begins: int) -> Iterator[Cell | None]:
    for (kind, at, length), _ in records_of(stream, begins):
        if kind == _SIZE and _announced(stream, at, length) > _MOST_ANNOUNCED:
            raise Unreadable(*TOO_LARGE)  # room is made for it before a cell is read
        if kind not in _CELLS:
            yield None
            continue
        row, column = struct.unpack_from("<HH", stream, at)
        if kind == _ROW_OF_CELLS:
            (column,) = struct.unpack_from("<H", stream, at + length - 2)
        yield row, column


def _announced(stream: bytes, at: int, length: int) -> int:
    """The squares that an XLS says a sheet has; a last row before the first counts as endless."""
    layout = "<IIHH" if length == 14 else "<HHHH"
    top, below, left, beyond = struct.unpack_from(layout, stream, at)
    rows, columns = (below - top) % 2**32, (beyond - left) % 2**32
    return int(rows * columns)


def _cells_of_part(part: bytes) -> Iterator[Cell | None]:
    row = 0
    for kind, at, _ in records_of_part(part):
        if kind == _ROW_2007:
            (row,) = struct.unpack_from("<I", part, at)
        if kind in _CELLS_2007:
            yield row, *struct.unpack_from("<I", part, at)
        else:
            yield None
