"""The cell an address names: which it is, what is known of it, and the links to all the others."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from lib.exporting.filled import cell_name
from lib.form import all_cells
from lib.ui import address, cell_card
from lib.ui.cell_link import cell_address
from lib.ui.frame import View
from lib.ui.places import place_words, stored_place
from lib.ui.printed_form import Link, Shown
from lib.ui.source import Source
from lib.ui.verbatim import verbatim

Links = dict[str, tuple[str, str]]


def named(view: View, cells: Mapping[str, Shown]) -> str:
    """The cell the address names, "" where it names none; one that the report does not have is
    said and dropped."""
    key = address.extra("cell")
    if not key or key in cells:
        return key
    if key in {each.key for each in all_cells()}:
        st.warning(cell_card.not_in_this_form(view, key), icon=":material/link_off:")
    else:
        st.warning(
            view.say("report.stale_cell", value=verbatim(key[:60])), icon=":material/link_off:"
        )
    address.put_extra("cell", "")
    return ""


def card(
    view: View,
    row: pd.Series,
    key: str,
    cells: Mapping[str, Shown],
    entries: pd.DataFrame,
    source: Source | None,
    found: pd.DataFrame,
) -> str:
    """What is known of the linked cell, as HTML. Its place is the stored one, else where it is in
    the source that is shown."""
    stored = entries[entries["cell"] == key].to_dict("records")
    place = stored_place(stored[0]) if stored else source.places.get(key) if source else None
    words = place_words(view, place)
    return cell_card.card(view, key, cells[key], words, found, _address(row, ""))


def links(view: View, row: pd.Series, cells: Mapping[str, Shown]) -> Links:
    """The address of each cell and its words: its name, and its number or how it was read."""
    return {
        key: (
            _address(row, key),
            f"{cell_name(key, view.lang)}: "
            f"{shown.number or view.say(f'report.state.{shown.state}')}",
        )
        for key, shown in cells.items()
    }


def link_of(found: Links) -> Link:
    """The links of the form's squares."""

    def link(key: str, text: str) -> str:
        if key not in found:
            return escape(text)
        href, words = (escape(each) for each in found[key])
        return f'<a href="{href}" target="_self" data-soft aria-label="{words}">{escape(text)}</a>'

    return link


def _address(row: pd.Series, cell: str) -> str:
    revision = "" if row["current"] else str(row["revision"])
    return cell_address(str(row["organ_id"]), int(row["year"]), cell, revision)
