"""Web pages to a Document.

A table without tables inside it is a grid, its rowspans and colspans expanded; a table that holds
tables only lays out the page, so it is walked through. Everything else is cut into paragraphs at
block elements and line breaks. Scripts, styles and comments are not text, nor is what is struck
out or hidden; a raised mark is put in brackets, lest the 1 of a note become a digit of the number
it stands beside.

A page becomes one string in which private-use characters mark where blocks, tables, rows and cells
begin (lib.reading.flat); here that string is cut up. Building a tree first costs several times as
much, and Word pages have a dozen elements and hundreds of characters of style a cell.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from lib.reading.document import Cell, Document, Grid, Paragraph, Place, Unreadable
from lib.reading.embedded import unpacked
from lib.reading.flat import BREAK, CELL, END, NUMBER, ROW, TABLE, flat, metadata
from lib.reading.stylesheet import inlined

_WIDEST = 100  # a colspan beyond this is a slip of the page, not a table
_TALLEST = 500
_MOST_SQUARES = 1_000_000
_LAYOUT = str.maketrans({ROW: BREAK, END: BREAK})
_ATTRIBUTES = re.compile(f"{CELL}[^>]*>")
_ROWSPAN = re.compile(r"\browspan\s*+=\s*+[\"']?\s*+(\d+)", re.I)
_COLSPAN = re.compile(r"\bcolspan\s*+=\s*+[\"']?\s*+(\d+)", re.I)
_A_FORM = 150  # a page that shows so many cells is not looked into for tables it carries inside
_NOWHERE = Place()


def read_html(name: str, text: str, sha256: str, encoding: str) -> Document:
    """A Document whose places are table, row and column."""
    page, marked = text, "" if text[:1] in "{[" else flat(inlined(text))
    if marked.count(CELL) < _A_FORM:
        page = unpacked(text)
        if page is not text or not marked:
            marked = flat(inlined(page))
    blocks: list[Paragraph | Grid] = []
    grids = 0
    parts = marked.split(TABLE)
    for number, part in enumerate(parts):
        # the first end in a part closes the table that begins it; a part without one begins a
        # table that holds tables
        table, end, rest = part.partition(END) if number else ("", "", part)
        if end:
            if CELL in table[table.find(ROW) :]:  # a table of rows without cells is none
                prints = table.split(NUMBER)
                blocks.append(
                    Grid(
                        grids,
                        partial(_expand, prints, grids),
                        NUMBER.join(prints[::2]),
                        tuple(prints[1::2]),
                    )
                )
                grids += 1
        else:
            rest = part
        if NUMBER in rest:
            rest = rest.replace(NUMBER, "")
        if CELL in rest:
            rest = _ATTRIBUTES.sub(BREAK, rest)
        if ROW in rest or END in rest:
            rest = rest.translate(_LAYOUT)
        blocks += [Paragraph(line, _NOWHERE) for line in _lines(rest)]
    return Document(name, "html", sha256, tuple(blocks), encoding, metadata(text))


def _lines(text: str) -> list[str]:
    """The lines of a stretch of text, runs of blanks made one blank, empty lines left out."""
    return [line for raw in text.split(BREAK) if (line := " ".join(raw.split()))]


@lru_cache(maxsize=20_000)  # labels and small numbers come again in every table and report
def _cell_text(text: str) -> str:
    return "\n".join(_lines(text)) if BREAK in text else " ".join(text.split())


def _span(found: re.Match[str] | None, most: int) -> int:
    """A rowspan or colspan as a number from 1 to `most`; 1 where none is printed."""
    return min(max(int(found[1][:9]), 1), most) if found else 1


def _expand(prints: list[str], index: int) -> tuple[tuple[Cell, ...], ...]:
    """The rectangle of a table, given in the parts its plain numbers cut it into. Squares no cell
    covers are absent cells (colspan 0)."""
    rows: list[list[Cell | None]] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # column -> a cell from above, rows it still covers
    place = tuple.__new__  # a named tuple's own constructor takes twice as long
    squares = 0

    def hang(row: list[Cell | None]) -> None:
        while (above := hanging.get(len(row))) is not None:
            cell, left = above
            if left == 1:
                del hanging[len(row)]
            else:
                hanging[len(row)] = (cell, left - 1)
            row.append(cell)

    for number, printed in enumerate("".join(prints).split(ROW)[1:]):
        row: list[Cell | None] = []
        for raw in printed.split(CELL)[1:]:
            if len(row) in hanging:
                hang(row)
            attributes, _, text = raw.partition(">")
            column = len(row)
            at = place(Place, (None, index, number, column, None, None))
            if "span" not in attributes and "SPAN" not in attributes:
                row.append(Cell(_cell_text(text), at))
                continue
            down = _ROWSPAN.search(attributes)
            # a rowspan of 0 goes down to the end
            rowspan = _TALLEST if down and not int(down[1][:9]) else _span(down, _TALLEST)
            colspan = _span(_COLSPAN.search(attributes), _WIDEST)
            cell = Cell(_cell_text(text), at, rowspan, colspan)
            row.extend([cell] * colspan)
            if rowspan > 1:
                hanging.update(dict.fromkeys(range(column, column + colspan), (cell, rowspan - 1)))
        if hanging:
            hang(row)
            # spans from above may lie beyond a gap in a short row
            for at_column in sorted(key for key in hanging if key > len(row)):
                row.extend([None] * (at_column - len(row)))
                hang(row)
        rows.append(row)
        squares += len(row)
        if squares > _MOST_SQUARES:
            raise _too_large()
    width = max(map(len, rows), default=0)
    if width * len(rows) > _MOST_SQUARES:
        raise _too_large()
    filled = []
    for r, row in enumerate(rows):
        if len(row) < width or None in row:
            row += [None] * (width - len(row))
            for c, square in enumerate(row):
                if square is None:
                    row[c] = Cell("", Place(None, index, r, c), 1, 0)
        filled.append(tuple(row))
    return tuple(filled)  # type: ignore[arg-type]  # every None was just replaced


def _too_large() -> Unreadable:
    from lib.reading.wordtables import TOO_LARGE  # a page with such a table is no report

    return Unreadable(*TOO_LARGE)
