"""Each page's queries on the demonstration dataset and on a copy of it scaled up, uncached, beside
a bare count of the same rows in the same run."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import write_deltalake

from benchmarks.timing import median_ms
from lib.dataset import Dataset, open_dataset
from lib.measures import CORRECTION_RATES, REQUEST_RATES
from lib.queries import catalogue, compare, coverage, documents, rates, remedies, requests
from lib.selection import Selection

Query = Callable[[Dataset, Selection], object]
ROWS = int(os.environ.get("BENCHMARK_ROWS", "1000000"))
QUERIES: dict[str, Query] = {
    "overview: totals": coverage.totals,
    "overview: coverage": coverage.by_place,
    "requests: flow": requests.flow,
    "requests: outcomes by year": requests.outcomes_by_year,
    "requests: outcomes by applicant": requests.outcomes_by_applicant,
    "requests: reasons": requests.reasons,
    "requests: rates by year": lambda d, s: rates.by_year(d, s, REQUEST_RATES),
    "requests: organs of a year": lambda d, s: rates.by_organ(
        d, replace(s, years=(2023,)), REQUEST_RATES[0]
    ),
    "remedies: results": remedies.results,
    "remedies: correction rates": lambda d, s: rates.by_year(d, s, CORRECTION_RATES),
    "compare: a rate by province": lambda d, s: compare.by_year(d, s, REQUEST_RATES[0], "province"),
    "documents: documents": documents.documents,
    "documents: decisions": documents.decisions,
    "documents: fees": documents.fee_amount,
    "data: first 500 rows": lambda d, s: catalogue.wide(
        d, s, ("disclosure", "requests", "remedies"), 500
    ),
}
SELECTIONS = {
    "all": Selection("demo"),
    "a province, 3 years": Selection("demo", (2022, 2023, 2024), ("91",)),
}


def scaled(rows: int, folder: Path) -> Dataset:
    """The demonstration's reports repeated under other ids until there are `rows`."""
    source = open_dataset("demo").table("reports")
    copies = -(-rows // source.num_rows)
    at = {name: source.column_names.index(name) for name in ("organ_id", "report_id")}
    for copy in range(copies):
        part = source
        for name, index in at.items():
            column = pc.binary_join_element_wise(part[name], f"-{copy}", "")
            part = part.set_column(index, name, column)
        write_deltalake(
            str(folder / "reports"), part, partition_by=["year"], mode="append" if copy else "error"
        )
    from deltalake import DeltaTable

    DeltaTable(str(folder / "reports")).optimize.compact()
    return Dataset(folder)


def run() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for title, dataset in (
            ("the demonstration", open_dataset("demo")),
            ("scaled up", scaled(ROWS, Path(folder) / "scaled")),
        ):
            _measure(title, dataset)


def _measure(title: str, dataset: Dataset) -> None:
    count = catalogue.count(dataset, Selection("demo"))
    size = sum(Path(uri).stat().st_size for uri in dataset.uris("reports"))
    baseline = median_ms(lambda: catalogue.count(dataset, Selection("demo")), 7)
    print(f"queries on {title}: {count:,} reports, {size / 1e6:.1f} MB of Parquet")
    print(f"a bare count takes {baseline:.1f} ms; below, ms and times that")
    frame = {}
    for name, query in QUERIES.items():
        row = {}
        for chosen, selection in SELECTIONS.items():
            taken = median_ms(lambda: query(dataset, selection), 5)  # noqa: B023
            row[f"{chosen} ms"], row[f"{chosen} ratio"] = (
                round(taken, 1),
                round(taken / baseline, 1),
            )
        frame[name] = row
    print(pd.DataFrame(frame).T.to_string())
    print(f"Arrow memory at the end: {pa.total_allocated_bytes() / 1e6:.1f} MB\n")
