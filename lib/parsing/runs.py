"""Text that has lost its cell borders: the digits of a row run together, 200000121 for
20 0 0 0 0 1 21.

The labels still stand in the form's order, so each row's digits are what follows its label, over
paragraphs and lines alike. Which digits make which number is not decided here for section three:
lib.parsing.settle reads all its rows together. Section four has its own three sums, and section
two, which has none, is only cut where there is one way.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from lib.form import DISCLOSURE, EDITIONS, LATEST, REMEDIES, REQUESTS, Line, leaves, paths
from lib.parsing.heads import remedies_heads
from lib.parsing.labels import fold
from lib.parsing.readings import COLUMNS, cuts, splits
from lib.parsing.rows import Located, Row, Value
from lib.reading.document import Cell, Paragraph, Place

Split = tuple[int, ...]
_MADE_2019 = fold(DISCLOSURE.blocks[0].columns[0].label("2019"))
_DIGITS = re.compile(r"[\d ]*")
_RUN_OF_AMOUNTS = re.compile(r"[-+\d.]*(?: +[-+\d.]+)*(?:万元|元)?")
_AMOUNT = re.compile(r"[-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:万元|元)?")
_LONGEST_RUN = 40
_FEWEST_ROWS = 10
_MOST_TABLES = 4
_LONGEST_REMEDIES = 48
_LONGEST_GROUP = 20
_QUOTES = str.maketrans("", "", "“”\"「」‘’'")
# what stands after a number in a sentence, or in a number that is not whole here
_NOT_A_BORDER = tuple("件项次个宗起份条%年月日,/+-:")


class _Text:
    """The paragraphs as one folded text, which knows where each of its characters was printed."""

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._places: list[Place] = []
        length = 0
        for paragraph in paragraphs:
            piece = _spaced(paragraph.text)
            if pieces and pieces[-1][-1:].isdigit() and piece[:1].isdigit():
                piece = " " + piece
            if not piece:
                continue
            self._starts.append(length)
            self._places.append(paragraph.place)
            pieces.append(piece)
            length += len(piece)
        self.text = "".join(pieces)

    def place(self, at: int) -> Place:
        return self._places[bisect_right(self._starts, at) - 1] if self._places else Place()


def read_runs(paragraphs: tuple[Paragraph, ...], wanted: set[str]) -> Located:
    """The rows of the `wanted` tables in text that holds them run together. The rows of section
    three come unsettled, with their digits as printed."""
    found = Located()
    text = _Text(paragraphs)
    if "requests" in wanted:
        _requests(text, found)
    if "disclosure" in wanted:
        _disclosure(text, found)
    if "remedies" in wanted:
        _remedies(text, found)
    return found


def _spaced(text: str) -> str:
    """Folded, but with blanks kept between digits: there they are what is left of a border. A
    numeral that is a mark, as ² or ①, stays a mark and is no digit."""
    marked = "".join("?" if unicodedata.category(each) == "No" else each for each in text)
    kept = re.sub(r"(?<=\d)\s+(?=\d)", "\u241f", marked)
    return fold(kept).replace("\u241f", " ").translate(_QUOTES)


@cache
def _labels(table: str, key: str) -> tuple[str, ...]:
    """How a row's label is printed, folded, with its numbering as the form has it or otherwise."""
    line = next(each for block in _rows(table) for each in block if each.key == key)
    found: dict[str, None] = {}
    for spelling in line.spellings():
        folded = fold(spelling).translate(_QUOTES)
        for each in (folded, folded.replace("、行政", ",行政"), folded.replace("、行政", "行政")):
            found[each] = None
            numbered = re.match(r"(\d)\.(.+)", each)
            if numbered:
                found[f"{numbered[1]}、{numbered[2]}"] = None
                if len(numbered[2]) > 4:
                    found[numbered[2]] = None
    return tuple(found)


@cache
def _rows(table: str) -> tuple[tuple[Line, ...], ...]:
    """The rows that hold numbers in some edition, block by block, in the form's order."""

    def numbered(lines: tuple[Line, ...]) -> Iterator[Line]:
        for line in lines:
            if any(line.key in (e.key for e in leaves((line,), each.key)) for each in EDITIONS):
                yield line
            yield from numbered(line.children)

    blocks = (DISCLOSURE if table == "disclosure" else REQUESTS).blocks
    return tuple(tuple(numbered(block.rows)) for block in blocks)


def _find(text: str, spellings: tuple[str, ...], start: int) -> tuple[int, int] | None:
    """Where the earliest of the spellings begins and ends, from `start` on; the longest of those
    that begin there."""
    hits = [(at, at + len(each)) for each in spellings if (at := text.find(each, start)) >= 0]
    return min(hits, key=lambda hit: (hit[0], -hit[1]), default=None)


# --- section three --------------------------------------------------------------------------------


def _requests(text: _Text, found: Located) -> None:
    """The rows of every table on the page: last year's, printed below this year's, is not left
    out unseen."""
    at = 0
    for _ in range(_MOST_TABLES):
        rows, at = _one_table(text, at)
        if len(rows) < _FEWEST_ROWS:
            return
        found.rows += rows


def _one_table(text: _Text, at: int) -> tuple[list[Row], int]:
    hits: list[tuple[Line, int, int]] = []
    for line in _rows("requests")[0]:
        hit = _find(text.text, _labels("requests", line.key), at)
        if hit and _DIGITS.match(text.text, hit[1])[0].strip():  # type: ignore[index]
            hits.append((line, *hit))
            at = hit[1]
    rows: list[Row] = []
    for number, (line, _, start) in enumerate(hits):
        label_after, end, _ = hits[number + 1] if number + 1 < len(hits) else (None, None, 0)
        matched = _DIGITS.match(text.text, start, len(text.text) if end is None else end)
        run = matched[0] if matched else ""
        following = text.text[start + len(run) : start + len(run) + 1]
        otherwise: tuple[str, ...] = ()
        if following in (".", "、") and start + len(run) != end:
            # the numbering of a label that is not read belongs to it, not to the run
            run = run[:-1]
        elif (
            start + len(run) == end
            and label_after
            and not text.text[end].isdigit()
            and _numeral(label_after) == run[-1:]
        ):
            # 52没有现成信息: 52, or 5 and a label numbered 2 without its point
            otherwise = (run[:-1].strip(),)
        elif following in _NOT_A_BORDER and start + len(run) != end:
            continue
        if not run.strip():
            continue
        place = text.place(start)
        printed = (Cell(run.strip(), place),)
        row = Row("requests", line, Cell(line.name, place), (), problem="row.ambiguous")
        row.printed, row.otherwise = printed, otherwise
        rows.append(row)
    return rows, at


def _numeral(line: Line) -> str:
    """The digit a row's label is numbered with, "" where it is none: 2 for 2.没有现成信息…"""
    return line.zh[0] if line.zh[0].isdigit() else ""


# --- section two ----------------------------------------------------------------------------------


def _disclosure(text: _Text, found: Located) -> None:
    heads = [
        fold(each) for block in DISCLOSURE.blocks for c in block.columns for each in c.spellings()
    ]
    first = _find(text.text, tuple("信息内容" + head for head in heads), 0)
    if first is None:
        return
    start = first[0]
    key = "2019" if _MADE_2019 in text.text[start:] else "2021"
    last = _find(text.text, ("申请人情况", "收到和处理", "本年新收政府信息公开申请"), start)
    scope = text.text[start : last[0] if last else len(text.text)]
    at = 0
    rows = []
    for number, block in enumerate(DISCLOSURE.blocks):
        if key not in block.editions:
            continue
        columns = leaves(block.columns, key)
        for line in _rows("disclosure")[number]:
            if key not in line.editions:
                continue
            hit = _find(scope, _labels("disclosure", line.key), at)
            if hit is None:
                continue
            at = hit[1]
            matched = _RUN_OF_AMOUNTS.match(scope, at)
            run = matched[0].strip() if matched else ""
            following = scope[at + len(matched[0]) :][:1] if matched else ""
            if run and following not in _NOT_A_BORDER:
                rows.append((line, columns, run, text.place(start + at)))
    if len(rows) < 3:
        return
    # where zeros are printed a blank is not how this report says zero
    zeros = text.text.count("0" * len(COLUMNS)) > 1
    for line, columns, run, place in rows:
        label = Cell(line.name, place)
        parts = amounts(run, len(columns))
        fewer = not zeros and any(amounts(run, n) for n in range(1, len(columns)))
        if len(parts) == 1 and not fewer:
            cells = tuple(Cell(part, place) for part in parts[0])
            pairs = zip(columns, cells, strict=True)
            row = Row("disclosure", line, label, tuple(Value(c, cell) for c, cell in pairs))
            row.printed, row.inferred = cells, len(columns) > 1
        else:
            row = Row("disclosure", line, label, (), problem="row.ambiguous", edition=key)
            row.printed = (Cell(run, place),)
        found.rows.append(row)


def amounts(run: str, parts: int) -> list[tuple[str, ...]]:
    """The ways to cut a row of section two, whose numbers may have a sign, decimals or a unit and
    keep no sum. Two are enough to know that the row is not certain.

    >>> amounts("35-15", 2), len(amounts("7777166", 3))
    ([('35', '-15')], 2)
    """
    found: list[tuple[str, ...]] = []

    def cut(rest: str, left: int, taken: tuple[str, ...]) -> None:
        if len(found) > 1:
            return
        rest = rest.lstrip()
        if left == 1:
            if _AMOUNT.fullmatch(rest):
                found.append((*taken, rest))
            return
        for length in range(1, len(rest)):
            if _AMOUNT.fullmatch(rest, 0, length):
                cut(rest[length:], left - 1, (*taken, rest[:length]))

    if len(run) <= _LONGEST_RUN:
        cut(run, parts, ())
    return found


# --- section four -------------------------------------------------------------------------


def _remedies(text: _Text, found: Located) -> None:
    """Every row of fifteen numbers after the heads, the heads in either order."""
    where = [at for at, each in enumerate(text.text) if each != " "]
    squeezed = text.text.replace(" ", "")
    columns = list(paths(REMEDIES.blocks[0].columns, LATEST.key))
    for heads in remedies_heads():
        at = squeezed.find(heads)
        while at >= 0:
            start = where[at + len(heads) - 1] + 1
            matched = _DIGITS.match(text.text, start)
            run = matched[0].strip() if matched else ""
            at = squeezed.find(heads, at + 1)
            if not run:
                continue
            place = text.place(start)
            row = Row("remedies", None, None, (), problem="row.ambiguous")
            row.printed = (Cell(run, place),)
            only = remedies_cut(run)
            if only:
                cells = tuple(Cell(str(number), place) for number in only)
                pairs = zip(columns, cells, strict=True)
                row.values = tuple(Value(path[-1], cell) for path, cell in pairs)
                row.groups = tuple(path[-2].key for path in columns)
                row.printed, row.inferred, row.problem = cells, True, ""
            found.rows.append(row)


def remedies_cut(run: str) -> Split | None:
    """The fifteen numbers of a run, if only one way to cut it has each group's results add up to
    its total, and no other way does with one total left at 0: a fault real reports have, under
    which the sums alone would confirm a false cut."""
    digits = "".join(run.split())
    if not 15 <= len(digits) <= _LONGEST_REMEDIES:
        return None
    groups = _Groups(digits)
    found: list[Split] = []
    forgotten = 0
    for one, first in groups.at(0):
        for two, second in groups.at(first):
            for three, third in groups.at(second):
                if third != len(digits):
                    continue
                split = (*one, *two, *three)
                wrong = sum(not holds(group) for group in (one, two, three))
                if wrong == 0:
                    found.append(split)
                forgotten += wrong == 1
                if len(found) > 1 or forgotten:
                    return None
    if len(found) != 1:
        return None
    # a blank is a border: none may stand inside a number
    return found[0] if " " not in run or found[0] in splits(run, 15) else None


def holds(group: Split) -> bool:
    """Whether a group's first four numbers add up to its fifth."""
    return sum(group[:4]) == group[4]


class _Groups:
    """The groups of five numbers that begin at a digit: those that add up, and those whose total
    is 0 though their results are not."""

    def __init__(self, digits: str) -> None:
        self._digits = digits
        self._known: dict[int, list[tuple[Split, int]]] = {}

    def at(self, start: int) -> list[tuple[Split, int]]:
        if start not in self._known:
            made: list[tuple[Split, int]] = []
            for end in range(start + 5, min(len(self._digits), start + _LONGEST_GROUP) + 1):
                piece = self._digits[start:end]
                made += ((split, end) for split in cuts(piece, 5))
                if piece.endswith("0"):
                    made += (((*split, 0), end) for split in splits(piece[:-1], 4) if any(split))
            self._known[start] = made
        return self._known[start]
