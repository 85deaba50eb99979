"""The table behind a figure: the same frame with the reader's words, and what it leaves out."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib import form
from lib.charts.labels import count
from lib.charts.labels import name as line_name
from lib.measures import MEASURES
from lib.words import say
from lib.words.written import sentences

NAMED = ("line", "outcome", "applicant", "group", "reason", "result", "row", "column")
RATES = ("share", "rate", "correction", "correction_closed", "value", "x", "y")


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
            return line_name(table.key, key, lang)
        except KeyError:
            continue
    raise KeyError(key)


def covered(frame: pd.DataFrame, lang: str) -> str:
    """How many of the selected reports the frame rests on, and in which years some are missing.

    Series differ: a year counts as many reports as its least covered series. A frame of groups
    over all years says it group by group."""
    if frame.empty:
        return ""
    if "organ_id" in frame.columns:  # one row an organ: each counts its own reports
        return covered_of(int(frame["n"].sum()), int(frame["of"].sum()), lang)
    if "member" in frame.columns:  # members share no report: what they count adds up
        years = [name for name in ("year",) if name in frame.columns]
        if not years:
            return covered_of(int(frame["n"].sum()), int(frame["of"].sum()), lang)
        return _covered(frame.groupby(years)[["n", "of"]].sum().reset_index(), lang)
    by = [name for name in ("year", "group") if name in frame.columns][:1]
    if not by:
        return _covered(pd.DataFrame({"n": [frame["n"].min()], "of": [frame["of"].max()]}), lang)
    counts = frame.groupby(by, sort=by == ["year"]).agg({"n": "min", "of": "max"}).reset_index()
    most = counts["of"].max()
    if by == ["group"] and (counts["n"] < most).any():
        groups = _say("list", lang).join(
            _say("covered_group", lang, group=_line(row["group"], lang), n=count(row["n"]))
            for row in counts.to_dict("records")
        )
        return _say("covered_groups", lang, of=count(most), groups=groups)
    return _covered(counts.head(1) if by == ["group"] else counts, lang)


def covered_of(n: int, of: int, lang: str) -> str:
    """The same for two numbers known without a frame."""
    return _covered(pd.DataFrame({"n": [n], "of": [of]}), lang)


def _covered(counts: pd.DataFrame, lang: str) -> str:
    n, of = int(counts["n"].sum()), int(counts["of"].sum())
    if n == of:
        return _say("covered_all", lang, of=count(of))
    words = _say("covered", lang, n=count(n), of=count(of), missing=count(of - n))
    if "year" not in counts.columns or len(counts) == 1:
        return words
    years = _say("list", lang).join(
        _say("missing_year", lang, year=int(row["year"]), missing=count(row["of"] - row["n"]))
        for row in counts[counts["n"] < counts["of"]].to_dict("records")
    )
    return sentences((words, _say("missing_years", lang, years=years)), lang)


def _say(key: str, lang: str, **values: Any) -> str:
    found: str = say(f"charts.{key}", lang, **values)
    return found
