"""Printed labels to lines of the form.

A label is compared after folding what printing changes (width, blanks, brackets, quotes, numbering,
radicals in place of characters): exactly first, then without a note in brackets, then, with a
finding, by likeness. Labels repeat in the form, so lookups are made per table and per axis.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from lib.form import EDITIONS, REQUESTS, TABLES, Block, Line, leaves, table
from lib.parsing.nfkc import nfkc
from lib.parsing.traditional import simplified

# NFKC folds the Kangxi radicals (U+2F00..) but not the CJK radicals supplement (U+2E80..).
_RADICALS = str.maketrans(
    "⺀⺄⺌⺗⺝⺟⺠⺡⺬⺮⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "丶乙小心月母民水示竹肉虎西见角贝车长门青页风飞食马鬼鱼鸟麦黄齐齿龙龟",
)
_A_RADICAL = re.compile("[\u2e80-\u2ef3]")
_NUMBERING = re.compile(
    r"^(?:\([一二三四五六七八九十]{1,3}\)?|[一二三四五六七八九十]{1,3}[、.,:]|\(?\d{1,2}[).、,:]?)"
)
_MADE_UP = re.compile(r"(?:数据|列|column|col|unnamed)?\d*", re.I)
_NOT_WORD = re.compile(r"[\W_]+")
_BRACKETED = re.compile(r"\([^()]*\)?")
_NARROWED = re.compile("其中|不予|撤销|立案|上年|上一年|同比|占比|计划")
_LIKE_ENOUGH = 78.0
ALMOST = 90.0  # a likeness of one wrong character in a label of ten
_CLEARLY_BETTER = 8.0
_SOMEWHAT_LIKE = 55.0


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """The text as compared: NFKC, radicals as characters, simplified, no blanks.

    >>> fold("（⼀）予以 公开")
    '(一)予以公开'
    """
    text = nfkc(text)
    if _A_RADICAL.search(text):
        text = text.translate(_RADICALS)
    return simplified("".join(text.split()))


@lru_cache(maxsize=50_000)
def squash(text: str) -> str:
    """The words of a label alone: folded, without numbering, quotes and punctuation.

    >>> squash("3.危及“三安全一稳定”"), squash("三、本年度\\n办理结果"), squash("（六）其他处理")
    ('危及三安全一稳定', '本年度办理结果', '其他处理')
    """
    return _NOT_WORD.sub("", _NUMBERING.sub("", fold(text)))


@lru_cache(maxsize=50_000)
def without_note(text: str) -> str:
    """As squash, with what stands in brackets dropped: 规章(设区的市填写) is 规章."""
    return _NOT_WORD.sub("", _BRACKETED.sub("", _NUMBERING.sub("", fold(text))))


def _walk(lines: tuple[Line, ...]) -> list[Line]:
    found = []
    for line in lines:
        found.append(line)
        found += _walk(line.children)
    return found


@cache
def row_lines(table_key: str) -> dict[str, Line]:
    """Squashed spelling -> row, for every row of a table that can hold numbers or head others."""
    return _spellings(line for block in table(table_key).blocks for line in _walk(block.rows))


@cache
def column_lines(table_key: str) -> dict[str, Line]:
    """Squashed spelling -> column, headings included."""
    return _spellings(line for block in table(table_key).blocks for line in _walk(block.columns))


def _spellings(lines: object) -> dict[str, Line]:
    found: dict[str, Line] = {}
    for line in lines:  # type: ignore[attr-defined]
        for spelling in line.spellings():
            found.setdefault(squash(spelling), line)
            found.setdefault(without_note(spelling), line)
    found.pop("", None)
    return found


@cache
def row_home() -> dict[str, tuple[str, Line]]:
    """Squashed spelling -> (table, row) over the tables that have rows; no spelling is in two."""
    found: dict[str, tuple[str, Line]] = {}
    for each in TABLES:
        for spelling, line in row_lines(each.key).items():
            assert spelling not in found, spelling
            found[spelling] = (each.key, line)
    return found


@lru_cache(maxsize=20_000)
def find_row(text: str) -> tuple[str, Line] | None:
    """The table and row a label names, or None. Exact after folding, or without its note."""
    home = row_home()
    found = home.get(squash(text))
    # a note may say that only a part is counted: 行政许可(其中不予许可)
    return found or (None if _NARROWED.search(text) else home.get(without_note(text)))


@lru_cache(maxsize=20_000)
def numbered(line: Line, text: str) -> bool:
    """Whether a label is the line's with its own numbering: 4.其他 is not 3.其他."""
    return _NOT_WORD.sub("", fold(text)) in {
        _NOT_WORD.sub("", fold(spelling)) for spelling in line.spellings()
    }


@lru_cache(maxsize=20_000)
def find_column(table_key: str, text: str) -> Line | None:
    """The column of a table a head names, or None."""
    lines = column_lines(table_key)
    return lines.get(squash(text)) or lines.get(without_note(text))


@lru_cache(maxsize=20_000)
def like_row(text: str, least: float = _LIKE_ENOUGH) -> tuple[str, Line] | None:
    """The one row a damaged label is clearly most like, by at least so much of 100, or None.

    >>> like_row("2.其他法律行政止公开")[1].key
    'refused_prohibited'
    >>> like_row("其他主动公开文件") is None
    True
    """
    asked = squash(text)
    if len(asked) < 4:
        return None
    best: dict[str, float] = {}
    homes: dict[str, tuple[str, Line]] = {}
    for spelling, (key, line) in row_home().items():
        score = fuzz.ratio(asked, spelling)
        if score > best.get(line.key, 0.0):
            best[line.key] = score
            homes[line.key] = (key, line)
    ranked = sorted(best.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < least:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEARLY_BETTER:
        return None
    return homes[ranked[0][0]]


@cache
def _next_rows() -> frozenset[tuple[Line, Line]]:
    return frozenset(
        pair
        for edition in EDITIONS
        for pair in pairwise(leaves(REQUESTS.blocks[0].rows, edition.key))
    )


def follows(before: Line | None, line: Line) -> bool:
    """Whether a row of section three comes right after another in some edition of the form."""
    return (before, line) in _next_rows()


def made_up_head(text: str) -> bool:
    """Whether a column's head is blank, a number, or one that a tool makes up: 数据1, Column 2."""
    return bool(_MADE_UP.fullmatch(squash(text)))


@lru_cache(maxsize=20_000)
def like_head(text: str) -> bool:
    """Whether a column's head may be one of the form's in other words, or was made up by a tool
    that needed one: 数据1.

    >>> like_head("制发件数"), like_head("数据3"), like_head("2022年"), like_head("教育局")
    (True, True, False, False)
    """
    asked = squash(text)
    return made_up_head(text) or any(
        fuzz.ratio(asked, spelling) >= _SOMEWHAT_LIKE
        for each in TABLES
        for spelling in column_lines(each.key)
    )


@cache
def blocks_by_row(table_key: str) -> dict[str, Block]:
    """Row key -> the block of the table it stands in."""
    return {line.key: block for block in table(table_key).blocks for line in _walk(block.rows)}
