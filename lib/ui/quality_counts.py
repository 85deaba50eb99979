"""Findings counted by kind, organ or year, as a table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.exporting.dictionary import label
from lib.findings import CODES, Severity
from lib.ui.frame import View

_MOST = 1000


def counts_table(view: View, counted: pd.DataFrame, by: str) -> None:
    """A frame of lib.queries.quality.by_code, by_organ or by_year under the reader's words."""
    lang = view.lang
    severities = {each.value: getattr(each, lang) for each in Severity}
    shown = counted.head(_MOST)
    if by == "code":
        shown = shown.assign(
            code=[getattr(CODES[code], lang) for code in shown["code"]],
            severity=shown["severity"].astype(object).map(severities),
        )
    idle = ["organ_id", "region_code", *(["organs"] if by == "organ" else [])]
    idle += [name for name in severities if name in shown and not shown[name].any()]
    shown = shown.drop(columns=idle, errors="ignore")
    heads = {
        "code": view.say("quality.code"),
        "severity": view.say("quality.severity"),
        "organ": label("organ", lang),
        "year": label("year", lang),
        **{name: view.say(f"quality.count_{name}") for name in ("findings", "reports", "organs")},
        **severities,
    }
    st.dataframe(
        shown.rename(columns=heads),
        hide_index=True,
        column_config={heads["year"]: st.column_config.NumberColumn(format="%d")},
        alt=view.say(f"quality.by.{by}"),
    )
    if len(counted) > _MOST:
        st.caption(view.say("quality.first", shown=f"{_MOST:,}", n=f"{len(counted):,}"))
