"""One organ's years as a table: every number leads to the cell it was printed in."""

from __future__ import annotations

from html import escape

import pandas as pd

from lib.exporting.filled import measured
from lib.ui import doubtful
from lib.ui.cell_link import cell_link
from lib.ui.frame import View
from lib.words.written import number

CELLS = (
    "requests.received.total", "requests.carried_in.total", "requests.granted.total",
    "requests.partly_granted.total", "requests.handled.total", "requests.carried_out.total",
    "remedies.reconsideration.total", "remedies.reconsideration.corrected",
    "remedies.litigation_direct.total", "remedies.litigation_after.total",
    "disclosure.normative_documents.made", "disclosure.normative_documents.repealed",
    "disclosure.normative_documents.in_force", "disclosure.licences.decisions",
    "disclosure.penalties.decisions", "disclosure.coercion.decisions", "disclosure.fees.amount",
)  # fmt: skip

CSS = """
<style>
.years{overflow-x:auto}
.years table{border-collapse:collapse;width:100%;font-size:.85rem}
.years th,.years td{border-bottom:1px solid rgba(128,128,128,.3);padding:.3rem .5rem;
 text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;font-weight:400}
.years th:first-child{text-align:left;white-space:normal;min-width:9rem;position:sticky;left:0;
 background:var(--paper)}
@media (max-width:640px){.years th:first-child{min-width:7rem}
 .years th,.years td{padding:.3rem .3rem;font-size:.8rem}}
.years thead th{font-weight:600}
.years a{color:inherit;text-decoration:underline dotted;text-underline-offset:3px}
.years td.error{box-shadow:inset 0 0 0 2px #D55E00}
.years td.warning{box-shadow:inset 0 0 0 2px #E69F00}
.years td.inferred{font-style:italic}
</style>
"""


def years_table(view: View, rows: pd.DataFrame, organ_id: str) -> str:
    """HTML: cells of the form down, years across; doubtful numbers are marked, with why."""
    doubts = doubtful.cells_of(view, [organ_id])
    touched = {
        (int(row["year"]), str(row["cell"])): (str(row["kind"]), str(row[view.lang]))
        for row in doubts.to_dict("records")
    }
    years = [int(year) for year in rows["year"]]
    head = "".join(f'<th scope="col">{year}</th>' for year in years)
    body = []
    for key in CELLS:
        squares = []
        for year, value in zip(years, rows[key], strict=True):
            kind, sentence = touched.get((year, key), ("", ""))
            link = cell_link(number(value), organ_id, year, key, sentence)
            css = f' class="{kind}"' if kind else ""
            squares.append(f"<td{css}>{link or '—'}</td>")
        name = measured(key, view.lang)
        body.append(f'<tr><th scope="row">{escape(name)}</th>{"".join(squares)}</tr>')
    label = escape(view.say("organ.years"))
    return (
        f'{CSS}<div class="years" tabindex="0" role="region" aria-label="{label}"><table><thead>'
        f'<tr><th scope="col">{escape(view.say("organ.cell"))}</th>{head}</tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )
