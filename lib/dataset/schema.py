"""The Arrow schemas of the tables. The columns of numbers are the cells of the form, named
by their keys, so that an edit of lib.form is an edit of the dataset.

Blank is null: no column of numbers has a default. `year` is the partition of every table, so it
stands in the folder's name (year=2023) and not inside the Parquet files.
"""

from __future__ import annotations

import pyarrow as pa

from lib import form, old_form

CELLS: tuple[str, ...] = tuple(cell.key for cell in form.all_cells())
TABLES = ("reports", "entries", "findings", "sections")
PARTITION = "year"


def cell_type(key: str) -> pa.DataType:
    """int32 for what is counted, float64 for money."""
    return pa.float64() if form.cell(key).unit.fractional else pa.int32()


_TEXT = pa.string()

_REPORT: list[tuple[str, pa.DataType]] = [
    ("report_id", _TEXT),
    ("organ_id", _TEXT),
    ("organ", _TEXT),
    ("region_code", _TEXT),
    ("province", _TEXT),
    ("city", _TEXT),
    ("county", _TEXT),
    ("level", _TEXT),
    ("kind", _TEXT),
    (PARTITION, pa.int16()),
    ("revision", pa.int16()),
    ("current", pa.bool_()),
    ("published", pa.date32()),
    *((f"edition_{table.key}", _TEXT) for table in form.TABLES),
    (f"edition_{old_form.TABLE}", _TEXT),
    ("scope", _TEXT),
    ("processing_fee", pa.float64()),
    ("title", _TEXT),
    ("source_name", _TEXT),
    ("source_sha256", _TEXT),
    ("source_url", _TEXT),
    ("source_format", _TEXT),
    ("read_at", pa.timestamp("us", "UTC")),
    ("invented", pa.bool_()),
    ("n_errors", pa.int16()),
    ("n_warnings", pa.int16()),
    ("n_notes", pa.int16()),
]
IDENTITY: tuple[str, ...] = tuple(name for name, _ in _REPORT)

_FINDING: list[tuple[str, pa.DataType]] = [
    ("code", _TEXT),
    ("severity", _TEXT),
    ("zh", _TEXT),
    ("en", _TEXT),
    ("mend_zh", _TEXT),
    ("mend_en", _TEXT),
    ("cells", pa.list_(_TEXT)),
    ("expected", pa.float64()),
    ("printed", pa.float64()),
]
FINDING: tuple[str, ...] = tuple(name for name, _ in _FINDING)

SCHEMAS: dict[str, pa.Schema] = {
    "reports": pa.schema([*_REPORT, *((key, cell_type(key)) for key in CELLS)]),
    "entries": pa.schema(
        [
            ("report_id", _TEXT),
            (PARTITION, pa.int16()),
            ("cell", _TEXT),
            ("value", pa.float64()),
            ("text", _TEXT),
            ("state", _TEXT),
            *((name, pa.int32()) for name in ("line", "table", "row", "col", "page")),
            *((name, pa.float64()) for name in ("x0", "y0", "x1", "y1")),
        ]
    ),
    "findings": pa.schema(
        [
            ("report_id", _TEXT),
            (PARTITION, pa.int16()),
            *_FINDING,
            ("places", _TEXT),
        ]
    ),
    "sections": pa.schema(
        [("report_id", _TEXT), (PARTITION, pa.int16()), ("section", _TEXT), ("text", _TEXT)]
    ),
    # what readers decided of findings: keyed by organ, year, code and cells, so that it outlives
    # the report; no part of TABLES, for it is written by other hands than the reports are
    "dispositions": pa.schema(
        [
            ("organ_id", _TEXT),
            (PARTITION, pa.int16()),
            ("code", _TEXT),
            ("cells", _TEXT),
            ("verdict", _TEXT),
            ("reason", _TEXT),
            ("who", _TEXT),
            ("at", pa.timestamp("us", "UTC")),
        ]
    ),
}
