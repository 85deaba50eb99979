"""A small table as HTML, which every screen reader reads; Streamlit's grid is drawn on a canvas."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from typing import Any

import pandas as pd

from lib.words import say
from lib.words.written import MISSING, count, missing, percent

MOST = 40  # rows of a table one reads; more want the grid, which sorts and searches

CSS = """
<style>
.small{overflow-x:auto}
.small table{border-collapse:collapse;font-size:.85rem}
.small th,.small td{border-bottom:1px solid rgba(128,128,128,.3);padding:.25rem .55rem;
 text-align:left;font-weight:400;white-space:nowrap}
.small .n{text-align:right;font-variant-numeric:tabular-nums}
.small thead th{font-weight:600}
.small th:first-child{position:sticky;left:0;background:var(--paper)}
</style>
"""


def small_table(
    frame: pd.DataFrame, lang: str, title: str, years: Collection[str], percents: Collection[str]
) -> str:
    """The frame under its heads; `years` are columns whose numbers are not separated, `percents`
    those of shares."""
    numeric = {
        name
        for name in frame.columns
        if pd.api.types.is_numeric_dtype(frame[name])
        and not pd.api.types.is_bool_dtype(frame[name])
    }
    head = "".join(
        f'<th scope="col"{_css(name in numeric)}>{escape(str(name))}</th>' for name in frame.columns
    )
    body = []
    for row in frame.to_dict("records"):
        squares = []
        for at, (name, value) in enumerate(row.items()):
            text = escape(_written(value, lang, name in years, name in percents))
            tag = 'th scope="row"' if not at else "td"
            squares.append(f"<{tag}{_css(name in numeric)}>{text}</{tag[:2]}>")
        body.append(f"<tr>{''.join(squares)}</tr>")
    label = escape(title, quote=True)
    return (
        f'{CSS}<div class="small" tabindex="0" role="region" aria-label="{label}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _css(number: bool) -> str:
    return ' class="n"' if number else ""


def _written(value: Any, lang: str, year: bool, share: bool) -> str:
    if missing(value):
        return MISSING
    if isinstance(value, bool):
        return str(say("charts.yes" if value else "charts.no", lang))
    if isinstance(value, str):
        return value
    if year:
        return str(int(value))
    return percent(value, 2) if share else count(value)
