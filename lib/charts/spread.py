"""Where members stand: every one as a point along one indicator, or by two of them.

The frames are those of lib.queries.compare with `label`, the words a member is shown by.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lib.charts.labels import doubt, hover, with_mark
from lib.charts.style import colour, numbers, styled
from lib.charts.values import described, shown, tick_format
from lib.measures import MEASURES

_NAMED = 12  # so few points have their names beside them


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
