"""The selected reports as files: CSV, XLSX and Parquet, made when asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from lib.exporting.dictionary import label
from lib.exporting.tables import About, to_csv, to_parquet, to_xlsx
from lib.queries import catalogue
from lib.selection import Selection
from lib.ui import address
from lib.ui.frame import View
from lib.words import say

_MIME = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}


def headed(frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The frame for looking at: under the form's labels, levels and kinds in words, days as days.
    The files keep the codes."""
    words = {
        name: frame[name].map(lambda code, name=name: say(f"common.{name}.{code}", lang))
        for name in ("level", "kind")
    }
    days = pd.to_datetime(frame["published"]).dt.strftime("%Y-%m-%d")
    shown = frame.assign(**words, published=days)
    return shown.rename(columns={name: label(name, lang) for name in frame.columns})


def buttons(view: View, tables: tuple[str, ...]) -> None:
    """Three downloads; each file is made when its button is clicked."""
    keys = st.toggle(view.say("data.keys"), key="data_keys")
    name = f"{view.say('data.file')}_{view.selection.dataset}_{datetime.now(UTC):%Y%m%d}"
    for column, kind in zip(st.columns(3), _MIME, strict=True):
        column.download_button(
            view.say(f"data.{kind}"),
            partial(_made, kind, view, tables, keys),
            f"{name}.{kind}",
            _MIME[kind],
            key=f"data_{kind}",
            icon=":material/download:",
            on_click="ignore",
            width="stretch",
        )


def _made(kind: str, view: View, tables: tuple[str, ...], keys: bool) -> bytes:
    frame = catalogue.wide(view.dataset, view.selection, tables)
    if kind == "csv":
        return to_csv(frame, view.lang, keys=keys)
    about = About(
        title=say("common.app", view.lang),
        dataset=say(f"common.dataset.{view.selection.dataset}", view.lang),
        source=say("data.source", view.lang),
        selection=in_words(view.selection, view.lang),
        version=view.dataset.version,
        made=datetime.now(UTC),
        invented=bool(frame["invented"].any()),
    )
    if kind == "xlsx":
        return to_xlsx(frame, about, view.lang, keys=keys)
    return to_parquet(frame, about)


def in_words(selection: Selection, lang: str) -> str:
    """The selection as its address writes it, "all" where nothing is narrowed."""
    parts = address.encode(selection, lang)
    named = [
        f"{key}={','.join(values)}" for key, values in parts.items() if key not in ("d", "lang")
    ]
    return " ".join(named) or say("data.selection_all", lang)
