"""What a report's numbers can be shown in: its file, kept or brought, or a print of invented ones.

A file is read anew, by today's reader, so that the places are those of what is shown; a PDF or a
picture is not read but drawn, with the places that are stored.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd
import streamlit as st

from lib.intake import Examined, examine
from lib.reading import sheet
from lib.reading.document import Place, Unreadable
from lib.synthetic.reprint import reprint
from lib.ui.frame import View
from lib.ui.places import stored_place

_RECOGNISED = {"cell.ocr", "cell.unconfirmed"}


class How(StrEnum):
    """KEPT beside the dataset when the report was added · BROUGHT by the reader just now ·
    INVENTED printed from the numbers of an invented report."""

    KEPT = "kept"
    BROUGHT = "brought"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes shown, and the place of each cell in them. `document` is None where its pages are
    drawn; `otherwise` are the cells that today's reader reads otherwise than is stored."""

    how: How
    name: str
    sha256: str
    data: bytes
    places: dict[str, Place]
    examined: Examined | None = None
    recognised: bool = False
    otherwise: tuple[str, ...] = ()


def source_of(
    view: View, row: pd.Series, entries: pd.DataFrame, found: pd.DataFrame
) -> Source | None:
    """The source of a report, None where there is none to show."""
    if row["invented"] and entries.empty:
        return _invented(row)
    digest = str(row["source_sha256"])
    how, data = How.KEPT, view.dataset.files.find(digest)
    if data is None:
        how, data = How.BROUGHT, st.session_state.get("brought", {}).get(digest)
    return None if data is None else _of_file(how, data, row, entries, found)


def bring(row: pd.Series, data: bytes) -> bool:
    """Take a file the reader has brought for this session; whether it is the one that was read."""
    digest = hashlib.sha256(data).hexdigest()
    if digest != row["source_sha256"]:
        return False
    st.session_state.setdefault("brought", {})[digest] = data
    return True


def recognised(found: pd.DataFrame) -> bool:
    """Whether a report was read off a picture, as its findings say."""
    return bool(_RECOGNISED & set(found["code"]))


def _of_file(
    how: How, data: bytes, row: pd.Series, entries: pd.DataFrame, found: pd.DataFrame
) -> Source | None:
    name, digest = str(row["source_name"]), str(row["source_sha256"])
    if row["source_format"] in sheet.FORMATS:
        stored = {str(each["cell"]): stored_place(each) for each in entries.to_dict("records")}
        return Source(
            how,
            name,
            digest,
            data,
            stored,
            recognised=recognised(found),
        )
    try:
        examined = _examined(digest, name, data)
    except Unreadable:
        return None
    except Exception:
        logging.getLogger(__name__).exception("reading %s again failed", name)
        return None
    return Source(
        how,
        name,
        digest,
        data,
        _places(examined),
        examined,
        otherwise=_otherwise(examined, entries),
    )


def _invented(row: pd.Series) -> Source:
    name, data = reprint(row.to_dict())
    digest = hashlib.sha256(data).hexdigest()
    examined = _examined(digest, name, data)
    return Source(How.INVENTED, name, digest, data, _places(examined), examined)


@st.cache_resource(max_entries=24, show_spinner=False)
def _examined(digest: str, name: str, _data: bytes) -> Examined:
    """A file as read today; nobody changes it."""
    return examine(name, _data)


def _places(examined: Examined) -> dict[str, Place]:
    entries = examined.report.entries.values()
    return {entry.cell: entry.place for entry in entries if entry.place is not None}


def _otherwise(examined: Examined, entries: pd.DataFrame) -> tuple[str, ...]:
    stored: Mapping[Any, Any] = dict(zip(entries["cell"], entries["value"], strict=True))
    differing = []
    for key, value in stored.items():
        now = examined.report.value(str(key))
        then = None if pd.isna(value) else float(value)
        if (None if now is None else float(now)) != then:
            differing.append(str(key))
    return tuple(differing)
