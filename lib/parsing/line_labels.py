"""What stands on the lines of a text whose tables have no borders: numbers, labels, heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lib.form import DISCLOSURE, REQUESTS, TABLES, Line, Unit, line
from lib.layout import CONTENT
from lib.parsing.labels import (
    column_lines,
    find_row,
    like_row,
    numbered,
    row_home,
    row_lines,
    squash,
)
from lib.parsing.numbers import read_number
from lib.parsing.report import State
from lib.parsing.rows import Row
from lib.reading.document import Paragraph


def is_number(text: str) -> bool:
    """Whether a line prints a number and nothing else: a count, an amount, a dash."""
    if len(text) > 24:
        return False
    if text.endswith("元"):
        return text[:1].isdigit()
    if text[:1] in "增减":  # 本年增/减, said in a word
        return read_number(text, Unit.CHANGE).state is State.REPORTED
    # as a fee, since any number may stand here and fees alone have decimals
    return read_number(text, Unit.FEE).state in (State.REPORTED, State.NOT_APPLICABLE)


def others_among(words: list[Paragraph], joined: str, row: Row) -> bool:
    """Whether the words before a row's numbers hold, besides its own, the label of another row."""
    assert row.line is not None
    named = [
        home[1]
        for word in words[:-1]
        if (home := find_row(word.text)) and _leaf(home[1], word.text)
    ]
    own = ending(joined, row.table, row.line) or squash(words[-1].text)
    before = joined[: len(joined) - len(own)]
    named += [
        line
        for spelling, line in row_lines(row.table).items()
        if len(spelling) > 3 and not line.children and spelling in before
    ]
    if _OTHER.name in before and row.line.key not in {each.key for each in _OTHER.children}:
        named.append(_OTHER)
    return any(line is not row.line for line in named)


def _leaf(line: Line, text: str) -> bool:
    return not line.children and numbered(line, text)


_LAST_NUMERAL = re.compile(r"[一二三四五六七八九十\d]{0,2}$")
_OTHER = line("requests", "other")
_MOST_LINES = 12  # over which a label is broken


def parted(text: str) -> tuple[str, list[str]]:
    """A line's words, and the numbers after them.

    >>> parted("行政许可  22  +1  23")
    ('行政许可', ['22', '+1', '23'])
    """
    pieces = text.split()
    at = len(pieces)
    while at and is_number(pieces[at - 1]):
        at -= 1
    return " ".join(pieces[:at]), pieces[at:]


def label_of(text: str) -> str:
    """The row's label a line ends in, after none but the labels of its groups; "" where its words
    are anything else.

    >>> label_of("(三)不予公开 1.属于国家秘密"), label_of("本年 行政许可")
    ('1.属于国家秘密', '')
    """
    pieces = text.split()
    for at in range(len(pieces)):
        label = "".join(pieces[at:])
        if find_row(label) and (at == 0 or label_of(" ".join(pieces[:at]))):
            return label
    return ""


def ending(joined: str, table: str, line: Line | None = None) -> str:
    """The label (of `line`, if given) that ends the words, "" where none does; the longest
    spelling wins (其他处理 over 处理)."""
    best = ""
    for spelling, each in row_lines(table).items():
        if len(spelling) > len(best) and joined.endswith(spelling) and line in (None, each):
            best = spelling
    return best


def named(words: list[Paragraph], joined: str) -> tuple[str, Line] | None:
    """The table and row whose label ends the words, which `joined` has squashed; a note may stand
    behind it: 规章(由有权制定的机关填写)."""
    for table in (REQUESTS.key, DISCLOSURE.key):
        if (label := ending(joined, table)) and _begins(label, words):
            return table, row_lines(table)[label]
    return next(filter(None, map(find_row, tails(words))), None)


def _begins(label: str, words: list[Paragraph]) -> bool:
    """Whether a label that ends the words begins there too, on a line of its own or right after
    another label or a head: what is left of …,不计其他情形) ends in 其他 and is not that row."""
    for text in tails(words):
        before, found, after = squash(text).rpartition(label)
        before = _LAST_NUMERAL.sub("", before)
        if found and not after and (not before or before.endswith(_known_words())):
            return True
    return False


@cache
def _known_words() -> tuple[str, ...]:
    """Every label and head of the form that is longer than a word of two characters."""
    words = {squash(CONTENT), *row_home()}
    words |= {spelling for each in TABLES for spelling in column_lines(each.key)}
    return tuple(word for word in words if len(word) > 2)


def like_label(words: list[Paragraph]) -> tuple[str, Line] | None:
    """Section three and its row whose damaged label the last lines of words are, or None:
    2.其他法律行政止公开 for 2.其他法律行政法规禁止公开."""
    for text in tails(words):
        home = like_row(text)
        if home and home[0] == REQUESTS.key and not home[1].children:
            return home
    return None


def tails(words: list[Paragraph]) -> Iterator[str]:
    """The last line of words, the last two, and so on: a label may be broken over lines."""
    text = ""
    for word in reversed(words[-_MOST_LINES:]):
        text = word.text + text
        yield text


def disclosure_heads(joined: str) -> list[Line]:
    """The column heads printed after 信息内容, in the order printed."""
    start = joined.rfind("信息内容")
    if start < 0:
        return []
    rest = joined[start + len("信息内容") :]
    heads: list[Line] = []
    spellings = sorted(column_lines(DISCLOSURE.key), key=len, reverse=True)
    while rest:
        spelling = next((each for each in spellings if rest.startswith(each)), None)
        if spelling is None:
            break
        heads.append(column_lines(DISCLOSURE.key)[spelling])
        rest = rest[len(spelling) :]
    return heads
