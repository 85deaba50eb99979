"""OLE compound files, the container of Word and Excel until 2007: what is in them.

Read are the directory, enough to tell a Word document from a workbook, and either from one that is
locked with a password, and single streams; LibreOffice and calamine read the rest.
"""

from __future__ import annotations

import struct

LOCKED = (
    "文件设有密码，无法打开。请取消密码后再提供。",
    "The file is locked with a password. Please remove the password first.",
)
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # sector numbers from here on are marks
_MOST_SECTORS = 100_000
_ENTRY = 128
_MINI = 4096  # streams shorter than this lie elsewhere


def streams(data: bytes) -> dict[str, tuple[int, int]]:
    """The streams and storages at the top of the file: name -> where it begins in the file, and
    its length in bytes (0 and 0 for a storage, or a short stream). Empty for a damaged file."""
    try:
        return _streams(data)
    except (struct.error, IndexError, UnicodeDecodeError):
        return {}


def content(data: bytes, name: str) -> bytes:
    """What a stream holds, put together from its sectors; b"" where there is none, or a short or
    damaged one."""
    start, count = streams(data).get(name, (0, 0))
    if not start:
        return b""
    (shift,) = struct.unpack_from("<H", data, 0x1E)
    size = 1 << shift
    try:
        table = _allocation(data, size)
    except struct.error:
        return b""
    sector = start // size - 1
    count = min(count, len(data))  # what it says of its length may be a lie, its sectors a circle
    pieces: list[bytes] = []
    while sector < len(table) and len(pieces) * size < count:
        pieces.append(data[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(pieces)[:count]


def is_encrypted_word(data: bytes) -> bool:
    """Whether the file is a Word document that asks for a password: its header says so."""
    start, _ = streams(data).get("WordDocument", (0, 0))
    return bool(start) and len(data) > start + 12 and bool(data[start + 11] & 0x01)


def _streams(data: bytes) -> dict[str, tuple[int, int]]:
    (shift,) = struct.unpack_from("<H", data, 0x1E)
    if not 7 <= shift <= 16:
        return {}
    size = 1 << shift
    table = _allocation(data, size)
    directory = bytearray()
    (sector,) = struct.unpack_from("<I", data, 0x30)
    seen: set[int] = set()
    while sector < _END and sector not in seen and len(seen) < _MOST_SECTORS:
        seen.add(sector)
        directory += data[(sector + 1) * size : (sector + 2) * size]
        sector = table[sector]
    found: dict[str, tuple[int, int]] = {}
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
        start, count = struct.unpack_from("<II", entry, 116)
        long = kind == 2 and count >= _MINI
        found[name] = ((start + 1) * size, count) if long else (0, 0)
        waiting += struct.unpack_from("<II", entry, 68)
    return found


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
