"""A row of a grid as the distinct cells printed in it."""

from __future__ import annotations

from lib.reading.document import Cell

Squares = list[tuple[int, Cell]]  # the distinct cells of a grid row with the column they begin in


def squares_of(row: tuple[Cell, ...]) -> Squares:
    """The cells of a row, one that spans several columns once."""
    squares: Squares = []
    for column, cell in enumerate(row):
        if not squares or squares[-1][1] is not cell:
            squares.append((column, cell))
    return squares


def shared(label: Cell, printed: tuple[Cell, ...]) -> bool:
    """Whether a printed number stretches over its row and another, with another label: neither
    row can claim it."""
    return any(
        cell.rowspan > 1 and (cell.place.row, cell.rowspan) != (label.place.row, label.rowspan)
        for cell in printed
    )
