"""A button that takes a file away, which is made when it is clicked."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(
    label: str,
    make: Callable[[], bytes],
    name: str,
    key: str,
    *,
    into: DeltaGenerator | None = None,
    wide: bool = False,
    icon: str | None = ":material/download:",
) -> None:
    """The button. `name` is the file's, whose ending says what it is: KeyError for one that is not
    above. `make` runs in a thread of its own, and nothing runs again."""
    (into or st).download_button(
        label,
        make,
        name,
        _TYPES[name.rpartition(".")[2]],
        key=key,
        icon=icon,
        on_click="ignore",
        width="stretch" if wide else "content",
    )
