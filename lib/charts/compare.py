"""Members beside each other: lines, bars, stacks, panels.

The frames are those of lib.queries.compare with `label`, the words a member is shown by. How
their values are written is in lib.charts.values; where they stand among all, lib.charts.spread.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.labels import count, with_mark
from lib.charts.rates import DASHES, SYMBOLS
from lib.charts.shapes import across, line
from lib.charts.style import WHEEL, colour, numbers, styled
from lib.charts.values import (
    described,
    in_points,
    shown,
    tick_format,
    unit_of,
)
from lib.charts.years import break_lines, every_year, year_axis, years_of
from lib.words import say


def _line(part: pd.DataFrame, at: int, key: str, way: str, lang: str, theme: str) -> go.Scatter:
    label = str(part["label"].iloc[0])
    years = every_year(part, years_of(part))
    years["label"] = label
    years["height"] = years["value"] * (100 if in_points(key, way) else 1)
    return line(
        years,
        label,
        [described(row, key, way, lang) for _, row in years.iterrows()],
        WHEEL[at % len(WHEEL)],
        theme,
        value="height",
        dash=DASHES[at // len(WHEEL) % len(DASHES)],
        symbol=SYMBOLS[at % len(SYMBOLS)],
    )


def _axis(figure: go.Figure, key: str, way: str, low: float, high: float, **where: Any) -> None:
    scale = 100 if in_points(key, way) else 1
    least = min(0.0, low * 1.12 * scale)
    most = high * 1.12 * scale if high > 0 else (0.0 if least < 0 else 1.0)
    ticks = {"tickformat": tick_format(key, way), "labelalias": {"+0": "0"}}
    figure.update_yaxes(**ticks, range=[least, most], **where)


def _span(values: pd.Series[Any]) -> tuple[float, float]:
    known = values.dropna()
    return (0.0, 0.0) if known.empty else (float(known.min()), float(known.max()))


def lines(frame: pd.DataFrame, key: str, way: str, *, lang: str, theme: str) -> go.Figure:
    """One line a member over the years."""
    figure = go.Figure()
    for at, (_, part) in enumerate(frame.groupby("member", sort=False)):
        figure.add_trace(_line(part, at, key, way, lang, theme))
    years = years_of(frame)
    _axis(figure, key, way, *_span(frame["value"]), title=unit_of(key, way, lang))
    styled(year_axis(figure, years), theme, height=420)
    break_lines(figure, years, say("charts.form_changed", lang), theme)
    many = frame["member"].nunique() > 1
    rows = ceil(frame["label"].map(len).groupby(frame["member"]).first().sum() / 60)
    above = 30 + 22 * min(rows + 1, 6) if many else 16
    return figure.update_layout(showlegend=many, margin={"t": above})


def panels(
    frame: pd.DataFrame, key: str, way: str, own: bool, *, lang: str, theme: str
) -> go.Figure:
    """One small panel a member, all on one scale unless each is to have its `own`."""
    members = list(frame.groupby("member", sort=False))
    columns = 2 if len(members) > 1 else 1
    rows = max(ceil(len(members) / columns), 1)
    figure = make_subplots(
        rows=rows,
        cols=columns,
        subplot_titles=[str(part["label"].iloc[0]) for _, part in members],
        vertical_spacing=min(0.14, 0.5 / rows),
        horizontal_spacing=0.1,
    )
    for at, (_, part) in enumerate(members):
        where = {"row": at // columns + 1, "col": at % columns + 1}
        figure.add_trace(_line(part, 0, key, way, lang, theme), **where)
        _axis(figure, key, way, *_span(part["value"] if own else frame["value"]), **where)
    figure.update_annotations(font={"size": 13, "weight": 600})
    styled(year_axis(figure, years_of(frame)), theme, height=70 + 190 * rows)
    figure.update_xaxes(tickangle=0, nticks=4, tickmode="auto", tickformat="d")
    return figure.update_layout(showlegend=False, margin={"t": 40})


def stack(frame: pd.DataFrame, key: str, shares: bool, *, lang: str, theme: str) -> go.Figure:
    """Columns over the years, the members stacked; as shares of their sum where asked."""
    figure = go.Figure()
    total = frame.groupby("year")["value"].transform("sum")
    height = frame["value"] / total.where(total > 0) if shares else frame["value"]
    frame = frame.assign(height=height)
    for at, (_, part) in enumerate(frame.groupby("member", sort=False)):
        hue = WHEEL[at % len(WHEEL)]
        figure.add_trace(
            go.Bar(
                x=list(part["year"]),
                y=numbers(part["height"]),
                name=str(part["label"].iloc[0]),
                marker={
                    "color": colour(hue, theme),
                    "line": {"width": 0},
                    "pattern": {"shape": "/" if at >= len(WHEEL) else ""},
                },
                hovertext=[described(row, key, "value", lang) for _, row in part.iterrows()],
                hoverinfo="text",
            )
        )
    figure.update_layout(barmode="stack")
    form = ".0%" if shares else tick_format(key, "value")
    unit = "" if shares else unit_of(key, "value", lang)
    figure.update_yaxes(tickformat=form, rangemode="tozero", title=unit)
    styled(year_axis(figure, years_of(frame)), theme, height=420)
    return figure.update_layout(margin={"t": 96})


def bars(
    frame: pd.DataFrame, key: str, way: str, marked: Sequence[str] = (), *, lang: str, theme: str
) -> go.Figure:
    """One bar a member for one year, in the frame's order; the `marked` ones stand out."""
    part = frame[frame["value"].notna()]
    hues = [colour("vermilion" if m in marked else "blue", theme) for m in part["member"]]
    texts = []
    for _, row in part.iterrows():
        sides = (
            ""
            if pd.isna(row["denominator"])
            else f"  {count(row['numerator'])}/{count(row['denominator'])}"
        )
        text = f"{shown(row['value'], key, way, lang)}{sides}"
        texts.append(with_mark(text, row.get("doubt")))
    low, high = _span(part["value"])
    hovers = [described(row, key, way, lang) for _, row in part.iterrows()]
    figure = go.Figure(across(list(part["member"]), part["value"], high, hues, texts, hovers))
    figure.update_yaxes(
        type="category",  # a region's code is no number
        autorange="reversed",
        tickmode="array",
        tickvals=list(part["member"]),
        ticktext=[f"{label} " for label in part["label"]],
    )
    figure.update_xaxes(
        tickformat=tick_format(key, way),
        range=[min(0.0, low * 1.3), high * 1.25 if high > 0 else 1],
        title=unit_of(key, way, lang),
    )
    styled(figure, theme, height=90 + 28 * max(len(part), 2))
    return figure.update_layout(margin={"t": 12})
