"""What the grids and the lines of a document have in common: a row of the form with its values.

However a report is laid out, finding its tables means making these rows; lib.parsing.fill turns
them into entries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lib.findings import Finding
from lib.form import EDITIONS, Line, cells
from lib.reading.document import Cell, Place


class Value(NamedTuple):
    """A printed cell and the column it belongs to. `head` is the column's printed head."""

    column: Line
    cell: Cell
    head: str = ""


@dataclass(slots=True)
class Row:
    """A printed row taken to be `line` of `table` (None for section four, which has no rows).

    `values` pairs every printed value with its column; it is empty, and `problem` says why, where
    the printed values cannot be told apart. `groups` is set in section four only.
    `verified` is whether the columns were read from printed heads rather than from position;
    `inferred` whether the numbers were told apart by the form's sums. `edition` is set where the
    heads show it though the numbers could not be told apart. `rank` is how surely the row is the
    form's, where it is printed twice: its label has the line's own numbering, and how many rows of
    the form its grid has. `otherwise` are the other runs of digits the print may be, where
    it is not certain which digit the next label begins with."""

    table: str
    line: Line | None
    label: Cell | None
    values: tuple[Value, ...]
    verified: bool = True
    exact: bool = True
    problem: str = ""
    printed: tuple[Cell, ...] = ()
    groups: tuple[str, ...] = ()  # section four: the group of each value
    inferred: bool = False
    edition: str = ""
    rank: tuple[bool, int] = (False, 0)
    otherwise: tuple[str, ...] = ()


@dataclass(slots=True)
class Located:
    """The rows found in a document, what was printed in its tables that no line claims, and
    `loose`, the rows of seven or fifteen numbers that have no label."""

    rows: list[Row] = field(default_factory=list)
    loose: list[tuple[Cell, ...]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def tables(self) -> set[str]:
        return {row.table for row in self.rows}


def key_of(row: Row, index: int) -> str:
    """The cell of one of its values."""
    if row.line is None:
        return f"{row.table}.{row.groups[index]}.{row.values[index].column.key}"
    return f"{row.table}.{row.line.key}.{row.values[index].column.key}"


def cells_of(row: Row) -> list[str]:
    """Every cell a row that could not be told apart may stand for."""
    if row.line is None:
        return [item.key for item in cells(EDITIONS[-1], "remedies")]
    start = f"{row.table}.{row.line.key}."
    found = [
        item.key
        for each in EDITIONS
        if row.edition in ("", each.key)
        for item in cells(each, row.table)
        if item.key.startswith(start)
    ]
    return list(dict.fromkeys(found))


def shown(row: Row) -> str:
    """What it prints beside its label."""
    return " | ".join(value.text for value in row.printed)


def place_of(row: Row) -> Place | None:
    """Where that begins."""
    return row.printed[0].place if row.printed else None
