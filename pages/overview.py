"""Overview: what this is, what it covers, the headline figures, how to read them."""

import pandas as pd
import streamlit as st

from lib.charts.labels import percent
from lib.exporting.filled import number
from lib.measures import MEASURES
from lib.queries import coverage, rates, remedies, requests
from lib.ui import address, frame
from lib.ui.ask import ask
from lib.ui.coverage_view import coverage_matrix

view = frame.page("overview")
say = view.say


def extent(total: pd.Series) -> None:
    """How much there is."""
    first, second, third, fourth = st.columns(4)
    years = f"{total['first']}–{total['last']}"
    first.metric(say("overview.reports"), number(int(total["reports"])))
    second.metric(say("overview.organs"), number(int(total["organs"])))
    third.metric(say("overview.years"), years)
    fourth.metric(
        say("overview.with_errors"),
        number(int(total["with_errors"])),
        help=say("overview.with_errors_help"),
    )


def headlines(year: int) -> None:
    """The latest year in four numbers, each with how many reports give it."""
    st.subheader(say("overview.latest", year=year), anchor=False)
    columns = st.columns(4)
    flow = ask(view, requests.flow)
    new = flow[(flow["year"] == year) & (flow["line"] == "received")].iloc[0]
    columns[0].metric(say("overview.received"), number(new["value"]) or "—")
    columns[0].caption(say("overview.n_of_m", n=new["n"], m=new["of"]))
    for column, key in zip(
        columns[1:3], ("grant_rate", "reconsideration_correction_closed"), strict=True
    ):
        found = ask(view, rates.by_year, (key,))
        rate = found[found["year"] == year].iloc[0]
        column.metric(
            MEASURES[key].name(view.lang),
            percent(rate["rate"]),
            help=MEASURES[key].formula(view.lang),
        )
        above, below = number(rate["numerator"]) or "—", number(rate["denominator"]) or "—"
        column.caption(
            say("overview.rate_n", numerator=above, denominator=below)
            + " · "
            + say("overview.n_of_m", n=rate["n"], m=rate["of"])
        )
    results = ask(view, remedies.results)
    mine = results[(results["year"] == year) & (results["group"] == "reconsideration")]
    columns[3].metric(say("overview.cases"), number(mine["value"].sum(min_count=1)) or "—")
    columns[3].caption(say("overview.n_of_m", n=mine["n"].min(), m=mine["of"].max()))


def questions() -> None:
    st.subheader(say("overview.questions"), anchor=False)
    for page, key, icon, choice in (
        ("requests", "q_outcomes", ":material/inbox:", {"tab": "outcomes"}),
        ("remedies", "q_remedies", ":material/gavel:", {}),
        ("report", "q_report", ":material/article:", {}),
    ):
        st.page_link(
            frame.path(page),
            label=say(f"overview.{key}"),
            icon=icon,
            query_params=address.link(**choice),
        )


st.markdown(say("overview.what"))
total = coverage.totals(view.dataset, view.selection)
if not total["reports"]:
    st.info(say("common.empty"), icon=":material/info:")
else:
    if view.selection.dataset == "real":
        st.info(say("overview.few", reports=total["reports"]), icon=":material/info:")
    extent(total)
    headlines(int(total["last"]))
    questions()
    st.subheader(say("overview.coverage"), anchor=False)
    coverage_matrix(view, int(total["organs"]))
    st.subheader(say("overview.reading"), anchor=False)
    st.markdown(say("overview.reading_text"))
