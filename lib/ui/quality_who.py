"""By name: whose reports are missing, late, undated or wrong in a year; as a list and as a
workbook to follow up."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from lib.exporting.follow_up import coverage_list, head
from lib.exporting.tables import to_xlsx
from lib.queries.quality import MISSING, STATUSES
from lib.ui import choice
from lib.ui.about import about
from lib.ui.cell_link import link
from lib.ui.download import download
from lib.ui.frame import View
from lib.words.written import day

WHICH = (MISSING, "late", "unknown", "with_errors", "all")
_SHOWN = ("organ", "year", "state", "published", "days_late", "error", "warning")
_MOST = 60  # rows on the page: the workbook has all

CSS = """
<style>
.who{overflow-x:auto}
.who table{border-collapse:collapse;width:100%;font-size:.87rem}
.who th,.who td{border-bottom:1px solid rgba(128,128,128,.3);padding:.28rem .5rem;font-weight:400;
 text-align:left;font-variant-numeric:tabular-nums}
.who thead th{font-weight:600}
.who th:first-child{min-width:8.5rem}
.who td.n,.who th.n{text-align:right}
.who a{color:inherit;text-decoration:underline dotted;text-underline-offset:3px}
</style>
"""


def of(covered: pd.DataFrame, which: str, year: int | None) -> pd.DataFrame:
    """The rows of lib.queries.quality.coverage of one state (a status, with_errors, all) and year
    (None for all): the latest year first, then by place."""
    found = covered if year is None else covered[covered["year"] == year]
    if which == "with_errors":
        found = found[found["error"] > 0]
    elif which in STATUSES:
        found = found[found["status"] == which]
    return found.sort_values(
        ["year", "region_code", "organ_id"], ascending=[False, True, True], ignore_index=True
    )


def by_name(view: View, covered: pd.DataFrame) -> None:
    """Ask which and of what year, list them, give the list away."""
    say = view.say
    st.subheader(say("quality.by_name"), anchor=False)
    years = [str(year) for year in sorted(covered["year"].unique())[::-1]]
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        which = choice.segments(
            "which", WHICH, lambda each: say(f"quality.which.{each}"), say("quality.who_which")
        )
    with right:
        words = {"all": say("quality.all_years")}
        options = [*years, "all"]
        picked = choice.menu("year", options, lambda y: words.get(y, y), say("requests.year"))
    found = of(covered, which, None if picked == "all" else int(picked))
    if found.empty:
        st.success(say("quality.who_none"), icon=":material/check_circle:")
        return
    listed = coverage_list(found, view.lang)
    st.html(_table(view, found.head(_MOST), listed.head(_MOST)))
    if len(found) > _MOST:
        st.caption(say("quality.first", shown=_MOST, n=f"{len(found):,}"))
    name = f"{say('quality.who_file')}_{view.selection.dataset}_{datetime.now(UTC):%Y%m%d}.xlsx"
    make = partial(_workbook, view, listed, say(f"quality.which.{which}"))
    download(say("quality.who_xlsx", n=f"{len(found):,}"), make, name, "quality_who")


def _workbook(view: View, listed: pd.DataFrame, which: str) -> bytes:
    title = f"{view.say('quality.by_name')} · {which}"
    definitions = ((view.say("quality.which.missing"), view.say("quality.missing_help")),)
    return to_xlsx(listed, about(view, title, definitions=definitions), view.lang)


def _table(view: View, found: pd.DataFrame, listed: pd.DataFrame) -> str:
    names = {name: head(name, view.lang) for name in _SHOWN}
    # a column in which nothing stands says nothing
    names = {name: words for name, words in names.items() if listed[words].notna().any()}
    right = {"days_late", "error", "warning"}
    shown = "".join(
        f'<th scope="col"{_css(name in right)}>{escape(words)}</th>'
        for name, words in names.items()
    )
    body = []
    for row, cells in zip(found.to_dict("records"), listed.to_dict("records"), strict=True):
        page = "organ" if row["status"] == MISSING else "report"
        year = {} if row["status"] == MISSING else {"year": str(row["year"])}
        door = link(page, escape(str(row["organ"])), organ=str(row["organ_id"]), **year)
        published = row["published"]
        if not pd.isna(published):
            cells[head("published", view.lang)] = day(published, view.lang)
        squares = "".join(
            f"<td{_css(name in right)}>{_text(cells[words])}</td>"
            for name, words in names.items()
            if name != "organ"
        )
        body.append(f'<tr><th scope="row">{door}</th>{squares}</tr>')
    label = escape(view.say("quality.by_name"))
    return (
        f'{CSS}<div class="who" tabindex="0" role="region" aria-label="{label}"><table><thead>'
        f"<tr>{shown}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _css(number: bool) -> str:
    return ' class="n"' if number else ""


def _text(value: object) -> str:
    return "" if value is None or value is pd.NA or value != value else escape(str(value))
