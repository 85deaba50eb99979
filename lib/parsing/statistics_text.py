"""The old statistics table in text: one cell a line, cells with blanks between them, or all of it
run together, as in 主动公开文件数条206912106其中：1.政府网站公开数….

The paragraphs are read as one string in which a blank is kept only between digits, where it is
what is left of a border. A row is a label, its unit, and digits up to the next label; the
numbering of that label is taken off the digits first. Where two columns run together (the year's
and the cumulative one) the digits are split in every way that leaves the year no larger than the
cumulative; the sums of the table, in both columns, decide. What they do not decide is given only
where the report's own sentences state the very number of one split; else none is given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import product

from lib.old_form import LOCAL_ROW, indicator, totals
from lib.parsing.labels import fold
from lib.parsing.readings import splits
from lib.parsing.statistics_rows import (
    Labels,
    Printed,
    Table,
    head_of,
    last_segment,
    local_label,
    value_column,
)
from lib.reading.document import Cell, Paragraph, Place

Pair = tuple[int, ...]
_COLUMN = (
    r"(?:(?:19|20)\d{2}年?度?|历年累计|累计数?|统计数量?|本期实际|本年累计|上年数|数量|数值|"
    r"本年度?数?|年度|代码|序号)"
)
_HEAD = re.compile(rf"(?:指标名称|统计指标|统计项目)(?:计量单位|单位)(?P<columns>{_COLUMN}+)")
_ROW = re.compile(
    r"(?P<label>[^。;?!]{2,120}?)(?P<unit>人次|万元|条|件|次|篇|个|人|元)"
    r"(?P<run>\d[\d .]*|[/—―-]+)"
)
_STATED = re.compile(r"公开[^。;,\d]{0,14}?(\d+)条")
_MOST_CHOICES = 300_000


@dataclass(slots=True)
class _Run:
    """A row whose digits may be several cells: the splits that are still possible."""

    row: Printed
    text: str
    choices: list[Pair]
    end: int = 0  # where it ends in the joined text


def read_statistics_text(paragraphs: tuple[Paragraph, ...], year: int) -> Table | None:
    """The rows of the table in the paragraphs; None where there is no table."""
    text, places = _joined(paragraphs)
    heads = list(_HEAD.finditer(text))
    if not heads:
        return _headless(text, places)
    table = Table(headed=True)
    runs: list[_Run] = []
    labels = Labels()
    for number, head in enumerate(heads):
        columns = [head_of(each) for each in re.findall(_COLUMN, head["columns"])]
        at = value_column(columns, year)
        named = [of for _, of in columns if of]
        table.year = table.year or (named[0] if len(named) == 1 else 0)
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        read = _rows(text[:end], head.end(), places, labels, local=True)
        for each in read:
            table.rows.append(each.row)
            _split(each, len(columns), at)
            if each.row.problem and each.choices:
                runs.append(each)
        last = max((each.end for each in read), default=head.end())
        table.taken |= places.within(head.start(), last)
        if at is not None and len(columns) > 1:
            _solve(runs, read, at, columns, set(_STATED.findall(text[: heads[0].start()])))
    return table if any(not row.key.startswith(LOCAL_ROW) for row in table.rows) else None


def _headless(text: str, places: _Places) -> Table | None:
    """Rows with one number each and no head that was kept: only known labels count, and many."""
    table = Table()
    read = _rows(text, 0, places, Labels(), local=False)
    for each in read:
        _split(each, 1, 0)
        table.rows.append(each.row)
    return table if len(table.rows) >= 5 else None


class _Places:
    """Which paragraph a character of the joined text came from."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.paragraphs: list[Paragraph] = []

    def at(self, offset: int) -> Place:
        return self.paragraphs[bisect_right(self.starts, offset) - 1].place

    def within(self, start: int, end: int) -> set[int]:
        """The ids of the paragraphs that begin in a stretch: one with words before it is text."""
        pairs = zip(self.starts, self.paragraphs, strict=True)
        return {id(paragraph) for at, paragraph in pairs if start <= at < end}


def _joined(paragraphs: tuple[Paragraph, ...]) -> tuple[str, _Places]:
    places = _Places()
    pieces: list[str] = []
    length = 0
    for paragraph in paragraphs:
        kept = re.sub(r"(?<=\d)\s+(?=\d)", "\u241f", paragraph.text)
        piece = fold(kept).replace("\u241f", " ")
        if not piece:
            continue
        # a line's end between digits is a border too
        if pieces and pieces[-1][-1:].isdigit() and piece[:1].isdigit():
            piece = " " + piece
        places.starts.append(length)
        places.paragraphs.append(paragraph)
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), places


def _rows(text: str, start: int, places: _Places, labels: Labels, *, local: bool) -> list[_Run]:
    found: list[_Run] = []
    seen: set[int] = set()
    at = start
    while match := _ROW.search(text, at):
        label = match["label"]
        seen.update(int(each) for each in re.findall(r"(?<!\d)(\d{1,2})[.、)](?!\d)", label))
        run, end = _without_numbering(text, match["run"], match.start("run"), match.end(), seen)
        at = max(end, match.start("run"))
        known = labels.known(label)
        words = "" if known or not local else local_label(label)
        if known is None and not words:
            at = max(at, match.start() + 1)
            continue
        place = places.at(match.start("unit"))
        row = Printed(
            known.key if known else LOCAL_ROW + words,
            Cell(last_segment(label), place),
            match["unit"],
            None,
            (Cell(run.strip(), places.at(match.start("run"))),),
            "row.ambiguous",
        )
        found.append(_Run(row, run.strip(), [], end))
    return found


def _without_numbering(
    text: str, run: str, start: int, end: int, seen: set[int]
) -> tuple[str, int]:
    """The digits of a row without the numbering of the next label that stands right after them,
    and where the row ends: in 条02.政府公报 the 2. is the next label's. A numbering after a blank
    is apart; of digits run together the last is the numbering, unless it could be two digits
    (`seen` holds 9 or more), where nothing is certain and no digits are left."""
    if not run.endswith(".") and text[end : end + 1] not in ("、", ")", "."):
        return run.rstrip(), end
    digits = run.rstrip(". ")
    before, _, last = digits.rpartition(" ")
    if before and len(last) <= 2:
        return before.rstrip(), start + len(before)
    if any(digits.endswith(str(each + 1)) for each in seen if each >= 9):
        return "", start + len(digits)
    return digits[:-1].rstrip(), start + len(digits) - 1


def _split(each: _Run, columns: int, at: int | None) -> None:
    """Read a row whose cells are apart; list the splits of one whose cells are not."""
    row, run = each.row, each.text
    place = row.printed[0].place
    if not run:
        return
    pieces = run.split()
    if at is not None and len(pieces) == columns and all(_is_number(piece) for piece in pieces):
        row.printed = tuple(Cell(piece, place) for piece in pieces)
        row.value, row.problem = row.printed[at], ""
        each.choices = (
            [tuple(int(piece) for piece in pieces)] if run.replace(" ", "").isdigit() else []
        )
        return
    if at is None or columns == 1 or len(run) > 24 or not run.replace(" ", "").isdigit():
        return
    each.choices = list(splits(run, columns))


def _is_number(piece: str) -> bool:
    return bool(re.fullmatch(r"0|[1-9]\d*|\d+\.\d+|[/—―-]+", piece))


def _solve(
    unsettled: list[_Run],
    rows: list[_Run],
    at: int,
    columns: list[tuple[str, int]],
    stated: set[str],
) -> None:
    """Take the number of every row on which all splits that are possible agree."""
    larger = [i for i, (kind, _) in enumerate(columns) if i != at and kind == "other"]
    for each in unsettled:
        each.choices = [
            choice for choice in each.choices if all(choice[at] <= choice[i] for i in larger)
        ]
    by_key = {each.row.key: each for each in reversed(rows) if each.choices}
    sure: set[str] = set()
    for total in totals():
        family = [by_key[c.key] for c in total.children if c.key in by_key]
        whole = by_key.get(total.key)
        printed = {each.row.key for each in rows}
        complete = all(c.key in by_key for c in total.children if c.key in printed)
        # where one part alone is not zero it has the digits of the total, and confirms nothing
        telling = sum(each.text.strip("0 ") != "" for each in family) > 1
        if whole and complete and telling:
            sure |= _by_sums(whole, family)
    for each in unsettled:
        if each.row.key in sure or each.text.replace(" ", "").startswith("0"):
            continue  # a number does not begin with 0: there the border is certain
        # a small number may stand in the text by chance
        confirmed = [c for c in each.choices if c[at] >= 100 and str(c[at]) in stated]
        bounds = [
            by_key[key]
            for key in _within(each.row.key)
            if key in by_key and len(by_key[key].choices) == 1
        ]
        if bounds:
            each.choices = [
                choice
                for choice in each.choices
                if all(
                    n <= most for b in bounds for n, most in zip(choice, b.choices[0], strict=True)
                )
            ]
        elif len(confirmed) == 1:
            each.choices = confirmed
        else:
            each.choices = []
    for each in unsettled:
        if len(each.choices) == 1 and each.row.problem:
            place = each.row.printed[0].place
            each.row.printed = tuple(Cell(str(number), place) for number in each.choices[0])
            each.row.value = each.row.printed[at]
            each.row.problem, each.row.inferred = "", True


def _within(key: str) -> tuple[str, ...]:
    return () if key.startswith(LOCAL_ROW) else indicator(key).within


def _by_sums(whole: _Run, family: list[_Run]) -> set[str]:
    """Keep the splits of a total and its parts that add up in every column; the keys of the rows
    where some do. Where none does, the print itself does not add up and nothing is told."""
    size = 1
    for each in (whole, *family):
        size *= len(each.choices)
    kept: list[tuple[Pair, ...]] = []
    if size <= _MOST_CHOICES:
        kept = [
            choice
            for choice in product(whole.choices, *(each.choices for each in family))
            if all(sum(parts) == total for total, *parts in zip(*choice, strict=True))
        ]
    for position, each in enumerate((whole, *family)):
        each.choices = list(dict.fromkeys(choice[position] for choice in kept))
    return {each.row.key for each in (whole, *family)} if kept else set()
