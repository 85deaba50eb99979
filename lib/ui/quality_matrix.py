"""The coverage matrix: organs by years where they are few, places by years where they are many."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from lib.queries.quality import STATUSES, by_place
from lib.ui import filters
from lib.ui.cell_link import link
from lib.ui.frame import View

_FEW = 60  # organs that make a table one reads
_SIGNS = {"on_time": "●", "late": "◐", "unknown": "○", "missing": "—"}

CSS = """
<style>
.cover{overflow-x:auto}
.cover table{border-collapse:collapse;width:100%;font-size:.85rem}
.cover th,.cover td{border-bottom:1px solid rgba(128,128,128,.3);padding:.28rem .5rem;
 text-align:center;font-weight:400;white-space:nowrap;font-variant-numeric:tabular-nums}
.cover th:first-child{text-align:left;white-space:normal;min-width:9rem;position:sticky;left:0;
 background:var(--paper)}
@media (max-width:640px){.cover th:first-child{min-width:5rem}}
.cover thead th{font-weight:600}
.cover a{color:inherit;text-decoration:none}
.cover a:hover,.cover a:focus{text-decoration:underline}
.cover .late{color:#B3541E}
.cover .missing{opacity:.7}
.cover .n{font-size:.74rem;border-radius:.6rem;padding:0 .35rem;margin-left:.25rem;color:#fff}
.cover .n.error{background:#C44601}
.cover .n.warning{background:#8A6100}
.cover .bar{display:flex;height:.5rem;min-width:4.5rem;border-radius:.2rem;overflow:hidden;
 background:repeating-linear-gradient(135deg,transparent 0 2px,rgba(128,128,128,.9) 2px 3px);
 outline:1px solid rgba(128,128,128,.6)}
.cover .bar i{display:block}
.cover .bar .on_time{background:#0072B2}
.cover .bar .late{background:#D55E00}
.cover .bar .unknown{background:#9AA0A6;opacity:1}
.cover small{opacity:.8}
</style>
"""


def matrix(view: View, covered: pd.DataFrame) -> None:
    """Draw it, and how to read it."""
    say = view.say
    organs = covered["organ_id"].nunique()
    few = organs <= _FEW
    st.caption(say("quality.matrix_organs" if few else "quality.matrix_places"))
    years = sorted(int(year) for year in covered["year"].unique())
    rows = _organs(view, covered, years) if few else _places(view, covered, years)
    head = "".join(f'<th scope="col">{year}</th>' for year in years)
    first = escape(say("overview.organ" if few else "overview.place"))
    label = escape(say("quality.tab.coverage"))
    st.html(
        f'{CSS}<div class="cover" tabindex="0" role="region" aria-label="{label}"><table><thead>'
        f'<tr><th scope="col">{first}</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody>'
        "</table></div>"
    )


def _organs(view: View, covered: pd.DataFrame, years: list[int]) -> list[str]:
    rows = []
    for (_, organ_id, organ), part in covered.groupby(["region_code", "organ_id", "organ"]):
        of_year = {int(row["year"]): row for row in part.to_dict("records")}
        name = link("organ", escape(str(organ)), organ=organ_id)
        squares = "".join(_square(view, str(organ_id), year, of_year.get(year)) for year in years)
        rows.append(f'<tr><th scope="row">{name}</th>{squares}</tr>')
    return rows


def _square(view: View, organ_id: str, year: int, row: Mapping[Hashable, Any] | None) -> str:
    if row is None:  # before the organ's first report
        return "<td></td>"
    status = str(row["status"])
    title = view.say(f"quality.status.{status}")
    if not pd.isna(row["published"]):
        title += f" {row['published']:%Y-%m-%d}"
    badges = "".join(
        f'<span class="n {severity}" title="{escape(view.say(f"quality.n_{severity}"))}">'
        f"{row[severity]}</span>"
        for severity in ("error", "warning")
        if row[severity]
    )
    sign = f'<span title="{escape(title)}" aria-label="{escape(title)}">{_SIGNS[status]}</span>'
    if status != "missing":
        sign = link("report", sign + badges, organ=organ_id, year=str(year))
    return f'<td class="{status}">{sign}</td>'


def _places(view: View, covered: pd.DataFrame, years: list[int]) -> list[str]:
    codes = view.selection.regions
    digits = min(6, len(codes[0]) + 2) if len(codes) == 1 else 2
    names = filters.places(view.dataset)
    found = by_place(covered, digits)
    rows = []
    for code, part in found.groupby("place"):
        of_year = {int(row["year"]): row for row in part.to_dict("records")}
        name = names.get(str(code), view.say("common.unknown"))
        known = str(code) in names
        door = link("quality", escape(name), regions=(str(code),)) if known else escape(name)
        squares = "".join(_bar(view, of_year.get(year)) for year in years)
        rows.append(f'<tr><th scope="row">{door}</th>{squares}</tr>')
    return rows


def _bar(view: View, row: Mapping[Hashable, Any] | None) -> str:
    if row is None:
        return "<td></td>"
    of = sum(int(row[status]) for status in STATUSES)
    said = "\n".join(f"{view.say(f'quality.status.{s}')}: {int(row[s]):,}" for s in STATUSES)
    parts = "".join(
        f'<i class="{status}" style="width:{100 * int(row[status]) / of:.1f}%"></i>'
        for status in STATUSES[:3]
    )
    errors = (
        f'<span class="n error" title="{escape(view.say("quality.with_errors"))}">'
        f"{int(row['with_errors']):,}</span>"
        if row["with_errors"]
        else ""
    )
    return (
        f'<td title="{escape(said)}"><span class="bar">{parts}</span>'
        f"<small>{of - int(row['missing']):,}/{of:,}</small>{errors}</td>"
    )
