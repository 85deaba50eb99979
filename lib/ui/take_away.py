"""The selected reports as files: CSV, XLSX and Parquet, made when asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from lib import old_form
from lib.exporting.dictionary import label
from lib.exporting.tables import to_csv, to_parquet, to_xlsx
from lib.queries import catalogue
from lib.ui.about import about
from lib.ui.ask import ask
from lib.ui.download import download
from lib.ui.frame import View
from lib.words import say

_KINDS = ("csv", "xlsx", "parquet")


def worded(frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The frame for readers: levels and kinds in words, days without an hour. Parquet, for
    programs, keeps the codes."""
    words = {
        name: frame[name].map(lambda code, name=name: say(f"common.{name}.{code}", lang))
        for name in ("level", "kind")
    }
    published = pd.to_datetime(frame["published"])
    days = [None if pd.isna(moment) else moment.date() for moment in published]
    return frame.assign(**words, published=pd.Series(days, index=frame.index, dtype=object))


def headed(frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The frame for looking at, under the form's labels."""
    names = {name: label(name, lang) for name in frame.columns}
    return worded(frame, lang).rename(columns=names)


def buttons(view: View, tables: tuple[str, ...]) -> None:
    """Three downloads; each file is made when its button is clicked."""
    keys = st.toggle(view.say("data.keys"), key="data_keys")
    name = f"{view.say('data.file')}_{view.selection.dataset}_{datetime.now(UTC):%Y%m%d}"
    for column, kind in zip(st.columns(3), _KINDS, strict=True):
        download(
            view.say(f"data.{kind}"),
            partial(made, kind, view, tables, keys),
            f"{name}.{kind}",
            f"data_{kind}",
            into=column,
            wide=True,
        )


def statistics_button(view: View) -> None:
    """The numbers of the old statistics table in the selected reports, a row a cell; why there is
    no such file where they have none."""
    found = ask(view, catalogue.statistics)
    if found.empty:
        st.caption(view.say("data.statistics_none"))
        return
    name = f"{view.say('data.statistics_file')}_{view.selection.dataset}"
    numbers = {"n": f"{len(found):,}", "reports": f"{found['report_id'].nunique():,}"}
    download(
        view.say("data.statistics_csv", **numbers),
        partial(statistics_csv, found, view.lang),
        f"{name}_{datetime.now(UTC):%Y%m%d}.csv",
        "data_statistics",
    )


def statistics_csv(found: pd.DataFrame, lang: str) -> bytes:
    """lib.queries.catalogue.statistics as CSV, with each row's name and unit and whether it may
    stand in today's series."""
    words = {
        name: found[name].map(lambda code, name=name: say(f"common.{name}.{code}", lang))
        for name in ("level", "kind")
    }
    joins = {each.key: each.counterpart[0] for each in old_form.indicators() if each.comparable}
    named = found.assign(
        **words,
        cell=[old_form.name(key, lang) for key in found["cell"]],
        unit=[old_form.unit(key, lang) for key in found["cell"]],
        state=[say(f"report.state.{state}", lang) for state in found["state"]],
        key=found["cell"],
        joins=[joins.get(key, "") for key in found["cell"]],
    )
    columns = (
        "year", "organ", "region_code", "level", "kind", "cell", "unit", "value", "text", "state",
        "key", "joins", "organ_id", "report_id",
    )  # fmt: skip
    own = {name: say(f"data.s_{name}", lang) for name in ("cell", "unit", "value", "text", "state")}
    own |= {name: say(f"data.s_{name}", lang) for name in ("key", "joins")}
    return to_csv(named[list(columns)].rename(columns=own), lang)


def made(kind: str, view: View, tables: tuple[str, ...], keys: bool = False) -> bytes:
    """The file of one kind: csv, xlsx or parquet."""
    frame = catalogue.wide(view.dataset, view.selection, tables)
    if kind == "csv":
        return to_csv(worded(frame, view.lang), view.lang, keys=keys)
    notes = about(view, view.say("common.app"), invented=bool(frame["invented"].any()))
    if kind == "xlsx":
        return to_xlsx(worded(frame, view.lang), notes, view.lang, keys=keys)
    return to_parquet(frame, notes)
