"""What the selection covers: which organs reported in which years, and its headline figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add

import ibis
import pandas as pd

from lib.dataset import Dataset
from lib.queries.base import lacks, member, reports, sound
from lib.selection import Selection


def by_organ(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """organ_id, organ, region_code, year, flawed, published: one row a report. One is flawed here
    and below where it carries an error that no reader has dismissed."""
    rows = reports(dataset, selection)
    found: pd.DataFrame = (
        rows.select(
            "organ_id", "organ", "region_code", "year", "published", flawed=~sound(dataset, rows)
        )
        .order_by("region_code", "organ", "year")
        .execute()
    )
    return found


def by_place(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """province, year, reports, with_errors, organs: one row a province and year. `organs` counts
    those of the province that have any report in the selection."""
    rows = reports(dataset, selection)
    organs = rows.group_by("province").aggregate(organs=rows["organ_id"].nunique())
    counted = rows.group_by(["province", "year"]).aggregate(
        reports=rows.count(), with_errors=(~sound(dataset, rows)).sum()
    )
    joined = counted.join(organs, "province").order_by("province", "year")
    found: pd.DataFrame = joined.select(
        "province", "year", "reports", "with_errors", "organs"
    ).execute()
    return found


def totals(dataset: Dataset, selection: Selection) -> pd.Series:
    """reports, organs, first, last, with_errors, invented of the whole selection."""
    rows = reports(dataset, selection)
    found: pd.DataFrame = rows.aggregate(
        reports=rows.count(),
        organs=rows["organ_id"].nunique(),
        first=rows["year"].min(),
        last=rows["year"].max(),
        with_errors=(~sound(dataset, rows)).sum(),
    ).execute()
    return found.iloc[0]


def missing(
    dataset: Dataset, selection: Selection, quantities: Sequence[str], limit: int, by: str = "all"
) -> pd.DataFrame:
    """organ_id, organ, year, lacking: the reports of the selection that do not give every one of
    the quantities (lib.measures.ways) which their year's form asks for, latest first, `limit` at
    most; how many they lack. `by` leaves out those that belong to no such member."""
    rows = reports(dataset, selection)
    if by != "all":
        rows = rows.filter(member(rows, by)[0].notnull())
    nulls = [lacks(rows, key).cast("int32") for key in dict.fromkeys(quantities)]
    lacking = reduce(add, nulls)
    found: pd.DataFrame = (
        rows.mutate(lacking=lacking)
        .filter(lambda t: t["lacking"] > 0)
        .select("organ_id", "organ", "region_code", "year", "lacking")
        .order_by(ibis.desc("year"), "region_code", "organ")
        .limit(limit)
        .execute()
    )
    return found


def most_years(dataset: Dataset, selection: Selection) -> pd.Series:
    """organ_id, organ, years, year: the first by code of the organs with most years, how many those
    are, and the last of them."""
    rows = reports(dataset, selection)
    found: pd.DataFrame = (
        rows.group_by("organ_id")
        .aggregate(
            organ=rows["organ"].argmax(rows["year"]), years=rows.count(), year=rows["year"].max()
        )
        .order_by(ibis.desc("years"), "organ_id")
        .limit(1)
        .execute()
    )
    return found.iloc[0]
