"""The axis of report years: whole years, gaps for years without a report, the change of form."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import plotly.graph_objects as go

from lib import form
from lib.charts.style import colour


def every_year(frame: pd.DataFrame, years: Iterable[int]) -> pd.DataFrame:
    """One row for each of the years in order; a year without data is a row of nulls."""
    return frame.set_index("year").reindex(pd.Index(list(years), name="year")).reset_index()


def years_of(frame: pd.DataFrame) -> list[int]:
    """Every year from the first to the last in the frame, also those without a report."""
    if frame.empty:
        return []
    return list(range(int(frame["year"].min()), int(frame["year"].max()) + 1))


def year_axis(figure: go.Figure, years: list[int]) -> go.Figure:
    """Whole years as ticks."""
    if years:
        figure.update_xaxes(
            tickmode="array",
            tickvals=years,
            ticktext=[str(year) for year in years],
            range=[years[0] - 0.6, years[-1] + 0.6],
            showgrid=False,
        )
    return figure


def break_lines(
    figure: go.Figure, years: list[int], words: str, theme: str, rows: Iterable[int] = (1,)
) -> go.Figure:
    """A dashed line between the years where the form changed, in each of the subplots."""
    for edition in form.EDITIONS[:-1]:
        if years and years[0] <= edition.until < years[-1]:
            for number, row in enumerate(rows):
                at = "" if row == 1 else str(row)
                figure.add_shape(
                    type="line",
                    x0=edition.until + 0.5,
                    x1=edition.until + 0.5,
                    y0=0,
                    y1=1,
                    xref=f"x{at}",
                    yref=f"y{at} domain",
                    line={"dash": "dash", "width": 1.5, "color": colour("faint", theme)},
                )
                if number == 0:
                    figure.add_annotation(
                        x=edition.until + 0.5,
                        y=0,
                        xref=f"x{at}",
                        yref=f"y{at} domain",
                        xanchor="left",
                        yanchor="bottom",
                        xshift=3,
                        text=words,
                        showarrow=False,
                        font={"size": 11, "color": colour("faint", theme)},
                    )
    return figure
