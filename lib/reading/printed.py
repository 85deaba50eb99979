"""Printed characters and the ruled tables of a page to paragraphs and rows.

For kinds of file that say where each character stands, and nothing of tables: PDF, OFD, and
pictures once their characters are recognised. Everything is in points from the top left corner of
the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from lib.reading.columns import in_columns
from lib.reading.document import Cell, Grid, Paragraph, Place
from lib.reading.page_breaks import Rows, rejoined
from lib.reading.printed_text import (
    BEGINS,
    Character,
    lines_of,
    margins,
    paragraphs,
    rounded,
    text_of,
)
from lib.reading.rulings import Box, Table, edges


def page_parts(
    characters: list[Character], tables: list[Table], page: int
) -> list[Paragraph | Rows]:
    """The paragraphs and tables of a page from top to bottom. A character in no box of a table is
    text outside it: nothing printed is dropped."""
    outside = characters
    found: list[tuple[float, Paragraph | Rows]] = []
    for table in tables:
        held, outside = _shared_out(outside, table.boxes)
        rows = _trimmed(_rectangle(table.boxes, [text_of(each) for each in held], page))
        found += [(_top(part), part) for part in _parted(rows)]
    whole = (
        min((each.x0 for each in characters), default=0.0),
        max((each.x1 for each in characters), default=0.0),
    )
    lines = lines_of([each for each in outside if each.text.strip()])
    for top, column in in_columns(lines):
        text = paragraphs(column, page, margins(column) if top is not None else whole)
        found += [(_top(each) if top is None else top, each) for each in text]
    found.sort(key=lambda pair: pair[0])
    return [part for _, part in found]


def numbered(parts: list[Paragraph | Rows]) -> tuple[Paragraph | Grid, ...]:
    """The pages' parts as a document's blocks: a table that goes on over a page break made one,
    and the places of its cells naming the grid and its rows."""
    blocks: list[Paragraph | Grid] = []
    grids = 0
    for part in rejoined(parts):
        if isinstance(part, Paragraph):
            blocks.append(part)
            continue
        renewed: dict[int, Cell] = {}
        rows = []
        for number, row in enumerate(part):
            for cell in row:
                if id(cell) not in renewed:
                    place = cell.place._replace(table=grids, row=number)
                    renewed[id(cell)] = Cell(cell.text, place, cell.rowspan, cell.colspan)
            rows.append(tuple(renewed[id(cell)] for cell in row))
        blocks.append(Grid(grids, tuple(rows)))
        grids += 1
    return tuple(blocks)


# --- tables ---------------------------------------------------------------------------------------


def _shared_out(
    characters: list[Character], boxes: tuple[Box, ...]
) -> tuple[list[list[Character]], list[Character]]:
    """What each box holds, by the middle of each character, and what none of them does."""
    held: list[list[Character]] = [[] for _ in boxes]
    order = sorted(range(len(boxes)), key=lambda i: boxes[i][1])
    rest = []
    for each in characters:
        x, y = (each.x0 + each.x1) / 2, (each.top + each.bottom) / 2
        for i in order:
            x0, top, x1, bottom = boxes[i]
            if top <= y < bottom and x0 <= x < x1:
                held[i].append(each)
                break
        else:
            rest.append(each)
    return held, rest


def _rectangle(boxes: tuple[Box, ...], texts: list[str], page: int) -> Rows:
    """The squares of a table; a merged cell is one Cell in all its squares. A square that no box
    covers has colspan 0: nothing is printed there, not even a blank cell."""
    xs = edges(x for box in boxes for x in (box[0], box[2]))
    ys = edges(y for box in boxes for y in (box[1], box[3]))
    squares: list[list[Cell | None]] = [[None] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    for box, text in zip(boxes, texts, strict=True):
        left, right = _index(xs, box[0]), _index(xs, box[2])
        top, bottom = _index(ys, box[1]), _index(ys, box[3])
        place = Place(row=top, column=left, page=page, box=rounded(box))
        cell = Cell(text, place, max(bottom - top, 1), max(right - left, 1))
        for r in range(top, bottom):
            for c in range(left, right):
                squares[r][c] = squares[r][c] or cell
    return [
        [
            square or Cell("", Place(row=r, column=c, page=page), 1, 0)
            for c, square in enumerate(row)
        ]
        for r, row in enumerate(squares)
    ]


def _trimmed(rows: Rows) -> Rows:
    """The rows without what a page break leaves before the first or after the last: a strip in
    which nothing begins and nothing is printed, and no lines part the columns."""
    start, end = 0, len(rows)
    while end - start > 1 and _strip(rows[start]):
        start += 1
    while end - start > 1 and _strip(rows[end - 1]):
        end -= 1
    return _level(rows[start:end])


def _level(rows: Rows) -> Rows:
    """The rows without those in which only labels begin anew, while every number goes on from the
    row above: browsers print the border of a tall label a little off after a page break."""
    kept: Rows = []
    for row in rows:
        if kept:
            above = kept[-1]
            begin = next((c for c in range(len(row)) if row[c] is above[c]), len(row))
            if 0 < begin <= len(row) // 2 and all(
                cell is over for cell, over in zip(row[begin:], above[begin:], strict=True)
            ):
                for cell in dict.fromkeys(row[begin:]):
                    cell.rowspan -= 1
                kept[-1] = [
                    over if over.text else cell for over, cell in zip(above, row, strict=True)
                ]
                continue
        kept.append(row)
    return kept


def _strip(row: list[Cell]) -> bool:
    cells = list(dict.fromkeys(row))
    blank = [cell for cell in cells if cell.rowspan == 1]
    return len(cells) <= max(2, len(row) // 2) and not any(cell.text for cell in blank)


def _index(edges: list[float], value: float) -> int:
    return max(bisect_right(edges, value) - 1, 0)


def _parted(rows: Rows) -> Iterator[Paragraph | Rows]:
    """A table cut where a row is one sentence or heading over the whole width: body text in its
    frame."""
    gathered: Rows = []
    for row in rows:
        text = row[0].text
        spoken = len(text) > 24 or bool(BEGINS.match(text))
        if not (spoken and all(cell is row[0] for cell in row)):
            gathered.append(row)
            continue
        if gathered:
            yield gathered
            gathered = []
        yield Paragraph(row[0].text.replace("\n", ""), row[0].place)
    if gathered:
        yield gathered


def _top(part: Paragraph | Rows) -> float:
    cells = [part] if isinstance(part, Paragraph) else [cell for row in part for cell in row]
    return min((each.place.box[1] for each in cells if each.place.box), default=0.0)
