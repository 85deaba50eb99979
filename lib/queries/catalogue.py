"""What a dataset holds: its years, regions and organs, and single reports with their evidence."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lib import old_form
from lib.dataset import Dataset
from lib.form import all_cells
from lib.queries.base import reports, table
from lib.selection import Selection


def years(dataset: Dataset) -> list[int]:
    """The report years the dataset has, ascending."""
    found = reports(dataset, Selection()).select("year").distinct().execute()
    return sorted(int(year) for year in found["year"])


def regions(dataset: Dataset) -> pd.DataFrame:
    """region_code, province, city, county of every place that has a report, by code."""
    rows = reports(dataset, Selection())
    places: pd.DataFrame = (
        rows.select("region_code", "province", "city", "county").distinct().execute()
    )
    return places.sort_values("region_code", ignore_index=True)


def organs(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """organ_id, organ, province, city, county, level, kind, reports, first, last: one row an organ
    of the selection, by region and name. The names are those of its latest report."""
    rows = reports(dataset, selection)
    latest = {
        name: rows[name].argmax(rows["year"])
        for name in ("organ", "region_code", "province", "city", "county", "level", "kind")
    }
    grouped = rows.group_by("organ_id").aggregate(
        **latest,
        reports=rows.count(),
        first=rows["year"].min(),
        last=rows["year"].max(),
    )
    found: pd.DataFrame = grouped.execute()
    return found.sort_values(["region_code", "organ"], ignore_index=True)


def report_years(dataset: Dataset, organ_id: str) -> pd.DataFrame:
    """year, revision, current, report_id, read_at, source_name, edition_statistics of every report
    of an organ."""
    rows = table(dataset, "reports")
    chosen = rows.filter(rows["organ_id"] == organ_id).select(
        "year", "revision", "current", "report_id", "read_at", "source_name", "edition_statistics"
    )
    found: pd.DataFrame = chosen.execute()
    return found.sort_values(["year", "revision"], ignore_index=True)


def held(dataset: Dataset, organ_ids: Sequence[str]) -> pd.DataFrame:
    """organ_id, year, source_sha256 of every current report of some organs."""
    rows = table(dataset, "reports")
    own = rows.filter(rows["current"], rows["organ_id"].isin(list(organ_ids)))
    found: pd.DataFrame = own.select("organ_id", "year", "source_sha256").execute()
    return found


def report(dataset: Dataset, report_id: str) -> pd.Series | None:
    """One report's whole row of the wide table, or None."""
    rows = table(dataset, "reports")
    found = rows.filter(rows["report_id"] == report_id).execute()
    return found.iloc[0] if len(found) else None


def entries(dataset: Dataset, report_id: str, year: int) -> pd.DataFrame:
    """The evidence of one report: cell, value, text, state and place of each cell found."""
    return _of(dataset, "entries", report_id, year)


def findings(dataset: Dataset, report_id: str, year: int) -> pd.DataFrame:
    """The findings of one report: code, severity, zh, en, cells, expected, printed."""
    return _of(dataset, "findings", report_id, year)


def sections(dataset: Dataset, report_id: str, year: int) -> pd.DataFrame:
    """section, text: the text of one report, where it is stored."""
    return _of(dataset, "sections", report_id, year)


def _of(dataset: Dataset, name: str, report_id: str, year: int) -> pd.DataFrame:
    rows = table(dataset, name)
    # the year is the partition: naming it leaves the other years' files unread
    found: pd.DataFrame = rows.filter(
        rows["report_id"] == report_id, rows["year"] == year
    ).execute()
    return found


def statistics(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """year, organ, region_code, level, kind, organ_id, cell, value, text, state, report_id: a row
    for every cell of the old statistics table in the selected reports (those up to 2018)."""
    who = ("year", "organ", "region_code", "level", "kind", "organ_id", "report_id")
    rows = reports(dataset, selection).select(*who)
    entries = table(dataset, "entries").select("report_id", "cell", "value", "text", "state")
    own = entries.filter(entries["cell"].startswith(f"{old_form.TABLE}."))
    joined = rows.inner_join(own, "report_id")
    found: pd.DataFrame = joined.order_by("year", "region_code", "organ_id", "cell").execute()
    return found[[*who[:-1], "cell", "value", "text", "state", "report_id"]]


def wide(
    dataset: Dataset, selection: Selection, tables: tuple[str, ...], limit: int | None = None
) -> pd.DataFrame:
    """The selected reports, one row each: identity columns and the cells of the named tables, in
    the form's order, sorted by year and region."""
    rows = reports(dataset, selection)
    identity = [
        "year",
        "organ",
        "region_code",
        "province",
        "city",
        "county",
        "level",
        "kind",
        "published",
        "organ_id",
        "revision",
        "edition_disclosure",
        "edition_requests",
        "edition_remedies",
        "edition_statistics",
        "scope",
        "processing_fee",
        "n_errors",
        "n_warnings",
        "invented",
        "source_name",
        "source_url",
        "source_sha256",
        "report_id",
    ]
    cells = [cell.key for cell in all_cells() if cell.table in tables]
    chosen = rows.select(*identity, *cells).order_by("year", "region_code", "organ", "report_id")
    found: pd.DataFrame = (chosen.limit(limit) if limit else chosen).execute()
    return found


def count(dataset: Dataset, selection: Selection) -> int:
    """How many reports the selection has."""
    return int(reports(dataset, selection).count().execute())
