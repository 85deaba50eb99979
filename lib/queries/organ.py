"""One organ: its reports over the years, its findings, and where it stands among its peers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from lib.dataset import Dataset
from lib.queries import compare
from lib.queries.base import reports
from lib.selection import Selection

IDENTITY = (
    "year", "organ", "province", "city", "county", "level", "kind", "published", "report_id",
    "revision", "n_errors", "n_warnings", "source_name", "source_format",
)  # fmt: skip


def years(dataset: Dataset, organ_id: str, cells: Sequence[str]) -> pd.DataFrame:
    """One row a year with a report: IDENTITY and the named cells of the form, by year."""
    rows = reports(dataset, Selection(organs=(organ_id,)))
    found: pd.DataFrame = rows.select(*IDENTITY, *cells).order_by("year").execute()
    return found


def among_peers(
    dataset: Dataset, organ_id: str, level: str, kind: str, year: int, keys: Sequence[str]
) -> pd.DataFrame:
    """measure, value, numerator, denominator, percentile, median, peers: one row an indicator.

    Peers are the organs of the same level and kind in the whole dataset whose denominator is large
    enough to be ranked; the percentile is null where the organ's own is not, percentile and median
    where fewer than two are."""
    peers = replace(Selection(), levels=(level,), kinds=(kind,), years=(year,))
    every = compare.by_member(dataset, peers, keys, "organ")
    pieces = []
    for at, key in enumerate(keys):
        one = compare.side(every, at)
        own = one[one["member"] == organ_id]
        if own.empty:
            continue
        row = own.iloc[0]
        ranked = one[one["ranked"] & one["value"].notna()]
        placed = organ_id in set(ranked["member"])
        median = float(ranked["value"].astype(float).median()) if len(ranked) > 1 else None
        pieces.append(
            {
                "measure": key,
                "value": row["value"],
                "numerator": row["numerator"],
                "denominator": row["denominator"],
                "percentile": compare.percentile(ranked["value"], row["value"]) if placed else None,
                "median": median,
                "peers": len(ranked) - placed,
            }
        )
    return pd.DataFrame(pieces)


HEADLINES = (
    "n_received", "n_handled", "grant_rate", "refused_rate", "unable_rate", "carry_over_rate",
    "reconsiderations_per_100", "lawsuits_per_100", "reconsideration_correction_closed",
    "litigation_correction_closed", "n_normative_documents_made", "n_licences", "n_penalties",
)  # fmt: skip
"""The indicators an organ is first compared by."""
