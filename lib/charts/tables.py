"""The table behind a figure: the same frame with the reader's words, and what it leaves out."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib import form
from lib.charts.labels import count, name
from lib.measures import MEASURES
from lib.words import say

NAMED = ("line", "outcome", "applicant", "group", "reason", "result", "row", "column")
RATES = ("share", "rate", "correction", "correction_closed")


def readable(frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The frame with names for keys and words for heads; nulls stay nulls."""
    found = frame.copy()
    for column in found.columns:
        if column in NAMED:
            found[column] = [_line(key, lang) for key in found[column]]
        elif column == "measure":
            found[column] = [MEASURES[key].name(lang) for key in found[column]]
        elif column in ("level", "kind"):
            found[column] = [say(f"common.{column}.{key}", lang) for key in found[column]]
    return found.rename(columns={column: head(str(column), lang) for column in found.columns})


def head(column: str, lang: str) -> str:
    """The head of a column: ours, or the form's where it is a line of the form."""
    try:
        return say(f"charts.column_{column}", lang)
    except KeyError:
        return _line(column, lang)


def _line(key: str, lang: str) -> str:
    for table in form.TABLES:
        try:
            return name(table.key, key, lang)
        except KeyError:
            continue
    raise KeyError(key)


def covered(frame: pd.DataFrame, lang: str) -> str:
    """How many of the selected reports the frame rests on, and in which years some are missing.

    Series differ: a year counts as many reports as its least covered series."""
    if frame.empty:
        return ""
    by = [column for column in ("year",) if column in frame.columns]
    if "organ_id" in frame.columns:  # one row an organ: each counts its own reports
        counts = pd.DataFrame({"n": [frame["n"].sum()], "of": [frame["of"].sum()]})
    elif by:
        counts = frame.groupby(by)[["n", "of"]].agg({"n": "min", "of": "max"}).reset_index()
    else:
        counts = pd.DataFrame({"n": [frame["n"].min()], "of": [frame["of"].max()]})
    n, of = int(counts["n"].sum()), int(counts["of"].sum())
    if n == of:
        return _say("covered_all", lang, of=count(of))
    words = _say("covered", lang, n=count(n), of=count(of), missing=count(of - n))
    short = counts[counts["n"] < counts["of"]]
    if not by or len(counts) == 1:
        return words
    years = _say("list", lang).join(
        _say("missing_year", lang, year=row["year"], missing=count(row["of"] - row["n"]))
        for row in short.to_dict("records")
    )
    return f"{words} {_say('missing_years', lang, years=years)}"


def _say(key: str, lang: str, **values: Any) -> str:
    found: str = say(f"charts.{key}", lang, **values)
    return found
