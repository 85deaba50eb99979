"""Tables in text whose squares each end in a pipe, wherever the line breaks.

What takes the text out of a page often prints a cell a line, or a cell and its pipe on two, and
fills a row that is short of squares up with pipes that touch:

    规章 |          规章            | 规章 |
    0 |             |               0 |
    ||              0
                    |
                    ||

Only the width tells such rows apart. It is counted on the first row that is filled up, and holds if
every other filled-up row ends where a row of that width does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from math import gcd

from lib.reading.document import PAGE_FOOT

_PIPES = re.compile(r"[|\s]+")
_ONE_FILLED = re.compile(r"([^|]*)\|\s+(\|{2,})\s*")
_FILLED = re.compile(r"(?<=\|)\s+(\|{2,})\s*$")
_NUMBER = re.compile(r"[-+]?\d[\d,.]*(?:万?元|件|项)?|[/—-]")
_BLANK_WITHIN = re.compile(r"\|\s+\|\s*[^|\s]")
_FEWEST = 6  # squares that make a table
_NEAR = 4  # lines: a square and its pipe have no more blank ones between them

Line = tuple[int, str]  # its number, and what it prints
Row = tuple[int, str, tuple[int, ...]]  # as Line, and the numbers of the lines its squares are on
_Square = tuple[int, str, bool]  # line, text, whether it only fills its row up


def rows_of(lines: list[Line]) -> Iterator[Row]:
    """The lines, those of such a table put together row by row; the squares that fill a row up are
    the pipes that touch at its end. Other lines come as they are, with no squares."""
    at = 0
    while at < len(lines):
        end, squares = _table(lines, at)
        rows = _cut(squares) if len(squares) >= _FEWEST else None
        if (
            rows is None
            and len(squares) >= _FEWEST
            and sum(bool(text) for _, text, _ in squares) > 2
        ):
            # nothing tells where a row ends, as where none is filled up: a square a line
            rows = [(number, text or " ", ()) for number, text, _ in squares]
        elif rows is None:
            end = end if len(squares) >= _FEWEST else _after_blanks(lines, at)
            rows = [(number, line, ()) for number, line in lines[at:end]]
        yield from rows
        at = end


def filled_up(line: str) -> tuple[str, int]:
    """A row without the pipes that fill it up, and their number.

    >>> filled_up("行政许可 | 3 | ||"), filled_up("规章 | 0 | | |")
    (('行政许可 | 3 |', 2), ('规章 | 0 | | |', 0))
    """
    found = _FILLED.search(line)
    return (line[: found.start()], len(found[1])) if found else (line, 0)


def keeps_blanks(rows: list[str]) -> bool:
    """Whether rows that are filled up print their blank squares: where none of them stands before
    a printed one, a blank square at a row's end may as well fill it up, and those that are blank
    may have been left out."""
    return any(_BLANK_WITHIN.search(row) for row in rows)


def _table(lines: list[Line], at: int) -> tuple[int, list[_Square]]:
    """The squares that stand one a line from here on, and where they end. A line that prints no
    pipe is the first of them only if it is no heading above the border of the next."""
    squares: list[_Square] = []
    open_square = headed = False
    while at < len(lines):
        number, line = lines[at]
        if not line.strip():
            pass
        elif _PIPES.fullmatch(line):
            pipes = line.count("|")
            squares += [(number, "", pipes > 1)] * (pipes - open_square)
            open_square = False
        elif open_square or ("|" in line and headed and len(squares) == 1):
            break
        elif "|" in line and (one := _ONE_FILLED.fullmatch(line)):
            squares += [(number, one[1].strip(), False), *[(number, "", True)] * len(one[2])]
        elif line.count("|") == 1 and line.rstrip().endswith("|"):
            squares.append((number, line.rstrip().rstrip("|").strip(), False))
        elif "|" not in line and not PAGE_FOOT.fullmatch(line.strip()) and _closed_below(lines, at):
            headed |= not squares
            squares.append((number, line.strip(), False))
            open_square = True
        else:
            break
        at += 1
    return at, squares


def _after_blanks(lines: list[Line], at: int) -> int:
    """Where to look for a table next: after this line, or, if it is blank, after the first line
    below that is not, since a table that began with that one would have been found from here."""
    end = at + 1
    while end < len(lines) and not lines[end - 1][1].strip():
        end += 1
    return end


def _closed_below(lines: list[Line], at: int) -> bool:
    """Whether the next line that prints anything is the pipe that ends this one's square."""
    following = (line.strip() for _, line in islice(lines, at + 1, at + _NEAR))
    return next((line for line in following if line), "") == "|"


def _cut(squares: list[_Square]) -> list[Row] | None:
    """The squares as rows of one width; None where no width fits."""
    width = _width(squares)
    rows: list[Row] = []
    for start in range(0, len(squares), width) if width else ():
        row = squares[start : start + width]
        printed = [text for _, text, fills in row if not fills]
        pipes = "|" * (len(row) - len(printed))
        line = "".join(f"{text} | " if text else "| " for text in printed)
        rows.append((row[0][0], line + pipes, tuple(number for number, _, _ in row)))
    return rows or None


def _width(squares: list[_Square]) -> int:
    """The least width by which every row that is filled up ends where it is and prints something,
    no row of words begins with a number, and none follows a row of numbers alone, which would be
    its upper half; 0 where there is none."""
    ends, longest, run = [], 0, 0
    for index, (_, _, fills) in enumerate(squares):
        run = run + 1 if fills else 0
        longest = max(longest, run)
        if run and (index + 1 == len(squares) or not squares[index + 1][2]):
            ends.append(index + 1)
    whole = gcd(*ends)
    widths = (width for width in range(longest + 1, whole + 1) if whole % width == 0)
    return next((width for width in widths if _fits(squares, width)), 0)


def _fits(squares: list[_Square], width: int) -> bool:
    only_numbers = False
    for start in range(0, len(squares), width):
        printed = [text for _, text, _ in squares[start : start + width] if text]
        words = any(not _NUMBER.fullmatch(text) for text in printed)
        if words and (only_numbers or _NUMBER.fullmatch(squares[start][1])):
            return False
        only_numbers |= bool(printed) and not words
    return True
