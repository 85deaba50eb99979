"""A worksheet to paragraphs and grids.

A sheet is one plane of squares; what is a table on it and what is text around it has to be told.
Where the file says which cells have borders, a row with borders is a row of a table and any other
is text. Where no cell has any, or the file does not say, rows of one filled cell before and after
the others are text, and an empty row ends a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lib.reading.document import Cell, Document, Grid, Paragraph, Place, Unreadable
from lib.reading.wordtables import TOO_LARGE, filled, lines_of

_MOST_SQUARES = 1_000_000
_OF_A_YEAR = re.compile(r"20\d\d年")
_LONG = 20  # characters: more than any label that stands alone in its row


@dataclass(slots=True)
class Sheet:
    """What a sheet shows, by row and column from 0. `texts` of cells that are not empty; `bordered`
    are squares with a border, None where the file does not say; `merged` are (first row, first
    column, last row, last column); `doubtful` are squares that may hide a mark in their text;
    `otherwise` are squares that hold something else than they show, as (held, shown); `name` is
    what its tab says."""

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    bordered: set[tuple[int, int]] | None = None
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    doubtful: set[tuple[int, int]] = field(default_factory=set)
    otherwise: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    name: str = ""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def document_of(name: str, kind: str, sha256: str, sheets: list[Sheet]) -> Document:
    """A Document of several sheets, one after the other. Places are table, row and column; `line`
    is the row of the sheet, counted from 1."""
    blocks: list[Paragraph | Grid] = []
    doubtful: set[Place] = set()
    otherwise: dict[Place, tuple[str, str]] = {}
    grids = squares = 0
    for sheet in sheets:
        if len(sheets) > 1 and _OF_A_YEAR.search(sheet.name):
            blocks.append(Paragraph(sheet.name, Place()))  # one of several, each of a year
        plane = _Plane(sheet)
        for part in plane.parts():
            if isinstance(part, Paragraph):
                blocks.append(part)
                continue
            width = max(len(row) for row in part)
            squares += width * len(part)
            if squares > _MOST_SQUARES:
                raise Unreadable(*TOO_LARGE)
            for cell in dict.fromkeys(cell for row in part for cell in row):
                if cell is not None:
                    cell.place = cell.place._replace(table=grids)
            blocks.append(Grid(grids, filled(part, grids, width)))
            grids += 1
        doubtful.update(each.place for each in plane.doubtful)
        otherwise |= {cell.place: both for cell, both in plane.otherwise}
    return Document(
        name,
        kind,
        sha256,
        tuple(blocks),
        doubtful=frozenset(doubtful),
        otherwise=otherwise,
    )


Rows = list[list[Cell | None]]


def _by_row(squares: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """The columns of the squares by row, from left to right."""
    found: dict[int, list[int]] = {}
    for row, column in sorted(squares):
        found.setdefault(row, []).append(column)
    return found


class _Plane:
    """A sheet without its hidden rows and columns, cut into tables and text."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.doubtful: list[Cell | Paragraph] = []
        self.otherwise: list[tuple[Cell, tuple[str, str]]] = []
        shown = [
            at
            for at in (*sheet.texts, *sheet.otherwise, *(sheet.bordered or ()))
            if at[0] not in sheet.hidden_rows and at[1] not in sheet.hidden_columns
        ]
        # a number that its format hides is a cell of the table all the same
        self.filled = {at for at in shown if sheet.texts.get(at) or at in sheet.otherwise}
        self.origin: dict[tuple[int, int], tuple[int, int]] = {}
        self._merge(shown)
        # row -> the columns of its filled cells, of those with a border, of merged squares
        self.rows = _by_row(self.filled)
        self.edged = _by_row(at for at in shown if at in (sheet.bordered or ()))
        self.merged = _by_row(self.origin)

    def _merge(self, shown: list[tuple[int, int]]) -> None:
        """Where each merged square begins. A merger is as wide as the sheet is used at most."""
        last_row = max((row for row, _ in shown), default=-1)
        last_column = max((column for _, column in shown), default=-1)
        squares = 0
        for top, left, bottom, right in self.sheet.merged:
            bottom, right = min(bottom, last_row), min(right, last_column)
            squares += max(bottom - top + 1, 0) * max(right - left + 1, 0)
            if squares > _MOST_SQUARES:
                raise Unreadable(*TOO_LARGE)
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    self.origin[row, column] = (top, left)
        # what stands under a merger is not shown
        self.filled -= {at for at, start in self.origin.items() if at != start}

    def parts(self) -> list[Paragraph | Rows]:
        used = sorted(self.rows.keys() | self.edged.keys())
        covered = {row for (row, _), start in self.origin.items() if row != start[0]}
        passed_over = covered | self.sheet.hidden_rows
        table: list[int] = []
        found: list[Paragraph | Rows] = []
        for row in used:
            between = range(table[-1] + 1, row) if table else ()
            if any(each not in passed_over for each in between) or not self._in_table(row):
                found += self._table(table)
                table = []
            if self._in_table(row):
                table.append(row)
            else:
                found += self._text(row)
        return [*found, *self._table(table)]

    def _in_table(self, row: int) -> bool:
        return row in self.edged or not self.edged

    def _text(self, row: int) -> list[Paragraph | Rows]:
        found: list[Paragraph | Rows] = []
        for column in self.rows.get(row, ()):
            lines = lines_of(self.sheet.texts.get((row, column), ""))
            paragraphs = [Paragraph(line, Place(line=row + 1)) for line in lines]
            if (row, column) in self.sheet.doubtful:
                self.doubtful += paragraphs
            found += paragraphs
        return found

    def _table(self, rows: list[int]) -> list[Paragraph | Rows]:
        """The rows as a grid; as text those around it that stand alone, where nothing has
        borders."""
        if not rows:
            return []
        first, last = 0, len(rows)
        if not self.edged:
            while first < last and len(self.rows[rows[first]]) < 2:
                first += 1
            spanned = range(rows[0], rows[-1] + 1)
            columns = (
                c for of in (self.rows, self.merged) for row in spanned for c in of.get(row, ())
            )
            edge = max(columns, default=0)
            while last > first and self._alone(rows[last - 1], edge):
                last -= 1
        found: list[Paragraph | Rows] = []
        for row in rows[:first]:
            found += self._text(row)
        if first < last:
            found.append(self._grid(rows[first:last]))
        for row in rows[last:]:
            found += self._text(row)
        return found

    def _alone(self, row: int, edge: int) -> bool:
        """Whether the only filled cell of a row is text rather than a label with blank numbers: it
        is long, or merged up to the last column of the table."""
        (column, *others) = self.rows[row]
        merged = self.origin.get((row, edge)) == (row, column)
        return not others and (merged or len(self.sheet.texts.get((row, column), "")) > _LONG)

    def _grid(self, rows: list[int]) -> Rows:
        columns = {c for row in rows for of in (self.rows, self.edged) for c in of.get(row, ())}
        columns |= {
            c
            for row in rows
            for c in self.merged.get(row, ())
            if self.origin[row, c] in self.filled
        }
        shown = [
            column
            for column in range(min(columns), max(columns) + 1)
            if column not in self.sheet.hidden_columns
        ]
        if len(shown) * len(rows) > _MOST_SQUARES:
            raise Unreadable(*TOO_LARGE)
        cells: dict[tuple[int, int], Cell] = {}
        grid: Rows = []
        for number, row in enumerate(rows):
            squares: list[Cell | None] = []
            for at, column in enumerate(shown):
                start = self.origin.get((row, column), (row, column))
                cell = cells.get(start)
                if cell is None:
                    text = "\n".join(lines_of(self.sheet.texts.get(start, "")))
                    cell = Cell(text, Place(row + 1, None, number, at))
                    cells[start] = cell
                    if start in self.sheet.doubtful:
                        self.doubtful.append(cell)
                    if start in self.sheet.otherwise:
                        self.otherwise.append((cell, self.sheet.otherwise[start]))
                else:
                    cell.rowspan = number - (cell.place.row or 0) + 1
                    cell.colspan = max(cell.colspan, at - (cell.place.column or 0) + 1)
                squares.append(cell)
            grid.append(squares)
        return grid
