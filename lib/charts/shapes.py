"""The few shapes all figures are made of: columns over years, stacks, lines, bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.charts.labels import DOUBT, count, coverage, doubt, hover, percent
from lib.charts.style import colour, ink_on, numbers
from lib.charts.years import every_year, years_of


def _texts(frame: pd.DataFrame, title: str, lang: str, at: str) -> list[str]:
    """What hovering over each row says: value, share where there is one, reports counted."""
    found = []
    for _, row in frame.iterrows():
        value = count(row["value"])
        if "share" in frame.columns:
            value = f"{value} / {count(row['total'])} ({percent(row['share'])})"
        place = int(row[at]) if at == "year" else row[at]
        found.append(hover(f"{place} · {title}", [value, coverage(row, lang)]))
    return found


def over_years(
    frame: pd.DataFrame,
    key: str,
    title: str,
    lang: str,
    theme: str,
    *,
    value: str = "value",
    hue: str = "",
    label: bool = False,
    years: Sequence[int] | None = None,
    **layout: Any,
) -> go.Bar:
    """Columns, one a year; a year without the number has no column."""
    frame = every_year(frame, years or years_of(frame))
    shown = numbers(frame[value])
    return go.Bar(
        x=list(frame["year"]),
        y=shown,
        name=title,
        marker={"color": colour(hue or key, theme), "line": {"width": 0}},
        insidetextfont={"color": ink_on(colour(hue or key, theme))},
        text=_inside(frame, value) if label else None,
        textposition="inside" if label else "none",
        insidetextanchor="middle",
        textangle=0,
        hovertext=_texts(frame, title, lang, "year"),
        hoverinfo="text",
        legendgroup=key,
        **layout,
    )


def _inside(frame: pd.DataFrame, value: str) -> list[str]:
    """Labels for the segments of a stack that are large enough to hold one."""
    if value == "share":
        return ["" if pd.isna(v) or v < 0.06 else percent(v, 0) for v in frame[value]]
    most = frame["total"].max() if "total" in frame.columns else frame[value].max()
    return ["" if pd.isna(v) or v < 0.08 * most else count(v) for v in frame[value]]


def line(
    frame: pd.DataFrame,
    title: str,
    texts: Sequence[str],
    hue: str,
    theme: str,
    *,
    value: str = "value",
    dash: str = "solid",
    symbol: str = "circle",
    **layout: Any,
) -> go.Scatter:
    """A line with a marker a year. It does not bridge a year without a number. Doubtful numbers
    (a column `doubt`) carry the mark."""
    if "doubt" in frame:
        signs = [DOUBT if doubt(row) else "" for row in frame.to_dict("records")]
        font = {"color": colour("vermilion", theme), "size": 11}
        layout |= {"text": signs, "textposition": "top center", "textfont": font}
    return go.Scatter(
        x=list(frame["year"]),
        y=numbers(frame[value]),
        name=title,
        mode="lines+markers+text" if "doubt" in frame else "lines+markers",
        connectgaps=False,
        line={"color": colour(hue, theme), "width": 2.5, "dash": dash},
        marker={"color": colour(hue, theme), "size": 8, "symbol": symbol},
        hovertext=list(texts),
        hoverinfo="text",
        **layout,
    )


def bars(
    frame: pd.DataFrame,
    places: Sequence[str],
    key: str,
    title: str,
    lang: str,
    theme: str,
    *,
    value: str,
    label: bool = True,
) -> go.Bar:
    """Horizontal bars of one series of a stack; `places` are the words of the rows."""
    named = frame.assign(place=list(places))
    return go.Bar(
        y=list(places),
        x=numbers(frame[value]),
        orientation="h",
        name=title,
        marker={"color": colour(key, theme), "line": {"width": 0}},
        insidetextfont={"color": ink_on(colour(key, theme))},
        text=_inside(frame, value) if label else None,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        hovertext=_texts(named, title, lang, "place"),
        hoverinfo="text",
    )


def across(
    places: Sequence[str],
    values: Iterable[Any],
    most: float,
    hues: str | list[str],
    texts: list[str],
    hovers: list[str],
) -> go.Bar:
    """One bar a place from left to right, its words in it where it is long enough and behind it
    where it is not; `most` is what the longest bar may come to, `hues` a colour or one each."""
    inks = ink_on(hues) if isinstance(hues, str) else [ink_on(hue) for hue in hues]
    numbered = list(values)
    return go.Bar(
        y=list(places),
        x=numbers(numbered),
        orientation="h",
        marker={"color": hues},
        insidetextfont={"color": inks},
        text=texts,
        textposition=within(numbered, most),
        textangle=0,
        constraintext="none",
        cliponaxis=False,
        hovertext=hovers,
        hoverinfo="text",
    )


def within(values: Iterable[Any], most: float) -> list[str]:
    """Where the label of each bar goes: inside the long ones, after the end of the short ones.
    Plotly's own `auto` puts labels inside bars they do not fit."""
    return ["outside" if pd.isna(v) or v < 0.6 * most else "inside" for v in values]
