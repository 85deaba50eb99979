"""Where a number is printed: the place a dataset stores, and a place in words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from lib.exporting.filled import where
from lib.reading.document import Place
from lib.ui.frame import View


def stored_place(entry: Mapping[Hashable, Any]) -> Place:
    """The place in a row of the dataset's `entries`."""

    def whole(name: str) -> int | None:
        return None if pd.isna(entry[name]) else int(entry[name])

    edges = [entry[name] for name in ("x0", "y0", "x1", "y1")]
    box = None if any(map(pd.isna, edges)) else tuple(map(float, edges))
    return Place(
        whole("line"),
        whole("table"),
        whole("row"),
        whole("col"),
        whole("page"),
        box,  # type: ignore[arg-type]
    )


def place_words(view: View, place: Place | None) -> str:
    """Page, line, table, row and column, as far as the file has them; "" where it has none."""
    if place is None:
        return ""
    names = ("page", "line", "table", "row", "column")
    return where(view.lang, **{name: getattr(place, name) for name in names})
