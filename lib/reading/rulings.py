"""Ruled lines of a page to the boxes they enclose.

For kinds of file that say where each line stands, and nothing of tables: PDF, OFD, and pictures
once their lines are found. Lines are drawn in many ways: as strokes, as thin bars, in pieces, twice
side by side, dashed, short of the corner, and cut off where a table goes on on the next page.
Everything is in points from the top left corner of the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

SAME = 3.0  # points within which two rulings are one
_LEAST = 12.0  # points of the lowest row and the narrowest column there are
_MOST_RULINGS = 20_000  # of a page; a drawing of more lines is no form
_MOST_JOINED = 1_000  # of a page, each way, once the pieces are put together

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line along the page, from (x0, top) to (x1, bottom)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def level(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Table:
    """The boxes that rulings enclose, those that touch taken together."""

    boxes: tuple[Box, ...]

    @property
    def box(self) -> Box:
        return (
            min(box[0] for box in self.boxes),
            min(box[1] for box in self.boxes),
            max(box[2] for box in self.boxes),
            max(box[3] for box in self.boxes),
        )


@dataclass(slots=True)
class _Line:
    """A level or upright line: it stands `at` a height or a distance and goes from `start` to
    `end` along the other axis."""

    at: float
    start: float
    end: float


def find_tables(rulings: Iterable[Ruling]) -> list[Table]:
    """The ruled tables of a page from top to bottom. Boxes that stand alone and frames of one
    column are no tables: they are backgrounds and frames of body text."""
    kept = [ruling for _, ruling in zip(range(_MOST_RULINGS), rulings, strict=False)]
    level = _joined(_Line(r.top, r.x0, r.x1) for r in kept if r.level)
    upright = _joined(_Line(r.x0, r.top, r.bottom) for r in kept if not r.level)
    if max(len(level), len(upright)) > _MOST_JOINED:
        return []
    tables = []
    for across, down in _touching(level, upright):
        _close(across, down)
        boxes = tuple(_boxes(across, down))
        if len(edges(box[0] for box in boxes)) > 1:
            tables.append(Table(boxes))
    return sorted(tables, key=lambda table: (table.box[1], table.box[0]))


def edges(values: Iterable[float]) -> list[float]:
    """The values in order, those of one ruling taken once."""
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > SAME:
            merged.append(value)
    return merged


def _joined(pieces: Iterable[_Line]) -> list[_Line]:
    """Lines in one place as one place, and their pieces as one line."""
    joined: list[_Line] = []
    group: list[_Line] = []
    for piece in sorted(pieces, key=lambda line: line.at):
        if group and piece.at - group[0].at > SAME:
            joined += _end_to_end(group)
            group = []
        group.append(piece)
    return joined + _end_to_end(group)


def _end_to_end(group: list[_Line]) -> list[_Line]:
    if not group:
        return []
    # where the longer lines stand: a short stroke beside them must not draw them aside
    weight = sum(line.end - line.start for line in group)
    at = (
        sum(line.at * (line.end - line.start) for line in group) / weight if weight else group[0].at
    )
    lines: list[_Line] = []
    for piece in sorted(group, key=lambda line: line.start):
        if lines and piece.start - lines[-1].end <= SAME:
            lines[-1].end = max(lines[-1].end, piece.end)
        else:
            lines.append(_Line(at, piece.start, piece.end))
    return lines


def _touching(
    level: list[_Line], upright: list[_Line]
) -> Iterator[tuple[list[_Line], list[_Line]]]:
    """Lines that cross or touch, directly or through others, taken together."""
    lines = [*level, *upright]
    first = list(range(len(lines)))

    def head(i: int) -> int:
        while first[i] != i:
            first[i] = first[first[i]]
            i = first[i]
        return i

    for i, across in enumerate(level):
        for j, down in enumerate(upright, len(level)):
            if (
                down.start - SAME <= across.at <= down.end + SAME
                and across.start - SAME <= down.at <= across.end + SAME
            ):
                first[head(i)] = head(j)
    groups: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for i, line in enumerate(lines):
        group = groups.setdefault(head(i), ([], []))
        group[i >= len(level)].append(line)
    for across_all, down_all in groups.values():
        if across_all and down_all:
            yield across_all, down_all


def _close(across: list[_Line], down: list[_Line]) -> None:
    """Draw the lines that are missing where others stop together: at a page break, or where a
    table is printed without its outer border."""
    top, bottom = _ends(down)
    left, right = _ends(across)
    missing = [
        not any(abs(line.at - end) < _LEAST for line in lines)
        for lines, ends in ((across, (top, bottom)), (down, (left, right)))
        for end in ends
    ]
    # a corner is closed where neither of its sides is drawn
    _draw(across, down, (top, bottom), (left, right), missing[2:])
    _draw(down, across, (left, right), (top, bottom), missing[:2])


def _ends(lines: list[_Line]) -> tuple[float, float]:
    return min(line.start for line in lines), max(line.end for line in lines)


def _draw(
    lines: list[_Line],
    others: list[_Line],
    ends: tuple[float, float],
    corners: tuple[float, float],
    open_corners: list[bool],
) -> None:
    for end in ends:
        reaching = [
            line.at for line in others if min(abs(line.start - end), abs(line.end - end)) <= SAME
        ]
        if len(reaching) < 2:
            continue
        # what is left of a border under the last row is no row
        beside = [line.at for line in lines if abs(line.at - end) < _LEAST]
        at = min(beside, key=lambda place: abs(place - end), default=end)
        first, last = min(reaching), max(reaching)
        if not beside:
            first = corners[0] if open_corners[0] else first
            last = corners[1] if open_corners[1] else last
        lines.append(_Line(at, first, last))


def _boxes(across: list[_Line], down: list[_Line]) -> Iterator[Box]:
    """The squares between the lines, those that no line parts taken together."""
    ys = edges(line.at for line in across)
    xs = edges(line.at for line in down)
    rows, columns = len(ys) - 1, len(xs) - 1
    above = _drawn(across, ys, xs)  # above[r][c]: a line stands above square (r, c)
    before = _drawn(down, xs, ys)  # before[c][r]: a line stands to the left of it
    seen: set[tuple[int, int]] = set()
    for r in range(rows):
        for c in range(columns):
            if (r, c) in seen:
                continue
            region, todo, open_side = {(r, c)}, [(r, c)], False
            while todo:
                y, x = todo.pop()
                for ny, nx, parted in (
                    (y - 1, x, above[y][x]),
                    (y + 1, x, above[y + 1][x]),
                    (y, x - 1, before[x][y]),
                    (y, x + 1, before[x + 1][y]),
                ):
                    if parted:
                        continue
                    if not (0 <= ny < rows and 0 <= nx < columns):
                        open_side = True
                    elif (ny, nx) not in region:
                        region.add((ny, nx))
                        todo.append((ny, nx))
            seen |= region
            if not open_side:
                for top, left, bottom, right in _rectangles(region):
                    yield xs[left], ys[top], xs[right], ys[bottom]


def _drawn(lines: list[_Line], places: list[float], along: list[float]) -> list[list[bool]]:
    """For each place, whether a line is drawn there between each two neighbours of `along`."""
    drawn = [[False] * (len(along) - 1) for _ in places]
    for line in lines:
        stretch = drawn[max(bisect_right(places, line.at) - 1, 0)]
        for i, (start, end) in enumerate(pairwise(along)):
            if line.start <= start + SAME and line.end >= end - SAME:
                stretch[i] = True
    return drawn


def _rectangles(region: set[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """A region as one rectangle; one that is none, since a line lacks a piece, row by row."""
    tops, lefts = [y for y, _ in region], [x for _, x in region]
    top, left, bottom, right = min(tops), min(lefts), max(tops) + 1, max(lefts) + 1
    if (bottom - top) * (right - left) == len(region):
        yield top, left, bottom, right
        return
    for y in range(top, bottom):
        begun: int | None = None
        for x in range(left, right + 1):
            if (y, x) in region:
                begun = x if begun is None else begun
            elif begun is not None:
                yield y, begun, y + 1, x
                begun = None
