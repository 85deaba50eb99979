"""The statutory form filled with numbers, as text: how a number, a label, a blank and a place are
written, the same on a page and in a file."""

from __future__ import annotations

from lib.form import Unit, cell
from lib.layout import APPLICANTS, BALANCE_NOTE, CONTENT, Square
from lib.old_form import is_statistic, name
from lib.words import say

# What the layout prints that is no line of the form, in English.
_FURNITURE_EN = {
    BALANCE_NOTE: "(In each column: item 1 plus item 2 equals item 3 plus item 4)",
    CONTENT: "Content",
    APPLICANTS: "Applicants",
}
# The form declares its labels with the narrow signs that texts are compared in, and prints wide
# ones.
_FULL_WIDTH = str.maketrans("(),:;", "（），：；")
SIGNS = {
    "blank": "",
    "not_applicable": "/",
    "unreadable": "?",
    "missing": "×",
}
"""What stands for a cell without a number, by its state (lib.parsing.report.State)."""


def cell_name(key: str, lang: str) -> str:
    """The name of a cell of the form or of a row of the old statistics table."""
    if is_statistic(key):
        return name(key, lang)
    return cell(key).zh if lang == "zh" else cell(key).en


def measured(key: str, lang: str) -> str:
    """The name of a cell of the form with its unit, where that is more than a number of cases.

    >>> measured("disclosure.fees.amount", "zh"), measured("requests.received.total", "zh")
    ('行政事业性收费 · 收费金额（万元）', '本年新收 · 总计')
    >>> measured("disclosure.fees.items_change", "en")
    'Administrative fees · Change in items this year (items)'
    """
    words = cell_name(key, lang)
    unit = Unit.PIECES if is_statistic(key) else cell(key).unit
    if unit is Unit.PIECES:
        return words
    if unit is Unit.CHANGE:
        unit = Unit.ITEMS  # its name says that it is a change
    return f"{words}（{unit.value}）" if lang == "zh" else f"{words} ({unit.en})"


def label(square: Square, lang: str) -> str:
    """What the form prints in a square that is no cell, in the reader's language."""
    if lang == "zh" or not square.text:
        return square.text.translate(_FULL_WIDTH)
    if square.line is not None:
        money = square.line.unit is Unit.FEE  # the Chinese label says so itself
        return f"{square.line.en} ({Unit.FEE.en})" if money else square.line.en
    if square.text in _FURNITURE_EN:
        return _FURNITURE_EN[square.text]
    # 第二十条第(一)项: the captions of section two
    item = "一二三四五六七八九".find(square.text[-3:-2]) + 1
    return f"Article 20, item {item}" if item else square.text


def where(
    lang: str,
    *,
    page: int | None = None,
    line: int | None = None,
    table: int | None = None,
    row: int | None = None,
    column: int | None = None,
) -> str:
    """A place in a source in words; the numbers are those of lib.reading.document.Place."""
    parts = []
    if page is not None:
        parts.append(say("report.at_page", lang, page=page))
    if line is not None:
        parts.append(say("report.at_line", lang, line=line))
    if table is not None:
        at = {"table": table + 1, "row": (row or 0) + 1, "col": (column or 0) + 1}
        parts.append(say("report.at_table", lang, **at))
    return " ".join(parts)
