"""What is wrong, where: the findings of the selected reports, counted by kind, organ and year, and
the matrix of organs by years with what became of each report.

`findings` is the one frame the others are made from: what was found when each report was read,
and what the reports of the dataset say of each other (lib.queries.series). It takes seconds on a
hundred thousand reports: keep it per version of the dataset, and count on it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from lib.checks.on_time import OnTime, limit
from lib.dataset import Dataset
from lib.mends import MENDS
from lib.queries import series
from lib.queries.base import reports, sound, table
from lib.selection import Selection

MISSING = "missing"
STATUSES = (*(each.value for each in OnTime), MISSING)


def findings(dataset: Dataset, selection: Selection, texts: bool = True) -> pd.DataFrame:
    """report_id, organ_id, organ, region_code, level, kind, year, published, code, severity, zh,
    en, mend_zh, mend_en, cells, expected, printed, difference: one row a finding, stored and
    across reports, by organ and year, worst first. `texts` compares texts too."""
    rows = reports(dataset, selection).select(*series.IDENTITY)
    stored = table(dataset, "findings")
    own = stored.filter(stored["code"].notin(sorted(series.CODES))).select(
        "report_id",
        *(name for name in series.COLUMNS if name not in series.IDENTITY),
    )
    parts = [rows.inner_join(own, "report_id").execute()[list(series.COLUMNS)]]
    across = series.findings(dataset, selection, texts)
    found = pd.concat([part for part in (*parts, across) if len(part)] or parts, ignore_index=True)
    for at, name in enumerate(("mend_zh", "mend_en")):
        # a dataset written before findings said what would mend them
        usual = found["code"].map({code: words[at] for code, words in MENDS.items()})
        found[name] = found[name].fillna(usual).fillna("")
    found["difference"] = found["printed"] - found["expected"]
    severity = pd.Categorical(found["severity"], ("error", "warning", "note"), ordered=True)
    found["rank"] = severity
    by = ["region_code", "organ", "year", "rank", "code"]
    ordered: pd.DataFrame = found.sort_values(by, ignore_index=True).drop(columns="rank")
    return ordered


def idents(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """report_id of every selected report."""
    found: pd.DataFrame = reports(dataset, selection).select("report_id").execute()
    return found


def flawed(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """reports, flawed: one row; how many reports the selection has, and how many of them carry an
    error that nobody has dismissed, whether or not it leaves these out."""
    rows = reports(dataset, replace(selection, without_errors=False))
    bad = ~sound(dataset, rows)
    found: pd.DataFrame = rows.aggregate(
        reports=rows.count(), flawed=bad.ifelse(1, 0).sum().fill_null(0)
    ).execute()
    return found


def by_code(found: pd.DataFrame) -> pd.DataFrame:
    """code, severity, findings, reports, organs: one row a kind of finding, the commonest first."""
    return _counted(found, ["code", "severity"]).sort_values(
        ["findings", "code"], ascending=[False, True], ignore_index=True
    )


def by_organ(found: pd.DataFrame) -> pd.DataFrame:
    """organ_id, organ, region_code, findings, reports, errors, warnings, notes: one row an organ,
    the one with most errors first."""
    return _severities(found, ["organ_id", "organ", "region_code"]).sort_values(
        ["error", "warning", "organ_id"], ascending=[False, False, True], ignore_index=True
    )


def by_year(found: pd.DataFrame) -> pd.DataFrame:
    """year, findings, reports, organs, error, warning, note: one row a year."""
    return _severities(found, ["year"]).sort_values("year", ignore_index=True)


def _counted(found: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    grouped: pd.DataFrame = (
        found.groupby(by, observed=True)
        .agg(
            findings=("code", "size"),
            reports=("report_id", "nunique"),
            organs=("organ_id", "nunique"),
        )
        .reset_index()
    )
    return grouped


def _severities(found: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    counted = _counted(found, by)
    for severity in ("error", "warning", "note"):
        part = found[found["severity"] == severity].groupby(by).size().rename(severity)
        counted = counted.join(part, on=by)
        counted[severity] = counted[severity].fillna(0).astype("int64")
    return counted


def coverage(
    dataset: Dataset, selection: Selection, found: pd.DataFrame | None = None
) -> pd.DataFrame:
    """organ_id, organ, region_code, level, kind, year, status, published, limit, report_id, error,
    warning, note: one row an organ and year.

    `status` is on_time, late, unknown (no date, or no date binds it) or missing. A report is
    missing where its organ has none for a year after its first in the dataset and not after the
    last year the selection has. `limit` is the statutory date. The counts are of `found`
    (`findings`), 0 without it."""
    rows = reports(dataset, selection).select(*series.IDENTITY).order_by("organ_id", "year")
    given = rows.execute()
    span = range(int(given["year"].min()), int(given["year"].max()) + 1) if len(given) else ()
    years = [year for year in span if not selection.years or year in selection.years]
    whole = pd.concat([given, _lacking(given, years)], ignore_index=True)
    kinds = whole[["year", "kind"]].drop_duplicates()
    limits = {(y, k): limit(int(y), k) for y, k in kinds.itertuples(index=False, name=None)}
    whole["limit"] = [limits[each] for each in zip(whole["year"], whole["kind"], strict=True)]
    due, published = pd.to_datetime(whole["limit"]), pd.to_datetime(whole["published"])
    whole["status"] = np.select(
        [whole["report_id"].isna(), due.isna() | published.isna(), published > due],
        [MISSING, OnTime.UNKNOWN.value, OnTime.LATE.value],
        OnTime.ON_TIME.value,
    )
    for severity in ("error", "warning", "note"):
        counts = (
            found[found["severity"] == severity].groupby("report_id").size()
            if found is not None and len(found)
            else pd.Series(dtype="int64")
        )
        whole[severity] = whole["report_id"].map(counts).fillna(0).astype("int64")
    ordered: pd.DataFrame = whole.sort_values(
        ["region_code", "organ_id", "year"], ignore_index=True
    )
    return ordered


def _lacking(given: pd.DataFrame, years: list[int]) -> pd.DataFrame:
    """organ_id, year and who the organ is, of every year after its first without a report."""
    who = ["organ", "region_code", "level", "kind"]
    latest = given.groupby("organ_id")[who].last()
    latest["since"] = given.groupby("organ_id")["year"].min()
    grid = latest.reset_index().merge(pd.DataFrame({"year": years}, dtype="int64"), how="cross")
    grid = grid[grid["year"] > grid["since"]]
    have = pd.MultiIndex.from_frame(given[["organ_id", "year"]].astype({"year": "int64"}))
    wanted = pd.MultiIndex.from_frame(grid[["organ_id", "year"]])
    return grid[~wanted.isin(have)].drop(columns="since")


def by_place(covered: pd.DataFrame, digits: int) -> pd.DataFrame:
    """place, year, on_time, late, unknown, missing, with_errors: one row a place and year of a
    `coverage`; places are the first digits of the region code. with_errors counts reports."""
    rows = pd.DataFrame({"place": covered["region_code"].str[:digits], "year": covered["year"]})
    for status in STATUSES:
        rows[status] = covered["status"] == status
    rows["with_errors"] = covered["error"] > 0
    found: pd.DataFrame = rows.groupby(["place", "year"]).sum().reset_index()
    return found


def statuses(covered: pd.DataFrame) -> dict[str, int]:
    """How many reports there are, of which status, how many are missing, how many carry errors."""
    counts = covered["status"].value_counts()
    return {
        "reports": int((covered["status"] != MISSING).sum()),
        **{status: int(counts.get(status, 0)) for status in STATUSES},
        "with_errors": int((covered["error"] > 0).sum()),
    }
