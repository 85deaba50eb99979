"""Overview: what this is, what it covers, the headline figures, how to read them."""

import pandas as pd
import streamlit as st

from lib.charts.labels import with_mark
from lib.form import RESULTS
from lib.measures import MEASURES
from lib.queries import compare, coverage, rates, remedies, requests
from lib.ui import address, doubtful, filters, frame
from lib.ui.ask import ask
from lib.ui.coverage_view import coverage_matrix
from lib.ui.glossary_view import help_of
from lib.ui.organ_search import search_box
from lib.ui.verbatim import verbatim
from lib.words.written import count, large, percent

FEW = 3  # provinces that make a ranking
view = frame.page("overview")
say = view.say


def extent(total: pd.Series) -> None:
    """How much there is."""
    first, second, third, fourth = st.columns(4)
    years = f"{total['first']}–{total['last']}"
    first.metric(say("overview.reports"), count(total["reports"]))
    second.metric(say("overview.organs"), count(total["organs"]))
    third.metric(say("overview.years"), years)
    fourth.metric(
        say("overview.with_errors"),
        count(total["with_errors"]),
        help=say("overview.with_errors_help"),
    )


def figure(value: object, term: str) -> dict[str, str]:
    """A number large; pointed at, its digits where that leaves some out, and what it counts."""
    exact, short = count(value), large(value, view.lang)
    parts = (exact if short != exact else "", help_of(view, term))
    return {"value": short, "help": "\n\n".join(filter(None, parts))}


def headlines(year: int) -> None:
    """The latest year in four numbers, each with how many reports give it."""

    def given(n: object, of: object) -> str:
        return say("overview.n_of_m", n=count(n), m=count(of))

    within = frame.narrowed(view, years=(year,))
    organs = int(coverage.totals(view.dataset, within)["organs"])
    # where one report is all, it is named, and its numbers carry their marks
    only = coverage.most_years(view.dataset, within).to_frame().T if organs == 1 else None
    named = {"n": count(organs)} if only is None else {"organ": only["organ"].iloc[0]}
    title = "latest_n" if only is None else "latest_one"
    st.subheader(verbatim(say(f"overview.{title}", year=year, **named)), anchor=False)

    def marked(text: str, quantities: tuple[str, ...]) -> str:
        if only is None:
            return text
        asked = doubtful.marked(view, only, quantities, (year,), "organ_id")
        return with_mark(text, asked["doubt"].iloc[0] if "doubt" in asked else "")

    columns = [
        column.container(border=True, height="stretch", key=f"card_{at}", gap="xsmall")
        for at, column in enumerate(st.columns(4))
    ]
    flow = ask(view, requests.flow)
    new = flow[(flow["year"] == year) & (flow["line"] == "received")].iloc[0]
    received = figure(new["value"], "requests.received")
    received["value"] = marked(received["value"], ("requests.received.total",))
    columns[0].metric(say("overview.received"), **received)
    columns[0].caption(given(new["n"], new["of"]))
    for column, key in zip(
        columns[1:3], ("grant_rate", "reconsideration_correction_closed"), strict=True
    ):
        found = ask(view, rates.by_year, (key,))
        rate = found[found["year"] == year].iloc[0]
        column.metric(
            MEASURES[key].name(view.lang),
            marked(percent(rate["rate"]), MEASURES[key].quantities),
            help=help_of(view, key),
        )
        above, below = count(rate["numerator"]), count(rate["denominator"])
        column.caption(
            say("overview.rate_n", numerator=above, denominator=below)
            + " · "
            + given(rate["n"], rate["of"])
        )
    results = ask(view, remedies.results)
    mine = results[(results["year"] == year) & (results["group"] == "reconsideration")]
    cases = mine["value"].sum(min_count=1)
    reviews = figure(cases, "remedies.reconsideration")
    results = tuple(f"remedies.reconsideration.{each}" for each in RESULTS)
    reviews["value"] = marked(reviews["value"], results)
    columns[3].metric(say("overview.cases"), **reviews)
    columns[3].caption(given(mine["n"].min(), mine["of"].max()))


def questions(year: int) -> None:
    """The way to a check, and three questions that the dataset shown can answer, each a link to
    its answer."""
    organ = coverage.most_years(view.dataset, view.selection)
    ranked = ask(view, compare.of_year, year, ("lawsuits_per_100",), "province")["ranked0"].sum()
    bars = {"ind": "lawsuits_per_100", "by": "province", "look": "bars", "year": year}
    asked = (
        ("q_upload", "upload", {}),
        ("q_organ", "organ", {"organ": organ["organ_id"], "tab": "trend"})
        if organ["years"] > 1
        else ("q_report", "report", {"organ": organ["organ_id"], "year": organ["year"]}),
        ("q_lawsuits", "compare", bars)
        if ranked >= FEW
        else ("q_outcomes", "requests", {"tab": "outcomes"}),
        ("q_reasons", "requests", {"tab": "reasons"}),
    )
    values = {
        "q_organ": {"organ": organ["organ"]},
        "q_report": {"organ": organ["organ"], "year": organ["year"]},
    }
    st.subheader(say("overview.questions"), anchor=False)
    for column, (key, page, choice) in zip(st.columns(4), asked, strict=True):
        with column, st.container(border=True, height="stretch"):
            st.page_link(
                frame.path(page),
                label=say(f"overview.{key}", **values.get(key, {})),
                icon=f":material/{'upload_file' if page == 'upload' else 'arrow_forward'}:",
                query_params=address.link(**choice),
            )


st.markdown(say("overview.what"))
search_box(view)
total = coverage.totals(view.dataset, view.selection)
if not total["reports"]:
    st.info(say("common.empty"), icon=":material/info:")
else:
    questions(int(total["last"]))
    if view.selection.dataset == "real":
        st.info(say("overview.few", reports=total["reports"]), icon=":material/info:")
        st.button(
            say("overview.to_demo"),
            icon=":material/science:",
            on_click=filters.show_dataset,
            args=("demo",),
        )
    extent(total)
    headlines(int(total["last"]))
    st.subheader(say("overview.coverage"), anchor=False)
    coverage_matrix(view, int(total["organs"]))
    st.subheader(say("overview.reading"), anchor=False)
    st.markdown(say("overview.reading_text"))
    st.page_link(
        frame.path("method"),
        label=say("method.title"),
        icon=":material/rule:",
        query_params=address.link(),
    )
