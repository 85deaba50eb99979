"""A named measure by year or by organ: numerator and denominator over the same reports."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add, and_

import ibis
import ibis.expr.types as ir
import pandas as pd

from lib.dataset import Dataset
from lib.measures import MEASURES, MINIMUM_N, Measure
from lib.queries.base import asked, quantity, reports
from lib.selection import Selection

ORGAN = ("organ_id", "organ", "province", "city", "county", "level", "kind")


def sides(rows: ir.Table, measure: Measure) -> tuple[ir.NumericColumn, ir.NumericColumn]:
    """A report's numerator and denominator; both null where it lacks a cell of either. Below a
    number of cases, which is divided by nothing, stands null."""
    above = reduce(add, (quantity(rows, key) for key in measure.numerator))
    for key in measure.minus:
        above = above - quantity(rows, key)
    if measure.counted:
        return above, ibis.null("int64")
    below = reduce(add, (quantity(rows, key) for key in measure.denominator))
    for key in measure.less:
        below = below - quantity(rows, key)
    given = above.notnull() & below.notnull()
    return ibis.ifelse(given, above, ibis.null()), ibis.ifelse(given, below, ibis.null())


def counts(rows: ir.Table, measure: Measure) -> ir.BooleanValue:
    """Whether a report is one of those that an indicator speaks of: it gives every cell, or the
    form of its year asks for them all."""
    due = reduce(and_, (asked(rows, key) for key in measure.quantities))
    return sides(rows, measure)[0].notnull() | due


def rate(frame: pd.DataFrame, measure: Measure) -> pd.Series[float]:
    """The value of each row: numerator over denominator times `per`, or the number itself."""
    if measure.counted:
        return frame["numerator"].astype("Float64")
    below = frame["denominator"].where(frame["denominator"] > 0)
    return (frame["numerator"] / below * measure.per).astype("Float64")


def by_year(dataset: Dataset, selection: Selection, keys: Sequence[str]) -> pd.DataFrame:
    """One row a year and measure: numerator, denominator, rate, n, of."""
    rows = reports(dataset, selection)
    wanted: dict[str, ir.Value] = {}
    for index, key in enumerate(keys):
        above, below = sides(rows, MEASURES[key])
        wanted |= {
            f"numerator{index}": above.sum(),
            f"denominator{index}": below.sum(),
            f"n{index}": above.count(),
            f"of{index}": counts(rows, MEASURES[key]).sum(),
        }
    wide = rows.group_by("year").aggregate(**wanted).order_by("year").execute()
    pieces = []
    for index, key in enumerate(keys):
        piece = pd.DataFrame(
            {
                "year": wide["year"].astype("int64"),
                "measure": key,
                "numerator": wide[f"numerator{index}"].astype("Int64"),
                "denominator": wide[f"denominator{index}"].astype("Int64"),
            }
        )
        piece["rate"] = rate(piece, MEASURES[key])
        piece["n"] = wide[f"n{index}"].astype("int64")
        piece["of"] = wide[f"of{index}"].astype("int64")
        pieces.append(piece)
    return pd.concat(pieces, ignore_index=True)


def by_organ(dataset: Dataset, selection: Selection, key: str) -> pd.DataFrame:
    """One row an organ: numerator, denominator, rate, n, of, and `ranked` (enough cases to rank).

    Highest rate first among the ranked, the others after. Where the measure counts pending cases
    the caller selects a single year: two years' totals hold the same pending case."""
    rows = reports(dataset, selection)
    above, below = sides(rows, MEASURES[key])
    found: pd.DataFrame = (
        rows.group_by("organ_id")
        .aggregate(
            # the name and place as the latest report gives them
            **{name: rows[name].argmax(rows["year"]) for name in ORGAN[1:]},
            numerator=above.sum(),
            denominator=below.sum(),
            n=above.count(),
            of=counts(rows, MEASURES[key]).sum(),
        )
        .execute()
    )
    found = found.astype(
        {"numerator": "Int64", "denominator": "Int64", "n": "int64", "of": "int64"}
    )
    found["rate"] = rate(found, MEASURES[key])
    found["ranked"] = (found["denominator"] >= MINIMUM_N).fillna(False).astype(bool)
    return found.sort_values(
        ["ranked", "rate", "denominator", "organ_id"], ascending=[False, False, False, True]
    ).reset_index(drop=True)


def peers(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """The levels and kinds of a frame of organs, those with most ranked organs first: an organ is
    compared with its like only."""
    sizes = frame.groupby(["level", "kind"])["ranked"].agg(["sum", "size"]).reset_index()
    sizes = sizes.sort_values(
        ["sum", "size", "level", "kind"], ascending=[False, False, True, True]
    )
    return list(zip(sizes["level"], sizes["kind"], strict=True))


def among(frame: pd.DataFrame, peer: tuple[str, str]) -> pd.DataFrame:
    """The organs of one level and kind."""
    return frame[(frame["level"] == peer[0]) & (frame["kind"] == peer[1])].reset_index(drop=True)
