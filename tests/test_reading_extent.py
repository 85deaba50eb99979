"""Workbooks with a cell at the far corner of a sheet: refused in a sentence, since the squares
before it would take gigabytes, and a size that cannot be had ends the process."""

import pytest

from lib.reading import read
from lib.reading.document import Document, Grid, Unreadable
from tests.binary_workbooks import Cell, xls_of, xlsb_of

NEAR: list[Cell] = [(0, 0, 3.0), (0, 2, 4.0), (1, 0, 5.0), (1, 1, 0.5)]


def texts(document: Document) -> list[list[str]]:
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize("data", [xls_of(NEAR), xls_of(NEAR, (0, 2, 0, 3)), xlsb_of(NEAR)])
def test_near_cells_are_read(data: bytes) -> None:
    assert texts(read("x", data)) == [["3", "", "4"], ["5", "0.5", ""]]


@pytest.mark.parametrize(
    "data",
    [
        xls_of([*NEAR, (65_535, 255, 1.0)]),
        xls_of([*NEAR, (65_535, 65_535, 1.0)]),
        xls_of([(65_535, 255, 1.0)]),  # alone: the squares above it are made too
        xls_of(NEAR, (0, 2**32 - 1, 0, 65_535)),
        xls_of(NEAR, (5, 4, 0, 1)),
        xlsb_of([*NEAR, (1_048_575, 16_383, 1.0)]),
        xlsb_of([*NEAR, (900_000, 2**31, 1.0)]),
    ],
)
def test_a_far_cell_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable, match="too large") as caught:
        read("x", data)
    assert "过大" in caught.value.zh
