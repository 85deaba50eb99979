"""Ticks of large counts as the reader's language writes them: 1.2万 where English has 12,000."""

from __future__ import annotations

from collections import defaultdict
from math import floor, log10
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.words.written import large

_COUNTS = (",", ",.3~f")  # the formats our axes of counts have; shares have none of these
_WANTED = 5


def written(figure: go.Figure, lang: str) -> go.Figure:
    """The figure with the ticks of its axes of counts written out where they reach 10,000 and the
    language has words for that. Plotly has no format that could."""
    if lang != "zh":
        return figure
    for letter, axes in (("x", figure.select_xaxes()), ("y", figure.select_yaxes())):
        for axis in axes:
            if axis.tickformat not in _COUNTS:
                continue
            low, high = axis.range or _extent(figure, letter, axis.plotly_name.replace("axis", ""))
            if max(-low, high) < 10_000:
                continue
            values = steps(float(low), float(high))
            axis.update(
                tickmode="array", tickvals=values, ticktext=[large(v, lang) for v in values]
            )
    return figure


def steps(low: float, high: float) -> list[float]:
    """About five round numbers from `low` to `high`.

    >>> steps(0, 46_000)
    [0.0, 10000.0, 20000.0, 30000.0, 40000.0]
    """
    rough = (high - low) / _WANTED
    power = 10.0 ** floor(log10(rough))
    step = min((m * power for m in (1, 2, 5, 10)), key=lambda each: abs(each - rough))
    return [at * step for at in range(-floor(-low / step), floor(high / step) + 1)]


def _extent(figure: go.Figure, letter: str, ref: str) -> tuple[float, float]:
    """The least and the greatest value drawn along an axis, zero included, stacks summed."""
    stacked = figure.layout.barmode == "stack"
    ends: dict[Any, float] = defaultdict(float)
    for number, trace in enumerate(figure.data):
        if (getattr(trace, f"{letter}axis", None) or letter) != ref:
            continue
        values, places = (trace.x, trace.y) if letter == "x" else (trace.y, trace.x)
        for place, value in zip(places, values, strict=True):
            if isinstance(value, str) or pd.isna(value):
                continue
            at = (place, value < 0) if trace.type == "bar" and stacked else (number, place)
            ends[at] += float(value)
    return min(0.0, *ends.values(), 0.0), max(0.0, *ends.values(), 0.0)
