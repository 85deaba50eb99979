"""One report: the form as printed, filled with its numbers, beside its source; every number leads
from the one to the other. Its findings, text and provenance."""

import streamlit as st

from lib.charts.labels import DOUBT, with_mark
from lib.form import SECTIONS, edition, identities
from lib.queries import catalogue
from lib.queries.dispositions import counted
from lib.ui import address, doubtful, frame, linked_cell, quality_data, report_choice, two_reports
from lib.ui.choice import segments
from lib.ui.findings_list import findings_list
from lib.ui.glossary_view import help_of
from lib.ui.history import history
from lib.ui.provenance import places, provenance
from lib.ui.report_view import stored_cells, stored_form
from lib.ui.soft_links import scroll_to
from lib.ui.source import source_of
from lib.ui.source_panel import ask, linked_above, panes, source_panel
from lib.ui.verbatim import verbatim
from lib.words.written import number, sentences

view = frame.page("report")
say = view.say

HEADLINES = {
    "received": "requests.received.total",
    "handled": "requests.handled.total",
    "carried_out": "requests.carried_out.total",
    "cases": "remedies.reconsideration.total",
}


def tables() -> None:
    cells = stored_cells(row, entries)
    cell = linked_cell.named(view, cells)
    with st.spinner(say("report.opening")):
        source = source_of(view, row, entries, found)
    card = linked_cell.card(view, row, cell, cells, entries, source, found) if cell else ""
    if not cell:
        headlines()
        findings()
    links = linked_cell.links(view, row, cells)
    form_side, source_side = panes(view, cell)
    with source_side:
        source_panel(view, row, source, cell, links, card)
    with form_side:
        st.subheader(say("report.form"), anchor=False)
        st.caption(sentences((say("report.form_help"), say("report.legend")), view.lang))
        lit = frozenset([cell] if cell else [])
        st.html(stored_form(row, entries, found, view.lang, lit, linked_cell.link_of(links)))
        if source is None and linked_above(view, cell):
            ask(view, row)
    if cell:
        findings()
        st.html(scroll_to(cell, source.sha256 if source else ""), unsafe_allow_javascript=True)


def headlines() -> None:
    doubts = doubtful.in_report(view, found, entries)
    for column, (key, cell) in zip(st.columns(4), HEADLINES.items(), strict=True):
        doubt = doubts.get(cell, "")
        meant = help_of(view, cell.rpartition(".")[0])
        column.metric(
            say(f"report.{key}"),
            with_mark(number(row[cell]) or "—", doubt),
            help="\n\n".join(filter(None, (doubt and f"{DOUBT} {verbatim(doubt)}", meant))),
            height="stretch",
        )


def findings() -> None:
    quality_data.dismissed_link(view, every, row["organ_id"])
    if found.empty:
        kept = (row[f"edition_{t}"] for t in ("disclosure", "requests", "remedies"))
        names = zip(kept, ("disclosure", "requests", "remedies"), strict=True)
        sums = sum(len(identities(edition(str(e)), t)) for e, t in names if e)
        st.success(say("report.clean", sums=sums), icon=":material/check_circle:")
        return
    revision = "" if row["current"] else str(row["revision"])
    findings_list(view, found, str(row["organ_id"]), revision)


def text() -> None:
    stored = catalogue.sections(view.dataset, row["report_id"], year)
    if stored.empty:
        st.info(say("report.no_text"))
        return
    texts = dict(zip(stored["section"], stored["text"], strict=True))
    for section in SECTIONS:
        if texts.get(section.key, "").strip():
            title = section.zh if view.lang == "zh" else section.en
            st.subheader(f"{section.numeral}、{title}" if view.lang == "zh" else title)
            st.text(texts[section.key])


def record() -> None:
    with st.spinner(say("report.opening")):
        source = source_of(view, row, entries, found)
    provenance(view, row, entries, found, source)
    history(view, str(row["organ_id"]), year)
    places(view, entries)


TABS = {"tables": tables, "text": text, "record": record}

chosen = report_choice.choose(view)
if chosen is None:
    st.info(say("report.none"), icon=":material/info:")
else:
    row, year = chosen, int(chosen["year"])
    entries = catalogue.entries(view.dataset, row["report_id"], year)
    every = quality_data.of_report(view, row)
    found = counted(every)
    st.subheader(f"{verbatim(row['organ'])} · {year}", anchor=False)
    st.page_link(
        frame.path("changes"),
        label=say("report.against"),
        icon=":material/difference:",
        query_params=address.link(organ=row["organ_id"], b=two_reports.key_of(row)),
    )
    TABS[
        segments("tab", tuple(TABS), lambda tab: say(f"report.{tab}"), say("nav.report"), hide=True)
    ]()
