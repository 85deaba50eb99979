"""Reconsideration and litigation: what became of the cases, by year and by organ."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.labels import count, coverage, doubt, hover, name, with_mark, wrapped
from lib.charts.rates import place
from lib.charts.shapes import across, over_years
from lib.charts.style import colour, numbers, styled, titled
from lib.charts.years import year_axis, years_of
from lib.form import REMEDY_GROUPS, RESULTS
from lib.words import say


def results(frame: pd.DataFrame, *, lang: str, theme: str, shares: bool) -> go.Figure:
    """A panel for reconsideration and one for each route of litigation; four results stacked.

    Counts have a scale a panel: reconsiderations outnumber lawsuits several times."""
    figure = make_subplots(
        rows=len(REMEDY_GROUPS),
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.09,
        subplot_titles=[name("remedies", group, lang) for group in REMEDY_GROUPS],
    )
    years = years_of(frame)
    value = "share" if shares else "value"
    for number, group in enumerate(REMEDY_GROUPS, start=1):
        for key in RESULTS:
            part = frame[(frame["group"] == group) & (frame["result"] == key)]
            title = name("remedies", key, lang)
            trace = over_years(
                part, key, title, lang, theme,
                value=value, label=True, years=years, showlegend=number == 1,
            )  # fmt: skip
            figure.add_trace(trace, row=number, col=1)
    figure.update_layout(barmode="stack")
    if shares:
        figure.update_yaxes(tickformat=".0%", range=[0, 1])
    else:
        unit = say("charts.cases", lang)
        figure.update_yaxes(tickformat=",", rangemode="tozero", title={"text": unit})
    titled(figure)
    styled(year_axis(figure, years), theme, height=90 + 210 * len(REMEDY_GROUPS))
    return figure.update_layout(margin={"t": 84})


def cases_by_organ(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """The cases of one year, organ by organ, results stacked; in the frame's order."""
    figure = go.Figure()
    for key in RESULTS:
        title = name("remedies", key, lang)
        figure.add_trace(
            go.Bar(
                y=list(frame["organ_id"]),
                x=numbers(frame[key]),
                orientation="h",
                name=title,
                marker={"color": colour(key, theme)},
                hovertext=[_hover(row, key, title) for _, row in frame.iterrows()],
                hoverinfo="text",
            )
        )
    figure.update_layout(barmode="stack")
    figure.update_yaxes(
        autorange="reversed",
        tickmode="array",
        tickvals=list(frame["organ_id"]),
        ticktext=[
            f"{with_mark(row['organ'], row.get('doubt'))} " for row in frame.to_dict("records")
        ],
    )
    unit = say("charts.cases", lang)
    figure.update_xaxes(tickformat=",", rangemode="tozero", title={"text": unit})
    return styled(figure, theme, height=120 + 28 * max(len(frame), 2))


def _hover(row: pd.Series[Any], key: str, title: str) -> str:
    return hover(
        f"{row['organ']} · {title}",
        [
            f"{count(row[key])} / {count(row['total'])}",
            place(row),
            *filter(None, [doubt(row)]),
        ],
    )


def way(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """From requests to reconsideration to court: the cases of each step for 100 new requests. Bars
    and no stream, since a year's cases need not come from its requests."""
    part = frame[frame["key"] != "requests.received.total"]
    names = [step_name(key, lang) for key in part["key"]]
    hues = [
        colour("vermilion" if str(key).endswith(".corrected") else "blue", theme)
        for key in part["key"]
    ]
    texts = [
        f"{row['per_100']:.1f} ({count(row['value'])})" if not pd.isna(row["per_100"]) else ""
        for row in part.to_dict("records")
    ]
    most = part["per_100"].max()
    top = 1.0 if pd.isna(most) or most <= 0 else float(most)
    hovers = [
        hover(title, [text, coverage(row, lang)])
        for title, text, row in zip(names, texts, part.to_dict("records"), strict=True)
    ]
    places = [wrapped(each, 28) for each in names]
    figure = go.Figure(across(places, part["per_100"], top, hues, texts, hovers))
    figure.update_yaxes(autorange="reversed", ticksuffix=" ")
    unit = say("charts.per_100", lang)
    figure.update_xaxes(tickformat=",.3~f", range=[0, top * 1.3], title={"text": unit})
    return styled(figure, theme, height=340).update_layout(margin={"t": 12})


def step_name(key: str, lang: str) -> str:
    """A route and its result; for requests the line alone."""
    table, group, result = key.split(".")
    if table == "requests":
        return name(table, group, lang)
    return f"{name('remedies', group, lang)} · {name('remedies', result, lang)}"
