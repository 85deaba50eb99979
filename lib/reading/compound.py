"""OLE compound files, the container of Word and Excel until 2007: what is in them.

Read are the directory, enough to tell a Word document from a workbook, and either from one that is
locked with a password, and single streams, as those of a workbook's records; LibreOffice and
calamine read the rest.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

LOCKED = (
    "文件设有密码，无法打开。请取消密码后再提供。",
    "The file is locked with a password. Please remove the password first.",
)
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # sector numbers from here on are marks
_MOST_SECTORS = 100_000
_ENTRY = 128
_STORAGE, _STREAM = 1, 2  # kinds of entries
_MINI = 4096  # streams shorter than this lie elsewhere
_DAMAGED = (struct.error, IndexError, UnicodeDecodeError)


def streams(data: bytes) -> dict[str, tuple[int, int]]:
    """The streams and storages at the top of the file: name -> where it begins in the file, and
    its length in bytes (0 and 0 for a storage, or a short stream). Empty for a damaged file."""
    try:
        size = _sector_size(data)
        return {
            name: ((entry.first + 1) * size, entry.length) if entry.is_long else (0, 0)
            for name, entry in _entries(data)[1].items()
        }
    except _DAMAGED:
        return {}


def content(data: bytes, name: str) -> bytes:
    """What a stream holds, put together from its sectors; b"" where there is none, or a damaged
    one."""
    try:
        root, entries = _entries(data)
        if name not in entries:
            return b""
        size, entry = _sector_size(data), entries[name]
        sectors, table = memoryview(data)[size:], _allocation(data, size)
        if entry.length >= _MINI:
            return _chained(sectors, size, table, entry.first, entry.length)
        # short ones lie in smaller sectors within the stream of the root, with a table of their own
        within = _chained(sectors, size, table, root.first, root.length)
        (first,) = struct.unpack_from("<I", data, 0x3C)
        listed = _chained(sectors, size, table, first, len(data))
        (shift,) = struct.unpack_from("<H", data, 0x20)
        small = struct.unpack_from(f"<{len(listed) // 4}I", listed)
        return _chained(within, 1 << min(shift, 16), small, entry.first, entry.length)
    except _DAMAGED:
        return b""


def _chained(
    data: bytes | memoryview, size: int, table: Sequence[int], sector: int, count: int
) -> bytes:
    """`count` bytes of the sectors that follow one another from `sector` on."""
    count = min(count, len(data))  # what it says of its length may be a lie, its sectors a circle
    pieces: list[bytes | memoryview] = []
    while sector < len(table) and len(pieces) * size < count:
        pieces.append(data[sector * size : (sector + 1) * size])
        sector = table[sector]
    return b"".join(pieces)[:count]


def is_encrypted_word(data: bytes) -> bool:
    """Whether the file is a Word document that asks for a password: its header says so."""
    start, _ = streams(data).get("WordDocument", (0, 0))
    return bool(start) and len(data) > start + 12 and bool(data[start + 11] & 0x01)


class _Entry(NamedTuple):
    """What the directory says of a stream or storage: its first sector, and its length."""

    kind: int
    first: int
    length: int

    @property
    def is_long(self) -> bool:
        return self.kind == _STREAM and self.length >= _MINI


def _sector_size(data: bytes) -> int:
    (shift,) = struct.unpack_from("<H", data, 0x1E)
    if not 7 <= shift <= 16:
        raise IndexError(shift)
    return 1 << int(shift)


def _entries(data: bytes) -> tuple[_Entry, dict[str, _Entry]]:
    """The root, and what is at the top of the file by name."""
    size = _sector_size(data)
    table = _allocation(data, size)
    directory = bytearray()
    (sector,) = struct.unpack_from("<I", data, 0x30)
    seen: set[int] = set()
    while sector < _END and sector not in seen and len(seen) < _MOST_SECTORS:
        seen.add(sector)
        directory += data[(sector + 1) * size : (sector + 2) * size]
        sector = table[sector]
    found: dict[str, _Entry] = {}
    (root,) = struct.unpack_from("<I", directory, 76)
    waiting, visited = [root], set()
    while waiting:
        at = waiting.pop()
        if at in visited or (at + 1) * _ENTRY > len(directory):
            continue
        visited.add(at)
        entry = bytes(directory[at * _ENTRY : (at + 1) * _ENTRY])
        length, kind = struct.unpack_from("<HB", entry, 64)
        name = entry[: max(length - 2, 0)].decode("utf-16-le")
        found[name] = _Entry(kind, *struct.unpack_from("<II", entry, 116))
        waiting += struct.unpack_from("<II", entry, 68)
    return _Entry(_STORAGE, *struct.unpack_from("<II", directory, 116)), found


def _allocation(data: bytes, size: int) -> list[int]:
    """The allocation table: for each sector the one that follows it."""
    sectors = [each for each in struct.unpack_from("<109I", data, 0x4C) if each < _END]
    more, count = struct.unpack_from("<II", data, 0x44)
    followed: set[int] = set()
    while more < _END and more not in followed and 0 < count <= _MOST_SECTORS:
        followed.add(more)
        listed = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        sectors += [each for each in listed[:-1] if each < _END]
        more, count = listed[-1], count - 1
    table: list[int] = []
    # a sector named again and again would make a table of any size out of a small file
    for sector in list(dict.fromkeys(sectors))[:_MOST_SECTORS]:
        table += struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
    return table
