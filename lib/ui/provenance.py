"""Where a report's numbers come from: the file, its hash, when it was read, and for every number
the place it is printed at."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from lib.exporting.filled import cell_name, number
from lib.form import all_cells
from lib.old_form import indicators
from lib.ui.frame import View
from lib.ui.places import place_words, stored_place
from lib.ui.report_view import edition_names
from lib.words.written import day

CSS = """
<style>
.facts{border-collapse:collapse;font-size:.9rem;width:100%}
.facts th,.facts td{border-bottom:1px solid rgba(128,128,128,.3);padding:.35rem .6rem;
 text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
.facts th{opacity:.75;width:30%}
</style>
"""


def provenance(view: View, row: pd.Series, entries: pd.DataFrame) -> None:
    """The record of the report, and the table of places."""
    say = view.say
    unknown = say("report.unknown")
    place = " ".join(str(row[part]) for part in ("province", "city", "county") if row[part])
    forms = dict.fromkeys(edition_names(row, view.lang).values())
    facts = {
        "place": place or unknown,
        "published": unknown if pd.isna(row["published"]) else day(row["published"], view.lang),
        "editions": "、".join(forms) if view.lang == "zh" else ", ".join(forms),
        "source_name": say("report.invented") if row["invented"] else row["source_name"],
        "source_url": row["source_url"] or unknown,
        "source_format": row["source_format"],
        "source_sha256": row["source_sha256"],
        "read_at": f"{row['read_at']:%Y-%m-%d %H:%M} UTC",
        "report_id": row["report_id"],
    }
    rows = "".join(
        f"<tr><th>{escape(say(f'report.{key}'))}</th><td>{escape(str(value))}</td></tr>"
        for key, value in facts.items()
    )
    st.html(f'{CSS}<table class="facts">{rows}</table>')
    if entries.empty:
        return
    st.subheader(say("report.places"), anchor=False)
    keys = (*(each.key for each in all_cells()), *(each.key for each in indicators()))
    order = {key: at for at, key in enumerate(keys)}
    shown = entries.sort_values("cell", key=lambda keys: keys.map(order))
    st.dataframe(
        pd.DataFrame(
            {
                say("report.cell"): [cell_name(key, view.lang) for key in shown["cell"]],
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
