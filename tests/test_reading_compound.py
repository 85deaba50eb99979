"""Compound files that lie: a small file must not be made into a large one."""

import struct

import pytest

from lib.reading import compound
from tests.binary_workbooks import compound_file

SHIFT = 16
SIZE = 1 << SHIFT


def lying(first: int, more: int, count: int) -> bytes:
    """A file of two sectors: its allocation table is named as sector 0, 109 times over, its list of
    further sectors as `more`, `count` of them; every entry of sector 0 is `first`."""
    header = bytearray(SIZE)
    header[:8] = compound.MAGIC
    struct.pack_into("<H", header, 0x1E, SHIFT)
    struct.pack_into("<II", header, 0x44, more, count)
    struct.pack_into("<109I", header, 0x4C, *([0] * 109))
    return bytes(header) + struct.pack(f"<{SIZE // 4}I", *([first] * (SIZE // 4))) + bytes(SIZE)


@pytest.mark.parametrize(("more", "count"), [(0xFFFFFFFE, 0), (0, 2)])
def test_a_sector_named_again_is_read_once(more: int, count: int) -> None:
    data = lying(0, more, count)
    assert len(compound._allocation(data, SIZE)) <= len(data) // 4


def test_a_stream_is_no_longer_than_its_file() -> None:
    data = lying(0, 0xFFFFFFFE, 0)  # sector 0 goes on in sector 0
    table = compound._allocation(data, SIZE)
    assert len(compound._chained(data[SIZE:], SIZE, table, 0, 2**31)) <= len(data)


@pytest.mark.parametrize("length", [100, 4095, 4096, 20_000])
def test_streams_short_and_long_are_put_together(length: int) -> None:
    """Short ones lie in a stream of their own."""
    stream = bytes(at * 7 % 251 for at in range(length))
    data = compound_file("Workbook", stream)
    assert compound.content(data, "Workbook") == stream
    assert compound.content(data, "Book") == b""
    assert "Workbook" in compound.streams(data)
