"""Named rates: over the years, and organ by organ, always with the numbers they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.labels import MISSING, count, coverage, doubt, hover, percent, with_mark
from lib.charts.shapes import across, line
from lib.charts.style import WHEEL, colour, styled, titled
from lib.charts.years import every_year, year_axis, years_of
from lib.measures import MEASURES

DASHES = ("solid", "dash", "dot", "dashdot")
SYMBOLS = ("circle", "square", "diamond", "triangle-up")


def shown(rate: Any, key: str) -> str:
    """A rate as it is written: a percentage, or a number per hundred."""
    if pd.isna(rate):
        return MISSING
    return percent(rate) if MEASURES[key].per == 1 else f"{float(rate):,.1f}"


def by_year(
    frame: pd.DataFrame, panels: Sequence[Sequence[str]], titles: Sequence[str] = (), *,
    lang: str, theme: str,
) -> go.Figure:  # fmt: skip
    """Lines over the years, one panel a list of measures, all panels on one scale."""
    figure = make_subplots(
        rows=len(panels),
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.09,
        subplot_titles=list(titles) or None,
    )
    years = years_of(frame)
    named: set[str] = set()
    for number, keys in enumerate(panels, start=1):
        for index, key in enumerate(keys):
            part = every_year(frame[frame["measure"] == key], years)
            # panels repeat the same variants for different groups: one legend entry for all
            title = MEASURES[key].variant(lang) if titles else MEASURES[key].name(lang)
            figure.add_trace(
                line(
                    part,
                    title,
                    [_hover(row, key, lang) for _, row in part.iterrows()],
                    WHEEL[index % len(WHEEL)],
                    theme,
                    value="rate",
                    dash=DASHES[index % len(DASHES)],
                    symbol=SYMBOLS[index % len(SYMBOLS)],
                    legendgroup=title,
                    showlegend=title not in named,
                ),
                row=number,
                col=1,
            )
            named.add(title)
    top = frame["rate"].max()
    percents = all(MEASURES[key].per == 1 for keys in panels for key in keys)
    figure.update_yaxes(
        tickformat=".0%" if percents else ",.3~f",
        range=[0, float(top) * 1.12] if not pd.isna(top) and top > 0 else [0, 1],
    )
    titled(figure)
    styled(
        year_axis(figure, years), theme, height=380 if len(panels) == 1 else 90 + 210 * len(panels)
    )
    return figure.update_layout(showlegend=len(named) > 1, margin={"t": 84 if titles else 48})


def _hover(row: pd.Series[Any], key: str, lang: str) -> str:
    made_of = f"{count(row['numerator'])} / {count(row['denominator'])}"
    title = f"{int(row['year'])} · {MEASURES[key].name(lang)}"
    return hover(title, [f"{shown(row['rate'], key)} = {made_of}", coverage(row, lang)])


def by_organ(frame: pd.DataFrame, key: str, *, lang: str, theme: str) -> go.Figure:
    """The ranked organs, rate beside numerator and denominator; in the frame's order."""
    part = frame[frame["ranked"] & frame["rate"].notna()]
    texts = [
        with_mark(
            f"{shown(row['rate'], key)}  {count(row['numerator'])}/{count(row['denominator'])}",
            row.get("doubt"),
        )
        for _, row in part.iterrows()
    ]
    hovers = [
        hover(
            row["organ"],
            [text, place(row), coverage(row, lang), *filter(None, [doubt(row)])],
        )
        for text, (_, row) in zip(texts, part.iterrows(), strict=True)
    ]
    most = 0 if part.empty else float(part["rate"].max())
    hue = colour("blue", theme)
    figure = go.Figure(across(list(part["organ_id"]), part["rate"], most, hue, texts, hovers))
    # organs of one name exist in several places: the id is the position, the name the label
    figure.update_yaxes(
        autorange="reversed",
        tickmode="array",
        tickvals=list(part["organ_id"]),
        ticktext=[f"{row['organ']} " for _, row in part.iterrows()],
    )
    top = part["rate"].max()
    figure.update_xaxes(
        tickformat=".0%" if MEASURES[key].per == 1 else ",.3~f",
        range=[0, float(top) * 1.2 if not pd.isna(top) and top > 0 else 1],
    )
    styled(figure, theme, height=90 + 28 * max(len(part), 2))
    return figure.update_layout(margin={"t": 12})


def place(row: pd.Series[Any]) -> str:
    """Province, city and county, without repeats."""
    return " ".join(
        dict.fromkeys(row[name] for name in ("province", "city", "county") if row[name])
    )
