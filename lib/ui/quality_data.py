"""The findings a page of quality speaks of: found once for a version of the dataset, narrowed to
the selection, and joined with what readers have decided."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.dataset import Dataset
from lib.queries import catalogue, dispositions, quality, series
from lib.selection import Selection
from lib.ui import address, frame
from lib.ui.ask import ask
from lib.ui.frame import View


@st.cache_resource(max_entries=4, show_spinner=False)
def _whole(version: str, name: str, _dataset: Dataset) -> pd.DataFrame:
    """Every finding of the dataset; nobody changes it. A resource, for it is large and a copy for
    every run would cost more than all that is counted on it."""
    found = quality.findings(_dataset, Selection(name))
    found["key"] = dispositions.keys(found)
    return found


def findings(view: View) -> pd.DataFrame:
    """The findings of the selection, whatever their reports carry, each with its status."""
    with st.spinner(view.say("quality.finding")):
        found = _whole(view.dataset.version, view.selection.dataset, view.dataset)
    everything = selection(view)
    if everything != Selection(view.selection.dataset):
        found = found[found["report_id"].isin(ask(view, _idents, everything)["report_id"])]
    return dispositions.judged(view.dataset, found)


def of_organ(view: View, organ_id: str) -> pd.DataFrame:
    """Every finding of the current reports of one organ, whatever the filters, with its status."""
    return dispositions.judged(view.dataset, ask(view, _of_organ, organ_id))


def of_report(view: View, row: pd.Series) -> pd.DataFrame:
    """The findings of one report (a row of `reports`), with their status. What reports say of each
    other is said of the current ones."""
    organ_id, year = str(row["organ_id"]), int(row["year"])
    stored = catalogue.findings(view.dataset, row["report_id"], year)
    found = stored.assign(organ_id=organ_id)
    if row["current"]:
        every = ask(view, _of_organ, organ_id)
        across = every[(every["year"] == year) & every["code"].isin(series.CODES)]
        own = found[~found["code"].isin(series.CODES)]
        found = pd.concat([own, across[list(own.columns.intersection(across.columns))]])
        found["places"] = found["places"].fillna("[]")
    return dispositions.judged(view.dataset, found.reset_index(drop=True))


def dismissed_link(view: View, found: pd.DataFrame, organ_id: str) -> None:
    """Where some of these were dismissed: how many, and the way to them."""
    n = int((found["status"] == dispositions.DISMISSED).sum())
    if n:
        st.page_link(
            frame.path("quality"),
            label=view.say("quality.n_dismissed", n=n),
            icon=":material/visibility_off:",
            query_params=address.link(
                organs=(organ_id,), regions=(), years=(), levels=(), kinds=(),
                tab="findings", st=dispositions.DISMISSED,
            ),
        )  # fmt: skip


def _of_organ(dataset: Dataset, _: Selection, organ_id: str) -> pd.DataFrame:
    return quality.findings(dataset, Selection(organs=(organ_id,)), texts=False)


def selection(view: View) -> Selection:
    """The view's selection with the reports it leaves out for their errors: they are what this
    page is about."""
    return replace(view.selection, without_errors=False)


def _idents(dataset: Dataset, _: Selection, everything: Selection) -> pd.DataFrame:
    return quality.idents(dataset, everything)


@st.cache_data(max_entries=64, show_spinner=False)
def _coverage(
    version: str, decided: str, everything: Selection, _found: pd.DataFrame, _dataset: Dataset
) -> pd.DataFrame:
    return quality.coverage(_dataset, everything, dispositions.counted(_found))


def coverage(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """One row an organ and year (lib.queries.quality.coverage), dismissed findings not counted."""
    dataset = view.dataset
    # the sign says late already
    counted = found[found["code"] != "time.late"]
    return _coverage(dataset.version, dataset.decided, selection(view), counted, dataset)
