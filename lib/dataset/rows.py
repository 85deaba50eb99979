"""Reports as Arrow rows: one wide row of numbers, and the evidence beside it.

A count that is not whole or does not fit 32 bits is null in the wide table, for it cannot be a
count; the number as read stays in `entries`, and the report's own findings speak of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from lib import form, old_form
from lib.dataset.schema import CELLS, SCHEMAS
from lib.findings import Finding, Severity
from lib.parsing.report import Report, State
from lib.reading.document import Place

if TYPE_CHECKING:
    from lib.organs import Organ

_MONEY = frozenset(cell.key for cell in form.all_cells() if cell.unit.fractional)
_LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Revision:
    """A report about to be written: whose, under which id, as which revision."""

    report_id: str
    report: Report
    organ: Organ
    revision: int
    current: bool = True


def report_id(organ_id: str, year: int, sha256: str, batch: str) -> str:
    """The id of one report in one write. `batch` sets two writers of the same file apart, so that
    the evidence of the one who came second is never taken for the evidence of the first."""
    return hashlib.sha256(f"{organ_id}\n{year}\n{sha256}\n{batch}".encode()).hexdigest()[:16]


def reports(revisions: Sequence[Revision], invented: bool, read_at: datetime) -> pa.Table:
    """The wide rows."""
    columns: dict[str, list[Any]] = {name: [] for name in SCHEMAS["reports"].names}
    for each in revisions:
        report, organ = each.report, each.organ
        severities = [finding.severity for finding in report.findings]
        row: dict[str, Any] = {
            "report_id": each.report_id,
            "organ_id": organ.organ_id,
            "organ": organ.name,
            "region_code": organ.region_code,
            "province": organ.province,
            "city": organ.city,
            "county": organ.county,
            "level": organ.level,
            "kind": organ.kind,
            "year": report.year,
            "revision": each.revision,
            "current": each.current,
            "published": report.published,
            "scope": report.scope,
            "processing_fee": _float(report.processing_fee),
            "title": report.title,
            "source_name": report.name,
            "source_sha256": report.sha256,
            "source_url": report.source_url,
            "source_format": report.format,
            "read_at": read_at,
            "invented": invented,
            "n_errors": severities.count(Severity.ERROR),
            "n_warnings": severities.count(Severity.WARNING),
            "n_notes": severities.count(Severity.NOTE),
        }
        for table in (*(each.key for each in form.TABLES), old_form.TABLE):
            row[f"edition_{table}"] = report.editions.get(table, "")
        for name, value in row.items():
            columns[name].append(value)
        for key in CELLS:
            columns[key].append(_number(key, report))
    return pa.table(columns, schema=SCHEMAS["reports"])


def _number(key: str, report: Report) -> int | float | None:
    entry = report.entries.get(key)
    value = entry.value if entry else None
    if value is None:
        return None
    if key in _MONEY:
        return float(value)
    return int(value) if value == int(value) and abs(value) <= _LARGEST else None


def entries(revisions: Iterable[Revision]) -> pa.Table:
    """One row a cell that was found in the report, blank ones included."""
    rows = [
        (
            each.report_id,
            each.report.year,
            key,
            _float(entry.value),
            entry.text,
            entry.state.value,
            *_place_columns(entry.place),
        )
        for each in revisions
        for key, entry in each.report.entries.items()
        if entry.state is not State.MISSING
    ]
    return _table("entries", rows)


def findings(revisions: Iterable[Revision]) -> pa.Table:
    """One row a finding."""
    rows = [
        (
            each.report_id,
            each.report.year,
            *finding_columns(finding),
            json.dumps([_place(place) for place in finding.places]),
        )
        for each in revisions
        for finding in each.report.findings
    ]
    return _table("findings", rows)


def finding_columns(finding: Finding) -> tuple[Any, ...]:
    """A finding as the columns FINDING of a table."""
    return (
        finding.code,
        finding.severity.value,
        finding.zh,
        finding.en,
        finding.mend_zh,
        finding.mend_en,
        list(finding.cells),
        _float(finding.expected),
        _float(finding.printed),
    )


def sections(revisions: Iterable[Revision]) -> pa.Table:
    """One row a section of text."""
    rows = [
        (each.report_id, each.report.year, key, text)
        for each in revisions
        for key, text in each.report.sections.items()
    ]
    return _table("sections", rows)


def _table(name: str, rows: list[tuple[Any, ...]]) -> pa.Table:
    schema = SCHEMAS[name]
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _place_columns(place: Place | None) -> tuple[int | float | None, ...]:
    if place is None:
        return (None,) * 9
    box = place.box or (None, None, None, None)
    return (place.line, place.table, place.row, place.column, place.page, *box)


def _place(place: Place) -> dict[str, Any]:
    names = ("line", "table", "row", "column", "page", "box")
    return {name: value for name in names if (value := getattr(place, name)) is not None}
