"""The cells of two reports side by side, both numbers leading to their cells; and as files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from lib.exporting.filled import measured
from lib.exporting.tables import to_csv, to_xlsx
from lib.form import TABLES
from lib.queries.changes import Kind
from lib.ui.about import about
from lib.ui.cell_link import cell_link
from lib.ui.download import download
from lib.ui.frame import View
from lib.ui.two_reports import Side
from lib.words.written import MISSING, difference, missing, number, signed

CSS = """
<style>
.changes{overflow-x:auto}
.changes table{border-collapse:collapse;width:100%;font-size:.87rem}
.changes caption{text-align:left;font-weight:600;padding:.7rem 0 .3rem;caption-side:top}
.changes th,.changes td{border-bottom:1px solid rgba(128,128,128,.3);padding:.28rem .5rem;
 text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;font-weight:400}
.changes table{table-layout:fixed}
.changes th:first-child{text-align:left;white-space:normal;width:46%}
@media (max-width:640px){.changes table{table-layout:auto}
 .changes th:first-child{width:34%;overflow-wrap:anywhere}
 .changes th,.changes td{padding:.28rem .2rem;font-size:.78rem}
 .changes thead th{white-space:normal}}
.changes thead th{font-weight:600}
.changes a{color:inherit;text-decoration:underline dotted;text-underline-offset:3px}
.changes td.note{text-align:left;white-space:normal;font-size:.8rem;opacity:.8}
.changes tr.changed td.d{font-weight:600}
</style>
"""


def _relative(value: float | None) -> str:
    return MISSING if missing(value) else signed(float(value or 0), ".1%")


def changes_html(view: View, rows: pd.DataFrame, before: Side, after: Side) -> str:
    """A table for each table of the form that has rows."""
    parts = [CSS]
    for table in TABLES:
        own = rows[rows["table"] == table.key]
        if own.empty:
            continue
        title = f"{table.numeral}、{table.zh}" if view.lang == "zh" else table.en
        heads = (
            view.say("changes.cell"),
            before.words,
            after.words,
            view.say("changes.difference"),
            view.say("changes.relative"),
        )
        head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
        body = "".join(_row(view, row, before, after) for row in own.to_dict("records"))
        parts.append(
            f'<div class="changes" tabindex="0" role="region" aria-label="{escape(title)}"><table>'
            f"<caption>{escape(title)}</caption><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table></div>"
        )
    return "".join(parts)


def _row(view: View, row: Mapping[Any, Any], before: Side, after: Side) -> str:
    name = escape(measured(str(row["key"]), view.lang))
    if row["kind"] == Kind.SUM:
        name = f"{name} <small>· {escape(view.say('changes.as_sum'))}</small>"
    css = ' class="changed"' if row["changed"] else ""
    then = _linked(row["before"], str(row["cell_before"]), before)
    now = _linked(row["after"], str(row["cell_after"]), after)
    if row["kind"] in (Kind.SAME, Kind.SUM):
        end = (
            f'<td class="d">{difference(row["difference"]) or "—"}</td>'
            f"<td>{_relative(row['relative'])}</td>"
        )
    else:
        note = str(row[f"note_{view.lang}"]) or view.say("changes.one_side")
        end = f'<td class="note" colspan="2">{escape(note)}</td>'
    return f'<tr{css}><th scope="row">{name}</th><td>{then}</td><td>{now}</td>{end}</tr>'


def _linked(value: object, key: str, side: Side) -> str:
    if not key:
        return "—"
    text = number(value) or "—"  # a blank leads to where nothing is printed
    return cell_link(text, side.organ_id, side.year, key, revision=side.revision)


def downloads(view: View, rows: pd.DataFrame, before: Side, after: Side) -> None:
    """The differences as CSV and XLSX, made when clicked."""
    frame = _frame(view, rows, before, after)
    title = f"{after.row['organ']}: {before.words} → {after.words}"
    notes = about(view, title, scope=title, invented=bool(after.row["invented"]))
    made = {
        "csv": partial(to_csv, frame, view.lang),
        "xlsx": partial(to_xlsx, frame, notes, view.lang),
    }
    with st.container(horizontal=True):
        for kind, make in made.items():
            name = f"{view.say('changes.file')}_{datetime.now(UTC):%Y%m%d}.{kind}"
            download(view.say(f"data.{kind}"), make, name, f"changes_{kind}")


def _frame(view: View, rows: pd.DataFrame, before: Side, after: Side) -> pd.DataFrame:
    """The differences under words, the cells' keys kept."""
    say = view.say
    return pd.DataFrame(
        {
            say("changes.cell"): [measured(key, view.lang) for key in rows["key"]],
            before.words: rows["before"],
            after.words: rows["after"],
            say("changes.difference"): rows["difference"],
            say("changes.relative"): rows["relative"],
            say("changes.kind"): [say(f"changes.kind.{kind}") for kind in rows["kind"]],
            say("changes.note"): rows[f"note_{view.lang}"],
            say("changes.key"): rows["key"],
        }
    )
