"""The dataset: the only package that knows what is on disk.

Four Delta tables under one root: `reports` (one row a report, one column a statutory cell),
`entries` (the evidence: one row a cell found), `findings`, `sections`. A corrected report is a
new revision; the earlier one stays readable and exactly one is current. Beside them `files` has
what the reports were read from, where that is kept, and `dispositions` what readers decided of
findings.
"""

from __future__ import annotations

from lib.dataset.places import open_dataset, path_of
from lib.dataset.revisions import AddResult, Conflict, Outcome
from lib.dataset.rows import finding_columns, report_id
from lib.dataset.schema import CELLS, FINDING, IDENTITY, SCHEMAS, TABLES, cell_type
from lib.dataset.store import Dataset, ReadOnly

__all__ = [
    "CELLS",
    "FINDING",
    "IDENTITY",
    "SCHEMAS",
    "TABLES",
    "AddResult",
    "Conflict",
    "Dataset",
    "Outcome",
    "ReadOnly",
    "cell_type",
    "finding_columns",
    "open_dataset",
    "path_of",
    "report_id",
]
