"""Lines of text set in two columns, in the order they are read: the left column, then the right.

A page says only where its characters stand. Lines are in two columns where many begin at one place
in the middle of the page, nothing is printed across the white strip before it, and both sides have
words enough that they cannot be labels and their numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.reading.printed_text import Character

    Line = list[Character]

_FEWEST_LINES = 4  # of words that begin at one place on a page: it has columns then
_FEWEST_BESIDE = 2  # lines of words in each of two columns beside each other
_FEWEST_WORDS = 8  # characters in such a line
_NEXT_LINE = 1.6  # how far below another a line may begin, in sizes of the type
_SECTION = re.compile(r"[一二三四五六七八九十]、")


def in_columns(lines: list[Line]) -> Iterator[tuple[float | None, list[Line]]]:
    """The lines in stretches in the order they are read: those that reach over the page with None;
    those of a column with the top of both columns."""
    start = _second_start(lines)
    if start is None:
        yield None, lines
        return
    across: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at, start)
        sides = [
            [
                side
                for line in lines[at:end]
                if (side := [e for e in line if (e.x0 < start) is left])
            ]
            for left in (True, False)
        ]
        if any(sum(map(_wordy, side)) < _FEWEST_BESIDE for side in sides):
            across += lines[at : max(end, at + 1)]
            at = max(end, at + 1)
            continue
        if across:
            yield None, across
            across = []
        top = min(each.top for line in lines[at:end] for each in line)
        yield from ((top, side) for side in sides)
        at = end
    if across:
        yield None, across


def _wordy(line: Line) -> bool:
    return sum(each.text >= "\u2e80" for each in line) >= _FEWEST_WORDS


def _second_start(lines: list[Line]) -> float | None:
    """Where the second column begins: where lines of words begin right of the page's first third
    that have nothing, or a gap, before them. None where too few do."""
    left = min((line[0].x0 for line in lines), default=0.0)
    right = max((line[-1].x1 for line in lines), default=0.0)
    starts: Counter[float] = Counter()
    for line in lines:
        if line[-1].x1 - left < (right - left) / 2:
            continue
        borders = [0, *(n for n, (a, b) in enumerate(pairwise(line), 1) if b.x0 - a.x1 > b.size)]
        at = borders[-1]
        if line[at].x0 > left + (right - left) / 3 and _wordy(line[at:]):
            starts[round(line[at].x0)] += 1
    (start, count) = max(starts.items(), key=lambda pair: pair[1], default=(0, 0))
    return start - 1 if count >= _FEWEST_LINES else None


def _end(lines: list[Line], at: int, start: float) -> int:
    """The first line, from `at` on, that is not of the columns: it crosses the strip between them,
    stands far below the others, or is the heading of a section below the right column."""
    bottom = max(each.bottom for each in lines[at])
    for number in range(at, len(lines)):
        line = lines[number]
        size = line[0].size
        if any(each.x0 < start and each.x1 > start - 0.8 * size for each in line):
            return number
        if min(each.top for each in line) - bottom > _NEXT_LINE * size:
            return number
        if number > at and line[-1].x1 < start and _SECTION.match("".join(e.text for e in line)):
            return number
        bottom = max(bottom, max(each.bottom for each in line))
    return len(lines)
