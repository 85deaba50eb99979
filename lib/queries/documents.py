"""Section two of the form: regulatory documents, decisions and fees.

Where the two editions of the form print different things under one label the series are apart, as
form.CROSSWALK says: `published_total` (2019 form) and `in_force` (2021 form) are two lines, the
number of fee items and the amount collected two charts."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from lib import form
from lib.dataset import Dataset
from lib.form import DECISIONS, DOCUMENTS
from lib.queries.base import named, reports, sums
from lib.selection import Selection

COLUMNS = ("made", "repealed", "published_total", "in_force")


def documents(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """year, row (规章, 行政规范性文件), column, value, n, of; no row where the year's form has no
    such column."""
    keys = [f"disclosure.{row}.{column}" for row in DOCUMENTS for column in COLUMNS]
    return _split(_prescribed(sums(reports(dataset, selection), ["year"], keys)))


def decisions(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """year, row (licences, penalties, coercion), column, value, n, of."""
    keys = [f"disclosure.{row}.decisions" for row in DECISIONS]
    return _split(sums(reports(dataset, selection), ["year"], keys))


def fee_amount(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """year, row, column, value in 万元, n, of: the 2021 form on."""
    keys = ["disclosure.fees.amount"]
    return _split(_prescribed(sums(reports(dataset, selection), ["year"], keys)))


def fee_items(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """year, row, column (items last year, change), value, n, of: the 2019 form."""
    keys = ["disclosure.fees.items_last_year", "disclosure.fees.items_change"]
    return _split(_prescribed(sums(reports(dataset, selection), ["year"], keys)))


def continuity(dataset: Dataset, selection: Selection, row: str) -> pd.DataFrame:
    """organ_id, organ, province, city, county, year, before, made, repealed, expected, in_force,
    gap: one row an organ and year of the forms that ask for the stock in force, by year, organ.

    `before` is the stock printed the year before, `expected` = before + made - repealed, `gap` =
    in_force - expected; null where one of them is not given."""
    rows = reports(dataset, replace(selection, years=()))
    cells = {name: rows[f"disclosure.{row}.{name}"] for name in ("made", "repealed", "in_force")}
    places = ("organ_id", "organ", "province", "city", "county", "year")
    asked = form.cell(f"disclosure.{row}.in_force").editions
    first = form.edition(asked[0]).since
    now = rows.filter(rows["edition_disclosure"].isin(asked)).select(*places, **cells)
    last = now.select(
        organ_id=now["organ_id"], year=(now["year"] + 1).cast("int16"), before=now["in_force"]
    )
    joined = now.left_join(last, ["organ_id", "year"])
    wanted = joined.filter(joined["year"] > first)
    if selection.years:
        wanted = wanted.filter(wanted["year"].isin(selection.years))
    found: pd.DataFrame = (
        wanted.select(*places, "before", "made", "repealed", "in_force")
        .order_by("year", "organ_id")
        .execute()
    )
    found = found.astype(dict.fromkeys(("before", "made", "repealed", "in_force"), "Int64"))
    found.insert(9, "expected", found["before"] + found["made"] - found["repealed"])
    return found.assign(gap=found["in_force"] - found["expected"])


def kept_by_year(found: pd.DataFrame) -> pd.DataFrame:
    """year, state (holds, broken, unknown), value: how many of `continuity`'s rows add up."""
    gap = found["gap"]
    state = gap.isna().map({True: "unknown", False: ""})
    state = state.where(gap.isna(), (gap == 0).map({True: "holds", False: "broken"}))
    counted = found.assign(state=state).groupby(["year", "state"]).size().rename("value")
    return counted.reset_index()


def _prescribed(frame: pd.DataFrame) -> pd.DataFrame:
    """Without the years whose prescribed form lacks the cell: the few reports on an old form in
    such a year are not a figure for the year. Before the form no year has any."""
    first = form.EDITIONS[0].since
    kept = [
        year >= first and form.edition_for(year).key in form.cell(key).editions
        for year, key in zip(frame["year"], frame["key"], strict=True)
    ]
    return frame[pd.Series(kept, index=frame.index, dtype=bool)].reset_index(drop=True)


def _split(frame: pd.DataFrame) -> pd.DataFrame:
    frame.insert(1, "row", frame["key"].str.split(".").str[1])
    return named(frame, "column", 2)
