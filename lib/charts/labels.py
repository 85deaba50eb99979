"""The words on a figure: names from the form, numbers as they are written, what a hover says."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

import pandas as pd

from lib import form
from lib.words import say
from lib.words.written import MISSING as MISSING
from lib.words.written import count as count
from lib.words.written import percent as percent


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
