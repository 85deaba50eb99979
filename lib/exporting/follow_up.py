"""Findings as a table to follow up: one row a finding, every column under the reader's words."""

from __future__ import annotations

import pandas as pd

from lib.exporting.dictionary import label
from lib.exporting.filled import cell_name
from lib.findings import CODES, Severity
from lib.words import say

_COLUMNS = (
    "organ", "year", "severity", "kind_of_finding", "sentence", "cells", "expected", "printed",
    "difference", "mend", "status", "reason", "who", "at", "published", "region_code", "level",
    "kind", "code", "organ_id", "report_id",
)  # fmt: skip


def follow_up(found: pd.DataFrame, lang: str) -> pd.DataFrame:
    """`found` as lib.queries.quality.findings makes it and lib.queries.dispositions.judged judges
    it, in the reader's language."""
    severities = {each.value: getattr(each, lang) for each in Severity}
    codes = {code: getattr(CODES[code], lang) for code in found["code"].unique()}
    glue = say("charts.list", lang)
    shown = found.assign(
        severity=found["severity"].astype(object).map(severities),
        kind_of_finding=found["code"].map(codes),
        sentence=found[lang],
        mend=found[f"mend_{lang}"],
        cells=[glue.join(cell_name(key, lang) for key in keys) for keys in found["cells"]],
        status=[say(f"quality.st.{status}", lang) for status in found["status"]],
        level=[say(f"common.level.{level}", lang) for level in found["level"]],
        kind=[say(f"common.kind.{kind}", lang) for kind in found["kind"]],
        published=pd.to_datetime(found["published"]).dt.strftime("%Y-%m-%d"),
        at=pd.to_datetime(found["at"]).dt.strftime("%Y-%m-%d %H:%M"),
    )
    return shown[list(_COLUMNS)].rename(columns={name: head(name, lang) for name in _COLUMNS})


_COVERAGE = (
    "organ", "year", "state", "published", "due", "days_late", "error", "warning", "region_code",
    "level", "kind", "organ_id", "report_id",
)  # fmt: skip


def coverage_list(covered: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Rows of lib.queries.quality.coverage, one an organ and year, in the reader's language."""
    due, published = (pd.to_datetime(covered[name]) for name in ("limit", "published"))
    missing = covered["report_id"].isna()
    counts = {name: covered[name].astype("Int64").mask(missing) for name in ("error", "warning")}
    shown = covered.assign(
        state=[say(f"quality.status.{status}", lang) for status in covered["status"]],
        published=published.dt.strftime("%Y-%m-%d"),
        due=due.dt.strftime("%Y-%m-%d"),
        days_late=(published - due).dt.days.where(covered["status"] == "late").astype("Int64"),
        level=[say(f"common.level.{level}", lang) for level in covered["level"]],
        kind=[say(f"common.kind.{kind}", lang) for kind in covered["kind"]],
        **counts,
    )
    return shown[list(_COVERAGE)].rename(columns={name: head(name, lang) for name in _COVERAGE})


def head(name: str, lang: str) -> str:
    """The head of a column: that of the data dictionary where it has one."""
    own = label(name, lang)
    return own if own != name else say(f"follow.{name}", lang)


def definitions(lang: str) -> tuple[tuple[str, str], ...]:
    """What the severities and the states mean, for the sheet about the data."""
    meanings = [(getattr(each, lang), f"follow.about_{each.value}") for each in Severity]
    meanings += [
        (say(f"quality.st.{state}", lang), f"follow.about_{state}")
        for state in ("open", "confirmed", "dismissed")
    ]
    return tuple((name, say(key, lang)) for name, key in meanings)
