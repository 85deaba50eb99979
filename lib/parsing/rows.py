"""What the grids and the lines of a document have in common: a row of the form with its values.

However a report is laid out, finding its tables means making these rows; lib.parsing.fill turns
them into entries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lib.findings import Finding
from lib.form import Line
from lib.reading.document import Cell


class Value(NamedTuple):
    """A printed cell and the column it belongs to. `head` is the column's printed head."""

    column: Line
    cell: Cell
    head: str = ""


@dataclass(slots=True)
class Row:
    """A printed row taken to be `line` of `table` (None for section four, which has no rows).

    `values` pairs every printed value with its column; it is empty, and `problem` says why, where
    the printed values cannot be told apart. `group` is set in section four only.
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
