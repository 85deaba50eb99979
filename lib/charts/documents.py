"""Regulatory documents, decisions and fees: what the forms do not share is never one line."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.labels import count, coverage, doubt, hover, name
from lib.charts.shapes import line, over_years
from lib.charts.style import colour, ink_on, numbers, styled, titled
from lib.charts.years import break_lines, every_year, year_axis, years_of
from lib.form import DECISIONS, DOCUMENTS
from lib.words import say

CHANGES = ("made", "repealed")
STOCKS = ("published_total", "in_force")


def changes(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """Made and repealed, a panel for 规章 and one for 行政规范性文件."""
    return _panels(frame, DOCUMENTS, CHANGES, lang, theme, broken=True)


def stocks(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """Published in total (2019 form) and in force (2021 form): two lines with a break between."""
    return _panels(frame, DOCUMENTS, STOCKS, lang, theme, broken=True)


def decisions(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """Licences, penalties, coercion: a panel and a scale each, comparable over both forms."""
    return _panels(frame, DECISIONS, ("decisions",), lang, theme, broken=False)


def _panels(
    frame: pd.DataFrame,
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    lang: str,
    theme: str,
    broken: bool,
) -> go.Figure:
    figure = make_subplots(
        rows=len(rows),
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.12,
        subplot_titles=[name("disclosure", row, lang) for row in rows],
    )
    years = years_of(frame)
    for number, row in enumerate(rows, start=1):
        for index, column in enumerate(columns):
            part = frame[(frame["row"] == row) & (frame["column"] == column)]
            part = every_year(part, years)
            title = name("disclosure", column, lang)
            texts = [
                hover(f"{each['year']} · {title}", [count(each["value"]), coverage(each, lang)])
                for each in part.to_dict("records")
            ]
            figure.add_trace(
                line(
                    part, title, texts, column if len(columns) > 1 else row, theme,
                    symbol=("circle", "square")[index],
                    legendgroup=column, showlegend=number == 1 and len(columns) > 1,
                ),
                row=number, col=1,
            )  # fmt: skip
    unit = say("charts.decisions" if len(columns) == 1 else "charts.documents", lang)
    figure.update_yaxes(tickformat=",", rangemode="tozero", title={"text": unit})
    titled(figure)
    if broken:
        break_lines(figure, years, say("charts.form_changed", lang), theme, range(1, len(rows) + 1))
    styled(year_axis(figure, years), theme, height=90 + 220 * len(rows))
    return figure.update_layout(margin={"t": 64 if len(columns) > 1 else 40})


def fee_amount(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """Money collected, in 万元."""
    title = name("disclosure", "amount", lang)
    years = years_of(frame)
    figure = go.Figure(over_years(frame, "fees", title, lang, theme, years=years))
    # not ",", whose ticks Chinese would write in 万 once more
    unit = say("charts.ten_thousand_yuan", lang)
    figure.update_yaxes(title={"text": unit}, tickformat=",.0f")
    styled(year_axis(figure, years), theme, height=320)
    return figure.update_layout(showlegend=False, margin={"t": 28})


def fee_items(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """Number of fee items last year and their change this year: the 2019 form."""
    figure = go.Figure()
    years = years_of(frame)
    for column in dict.fromkeys(frame["column"]):
        part = frame[frame["column"] == column]
        title = name("disclosure", column, lang)
        trace = over_years(part, column, title, lang, theme, years=years)
        figure.add_trace(
            trace.update(text=[count(v) for v in numbers(part["value"])], textposition="outside")
        )
    figure.update_layout(barmode="group")
    figure.update_yaxes(title={"text": say("charts.items", lang)}, tickformat=",")
    return styled(year_axis(figure, years), theme, height=320)


STATES = {"holds": "green", "broken": "vermilion", "unknown": "grey"}


def kept(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """How many reports' stock follows from the year before, a column a year."""
    figure = go.Figure()
    years = years_of(frame)
    for state, hue in STATES.items():
        part = frame[frame["state"] == state].set_index("year")["value"].reindex(years)
        title = say(f"documents.state.{state}", lang)
        figure.add_trace(
            go.Bar(
                x=years,
                y=numbers(part),
                name=title,
                marker={"color": colour(hue, theme)},
                insidetextfont={"color": ink_on(colour(hue, theme))},
                text=[count(value) if not pd.isna(value) else "" for value in part],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                hovertext=[
                    hover(f"{year} · {title}", [count(value)])
                    for year, value in zip(years, part, strict=True)
                ],
                hoverinfo="text",
            )
        )
    figure.update_layout(barmode="stack")
    unit = say("charts.reports", lang)
    figure.update_yaxes(tickformat=",", rangemode="tozero", title={"text": unit})
    return styled(year_axis(figure, years), theme, height=340)


def stock_of_one(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """One organ's stock as printed, and as the year before and this year's changes make it."""
    figure = go.Figure()
    years = years_of(frame)
    part = every_year(frame, years)
    for column, hue, dash, symbol in (
        ("in_force", "green", "solid", "circle"),
        ("expected", "vermilion", "dash", "x"),
    ):
        title = say(f"documents.stock.{column}", lang)
        texts = [
            hover(f"{row['year']} · {title}", [_sum(row), *filter(None, [doubt(row)])])
            for row in part.to_dict("records")
        ]
        figure.add_trace(
            line(part, title, texts, hue, theme, value=column, dash=dash, symbol=symbol)
        )
    unit = say("charts.documents", lang)
    figure.update_yaxes(tickformat=",", rangemode="tozero", title={"text": unit})
    return styled(year_axis(figure, years), theme, height=340)


def _sum(row: dict[Any, Any]) -> str:
    before, made, repealed = (count(row[name]) for name in ("before", "made", "repealed"))
    return f"{before} + {made} − {repealed} = {count(row['expected'])} | {count(row['in_force'])}"
