"""What every reader returns: paragraphs and rectangular grids, in document order, each with its
place in the source. Knows nothing of the form.

A Grid has its spans expanded: grid.rows[r][c] is a Cell for every r and c of the rectangle, and a
cell that spans several squares is the same object in each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """Where something was printed. `line` counts from 1 in a text; `table`, `row` and `column`
    count from 0 in the document's grids (row and column of the square where the cell begins);
    `page` counts from 1 and `box` is (x0, top, x1, bottom) in points in a PDF. None where a file
    of that kind has no such thing."""

    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(slots=True, eq=False)  # frozen would triple what a cell costs; nobody changes one
class Cell:
    """A printed table cell. `text` is what is printed, ends stripped, line breaks kept as \\n."""

    text: str
    place: Place
    rowspan: int = 1
    colspan: int = 1


@dataclass(slots=True, eq=False)
class Paragraph:
    """A line or paragraph of text outside tables."""

    text: str
    place: Place


Rows = tuple[tuple[Cell, ...], ...]


# what is copied with a number or a word and never seen: joiners, marks of direction and of order
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u2060\ufeff"

REVERSED = "\u202e"  # what follows is printed from right to left, digits too: no number is certain

# the foot of a page as text keeps it: - 4 -, 第4页 共9页, 4/9
PAGE_FOOT = re.compile(
    r"[-—–―]+\s*\d{1,3}\s*[-—–―]+|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3}"
)

# what a cell prints that is a plain number: no sign, no leading zeros, nine digits at most
PLAIN = r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?"


class Grid:
    """A table with its spans expanded to a rectangle; `index` is Place.table of its cells. `rows`
    may be given as what makes them, which is asked when they are first looked at.

    `pattern`, where a reader gives one, is everything the table prints but its PLAIN numbers;
    those are `numbers`, row by row. Tables of one pattern differ in their numbers alone."""

    __slots__ = ("_rows", "index", "numbers", "pattern")

    def __init__(
        self,
        index: int,
        rows: Rows | Callable[[], Rows],
        pattern: str = "",
        numbers: tuple[str, ...] = (),
    ) -> None:
        self.index = index
        self.pattern = pattern
        self.numbers = numbers
        self._rows = rows

    @property
    def rows(self) -> Rows:
        rows = self._rows
        if not isinstance(rows, tuple):
            rows = self._rows = rows()
        return rows

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file as read. `blocks` are in document order; `metadata` holds what the file says of
    itself outside its text (title, and the meta elements of a page, names in lower case);
    `recognised` is whether the text was read off a picture, so that any of it may be wrong;
    `doubtful` are the places of numbers that may be struck out, or end in a raised mark, though
    the text does not show it; `otherwise` are places of a workbook that hold something else than
    they show, as (held, shown); `blank_lines` are the lines of a text that hold nothing but
    blanks, as a cell printed blank may leave one."""

    name: str
    format: str
    sha256: str
    blocks: tuple[Paragraph | Grid, ...]
    encoding: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    recognised: bool = False
    doubtful: frozenset[Place] = frozenset()
    otherwise: dict[Place, tuple[str, str]] = field(default_factory=dict)
    blank_lines: tuple[int, ...] = ()

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


class Unreadable(Exception):
    """A file that cannot be read at all. Says why, in both languages; the batch goes on."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en
