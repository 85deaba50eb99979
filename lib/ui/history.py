"""The revisions of a report: when each was read, from which file, and how much it changed."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from lib.queries import catalogue
from lib.queries.changes import how_many
from lib.ui import address
from lib.ui.frame import View
from lib.ui.two_reports import key_of


def history(view: View, organ_id: str, year: int) -> None:
    """Draw one line a revision, each leading to what it changed. Nothing where there is only one
    and no year before it."""
    rows = catalogue.report_years(view.dataset, organ_id)
    own = rows[rows["year"] == year].sort_values("revision")
    st.subheader(view.say("report.history"), anchor=False)
    if len(own) < 2:
        st.caption(view.say("report.history_one"))
        return
    found = [
        row
        for each in own["report_id"]
        if (row := catalogue.report(view.dataset, str(each))) is not None
    ]
    changed = [None, *(how_many(before, after) for before, after in pairwise(found))]
    heads = ("revision", "read_at", "source_name", "source_sha256", "changed")
    head = "".join(f'<th scope="col">{escape(view.say(f"report.{name}"))}</th>' for name in heads)
    body = []
    for row, n in zip(found, changed, strict=True):
        words = "—" if n is None else _link(view, organ_id, own, int(row["revision"]), n)
        cells = (
            str(row["revision"]),
            f"{row['read_at']:%Y-%m-%d %H:%M} UTC",
            escape(str(row["source_name"])),
            f"<code>{escape(str(row['source_sha256'])[:16])}…</code>",
            words,
        )
        body.append(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    st.html(
        f'<div class="history" tabindex="0" style="overflow-x:auto"><table class="facts"><thead>'
        f"<tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _link(view: View, organ_id: str, own: pd.DataFrame, revision: int, n: int) -> str:
    """The number of cells that changed, leading to the two revisions side by side."""
    keys = {each["revision"]: key_of(each) for each in own.to_dict("records")}
    parameters = address.link(organ=organ_id, a=keys[revision - 1], b=keys[revision])
    href = escape(f"changes?{urlencode(parameters, doseq=True)}", quote=True)
    words = escape(view.say("report.cells_changed", n=n))
    return f'<a href="{href}" target="_self" data-soft>{words}</a>'
