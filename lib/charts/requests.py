"""Requests received and handled: the flow, the outcomes, the reasons, the applicants."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib import form
from lib.charts.labels import count, coverage, hover, name, percent, wrapped
from lib.charts.shapes import across, bars, over_years
from lib.charts.style import WHEEL, colour, styled, titled
from lib.charts.years import year_axis, years_of
from lib.form import APPLICANTS, OUTCOMES
from lib.words import say


def flow(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """New, carried in, handled, carried out: four columns a year."""
    figure = go.Figure()
    years = years_of(frame)
    for key in dict.fromkeys(frame["line"]):
        part = frame[frame["line"] == key]
        title = name("requests", key, lang)
        figure.add_trace(over_years(part, key, title, lang, theme, years=years))
    figure.update_layout(barmode="group")
    figure.update_yaxes(
        title={"text": say("charts.cases", lang)}, tickformat=",", rangemode="tozero"
    )
    return styled(year_axis(figure, years), theme)


def outcomes(frame: pd.DataFrame, *, lang: str, theme: str, shares: bool) -> go.Figure:
    """The six outcomes of each year, stacked: as shares of all handled, or as counts."""
    return _stack(frame, "outcome", OUTCOMES, lang, theme, shares)


def applicants(frame: pd.DataFrame, *, lang: str, theme: str, shares: bool) -> go.Figure:
    """Who made the new requests of each year, stacked."""
    return _stack(frame, "applicant", APPLICANTS, lang, theme, shares)


def reasons_by_year(
    frame: pd.DataFrame, group: str, *, lang: str, theme: str, shares: bool
) -> go.Figure:
    """The reasons inside one group of outcomes, year by year, stacked."""
    keys = tuple(line.key for line in form.line("requests", group).children)
    return _stack(frame, "reason", keys, lang, theme, shares, wheel=True)


def _stack(
    frame: pd.DataFrame,
    column: str,
    keys: tuple[str, ...],
    lang: str,
    theme: str,
    shares: bool,
    wheel: bool = False,
) -> go.Figure:
    figure = go.Figure()
    value = "share" if shares else "value"
    years = years_of(frame)
    for index, key in enumerate(keys):
        part = frame[frame[column] == key]
        title = name("requests", key, lang)
        hue = WHEEL[index % len(WHEEL)] if wheel else key
        figure.add_trace(
            over_years(part, key, title, lang, theme, value=value, hue=hue, label=True, years=years)
        )
    figure.update_layout(barmode="stack")
    _measure_axis(figure.update_yaxes, lang, shares)
    return styled(year_axis(figure, years), theme, height=440)


def outcomes_by_applicant(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """What became of the requests of each kind of applicant: shares of the kind's total."""
    figure = go.Figure()
    totals = frame.drop_duplicates("applicant").set_index("applicant")["total"]
    words = {who: say("charts.of_total", lang, total=count(totals[who])) for who in APPLICANTS}
    places = [f"{wrapped(name('requests', who, lang))}<br>{words[who]}" for who in APPLICANTS]
    for key in OUTCOMES:
        part = frame[frame["outcome"] == key].set_index("applicant").loc[list(APPLICANTS)]
        title = name("requests", key, lang)
        figure.add_trace(bars(part.reset_index(), places, key, title, lang, theme, value="share"))
    figure.update_layout(barmode="stack")
    figure.update_yaxes(autorange="reversed", ticksuffix=" ")
    _measure_axis(figure.update_xaxes, lang, shares=True)
    return styled(figure, theme, height=500)


def reasons(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """The reasons inside each of the four groups that are not disclosure, as counts.

    One scale for all four, so that bars of different groups can be compared."""
    groups = list(dict.fromkeys(frame["group"]))
    sizes = [int((frame["group"] == group).sum()) for group in groups]
    figure = make_subplots(
        rows=len(groups),
        cols=1,
        shared_xaxes=True,
        row_heights=[size + 0.6 for size in sizes],
        vertical_spacing=0.07,
        subplot_titles=[_heading(frame[frame["group"] == group], group, lang) for group in groups],
    )
    most = 0 if frame["value"].isna().all() else float(frame["value"].max())
    for number, group in enumerate(groups, start=1):
        part = frame[frame["group"] == group]
        figure.add_trace(_reason_bars(part, group, most, lang, theme), row=number, col=1)
    figure.update_yaxes(autorange="reversed", ticksuffix=" ", tickfont={"size": 11})
    figure.update_xaxes(tickformat=",", rangemode="tozero", nticks=5, tickangle=0)
    if most > 0:
        figure.update_xaxes(range=[0, most * 1.25])
    titled(figure)
    styled(figure, theme, height=160 + 42 * sum(sizes))
    return figure.update_layout(showlegend=False, margin={"t": 32})


def _heading(part: pd.DataFrame, group: str, lang: str) -> str:
    total = say("charts.of_total", lang, total=count(part["total"].iloc[0]))
    return f"{name('requests', group, lang)} · {total}"


def _reason_bars(part: pd.DataFrame, group: str, most: float, lang: str, theme: str) -> go.Bar:
    names = [name("requests", key, lang) for key in part["reason"]]
    texts = [
        hover(
            title,
            [
                f"{count(row['value'])} ({percent(row['share'])})",
                *filter(None, [article(str(row["reason"]), lang)]),
                coverage(row, lang),
            ],
        )
        for title, (_, row) in zip(names, part.iterrows(), strict=True)
    ]
    labels = [
        "" if pd.isna(row["value"]) else f"{count(row['value'])} · {percent(row['share'], 0)}"
        for _, row in part.iterrows()
    ]
    places = [wrapped(each) for each in names]
    return across(places, part["value"], most, colour(group, theme), labels, texts)


def article(key: str, lang: str) -> str:
    """The article of the Regulation an outcome rests on, "" where our reading names none."""
    found = form.line("requests", key).article
    return say("charts.article", lang, article=found) if found else ""


def _measure_axis(update: object, lang: str, shares: bool) -> None:
    assert callable(update)
    if shares:
        update(tickformat=".0%", range=[0, 1], title={"text": say("charts.share", lang)})
    else:
        update(tickformat=",", rangemode="tozero", title={"text": say("charts.cases", lang)})
