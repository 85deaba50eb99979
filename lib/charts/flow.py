"""A year's requests from what came in to what became of them, and what is left."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from lib import form
from lib.charts.labels import count, coverage, hover, name, percent
from lib.charts.requests import article
from lib.charts.style import colour, styled
from lib.form import OUTCOMES
from lib.words import say

_IN = form.COMES_IN
_OUT = (*OUTCOMES, form.LEFT)


def passage(frame: pd.DataFrame, *, lang: str, theme: str) -> go.Figure:
    """Two streams in, the requests on hand, seven streams out. Each stream is named with its
    number; hovering adds its share and the article of the Regulation."""
    rows = {row["line"]: row for row in frame.to_dict("records")}
    values = {key: 0 if pd.isna(rows[key]["value"]) else int(rows[key]["value"]) for key in rows}
    came, went = (sum(values[key] for key in side) for side in (_IN, _OUT))
    names = {key: name("requests", key, lang) for key in rows}
    nodes = [*_IN, "on_hand", *_OUT]
    at = {key: index for index, key in enumerate(nodes)}
    # the middle needs no words: its sum is in the caption, and on a telephone it has no room
    labels = [
        "" if key == "on_hand" else f"{_short(key, names, lang)} {count(values[key])}"
        for key in nodes
    ]
    links = [(at[key], at["on_hand"], key) for key in _IN]
    links += [(at["on_hand"], at[key], key) for key in _OUT]
    texts = []
    for source, _, key in links:
        whole = went if source == at["on_hand"] else came
        share = percent(values[key] / whole) if whole else "—"
        said = [f"{count(values[key])} ({share})", article(key, lang), coverage(rows[key], lang)]
        texts.append(hover(names[key], list(filter(None, said))))
    figure = go.Figure(
        go.Sankey(
            arrangement="snap",
            node={
                "label": labels,
                "color": [colour("faint" if k == "on_hand" else k, theme) for k in nodes],
                "pad": 14,
                "thickness": 18,
                "line": {"width": 0},
                "hoverinfo": "none",
            },
            link={
                "source": [source for source, _, _ in links],
                "target": [target for _, target, _ in links],
                "value": [values[key] for _, _, key in links],
                "color": [_thin(colour(key, theme)) for _, _, key in links],
                "customdata": texts,
                "hovertemplate": "%{customdata}<extra></extra>",
            },
            textfont={"color": colour("ink", theme), "size": 13},
        )
    )
    margin = {"t": 12, "l": 8, "r": 8, "b": 12}
    return styled(figure, theme, height=420).update_layout(margin=margin)


def _short(key: str, names: dict[str, str], lang: str) -> str:
    """A stream's name on a telephone: the sides say of which year it is."""
    if key in (*_IN, "carried_out"):
        found: str = say(f"charts.flow.{key}", lang)
        return found
    return names[key]


def _thin(hue: str) -> str:
    """A colour through which streams that cross are seen."""
    red, green, blue = (int(hue[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.42)"
