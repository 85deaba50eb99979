"""What became of a file, as its row says it: from its answer, or from what the dataset has."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lib.batch.ledger import Fate, Row
from lib.batch.reading import Read
from lib.dataset import Dataset
from lib.findings import Severity
from lib.organs.regions import place_name


def judge(row: Row, read: Read) -> None:
    """Fill the row from the answer. The outcome stays open where the dataset is to give it."""
    row.seconds = None if read.seconds is None else round(read.seconds, 3)
    report = read.report
    if report is None:
        say(row, Fate.FAILED, read.reason)
        return
    severities = Counter(finding.severity for finding in report.findings)
    row.format, row.organ, row.year = report.format, report.organ, report.year or None
    row.source_url = report.source_url
    row.n_errors, row.n_warnings = severities[Severity.ERROR], severities[Severity.WARNING]
    row.n_notes = severities[Severity.NOTE]
    if not report.year:
        say(row, Fate.NEEDS_YEAR, ("未找到报告年度。", "The report year was not found."))
    elif read.organ is None:
        say(row, Fate.NEEDS_ORGAN, ("未找到机关名称。", "The organ's name was not found."))
    elif read.organ.candidates:
        row.candidates = "、".join(place_name(code) for code in read.organ.candidates)
        say(
            row,
            Fate.AMBIGUOUS,
            ("机关名称在多个地区都有，未入库。", "Several places have this organ's name."),
        )
    else:
        row.organ_id = read.organ.organ_id


def say(row: Row, outcome: str, reason: tuple[str, str]) -> None:
    """Give the row its outcome, with the reason (zh, en)."""
    row.outcome = outcome
    row.reason_zh, row.reason_en = reason


def known(target: Dataset) -> dict[str, dict[str, Any]]:
    """The files that the dataset has, by their bytes: the columns of their rows."""
    delta = target.delta("reports")
    if delta is None:
        return {}
    of = {
        "format": "source_format",
        "organ": "organ",
        "year": "year",
        "organ_id": "organ_id",
        "revision": "revision",
        "n_errors": "n_errors",
        "n_warnings": "n_warnings",
        "n_notes": "n_notes",
    }
    wanted = ["source_sha256", *of.values()]
    return {
        row["source_sha256"]: {name: row[column] for name, column in of.items()}
        for row in delta.to_pyarrow_table(columns=wanted).to_pylist()
    }
