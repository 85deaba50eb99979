"""Tables that may hold tables, to paragraphs and grids.

A table that only arranges the page is walked through; a table with rows of its own to show is a
grid, and a table inside one of its cells a grid of its own behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lib.reading.document import INVISIBLE, Cell, Grid, Paragraph, Place, Unreadable

TOO_LARGE = ("文件中的表格过大，未读取。", "The tables of the file are too large; it was not read.")
_MOST_SQUARES = 1_000_000
_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))


@dataclass(slots=True)
class Square:
    """A cell as written: what is in it, the columns it takes, and whether it goes on with the one
    above (`down`) or before it (`across`): "restart", "continue" or ""."""

    flow: Flow
    span: int = 1
    down: str = ""
    across: str = ""

    @property
    def text(self) -> str:
        """Its lines. A table in it is part of its text only if it is too small for a grid."""
        return "\n".join(line for part in self.flow for line in _lines_in(part))

    @property
    def tables(self) -> list[Table]:
        return [part for part in self.flow if isinstance(part, Table)]


@dataclass(slots=True)
class Row:
    """The cells of a row; `before` and `after` are columns left out at its ends."""

    squares: list[Square]
    before: int = 0
    after: int = 0


@dataclass(slots=True)
class Table:
    rows: list[Row] = field(default_factory=list)

    @property
    def lays_out(self) -> bool:
        """Whether the table only arranges the page: it has one column, or it holds tables and has
        not two rows of its own to show."""
        if all(len(row.squares) <= 1 for row in self.rows):
            return True
        nests = own = 0
        for row in self.rows:
            holds = any(square.tables for square in row.squares)
            nests += holds
            own += not holds and sum(bool(square.text) for square in row.squares) >= 2
        return nests > 0 and own < 2

    @property
    def is_small(self) -> bool:
        return len(self.rows) < 2 or all(len(row.squares) < 2 for row in self.rows)


Flow = list[str | Table]  # a paragraph's text, or a table, in the order they are printed


@lru_cache(maxsize=20_000)  # labels and small numbers come again in every table and report
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, runs of blanks made one blank, empty lines left out."""
    text = text.translate(_UNSEEN)
    return tuple(line for raw in text.split("\n") if (line := " ".join(raw.split())))


def _lines_in(part: str | Table) -> Iterator[str]:
    if isinstance(part, str):
        yield from lines_of(part)
    elif part.is_small:
        for row in part.rows:
            for square in row.squares:
                if square.text:
                    yield square.text


class Blocks:
    """Paragraphs and grids gathered in order, each grid numbered."""

    def __init__(self) -> None:
        self.found: list[Paragraph | Grid] = []
        self._grids = 0
        self._squares = 0

    def add(self, flow: Flow) -> None:
        """Add what is printed. Raises Unreadable past the bound on squares."""
        for part in flow:
            if isinstance(part, str):
                self.found += (Paragraph(line, Place()) for line in lines_of(part))
            elif part.lays_out:
                for row in part.rows:
                    for square in row.squares:
                        self.add(square.flow)
            else:
                self._grid(part)
                for row in part.rows:
                    for square in row.squares:
                        if any(not table.is_small for table in square.tables):
                            self.add(square.flow)

    def insert(self, blocks: tuple[Paragraph | Grid, ...]) -> None:
        """Add the blocks of another document, its grids numbered on."""
        for block in blocks:
            if isinstance(block, Grid):
                for cell in dict.fromkeys(cell for row in block.rows for cell in row):
                    cell.place = cell.place._replace(table=self._grids)
                block = Grid(self._grids, block.rows)
                self._grids += 1
            self.found.append(block)

    def _grid(self, table: Table) -> None:
        rows = _expand(table, self._grids)
        width = max((len(row) for row in rows), default=0)
        self._squares += width * len(rows)
        if self._squares > _MOST_SQUARES:
            raise Unreadable(*TOO_LARGE)
        if not width:
            return
        self.found.append(Grid(self._grids, filled(rows, self._grids, width)))
        self._grids += 1


def filled(rows: list[list[Cell | None]], index: int, width: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows as a rectangle: squares that no cell covers are absent cells (colspan 0)."""
    done = []
    for r, row in enumerate(rows):
        row = row + [None] * (width - len(row))
        done.append(
            tuple(
                Cell("", Place(None, index, r, c), 1, 0) if cell is None else cell
                for c, cell in enumerate(row)
            )
        )
    return tuple(done)


def _expand(table: Table, index: int) -> list[list[Cell | None]]:
    """The cells of each row in the squares they cover."""
    rows: list[list[Cell | None]] = []
    above: dict[int, Cell] = {}  # the column where it begins -> a cell that may go on below
    for number, row in enumerate(table.rows):
        squares: list[Cell | None] = [None] * row.before
        reaching: dict[int, Cell] = {}
        for square in row.squares:
            column = len(squares)
            before = squares[-1] if squares else None
            if square.across == "continue" and before is not None:
                if square.text:  # nothing printed may vanish
                    before.text = f"{before.text}\n{square.text}".strip("\n")
                if before.place.row == number:
                    before.colspan += square.span
                squares += [before] * square.span
                continue
            cell = above.get(column) if square.down == "continue" else None
            if cell is not None:
                # Word does not print what stands in the lower cells of a merger
                cell.rowspan += 1
            else:
                place = Place(None, index, number, column)
                cell = Cell(square.text, place, 1, square.span)
            if square.down:
                reaching[column] = cell
            squares += [cell] * square.span
        above = reaching
        rows.append(squares + [None] * row.after)
    return rows
