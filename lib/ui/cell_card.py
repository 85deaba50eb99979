"""What is known of one cell of one report, in a line or two: its name, number, print and place,
and the findings that touch it."""

from __future__ import annotations

from html import escape

import pandas as pd

from lib.exporting.filled import cell_name
from lib.findings import CODES, Severity
from lib.form import CROSSWALK, cell, table
from lib.ui.frame import View
from lib.ui.printed_form import Shown

CSS = """
<style>
.cellcard{border-left:4px solid #E69F00;background:rgba(240,228,66,.14);padding:.5rem .8rem;
 border-radius:.3rem;margin:.2rem 0 .6rem;font-size:.92rem;overflow-wrap:anywhere}
.cellcard h3{font-size:1rem;font-weight:600;margin:0;padding:0}
.cellcard dl{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;margin:.3rem 0 0;padding:0}
.cellcard dl div{display:flex;gap:.4rem}
.cellcard dt{opacity:.75}.cellcard dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.cellcard p{margin:.35rem 0 0}
.cellcard p.error::before{content:"■ ";color:#D55E00}
.cellcard p.warning::before{content:"■ ";color:#E69F00}
.cellcard p.note::before{content:"■ ";color:#0072B2}
.cellcard a{color:inherit}
</style>
"""


def path_words(key: str, lang: str) -> str:
    """The cell by its whole way through the form: table, row, column.

    >>> path_words("requests.refused_prohibited.total", "en").split(" › ")[0]
    'Requests received and handled'
    """
    if key not in _form_cells():
        return cell_name(key, lang)
    item = cell(key)
    lines = [*item.row, *item.column]
    head = table(item.table)
    if lang == "zh":
        return " › ".join((f"{head.numeral}、{head.zh}", *(line.zh for line in lines)))
    return " › ".join((head.en, *(line.en for line in lines)))


def _form_cells() -> frozenset[str]:
    from lib.form import all_cells

    return frozenset(each.key for each in all_cells())


def card(view: View, key: str, shown: Shown, place: str, found: pd.DataFrame, clear: str) -> str:
    """HTML. `shown` is the cell as the form shows it, `place` its place in words, `found` the
    report's findings, `clear` the address of the report without a cell."""
    say = view.say
    state = say(f"report.state.{shown.state}")
    facts = {
        "value": shown.number or "—",
        "printed": f"“{shown.printed}”" if shown.printed else "",
        "state": state,
        "where": place,
        "article": cell(key).article if key in _form_cells() and view.lang == "zh" else "",
    }
    parts = [
        f'{CSS}<section class="cellcard" aria-label="{escape(say("report.linked"))}">'
        f"<h3>{escape(path_words(key, view.lang))}</h3><dl>"
    ]
    for name, value in facts.items():
        if value:
            parts.append(
                f"<div><dt>{escape(say(f'report.{name}'))}</dt><dd>{escape(value)}</dd></div>"
            )
    parts.append("</dl>")
    for each in found.to_dict("records"):
        if key in each["cells"]:
            severity = Severity(str(each["severity"]))
            known = CODES.get(str(each["code"]))
            name = f"{getattr(known, view.lang)} · " if known else ""
            words = f"{name}{each[view.lang]}"
            parts.append(f'<p class="{severity.value}">{escape(words)}</p>')
    href = escape(clear, quote=True)
    parts.append(
        f'<p><a href="{href}" target="_self" data-soft>{escape(say("report.unlink"))}</a></p>'
    )
    return "".join([*parts, "</section>"])


def not_in_this_form(view: View, key: str) -> str:
    """Why the report has no such cell: what the crosswalk says of it, or that its form lacks it."""
    for each in CROSSWALK:
        if key in (*each.cells_2019, *each.cells_2021):
            note = each.zh if view.lang == "zh" else each.en
            return view.say("report.no_cell", cell=path_words(key, view.lang), note=note)
    return view.say("report.no_cell", cell=path_words(key, view.lang), note="")
