"""The words on a figure: names from the form, numbers as they are written, what a hover says."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from lib import form
from lib.words import say
from lib.words.written import MISSING as MISSING
from lib.words.written import count as count
from lib.words.written import percent as percent

DOUBT = "▲"
"""Beside a number of one organ that a finding names, or that was inferred."""


def doubt(row: Mapping[Any, Any] | pd.Series[Any]) -> str:
    """Why the number of a row is doubtful (its column `doubt`), fit for a hover; "" where it is
    not. A sentence may quote a file, so it carries no markup."""
    said = row.get("doubt")
    if not isinstance(said, str) or not said:
        return ""
    return f"{DOUBT} {wrapped(escape(said, quote=False), 46 if said.isascii() else 30)}"


def with_mark(text: str, doubt: Any) -> str:
    """A number or a name as written, with the mark where there is a doubt.

    >>> with_mark("12", "总计填报为12"), with_mark("12", ""), with_mark("12", None)
    ('12 ▲', '12', '12')
    """
    return f"{text} {DOUBT}" if isinstance(doubt, str) and doubt else text


def name(table: str, key: str, lang: str) -> str:
    """The short name of a row or column of the form."""
    line = form.line(table, key)
    return line.name if lang == "zh" else line.en


def coverage(row: Mapping[Any, Any] | pd.Series[Any], lang: str) -> str:
    """How many of the selected reports a number rests on."""
    if pd.isna(row["n"]):
        return MISSING
    found: str = say("charts.n_of", lang, n=count(row["n"]), of=count(row["of"]))
    return found


def wrapped(words: str, width: int = 20) -> str:
    """A long English name over two lines; Chinese names are short enough."""
    return "<br>".join(textwrap.wrap(words, width)) if len(words) > width else words


def hover(title: str, lines: list[str]) -> str:
    """A hover text: the title in bold and one line each."""
    return "<br>".join((f"<b>{title}</b>", *lines))


def note(key: str, lang: str) -> str:
    """What the form's crosswalk says of a series across the change of form."""
    found = next(each for each in form.CROSSWALK if each.key == key)
    return found.zh if lang == "zh" else found.en
