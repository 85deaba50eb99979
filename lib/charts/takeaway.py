"""What a figure shows, in words, for who does not see it: its title, the sentence below it, and
the numbers that matter.

The numbers are in the words of the figure's own hovers, so they cannot differ from it: of several
series the last point of each, under its panel where there are several; of one over the years its
first and last point; of one ranking, or of tiles, the greatest and the least; of streams every one;
of several series of bars that lie none, since their last is no latest. How many reports they rest
on the caption below says."""

from __future__ import annotations

import re
from typing import Any

import plotly.graph_objects as go

_SERIES = 12
_TAG = re.compile("<[^>]+>")
_TITLED = re.compile("<b>(.*?)</b>(?:<br>(.*?))?(?:<br>|$)")


def takeaway(figure: go.Figure, title: str, lead: str = "") -> str:
    """The title, the lead and the numbers; without these where nothing is drawn."""
    streams = [text for trace in figure.data if trace.type == "sankey" for text in _streams(trace)]
    drawn = [(trace, found) for trace in figure.data if (found := _points(trace))]
    traces = [found for _, found in drawn]
    if streams:
        said = streams
    elif len(traces) == 1:
        points = traces[0]
        said = [points[0], points[-1]] if len(points) > 1 else points
    elif any(_across(trace) for trace, _ in drawn):
        said = []
    else:
        said = [_panel(figure, trace) + points[-1] for trace, points in drawn[:_SERIES]]
    return ". ".join(filter(None, (title, lead.rstrip(".。"), "; ".join(said))))


def _across(trace: Any) -> bool:
    return getattr(trace, "orientation", None) == "h"


def _panel(figure: go.Figure, trace: Any) -> str:
    """The title of the panel a trace is in, "" where there is one panel; panels' titles come first
    among the annotations."""
    axes = list(dict.fromkeys(each.yaxis or "y" for each in figure.data))
    if len(axes) < 2:
        return ""
    notes = [str(note.text) for note in figure.layout.annotations]
    at = axes.index(trace.yaxis or "y")
    return f"{_TAG.sub('', notes[at])} · " if at < len(notes) else ""


def _points(trace: Any) -> list[str]:
    """What hovering over each drawn point says, but for how many reports it rests on; the greatest
    first where the points have no order of their own."""
    across = _across(trace)
    values = getattr(trace, "x" if across else "y", None)
    texts = getattr(trace, "hovertext", None)
    if values is None or texts is None or isinstance(texts, str):
        return []
    hues = getattr(getattr(trace, "marker", None), "color", None)
    shaded = isinstance(hues, (list, tuple)) and all(isinstance(hue, float) for hue in hues)
    weights: Any = (
        hues if shaded else values
    )  # tiles are all of one height: their colour is the value
    points = [
        (weight, _plain(text))
        for value, weight, text in zip(values, weights, texts, strict=False)
        if value is not None and value == value and text
    ]
    if shaded or across:
        points.sort(key=lambda point: -point[0])
    return [text for _, text in points]


def _streams(trace: Any) -> list[str]:
    """What hovering over each stream that flows says."""
    return [
        _plain(text)
        for value, text in zip(trace.link.value, trace.link.customdata, strict=True)
        if value
    ]


def _plain(text: str) -> str:
    """A hover's title and its first line."""
    said = _TITLED.match(str(text))
    parts = said.groups() if said else (str(text), "")
    return ": ".join(_TAG.sub(" ", part).strip() for part in parts if part)
