"""The source of a report beside its form: shown with the linked cell lit, or asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePath

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.exporting.filled import cell_name
from lib.reading import sheet
from lib.reading.document import Place, Unreadable
from lib.ui import source
from lib.ui.choice import menu
from lib.ui.frame import View
from lib.ui.sheet_view import sheet_html
from lib.ui.source import How, Source
from lib.ui.source_view import source_html
from lib.ui.style import uploader
from lib.ui.verbatim import verbatim

# Beside the form the source stays in sight while the form is scrolled. English labels need the
# whole width, and so does a telephone: there the source of a linked cell stays above the form.
_BESIDE = """
[data-testid="stColumn"]:has(.st-key-source_beside){position:sticky;top:3.2rem;
 align-self:flex-start}
.st-key-source_beside .source{max-height:calc(100vh - 26rem);min-height:18rem}
.st-key-source_beside:has(.cellcard) .source{max-height:calc(100vh - 30rem)}
.st-key-source_beside:not(:has(.stDownloadButton,.stAlert,.cellcard)) .source{
 max-height:calc(100vh - 8rem)}
@media (max-width:640px){
 [data-testid="stColumn"]:has(.st-key-source_beside .cellcard){order:-1;z-index:5;
  background:var(--paper)}
 .st-key-source_beside:has(.cellcard) .source{max-height:26vh;min-height:8rem}
 .st-key-source_beside:has(.cellcard) :is(h3:not(.cellcard h3),.stDownloadButton){display:none}
 [data-testid="stColumn"]:has(.st-key-source_beside .cellcard){max-height:60vh;overflow:auto}
}
"""
_ABOVE = """
[data-testid="stLayoutWrapper"]:has(> .st-key-source_above){position:sticky;top:2.6rem;z-index:5;
 background:var(--paper);padding:.4rem 0;border-bottom:1px solid rgba(128,128,128,.35)}
.st-key-source_above{gap:.3rem}
.st-key-source_above .source{max-height:24vh;min-height:8rem}
"""


def linked_above(view: View, cell: str) -> bool:
    """Whether a linked cell and its source stand above the form, on a screen of any width."""
    return bool(cell) and view.lang == "en"


def panes(view: View, cell: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where the form and where its source go: side by side in Chinese; in English the source of a
    linked cell above the form, else below it."""
    if view.lang == "zh":
        left, right = st.columns([3, 2], gap="medium")
        form_side, source_side = left.container(), right.container(key="source_beside")
    elif linked_above(view, cell):
        source_side, form_side = st.container(key="source_above"), st.container()
    else:
        form_side, source_side = st.container(), st.container()
    css = _BESIDE if view.lang == "zh" else _ABOVE
    source_side.html(f"<style>{css}</style>")
    return form_side, source_side


def source_panel(
    view: View,
    row: pd.Series,
    shown: Source | None,
    cell: str,
    links: Mapping[str, tuple[str, str]],
    card: str,
) -> None:
    """Draw it. `cell` is the one to light ("" for none) and `card` what is known of it; `links`
    has each cell's address and words."""
    brief = linked_above(view, cell)  # it stands over the form all the time
    if card:
        st.html(card)
    if not brief:
        st.subheader(view.say("report.source"), anchor=False)
    if shown is None:
        if not brief:
            ask(view, row)
        return
    words = view.say(f"report.source.{shown.how}", name=verbatim(shown.name))
    if shown.how is How.INVENTED:
        st.info(words, icon=":material/science:")
    else:
        st.caption(words)
    if shown.otherwise:
        names = "、".join(cell_name(key, view.lang) for key in shown.otherwise[:5])
        st.warning(view.say("report.source.otherwise", n=len(shown.otherwise), cells=names))
    if cell and cell not in shown.places:
        st.info(view.say("report.source.unplaced"))
    if shown.examined is None:
        _sheet(view, shown, cell, links)
    else:
        _text(view, shown, cell, links)
    if brief:
        return
    st.download_button(
        view.say("report.download"),
        shown.data,
        PurePath(shown.name).name,
        "application/octet-stream",
        key="source_file",
        icon=":material/download:",
        on_click="ignore",
    )


def _text(view: View, shown: Source, cell: str, links: Mapping[str, tuple[str, str]]) -> None:
    assert shown.examined is not None
    lit = frozenset([shown.places[cell]] if cell in shown.places else [])
    by_place: dict[Place, tuple[str, str]] = {}
    for key, place in shown.places.items():
        if key in links:
            by_place.setdefault(place, links[key])
    label = view.say("report.source")
    st.html(source_html(shown.examined.document, lit, label, by_place, cell))


def _sheet(view: View, shown: Source, cell: str, links: Mapping[str, tuple[str, str]]) -> None:
    """The page of the linked cell, else the first with a number; the others by a menu."""
    pages = sorted({place.page or 1 for place in shown.places.values()}) or [1]
    first = (shown.places[cell].page or 1) if cell in shown.places else pages[0]
    options = [str(first), *(str(page) for page in pages if page != first)]
    if len(options) > 1:
        page = int(
            menu(
                "page",
                options,
                lambda page: view.say("report.page_n", page=page),
                view.say("report.page"),
            )
        )
    else:
        page = first
    place = shown.places.get(cell)
    box = place.box if place is not None and place.page == page else None
    try:
        drawn = _drawn(shown.sha256, shown.data, page, box, shown.recognised)
    except Unreadable:
        st.info(view.say("report.source.failed"))
        return
    label = view.say("report.page_alt", page=page)
    st.html(sheet_html(drawn, page, shown.places, links, cell, label))


@st.cache_resource(max_entries=48, show_spinner=False)
def _drawn(
    digest: str,
    _data: bytes,
    page: int,
    box: tuple[float, float, float, float] | None,
    recognised: bool,
) -> sheet.Sheet:
    return sheet.draw(_data, page, box, recognised=recognised)


def ask(view: View, row: pd.Series) -> None:
    """Say that there is no file, and take one whose hash is the same."""
    if view.dataset.files.has(str(row["source_sha256"])):
        st.info(view.say("report.source.failed"))
    st.caption(view.say("report.source.none", name=verbatim(row["source_name"])))
    key = f"bring_{row['report_id']}"
    st.html(uploader(key, view.say("upload.browse"), view.say("upload.limit")))
    file = st.file_uploader(view.say("report.bring"), key=key)
    if file is None:
        return
    data = file.getvalue()
    if source.bring(row, data):
        st.rerun()
    st.error(
        view.say(
            "report.source.other",
            found=hashlib.sha256(data).hexdigest()[:16],
            wanted=str(row["source_sha256"])[:16],
        )
    )
