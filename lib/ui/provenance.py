"""Where a report's numbers come from: the file, its hash, when it was read, and for every number
the place it is printed at."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from lib.exporting.filled import measured
from lib.form import TABLES, all_cells
from lib.old_form import indicators
from lib.parsing.report import State
from lib.ui.frame import View
from lib.ui.places import place_words, stored_place
from lib.ui.report_view import edition_names
from lib.ui.source import How, Source, recognised
from lib.words import catalogue
from lib.words.written import day, number

CSS = """
<style>
.facts{border-collapse:collapse;font-size:.9rem;width:100%}
.facts th,.facts td{border-bottom:1px solid rgba(128,128,128,.3);padding:.35rem .6rem;
 text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
.facts th{opacity:.75;width:30%}
</style>
"""


def provenance(
    view: View,
    row: pd.Series,
    entries: pd.DataFrame,
    found: pd.DataFrame,
    source: Source | None,
) -> None:
    """The record of the report. `source` is what its numbers are shown in, where there is any:
    the encoding of a text is known only from its file."""
    say = view.say
    unknown = say("report.unknown")
    place = " ".join(str(row[part]) for part in ("province", "city", "county") if row[part])
    forms = [
        f"{name}: {form}" if name else form
        for name, form in zip(*_forms(row, view.lang), strict=True)
    ]
    invented = bool(row["invented"])
    facts = {
        "place": place or unknown,
        "published": unknown if pd.isna(row["published"]) else day(row["published"], view.lang),
        "editions": "；".join(forms) if view.lang == "zh" else "; ".join(forms),
        "source_name": say("report.invented") if invented else row["source_name"],
        "source_url": row["source_url"] or unknown,
        "source_format": say(f"report.format.{_known_format(str(row['source_format']))}"),
        "encoding": _encoding(source),
        "source_sha256": row["source_sha256"],
        "kept": "" if invented else say(f"report.kept.{_kept(view, row)}"),
        "read_at": f"{row['read_at']:%Y-%m-%d %H:%M} UTC",
        "cells_read": _counts(view, entries),
        "recognised": say("report.recognised_yes") if recognised(found) else "",
        "report_id": row["report_id"],
    }
    rows = "".join(
        f'<tr><th scope="row">{escape(say(f"report.{key}"))}</th><td>{escape(str(value))}</td></tr>'
        for key, value in facts.items()
        if value
    )
    st.html(f'{CSS}<table class="facts">{rows}</table>')


def _forms(row: pd.Series, lang: str) -> tuple[list[str], list[str]]:
    """The report's tables and their editions by name; one form alone where all are on it."""
    named = edition_names(row, lang)
    if len(set(named.values())) == 1:
        return [""], [next(iter(named.values()))]
    titles = {each.key: each.zh if lang == "zh" else each.en for each in TABLES}
    return [titles.get(key, key) for key in named], list(named.values())


def _known_format(name: str) -> str:
    return name if f"report.format.{name}" in catalogue() else "other"


def _encoding(source: Source | None) -> str:
    if source is None or source.how is How.INVENTED or source.examined is None:
        return ""
    return source.examined.document.encoding


def _kept(view: View, row: pd.Series) -> str:
    if view.dataset.files.has(str(row["source_sha256"])):
        return "yes"
    return "store" if "://" in view.dataset.root else "no"


def _counts(view: View, entries: pd.DataFrame) -> str:
    """How many cells were read as what."""
    counts = entries["state"].value_counts().to_dict()
    parts = [
        view.say("report.state_n", state=view.say(f"report.state.{state}"), n=counts[state.value])
        for state in State
        if state.value in counts
    ]
    return " · ".join(parts)


def places(view: View, entries: pd.DataFrame) -> None:
    """For every number the place it is printed at."""
    if entries.empty:
        return
    say = view.say
    st.subheader(say("report.places"), anchor=False)
    keys = (*(each.key for each in all_cells()), *(each.key for each in indicators()))
    order = {key: at for at, key in enumerate(keys)}
    shown = entries.sort_values("cell", key=lambda keys: keys.map(order))
    st.dataframe(
        pd.DataFrame(
            {
                say("report.cell"): [measured(key, view.lang) for key in shown["cell"]],
                say("report.value"): [number(value) or "—" for value in shown["value"]],
                say("report.printed"): list(shown["text"]),
                say("report.where"): [
                    place_words(view, stored_place(each)) for each in shown.to_dict("records")
                ],
            }
        ),
        hide_index=True,
        alt=say("report.places"),
    )
