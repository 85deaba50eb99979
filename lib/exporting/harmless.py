"""Text for the cells of a spreadsheet, which takes some text for a formula and runs it."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def runs(text: str) -> bool:
    """Whether Excel and its kin would take the text for a formula where it is typed in."""
    return _FORMULA.match(text) is not None


def harmless(text: str) -> str:
    """Text that Excel and its kin would run as a formula, made text by an apostrophe.

    >>> harmless("=1+1"), harmless("-18"), harmless("-18元"), harmless("规章")
    ("'=1+1", '-18', "'-18元", '规章')
    """
    if runs(text) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text
