"""The statutory form as printed, filled with a report's numbers, as HTML.

Everything that comes from a file is escaped. A cell says how it was read: blank, not applicable,
unreadable, missing, inferred; a cell a finding touches is marked, with the finding's sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape

from lib.exporting.filled import SIGNS, label
from lib.form import LATEST, TABLES, edition
from lib.layout import Square, layout

CSS = """
<style>
.printed{overflow-x:auto;margin:.25rem 0 1rem}
.printed table{border-collapse:collapse;width:100%;font-size:.82rem;line-height:1.35}
.printed caption{text-align:left;font-weight:600;padding:.3rem 0;caption-side:top}
.printed td,.printed th{border:1px solid rgba(128,128,128,.45);padding:.22rem .4rem;
 text-align:left;font-weight:400;vertical-align:middle}
.printed th{background:rgba(128,128,128,.09);font-size:.78rem;hyphens:auto;overflow-wrap:break-word}
.printed td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;min-width:2.2em}
.printed td.zero{opacity:.55}
.printed td.blank{background:repeating-linear-gradient(135deg,transparent 0 5px,
 rgba(128,128,128,.16) 5px 7px)}
.printed td.unreadable,.printed td.missing{background:rgba(213,94,0,.22);font-weight:600}
.printed td.inferred{font-style:italic;text-decoration:underline dotted}
.printed td.error{box-shadow:inset 0 0 0 2px #D55E00}
.printed td.warning{box-shadow:inset 0 0 0 2px #E69F00}
.printed td.note{box-shadow:inset 0 0 0 1px #0072B2}
.printed td.lit{background:rgba(240,228,66,.55);outline:3px solid #E69F00;outline-offset:-1px}
.printed td a{display:block;color:inherit;text-decoration:none;min-width:1em}
.printed td a:hover{text-decoration:underline}
.printed td a:empty::after{content:"\\00a0"}
</style>
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell to show: `number` as written in the reader's language, "" where there is none;
    `state` a State's value; `printed` the text in the source."""

    number: str
    state: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a finding says of the cells it touches."""

    severity: str
    sentence: str
    cells: tuple[str, ...]


Link = Callable[[str, str], str]
"""A cell's key and what is shown in its square to the HTML of a link around it."""


def form_html(
    cells: Mapping[str, Shown],
    editions: Mapping[str, str],
    lang: str,
    marks: Iterable[Mark] = (),
    lit: frozenset[str] = frozenset(),
    link: Link | None = None,
) -> str:
    """The three tables as HTML. `editions` names each table's edition; `lit` cells stand out;
    `link` makes links of the squares with numbers."""
    touched: dict[str, list[Mark]] = {}
    for mark in marks:
        for key in mark.cells:
            touched.setdefault(key, []).append(mark)
    parts = [CSS]
    for table in TABLES:
        each = edition(editions.get(table.key) or LATEST.key)
        caption = f"{table.numeral}、{table.zh}" if lang == "zh" else table.en
        form = each.zh if lang == "zh" else each.en
        rows = "".join(
            f"<tr>{''.join(_square(s, cells, touched, lang, lit, link) for s in row)}</tr>"
            for row in layout(table, each)
        )
        parts.append(
            f'<div class="printed" tabindex="0" role="region" aria-label="{escape(caption)}">'
            f"<table><caption>{escape(caption)} <small>· {escape(form)}</small></caption>"
            f"{rows}</table></div>"
        )
    return "".join(parts)


def _square(
    square: Square,
    cells: Mapping[str, Shown],
    touched: Mapping[str, list[Mark]],
    lang: str,
    lit: frozenset[str],
    link: Link | None,
) -> str:
    spans = "".join(
        f' {name}="{span}"'
        for name, span in (("rowspan", square.rowspan), ("colspan", square.colspan))
        if span > 1
    )
    if not square.cell:
        return f"<th{spans}>{escape(label(square, lang))}</th>"
    shown = cells.get(square.cell, Shown("", "missing"))
    return number_square(square.cell, shown, touched.get(square.cell, []), lit, link, spans)


def number_square(
    key: str,
    shown: Shown,
    found: list[Mark],
    lit: frozenset[str],
    link: Link | None = None,
    spans: str = "",
) -> str:
    """The square of one number: how it was read, what findings say of it, whether it stands out."""
    classes = ["n", shown.state]
    if shown.number == "0":
        classes.append("zero")
    severity = next(
        (s for s in ("error", "warning", "note") if any(m.severity == s for m in found)), ""
    )
    if severity:
        classes.append(severity)
    if key in lit:
        classes.append("lit")
    title = "\n".join(mark.sentence for mark in found)
    if shown.printed and shown.printed != shown.number:
        title = f"{shown.printed}\n{title}".strip()
    hover = f' title="{escape(title)}"' if title else ""
    text = shown.number or SIGNS.get(shown.state, "")
    attributes = f'{spans} class="{" ".join(classes)}"{hover} data-cell="{escape(key)}"'
    return f"<td{attributes}>{link(key, text) if link else escape(text)}</td>"
