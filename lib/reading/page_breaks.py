"""Tables that go on over a page break, made one again: their columns, the row that is cut in two,
the heads that the break goes through."""

from __future__ import annotations

from collections.abc import Iterator

from lib.reading.document import Cell, Paragraph, Place
from lib.reading.printed_text import BEGINS
from lib.reading.rulings import SAME, edges

Rows = list[list[Cell]]


def rejoined(parts: list[Paragraph | Rows]) -> Iterator[Paragraph | Rows]:
    """The parts of all pages in order, a table and its rest on the next page made one."""
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
        if BEGINS.match(lower.text) or (lower.text and lower is below[-1] and _words(lower)):
            return None
        if upper.text and lower.text and not (_words(upper) and _words(lower)):
            return None
        begun = begun or (bool(BEGINS.match(upper.text)) and upper.colspan < len(above))
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
        or any(BEGINS.match(low.text) for _, low in pairs)
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
        and all(_words(lower) and not BEGINS.match(lower.text) for lower in rest)
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
