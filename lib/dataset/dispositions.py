"""What readers have decided of findings: confirmed, dismissed with a reason, or taken back.

A finding is known by its organ, year, code and cells, not by the report it was found in: so a
decision holds for the same finding of a later parse or revision. Nothing is ever changed: each
decision is a row, the last one of a finding counts, all of them are its history. The table stands
beside the others and is no part of `Dataset.version`: a decision changes no number.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum

import pandas as pd
import pyarrow as pa

from lib.dataset.schema import SCHEMAS
from lib.dataset.store import Dataset

NAME = "dispositions"


class Verdict(StrEnum):
    """CONFIRMED the finding is right · DISMISSED it is not, or does not matter · RESTORED an
    earlier decision is taken back."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    RESTORED = "restored"


def together(cells: Iterable[str]) -> str:
    """The cells of a finding as one text, whatever their order.

    >>> together(["requests.handled.total", "requests.granted.total"])
    'requests.granted.total,requests.handled.total'
    """
    return ",".join(sorted(cells))


def decide(
    dataset: Dataset,
    organ_id: str,
    year: int,
    code: str,
    cells: Iterable[str],
    verdict: Verdict,
    *,
    who: str,
    reason: str = "",
    at: datetime | None = None,
) -> None:
    """Write one decision. ValueError without a name, or where a finding is dismissed without a
    reason; lib.dataset.ReadOnly for a dataset that ships."""
    who, reason = who.strip(), reason.strip()
    if not who:
        raise ValueError("a decision has somebody who made it")
    if verdict is Verdict.DISMISSED and not reason:
        raise ValueError("a finding is dismissed with a reason")
    row = {
        "organ_id": organ_id,
        "year": year,
        "code": code,
        "cells": together(cells),
        "verdict": verdict.value,
        "reason": reason,
        "who": who,
        "at": at or datetime.now(UTC),
    }
    dataset.note(NAME, pa.Table.from_pylist([row], schema=SCHEMAS[NAME]))


def history(dataset: Dataset) -> pd.DataFrame:
    """Every decision, the latest first: organ_id, year, code, cells, verdict, reason, who, at."""
    found: pd.DataFrame = dataset.table(NAME).to_pandas()
    return found.sort_values("at", ascending=False, kind="stable", ignore_index=True)


def standing(dataset: Dataset) -> pd.DataFrame:
    """The decision that counts of each finding, as `history`; none for one that was restored."""
    latest = history(dataset).drop_duplicates(["organ_id", "year", "code", "cells"])
    return latest[latest["verdict"] != Verdict.RESTORED].reset_index(drop=True)
