"""Section four of the form: administrative reconsideration and litigation.

Always by year: a pending case is inside the total of every year until it is closed, so totals of
several years count it more than once."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from lib.dataset import Dataset
from lib.form import REMEDY_GROUPS, RESULTS
from lib.queries.base import named, reports, shares, sums
from lib.queries.rates import ORGAN
from lib.selection import Selection


def results(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """year, group, result, value, total, share, n, of.

    A group of a year counts the reports that give all four of its results."""
    rows = reports(dataset, selection)
    pieces = []
    for group in REMEDY_GROUPS:
        found = named(sums(rows, ["year"], _results(group), together=True), "result", 2)
        found.insert(1, "group", group)
        pieces.append(found)
    return shares(pd.concat(pieces, ignore_index=True), ["year", "group"])


STEPS = (
    "requests.received.total",
    "remedies.reconsideration.total",
    "remedies.reconsideration.corrected",
    "remedies.litigation_direct.total",
    "remedies.litigation_direct.corrected",
    "remedies.litigation_after.total",
    "remedies.litigation_after.corrected",
)


def way(dataset: Dataset, selection: Selection, year: int) -> pd.DataFrame:
    """key (of STEPS), value, per_100, n, of of one year: new requests, then cases of each route and
    those corrected, each also per 100 new requests; over the reports that give all seven."""
    one = replace(selection, years=(year,))
    found = sums(reports(dataset, one), [], STEPS, together=True)
    asked = found.loc[found["key"] == STEPS[0], "value"].iloc[0]
    base = asked if not pd.isna(asked) and asked > 0 else pd.NA
    found.insert(2, "per_100", (found["value"] / base * 100).astype("Float64"))
    return found


def cases_by_organ(dataset: Dataset, selection: Selection, year: int, group: str) -> pd.DataFrame:
    """organ_id, organ, place, level, kind, upheld, corrected, other_result, pending, total of one
    year, both correction rates, n, of; most cases first. What a report does not give is null."""
    rows = reports(dataset, selection)
    asked = {result: rows[f"remedies.{group}.{result}"] for result in (*RESULTS, "total")}
    found: pd.DataFrame = rows.filter(rows["year"] == year).select(*ORGAN, **asked).execute()
    found = found.astype(dict.fromkeys(asked, "Int64"))
    closed = found["total"] - found["pending"]
    found["correction"] = found["corrected"] / found["total"].where(found["total"] > 0)
    found["correction_closed"] = found["corrected"] / closed.where(closed > 0)
    found["n"], found["of"] = found["total"].notna().astype("int64"), 1
    return found.sort_values(["total", "organ_id"], ascending=[False, True], ignore_index=True)


def _results(group: str) -> list[str]:
    return [f"remedies.{group}.{result}" for result in RESULTS]
