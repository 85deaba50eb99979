"""A query's answer, kept for the next visitor who asks the same of the same data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from lib.dataset import Dataset
from lib.selection import Selection
from lib.ui.frame import View

Query = Callable[..., pd.DataFrame]


@st.cache_data(max_entries=512, max_size="200MB", show_spinner=False)
def _answer(
    name: str,
    version: str,
    selection: Selection,
    more: tuple[Any, ...],
    _query: Query,
    _dataset: Dataset,
) -> pd.DataFrame:
    return _query(_dataset, selection, *more)


def ask(view: View, query: Query, *more: Any, within: Selection | None = None) -> pd.DataFrame:
    """query(dataset, selection, *more), cached by the dataset's version, its decisions, the
    selection (`within`, or the reader's) and more."""
    name = f"{query.__module__}.{query.__qualname__}"
    version = f"{view.dataset.version}|{view.dataset.decided}"
    return _answer(name, version, within or view.selection, more, query, view.dataset)
