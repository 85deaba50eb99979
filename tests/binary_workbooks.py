"""Invented workbooks, record by record, as XLS and XLSB keep them, for the tests of readers."""

from __future__ import annotations

import io
import struct
import zipfile

from lib.reading.compound import MAGIC

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALL = 512, 64
Cell = tuple[int, int, float]  # row and column from 0, and the number in it


def compound_file(name: str, stream: bytes) -> bytes:
    """A compound file of one stream: its table of sectors first, then the directory, then the
    stream, or, for a short one, the stream that holds it and that one's own table."""
    short = len(stream) < 4096
    parts = [_padded(stream, _SECTOR)]
    if short:
        small = _chain(0, len(_padded(stream, _SMALL)) // _SMALL)
        parts.append(_padded(struct.pack(f"<{len(small)}I", *small), _SECTOR, b"\xff"))
    table, at = [_TABLE, _END], 2
    for part in parts:
        table += _chain(at, len(part) // _SECTOR)
        at += len(part) // _SECTOR
    table += [_FREE] * (_SECTOR // 4 - len(table))
    root = _entry("Root Entry", 5, 1, 2 if short else _END, len(parts[0]) if short else 0)
    directory = root + _entry(name, 2, _FREE, 0 if short else 2, len(stream))
    header = bytearray(_SECTOR)
    header[:8] = MAGIC
    struct.pack_into("<5H", header, 0x18, 0x3E, 3, 0xFFFE, 9, 6)
    listed = 2 + len(parts[0]) // _SECTOR if short else _END
    struct.pack_into("<9I", header, 0x2C, 1, 1, 0, 4096, listed, int(short), _END, 0, 0)
    struct.pack_into("<108I", header, 0x50, *[_FREE] * 108)
    sectors = struct.pack(f"<{len(table)}I", *table)
    return bytes(header) + sectors + _padded(directory, _SECTOR) + b"".join(parts)


def _padded(data: bytes, size: int, filling: bytes = b"\0") -> bytes:
    return data + filling * (-len(data) % size)


def _chain(first: int, count: int) -> list[int]:
    """The entries of a table by which `count` sectors from `first` on follow one another."""
    return [*range(first + 1, first + count), _END]


def _entry(name: str, kind: int, child: int, first: int, length: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    beginning = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    return (
        beginning
        + struct.pack("<3I", _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", first, length)
    )


def xls_of(cells: list[Cell], size: tuple[int, int, int, int] | None = None) -> bytes:
    """An XLS of one sheet. `size` is what it announces: the first row, the one after the last, and
    the same of columns; none, where it announces nothing."""
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    end = _record(0x000A, b"")
    font = _record(0x0031, struct.pack("<5H4B2B", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, 1, 0) + b"A")
    about = struct.pack("<BBBB", 0, 0, 1, 0) + b"A"
    place = len(begin) + len(font) + 4 + 4 + len(about) + len(end)
    sheet = font + _record(0x0085, struct.pack("<I", place) + about)
    announced = _record(0x0200, struct.pack("<IIHHH", *size, 0)) if size else b""
    written = [_record(0x0203, struct.pack("<HHHd", r, c, 0, value)) for r, c, value in cells]
    return compound_file(
        "Workbook", begin + sheet + end + begin + announced + b"".join(written) + end
    )


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def xlsb_of(cells: list[Cell]) -> bytes:
    """An XLSB of one sheet."""
    name = "rId1".encode("utf-16-le")
    about = struct.pack("<III", 0, 1, 4) + name + struct.pack("<I", 1) + "A".encode("utf-16-le")
    book = b"".join(
        _part_record(kind, data)
        for kind, data in ((0x83, b""), (0x8F, b""), (0x9C, about), (0x90, b""), (0x84, b""))
    )
    sheet = _part_record(0x81, b"") + _part_record(0x94, bytes(16)) + _part_record(0x91, b"")
    for row, column, value in cells:
        sheet += _part_record(0, struct.pack("<I", row) + bytes(13))
        sheet += _part_record(5, struct.pack("<IId", column, 0, value))
    sheet += _part_record(0x92, b"") + _part_record(0x82, b"")
    relation = (
        '<Relationships><Relationship Id="rId1" Type="a/worksheet" '
        'Target="worksheets/sheet1.bin"/></Relationships>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "")
        package.writestr("xl/workbook.bin", book)
        package.writestr("xl/_rels/workbook.bin.rels", relation)
        font = _part_record(43, struct.pack("<4H", 200, 0, 400, 0))
        package.writestr("xl/styles.bin", font + _part_record(0x269, bytes(4)))
        package.writestr("xl/worksheets/sheet1.bin", sheet)
    return made.getvalue()


def _part_record(kind: int, data: bytes) -> bytes:
    number = bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 0x7F else bytes([kind])
    return number + bytes([len(data)]) + data
