"""Places as tiles of one size, where each province stands about where it lies.

A map would give Tibet forty times the room of Shanghai, needs borders that only an approved map may
draw, and hides the small places. The tiles' arrangement is ours. Places the grid does not know
(cities, counties, invented provinces) are set row by row in the order of their codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.charts.labels import coverage, hover
from lib.charts.style import COLOURS, colour, styled
from lib.charts.values import described, shown, tick_format
from lib.measures import MEASURES

# province code: column from the west, row from the north
GRID = {
    "23": (8, 0),
    "65": (0, 1), "15": (6, 1), "11": (7, 1), "22": (8, 1),
    "63": (1, 2), "62": (2, 2), "64": (3, 2), "61": (4, 2), "14": (5, 2), "13": (6, 2),
    "12": (7, 2), "21": (8, 2),
    "54": (1, 3), "51": (3, 3), "50": (4, 3), "41": (5, 3), "37": (6, 3),
    "53": (3, 4), "52": (4, 4), "42": (5, 4), "34": (6, 4), "32": (7, 4), "31": (8, 4),
    "43": (5, 5), "36": (6, 5), "33": (7, 5),
    "45": (4, 6), "44": (5, 6), "35": (6, 6), "71": (7, 6),
    "46": (4, 7), "82": (5, 7), "81": (6, 7),
}  # fmt: skip
_A_ROW = 6
_SIZE = 0.94
_ENDS = ("省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区", "自治州")


def short(name: str) -> str:
    """A place's name without what kind of place it is, for a tile.

    >>> short("内蒙古自治区"), short("株洲市"), short("广西壮族自治区"), short("芦淞区")
    ('内蒙古', '株洲', '广西', '芦淞区')
    """
    for end in sorted(_ENDS, key=len, reverse=True):
        if name.endswith(end) and len(name) > len(end) + 1:
            return name.removesuffix(end)
    return name


def positions(codes: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Column and row of each place: the provinces' own where all are known, else row by row.

    >>> positions(["11", "31"])
    {'11': (7, 1), '31': (8, 4)}
    >>> positions(["9101", "9102"])
    {'9101': (0, 0), '9102': (1, 0)}
    """
    ordered = sorted(codes)
    if all(code in GRID for code in ordered):
        return {code: GRID[code] for code in ordered}
    return {code: (at % _A_ROW, at // _A_ROW) for at, code in enumerate(ordered)}


def tiles(
    frame: pd.DataFrame,
    key: str,
    way: str = "value",
    missing: Sequence[tuple[str, str]] = (),
    *,
    lang: str,
    theme: str,
) -> go.Figure:
    """One tile a member of `frame` (lib.queries.compare, with `label`), coloured by its value; a
    tile without a value, or with one that is not ranked, has no colour. `missing` are codes and
    names of places that have no report."""
    names = {row["member"]: str(row["label"]) for _, row in frame.iterrows()}
    names |= {code: name for code, name in missing if code not in names}
    at = positions(names)
    rows = {row["member"]: row for _, row in frame.iterrows()}
    given = [code for code in at if code in rows and not pd.isna(rows[code]["value"])]
    # a rate of few cases would set the ends of the scale by chance
    known = [code for code in given if bool(rows[code].get("ranked", True))]
    rest = [code for code in at if code not in known]
    figure = go.Figure()
    if known:
        figure.add_trace(
            _trace(
                known,
                at,
                [
                    f"<b>{short(names[c])}</b><br>{shown(rows[c]['value'], key, way, lang)}"
                    for c in known
                ],
                [described(rows[c], key, way, lang) for c in known],
                **_coloured([float(rows[c]["value"]) for c in known], key, way, lang, theme),
            )
        )
    if rest:
        figure.add_trace(
            _trace(
                rest,
                at,
                [
                    f"{short(names[c])}<br>"
                    + (shown(rows[c]["value"], key, way, lang) if c in given else "—")
                    for c in rest
                ],
                [
                    described(rows[c], key, way, lang)
                    if c in given
                    else hover(names[c], [coverage(rows[c], lang)] if c in rows else ["—"])
                    for c in rest
                ],
                marker={
                    "color": colour("paper", theme),
                    "line": {"width": 1, "color": colour("grid", theme)},
                },
                insidetextfont={"color": colour("faint", theme)},
            )
        )
    deepest = max((row for _, row in at.values()), default=0)
    widest = max((column for column, _ in at.values()), default=0)
    figure.update_xaxes(visible=False, range=[-0.05, widest + 1], fixedrange=True)
    figure.update_yaxes(visible=False, range=[-deepest - 0.05, 1], fixedrange=True)
    styled(figure, theme, height=110 + 58 * (deepest + 1))
    return figure.update_layout(
        showlegend=False,
        barmode="overlay",
        bargap=0,
        margin={"t": 8, "l": 4, "r": 4, "b": 64},
        uniformtext={"mode": "show", "minsize": 8},
    )


def _coloured(
    values: list[float], key: str, way: str, lang: str, theme: str
) -> dict[str, dict[str, Any]]:
    """Tiles in the colours of their values, beside the scale of these, and their words' ink."""
    least, most = min(values), max(values)
    return {
        "marker": {
            "color": values,
            "colorscale": _scale(theme),
            "cmin": least,
            "cmax": most if most > least else least + 1,
            "line": {"width": 0},
            # of one value there is no scale, and its ends would be nobody's values
            "showscale": most > least,
            "colorbar": {
                "orientation": "h",
                "thickness": 10,
                "len": 0.6,
                "y": -0.02,
                "yanchor": "top",
                "tickformat": tick_format(key, way),
                "outlinewidth": 0,
                "title": {
                    "text": MEASURES[key].name(lang),
                    "side": "top",
                    "font": {"size": 12},
                },
                "tickfont": {"size": 11},
            },
        },
        "insidetextfont": {"color": [_ink(value, values, theme) for value in values]},
    }


def _trace(
    codes: list[str],
    at: dict[str, tuple[int, int]],
    texts: list[str],
    hovers: list[str],
    **more: Any,
) -> go.Bar:
    """Bars, for they grow with the figure as no marker does."""
    return go.Bar(
        x=[at[code][0] for code in codes],
        base=[-at[code][1] for code in codes],
        y=[_SIZE] * len(codes),
        width=_SIZE,
        offset=0,
        customdata=codes,
        text=texts,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        hovertext=hovers,
        hoverinfo="text",
        **more,
    )


def _scale(theme: str) -> list[list[Any]]:
    """From the paper's side to the strong one, so that more is always further from the paper."""
    weak = "#dcebf7" if theme == "light" else "#16324a"
    return [[0, weak], [0.5, "#5a9fd4" if theme == "light" else "#2f79b3"], [1, _strong(theme)]]


def _strong(theme: str) -> str:
    return "#0b4f86" if theme == "light" else "#9bd6f7"


def _ink(value: float, values: list[float], theme: str) -> str:
    """Dark or light words, as the tile's colour wants them."""
    least, most = min(values), max(values)
    share = (value - least) / (most - least) if most > least else 0
    if theme == "light":
        return COLOURS["light"]["ink"] if share < 0.55 else "#ffffff"
    return "#ffffff" if share < 0.6 else "#0b1622"


def choropleth(
    frame: pd.DataFrame, key: str, way: str = "value", *, borders: dict[str, Any], lang: str,
    theme: str,
) -> go.Figure:  # fmt: skip
    """The same values on borders that the operator supplies (lib.geometry); places whose value is
    not ranked have no colour here either."""
    part = frame[frame["value"].notna()]
    if "ranked" in part:
        part = part[part["ranked"].astype(bool)]
    figure = go.Figure(
        go.Choropleth(
            geojson=borders,
            locations=list(part["member"]),
            z=[float(value) for value in part["value"]],
            customdata=list(part["member"]),
            colorscale=_scale(theme),
            marker={"line": {"width": 0.6, "color": colour("paper", theme)}},
            colorbar={"thickness": 10, "tickformat": tick_format(key, way)},
            showscale=part["value"].nunique() > 1,
            hovertext=[described(row, key, way, lang) for _, row in part.iterrows()],
            hoverinfo="text",
        )
    )
    figure.update_geos(
        visible=False,
        fitbounds="locations",
        bgcolor=colour("paper", theme),
        projection_type="mercator",
    )
    return styled(figure, theme, height=520).update_layout(margin={"t": 8, "b": 8})
