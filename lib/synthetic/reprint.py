"""A page printed from the numbers of an invented report, for a report that never had a file.

The demonstration has numbers and no files. Its report page shows this print, which is read back by
the same reader as any other file, and says that it is made from the data.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lib import form
from lib.parsing.report import Entry, Report, State
from lib.synthetic.reports import printed
from lib.synthetic.writers import write


def reprint(row: Mapping[Any, Any]) -> tuple[str, bytes]:
    """A web page's name and bytes, from a row of the dataset's `reports`. A cell without a number
    is printed blank. KeyError where the row has no edition of the form."""
    editions = {table.key: str(row[f"edition_{table.key}"]) for table in form.TABLES}
    entries = {}
    for table in form.TABLES:
        for cell in form.cells(form.edition(editions[table.key]), table.key):
            value = row[cell.key]
            if value is None or value != value:
                entries[cell.key] = Entry(cell.key, None, "", State.BLANK)
            else:
                exact = _number(value)
                text = printed(cell, exact)
                entries[cell.key] = Entry(cell.key, exact, text, State.REPORTED)
    report = Report(
        organ=str(row["organ"]),
        year=int(row["year"]),
        title=str(row["title"]),
        published=None,
        editions=editions,
        entries=entries,
        sections={},
        findings=(),
        name=str(row["source_name"]),
        sha256="",
        format="html",
    )
    return write(report, "html-plain")


def _number(value: Any) -> Decimal:
    exact = Decimal(str(value))
    return Decimal(int(exact)) if exact == exact.to_integral_value() else exact
