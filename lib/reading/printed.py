"""Printed characters and the ruled tables of a page to paragraphs and rows.

For kinds of file that say where each character stands, and nothing of tables: PDF, OFD, and
pictures once their characters are recognised. Everything is in points from the top left corner of
the page.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lib.reading.columns import in_columns
from lib.reading.document import Cell, Grid, Paragraph, Place
from lib.reading.rulings import SAME, Box, Table, edges

Rows = list[list[Cell]]


class Character(NamedTuple):
    """A printed character, or a run that belongs together, and its box; `size` in points."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float


def page_parts(
    characters: list[Character], tables: list[Table], page: int
) -> list[Paragraph | Rows]:
    """The paragraphs and tables of a page from top to bottom. A character in no box of a table is
    text outside it: nothing printed is dropped."""
    outside = characters
    found: list[tuple[float, Paragraph | Rows]] = []
    for table in tables:
        held, outside = _shared_out(outside, table.boxes)
        rows = _trimmed(_rectangle(table.boxes, [_text(each) for each in held], page))
        found += [(_top(part), part) for part in _parted(rows)]
    margins = (
        min((each.x0 for each in characters), default=0.0),
        max((each.x1 for each in characters), default=0.0),
    )
    lines = _lines([each for each in outside if each.text.strip()])
    for top, column in in_columns(lines):
        text = _paragraphs(column, page, _margins(column) if top is not None else margins)
        found += [(_top(each) if top is None else top, each) for each in text]
    found.sort(key=lambda pair: pair[0])
    return [part for _, part in found]


def numbered(parts: list[Paragraph | Rows]) -> tuple[Paragraph | Grid, ...]:
    """The pages' parts as a document's blocks: a table that goes on over a page break made one,
    and the places of its cells naming the grid and its rows."""
    blocks: list[Paragraph | Grid] = []
    grids = 0
    for part in _rejoined(parts):
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
        place = Place(row=top, column=left, page=page, box=_rounded(box))
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
        spoken = len(text) > 24 or bool(_BEGINS.match(text))
        if not (spoken and all(cell is row[0] for cell in row)):
            gathered.append(row)
            continue
        if gathered:
            yield gathered
            gathered = []
        yield Paragraph(row[0].text.replace("\n", ""), row[0].place)
    if gathered:
        yield gathered


def _rejoined(parts: list[Paragraph | Rows]) -> Iterator[Paragraph | Rows]:
    last: Rows | None = None
    for part in parts:
        if isinstance(part, Paragraph):
            if last is not None:
                yield last
                last = None
            yield part
        elif last is not None and (both := _continued(last, part)):
            last = both
        else:
            if last is not None:
                yield last
            last = part
    if last is not None:
        yield last


def _continued(above: Rows, below: Rows) -> Rows | None:
    """A table with the part of it on the next page; None where that is another table. Each part
    may lack columns: a tall label cut by the break has no line above or below it there."""
    if {cell.place.page for cell in above[-1]} & {cell.place.page for cell in below[0]}:
        return None
    ours, theirs = _columns(above), _columns(below)
    if abs(ours[-1] - theirs[-1]) > 2 * SAME:
        return None
    shared = sum(abs(ours[_nearest(ours, x)] - x) <= 2 * SAME for x in theirs)
    if shared < max(2, 0.6 * min(len(ours), len(theirs))):
        return None
    both = sorted([*ours, *(x for x in theirs if abs(ours[_nearest(ours, x)] - x) > 2 * SAME)])
    parts = [
        _widened(part, [_nearest(both, x) for x in own])
        for part, own in ((above, ours), (below, theirs))
    ]
    upper, lower = parts
    if (heads := _mended_heads(upper[-1], lower[0])) is not None:
        return [*upper[:-1], *heads, *lower[1:]]
    if (whole := _mended(upper[-1], lower[0])) is not None:
        return [*upper[:-1], whole, *lower[1:]]
    return upper + lower


def _mended(above: list[Cell], below: list[Cell]) -> list[Cell] | None:
    """The two halves of a row that a page break cuts as one row; None where each is a row by
    itself: one that begins with a number of its own, or has figures where the other has some."""
    begun = False
    pairs = list(dict.fromkeys(zip(above, below, strict=True)))
    for upper, lower in pairs:
        if _BEGINS.match(lower.text) or (lower.text and lower is below[-1] and _words(lower)):
            return None
        if upper.text and lower.text and not (_words(upper) and _words(lower)):
            return None
        begun = begun or (bool(_BEGINS.match(upper.text)) and upper.colspan < len(above))
    filled = [[bool(each.text) and not _words(each) for each in half] for half in (above, below)]
    if not begun or (any(filled[0]) and any(filled[1])):
        return None
    made: dict[tuple[int, int], Cell] = {}
    for upper, lower in pairs:
        shown = upper if upper.text or not lower.text else lower
        if upper.rowspan == 1 or not upper.text:
            text = "\n".join(each.text for each in (upper, lower) if each.text)
            shown = Cell(text, shown.place, 1, min(upper.colspan, lower.colspan))
        made[id(upper), id(lower)] = shown
    return [made[id(upper), id(lower)] for upper, lower in zip(above, below, strict=True)]


def _mended_heads(above: list[Cell], below: list[Cell]) -> Rows | None:
    """Column heads that a page break goes through, as one row, or as two where the row below holds
    the heads under a common one; None where it goes through no heads."""
    pairs = list(dict.fromkeys(zip(above, below, strict=True)))
    if _tall_heads_are_cut(pairs):
        for upper, lower in pairs:
            if upper.text and lower.text:
                upper.text += "\n" + lower.text
        return [[u if u.text else low for u, low in zip(above, below, strict=True)]]
    shown = [cell for pair in pairs for cell in pair if cell.text]
    halves = [(u, low) for u, low in pairs if u.text and low.text and u.colspan == low.colspan]
    if (
        not all(map(_words, shown))
        or any(_BEGINS.match(low.text) for _, low in pairs)
        or any(u.text and low.text and u.colspan < low.colspan for u, low in pairs)
        or all(u is above[0] for u, _ in halves)  # the label of a row that is blank throughout
    ):
        return None
    for upper, lower in halves:
        upper.text += "\n" + lower.text
    common = {id(upper) for upper, lower in pairs if lower.text and upper.colspan > lower.colspan}
    if not common:
        return [[u if u.text else low for u, low in zip(above, below, strict=True)]]
    down = {id(upper): upper for upper in above if upper.text and id(upper) not in common}
    for upper in down.values():
        upper.rowspan += 1
    rest = [down.get(id(u), low) for u, low in zip(above, below, strict=True)]
    return [above, rest]


def _tall_heads_are_cut(pairs: list[tuple[Cell, Cell]]) -> bool:
    """Whether above the break stand tall heads that began before and blanks, below it the rest of
    them and those that stand under others."""
    tall = [upper.rowspan > 1 for upper, _ in pairs if upper.text]
    blank = [upper for upper, _ in pairs if not upper.text]
    rest = [lower for _, lower in pairs if lower.text]
    return bool(
        len(tall) > 1
        and all(tall)
        and blank
        and len(rest) > 1
        and all(_words(lower) and not _BEGINS.match(lower.text) for lower in rest)
    )


def _words(cell: Cell) -> bool:
    return any(character >= "\u2e80" for character in cell.text)


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def _widened(rows: Rows, at: list[int]) -> Rows:
    """The rows with column c reaching from `at[c]` to `at[c + 1]`; nothing is printed before."""
    widened: Rows = []
    for row in rows:
        squares: list[Cell] = [
            Cell("", Place(column=c, page=row[0].place.page), 1, 0) for c in range(at[0])
        ]
        for cell, start, end in zip(row, at, at[1:], strict=False):
            squares += [cell] * (end - start)
        for cell in row:
            cell.colspan = squares.count(cell) if cell.colspan else 0
        widened.append(squares)
    return widened


def _columns(rows: Rows) -> list[float]:
    """Where the columns of a table begin, and where the last one ends."""
    boxes = [cell.place.box for row in rows for cell in row if cell.place.box]
    return edges(x for box in boxes for x in (box[0], box[2]))


def _top(part: Paragraph | Rows) -> float:
    cells = [part] if isinstance(part, Paragraph) else [cell for row in part for cell in row]
    return min((each.place.box[1] for each in cells if each.place.box), default=0.0)


def _rounded(box: Box) -> Box:
    x0, top, x1, bottom = (round(float(edge), 1) for edge in box)
    return x0, top, x1, bottom


# --- text -----------------------------------------------------------------------------------------


def _lines(characters: list[Character]) -> list[list[Character]]:
    """Characters as lines from top to bottom, each from left to right."""
    lines: list[list[Character]] = []
    for each in sorted(characters, key=lambda c: (c.top + c.bottom) / 2):
        middle = (each.top + each.bottom) / 2
        if lines:
            first = lines[-1][0]
            height = max(first.bottom - first.top, each.bottom - each.top)
            if middle - (first.top + first.bottom) / 2 < 0.5 * height:
                lines[-1].append(each)
                continue
        lines.append([each])
    for line in lines:
        line.sort(key=lambda c: c.x0)
    return lines


def _joined(line: list[Character]) -> str:
    """A line's text, with a blank where the print leaves one: two numbers side by side must never
    become one. Between Chinese characters a small gap is only spacing. Small figures raised beside
    larger ones are the mark of a note, and stand in brackets; small ones that are not raised may be
    either, and make the number one that cannot be read."""
    text = ""
    before: Character | None = None
    for each, small in _sized(line):
        if before is not None:
            wide = before.text[-1:] >= "\u2e80" and each.text[:1] >= "\u2e80"
            figures = before.text[-1:].isdigit() and each.text[:1].isdigit()
            apart = 1.2 if wide else 0.15 if figures else 0.3
            if not small and each.x0 - before.x1 > apart * max(before.size, each.size):
                text += " "
        text += small.format(each.text) if small else each.text
        before = each
    return " ".join(_folded(text).replace(")(", "").split())


def _sized(line: list[Character]) -> Iterator[tuple[Character, str]]:
    """The characters, each with how it is put where it is a figure far smaller than the figures
    beside it, "" for any other."""
    figures = [each for each in line if each.text.isdigit()]
    largest = max(figures, key=lambda each: each.size, default=None)
    for each in line:
        small = largest and each.text.isdigit() and each.size < 0.75 * largest.size
        if not (small and largest):
            yield each, ""
        elif largest.bottom - each.bottom > 0.2 * largest.size:
            yield each, "({})"
        else:
            yield each, "{}\N{REPLACEMENT CHARACTER}"


def _text(characters: list[Character]) -> str:
    return "\n".join(text for line in _lines(characters) if (text := _joined(line)))


def _folded(text: str) -> str:
    """Radicals and compatibility characters as the characters they stand for."""
    return "".join(
        unicodedata.normalize("NFKC", c)
        if "\u2e80" <= c <= "\u2fdf" or "\uf900" <= c <= "\ufaff"
        else c
        for c in text
    )


_BEGINS = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|\d{1,2}[、.．](?!\d)")


def _margins(lines: list[list[Character]]) -> tuple[float, float]:
    return min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)


def _paragraphs(
    lines: list[list[Character]], page: int, margins: tuple[float, float]
) -> Iterator[Paragraph]:
    """Lines joined to paragraphs: a line that reaches the right margin goes on in one that begins
    at the left margin and is not numbered."""
    joined: list[tuple[str, Box, float]] = []
    left, right = margins
    for line in lines:
        text, size = _joined(line), line[0].size
        if not text or _page_number(text):
            continue
        box = (line[0].x0, min(c.top for c in line), line[-1].x1, max(c.bottom for c in line))
        if joined and box[0] < left + size and not _BEGINS.match(text):
            held, (x0, top, x1, bottom), before = joined[-1]
            close = box[1] - bottom < 1.5 * size and abs(before - size) < 0.2 * size
            if close and x1 > right - 2 * size and x1 - x0 > max(200, (right - left) / 2):
                joined[-1] = (held + text, (min(x0, box[0]), top, box[2], box[3]), size)
                continue
        joined.append((text, box, size))
    for text, box, _ in joined:
        yield Paragraph(text, Place(page=page, box=_rounded(box)))


def _page_number(text: str) -> bool:
    """— 4 — or -3-, never a bare number.

    >>> _page_number("— 4 —"), _page_number("- 12 -"), _page_number("20")
    (True, True, False)
    """
    bare = text.strip("-—–－ ")
    return bare != text and bare.isdigit()
