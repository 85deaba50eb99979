"""Colours, fonts and number formats of every figure, for both themes.

The hues are Okabe and Ito's, which people with any common colour blindness tell apart; the dark
theme has them lighter. A name has one colour in each theme and no two names of one theme share it,
so that a figure drawn for the screen can be given the light colours for export (see `relit`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

FONT = '"Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif'

_PAIRS: dict[str, tuple[str, str]] = {
    # name: (light, dark)
    "paper": ("#ffffff", "#12161c"),
    "ink": ("#1c2430", "#e6eaf0"),
    "faint": ("#57606a", "#a9b1bc"),
    "grid": ("#e3e6ea", "#2b313b"),
    "blue": ("#0072b2", "#3d9fe0"),
    "sky": ("#56b4e9", "#9bd6f7"),
    "vermilion": ("#d55e00", "#f0803c"),
    "orange": ("#e69f00", "#ffbf3f"),
    "green": ("#009e73", "#2fc79a"),
    "purple": ("#cc79a7", "#e3a0c6"),
    "grey": ("#9aa0a8", "#747c88"),
}
COLOURS = {
    "light": {name: pair[0] for name, pair in _PAIRS.items()},
    "dark": {name: pair[1] for name, pair in _PAIRS.items()},
}

SERIES = {
    # outcomes
    "granted": "blue",
    "partly_granted": "sky",
    "refused": "vermilion",
    "unable": "orange",
    "declined": "purple",
    "other": "grey",
    # the flow of requests
    "received": "blue",
    "carried_in": "sky",
    "handled": "vermilion",
    "carried_out": "green",
    # applicants
    "natural_person": "blue",
    "business": "orange",
    "research": "green",
    "public_interest": "purple",
    "legal_service": "vermilion",
    "other_organisation": "grey",
    # results of reconsideration and litigation
    "upheld": "blue",
    "corrected": "vermilion",
    "other_result": "purple",
    "pending": "grey",
    # documents, decisions and fees
    "made": "blue",
    "repealed": "vermilion",
    "published_total": "orange",
    "in_force": "green",
    "licences": "blue",
    "penalties": "vermilion",
    "coercion": "purple",
    "fees": "green",
    "items_last_year": "sky",
    "items_change": "orange",
}
WHEEL = ("blue", "vermilion", "green", "orange", "purple", "sky", "grey", "ink")
"""For series that have no colour of their own, in order; eight, as many as a group has reasons."""


def colour(name: str, theme: str) -> str:
    """The colour of a series, or of a colour's name."""
    return COLOURS[theme][SERIES.get(name, name)]


def _template(theme: str) -> go.layout.Template:
    ink = COLOURS[theme]
    axis = {
        "gridcolor": ink["grid"],
        "linecolor": ink["faint"],
        "zerolinecolor": ink["faint"],
        "tickcolor": ink["faint"],
        "tickfont": {"color": ink["ink"], "size": 12},
        "title": {"font": {"color": ink["faint"], "size": 12}},
        "automargin": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 13, "color": ink["ink"]},
            "paper_bgcolor": ink["paper"],
            "plot_bgcolor": ink["paper"],
            "colorway": [ink[name] for name in WHEEL],
            "separators": ".,",
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {
                "font": {"family": FONT, "color": ink["ink"]},
                "bgcolor": ink["paper"],
                "bordercolor": ink["faint"],
                "align": "left",
            },
            "legend": {
                "orientation": "h",
                "yanchor": "top",
                "y": 1.0,
                "yref": "container",
                "xanchor": "left",
                "x": 0,
                "xref": "container",
                "font": {"color": ink["ink"]},
                "traceorder": "normal",
            },
            "margin": {"l": 12, "r": 16, "t": 48, "b": 36},
            # labels inside bars are all of one size, and left out where they do not fit
            "uniformtext": {"mode": "hide", "minsize": 10},
            # a finger that scrolls the page must not zoom the figure
            "dragmode": False,
            "bargap": 0.25,
            "bargroupgap": 0.05,
            "annotationdefaults": {"font": {"family": FONT, "size": 12, "color": ink["ink"]}},
        }
    )


TEMPLATES = {theme: _template(theme) for theme in COLOURS}


def styled(figure: go.Figure, theme: str, height: int = 380) -> go.Figure:
    """The figure with our template. Named explicitly, because importing streamlit makes its own
    template the default, whose colours are placeholders a server-side export draws black."""
    return figure.update_layout(template=TEMPLATES[theme], height=height, meta={"theme": theme})


def relit(figure: go.Figure) -> go.Figure:
    """A copy of the figure in the light theme's colours."""
    text = str(figure.to_json())
    for light, dark in _PAIRS.values():
        text = text.replace(f'"{dark}"', f'"{light}"')
    copy = go.Figure(json.loads(text))
    copy.for_each_trace(_reinked, selector={"type": "bar"})
    return copy


def _reinked(bar: go.Bar) -> None:
    """Words inside bars as the light colours want them; a colour scale keeps those it has."""
    hue = bar.marker.color
    if isinstance(hue, str):
        bar.update(insidetextfont={"color": ink_on(hue)})
    elif hue is not None and all(isinstance(each, str) for each in hue):
        bar.update(insidetextfont={"color": [ink_on(each) for each in hue]})


def ink_on(background: str) -> str:
    """Black or white, whichever is read more easily on a colour (WCAG relative luminance)."""
    channels = [int(background[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#000000" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "#ffffff"


def titled(figure: go.Figure) -> go.Figure:
    """Subplot titles at the left edge rather than in the middle, in bold."""
    return figure.update_annotations(x=0, xanchor="left", font={"size": 13, "weight": 600})


def numbers(column: Iterable[Any]) -> list[float | None]:
    """Values for a trace: null as None, which plotly leaves as a gap."""
    return [None if pd.isna(value) else float(value) for value in column]
