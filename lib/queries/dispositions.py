"""Findings with what readers have decided of them."""

from __future__ import annotations

import pandas as pd

from lib.dataset import Dataset, dispositions

OPEN, CONFIRMED, DISMISSED = STATUSES = ("open", "confirmed", "dismissed")
KEY = ["organ_id", "year", "code", "cells"]


def keys(found: pd.DataFrame) -> pd.Series:
    """What a decision knows each finding by, as one text."""
    return keys_of(found.assign(cells=found["cells"].map(dispositions.together)))


def keys_of(rows: pd.DataFrame) -> pd.Series:
    """The same where the cells are one text already."""
    texts = rows[KEY].astype(str)
    return texts["organ_id"].str.cat(texts[KEY[1:]], sep="|")


def judged(dataset: Dataset, found: pd.DataFrame) -> pd.DataFrame:
    """`found` (organ_id, year, code, cells, and `key` where it has been made) with status, reason,
    who and at: open where nobody has decided."""
    key = found["key"] if "key" in found else keys(found)
    decided = dispositions.standing(dataset)
    if decided.empty:
        return found.assign(key=key, status=OPEN, reason="", who="", at=pd.Series(dtype="object"))
    at = key.map(pd.Series(decided.index, index=keys_of(decided)))  # its row among the decided
    columns = {
        "status": at.map(decided["verdict"]).fillna(OPEN),
        "reason": at.map(decided["reason"]).fillna(""),
        "who": at.map(decided["who"]).fillna(""),
        "at": at.map(decided["at"]),
    }
    return found.assign(key=key, **columns)


def counted(found: pd.DataFrame) -> pd.DataFrame:
    """The findings of a judged frame that counts rest on: all but the dismissed."""
    return found[found["status"] != DISMISSED]
