"""Members beside each other: lines, bars, stacks, panels, a distribution, two indicators.

The frames are those of lib.queries.compare with `label`, the words a member is shown by. A value
may be the indicator as it is, its share, its change on the year before, or per 100,000 residents.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.labels import MISSING, count, coverage, doubt, hover, percent, with_mark
from lib.charts.rates import DASHES, SYMBOLS
from lib.charts.shapes import line, within
from lib.charts.style import WHEEL, colour, ink_on, numbers, styled
from lib.charts.years import break_lines, every_year, year_axis, years_of
from lib.measures import MEASURES
from lib.words import say

_NAMED = 12  # so few points have their names beside them


def is_share(key: str, way: str) -> bool:
    """Whether values are drawn as percentages."""
    measure = MEASURES[key]
    if way == "share" or (way == "change" and measure.counted):
        return True
    return way in ("value", "change") and not measure.counted and measure.per == 1


def signed(value: float, form: str) -> str:
    """A number with its sign, the minus as the axes have it.

    >>> signed(-5.04, ".1f"), signed(0.5, ".1%")
    ('−5.0', '+50.0%')
    """
    return format(value, f"+{form}").replace("-", "\N{MINUS SIGN}")


def shown(value: Any, key: str, way: str, lang: str) -> str:
    """A value as it is written: a count, a percentage, a number per hundred or per 100,000; a
    change with its sign, in percentage points where it is one of a rate."""
    if pd.isna(value):
        return MISSING
    measure = MEASURES[key]
    if way == "change":
        if measure.counted:
            return signed(float(value), ".1%")
        if measure.per == 1:
            return f"{signed(float(value) * 100, '.1f')} {say('compare.points', lang)}"
        return signed(float(value), ",.1f")
    if is_share(key, way):
        return percent(value)
    if way == "residents" or not measure.counted:
        return f"{float(value):,.1f}"
    unit = measure.unit
    if unit is not None and not unit.fractional and not float(value).is_integer():
        return f"{float(value):,.1f}"  # a mean or a median of counts
    return count(value)


def made_of(row: pd.Series[Any], key: str, lang: str, way: str = "value") -> str:
    """A value with the two numbers it is made of, where there are two."""
    value = shown(row["value"], key, way, lang)
    if pd.isna(row["denominator"]):
        return value
    return f"{value} = {count(row['numerator'])} / {count(row['denominator'])}"


def described(row: pd.Series[Any], key: str, way: str, lang: str) -> str:
    """What hovering over a member says."""
    value = made_of(row, key, lang, way)
    if way != "value" and pd.isna(row["denominator"]):
        value += f" ({count(row['numerator'])})"
    year = "" if pd.isna(row.get("year")) else f"{int(row['year'])} · "
    return hover(f"{year}{row['label']}", [value, coverage(row, lang), *filter(None, [doubt(row)])])


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


def in_points(key: str, way: str) -> bool:
    """Whether a change is one of a percentage, in points: 3% more than 50% could be 51.5 or 53."""
    measure = MEASURES[key]
    return way == "change" and not measure.counted and measure.per == 1


def tick_format(key: str, way: str) -> str:
    """How an axis writes values: percentages; money in 万元 with all its digits, since 万 would
    stand there twice; counts."""
    if in_points(key, way):
        return "+,.3~f"
    if is_share(key, way):
        return ".0%"
    unit = MEASURES[key].unit
    return ",.0f" if unit is not None and unit.fractional and way == "value" else ",.3~f"


def unit_of(key: str, way: str, lang: str) -> str:
    """What an axis counts; "" where its ticks say it or the title of the figure does."""
    if in_points(key, way):
        return say("compare.points", lang)
    unit = MEASURES[key].unit if way == "value" else None
    if unit is None:
        return ""
    return unit.value if lang == "zh" else unit.en.capitalize()


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
    figure = go.Figure(
        go.Bar(
            y=list(part["member"]),
            x=numbers(part["value"]),
            orientation="h",
            marker={"color": hues},
            insidetextfont={"color": [ink_on(hue) for hue in hues]},
            text=texts,
            textposition=within(part["value"], high),
            textangle=0,
            constraintext="none",
            cliponaxis=False,
            hovertext=[described(row, key, way, lang) for _, row in part.iterrows()],
            hoverinfo="text",
        )
    )
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


def spread(
    frame: pd.DataFrame, key: str, marked: Sequence[str], *, lang: str, theme: str
) -> go.Figure:
    """Every member as a point along one axis, the `marked` large and named; quartiles dashed."""
    part = frame[frame["value"].notna()]
    chosen = part["member"].isin(list(marked))
    # the same scatter every time a page is drawn
    random = np.random.default_rng(1)
    lift = random.uniform(-0.8, 0.8, len(part))
    figure = go.Figure()
    if len(part):
        for share, dash in ((0.25, "dot"), (0.5, "dash"), (0.75, "dot")):
            at = float(part["value"].astype(float).quantile(share))
            figure.add_vline(x=at, line={"color": colour("faint", theme), "dash": dash, "width": 1})
    others = part[~chosen]
    few = len(part) <= _NAMED
    figure.add_trace(
        (go.Scatter if few else go.Scattergl)(
            x=numbers(others["value"]),
            y=list(lift[~chosen.to_numpy()]),
            mode="markers+text" if few else "markers",
            text=_names(others) if few else None,
            textposition="top center",
            textfont={"color": colour("ink", theme), "size": 12} if few else None,
            marker={"size": 7, "color": colour("sky", theme), "opacity": 0.7},
            hovertext=[described(row, key, "value", lang) for _, row in others.iterrows()],
            hoverinfo="text",
            showlegend=False,
        )
    )
    for at, (_, row) in enumerate(part[chosen].iterrows()):
        figure.add_trace(
            go.Scatter(
                x=[float(row["value"])],
                y=[0],
                mode="markers+text",
                name=str(row["label"]),
                text=[
                    with_mark(
                        f"{row['label']} {shown(row['value'], key, 'value', lang)}",
                        row.get("doubt"),
                    )
                ],
                textposition="top center" if at % 2 == 0 else "bottom center",
                textfont={"color": colour("ink", theme)},
                marker={
                    "size": 14,
                    "symbol": "diamond",
                    "color": colour("vermilion", theme),
                    "line": {"width": 1.5, "color": colour("ink", theme)},
                },
                hovertext=[described(row, key, "value", lang)],
                hoverinfo="text",
                showlegend=False,
            )
        )
    figure.update_yaxes(visible=False, range=[-1.6, 1.6])
    figure.update_xaxes(tickformat=tick_format(key, "value"), title_text=MEASURES[key].name(lang))
    return styled(figure, theme, height=320).update_layout(margin={"t": 16})


def scatter(
    frame: pd.DataFrame, keys: tuple[str, str], marked: Sequence[str], *, lang: str, theme: str
) -> go.Figure:
    """Two indicators of each member, `keys` as (y, x); medians cut the plane in four."""
    part = frame[frame["y"].notna() & frame["x"].notna()]
    chosen = part["member"].isin(list(marked))
    figure = go.Figure()
    for of, hue, symbol, size in (
        (part[~chosen], "blue", "circle", 8),
        (part[chosen], "vermilion", "diamond", 14),
    ):
        named = symbol == "diamond" or len(part) <= _NAMED
        kind = go.Scatter if named else go.Scattergl
        figure.add_trace(
            kind(
                x=numbers(of["x"]),
                y=numbers(of["y"]),
                mode="markers+text" if named else "markers",
                text=_names(of) if named else None,
                textposition="top center",
                textfont={"color": colour("ink", theme), "size": 12} if named else None,
                marker={
                    "size": size,
                    "symbol": symbol,
                    "color": colour(hue, theme),
                    "opacity": 0.75,
                },
                hovertext=[_both(row, keys, lang) for _, row in of.iterrows()],
                hoverinfo="text",
                showlegend=False,
            )
        )
    if len(part):
        across, up = (float(part[axis].astype(float).median()) for axis in ("x", "y"))
        style = {"color": colour("faint", theme), "dash": "dash", "width": 1}
        figure.add_vline(x=across, line=style)
        figure.add_hline(y=up, line=style)
    for axis, key in ((figure.update_yaxes, keys[0]), (figure.update_xaxes, keys[1])):
        axis(
            title_text=MEASURES[key].name(lang),
            tickformat=tick_format(key, "value"),
        )
    return styled(figure, theme, height=460).update_layout(margin={"t": 16})


def _names(part: pd.DataFrame) -> list[str]:
    return [with_mark(row["label"], row.get("doubt")) for row in part.to_dict("records")]


def _both(row: pd.Series[Any], keys: tuple[str, str], lang: str) -> str:
    return hover(
        str(row["label"]),
        [
            f"{MEASURES[key].name(lang)} {shown(row[axis], key, 'value', lang)}"
            for axis, key in zip("yx", keys, strict=True)
        ]
        + list(filter(None, [doubt(row)])),
    )
