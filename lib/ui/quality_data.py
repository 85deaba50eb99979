"""The findings a page of quality speaks of: found once for a version of the dataset, narrowed to
the selection, and joined with what readers have decided."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.dataset import Dataset
from lib.queries import dispositions, quality
from lib.selection import Selection
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
    return _coverage(dataset.version, dataset.decided, selection(view), found, dataset)
