"""The findings of all files dropped together, as one workbook to follow them up."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pandas as pd

from lib.dataset import open_dataset
from lib.exporting.filled import cell_name
from lib.exporting.follow_up import definitions, head
from lib.exporting.tables import About, to_xlsx
from lib.findings import CODES
from lib.ui import uploads
from lib.ui.citation import version
from lib.ui.download import download
from lib.ui.frame import View
from lib.ui.uploads import Upload
from lib.words import say

_HEADS = (
    "organ", "year", "severity", "kind_of_finding", "sentence", "cells", "expected", "printed",
    "difference", "mend", "source_name",
)  # fmt: skip


def follow_up_button(taken: list[Upload], view: View) -> None:
    """The button; the workbook is made when it is clicked."""
    download(
        view.say("upload.all_findings"),
        partial(_made, taken, view),
        f"{view.say('upload.findings_file')}_{datetime.now(UTC):%Y%m%d}.xlsx",
        "upload_findings",
    )


def findings_of(taken: list[Upload], lang: str) -> pd.DataFrame:
    """One row a finding, files in their order, worst first; a file that was not read, and one in
    which nothing was found, has a row that says so."""
    glue = say("charts.list", lang)
    rows: list[tuple[object, ...]] = []
    for upload in taken:
        if upload.refused or upload.report is None:
            why = (upload.refused or ("", ""))[lang == "en"]
            rows.append(_row(upload, "", None, say("upload.unread", lang), why))
            continue
        report = upload.report
        organ = uploads.placed(upload, report.organ, report.year) if report.organ else None
        checked = uploads.check(upload, organ, report.year, taken)
        if not checked.findings:
            rows.append(_row(upload, report.organ, report.year, "", say("upload.clean", lang)))
        for each in checked.findings:
            rows.append(
                (
                    report.organ,
                    report.year or None,
                    getattr(each.severity, lang),
                    getattr(CODES[each.code], lang),
                    getattr(each, lang),
                    glue.join(cell_name(key, lang) for key in each.cells),
                    each.expected,
                    each.printed,
                    each.difference,
                    getattr(each, f"mend_{lang}"),
                    upload.name,
                )
            )
    return pd.DataFrame(rows, columns=pd.Index([head(name, lang) for name in _HEADS]))


def _row(
    upload: Upload, organ: str, year: int | None, severity: str, sentence: str
) -> tuple[object, ...]:
    return (organ, year, severity, "", sentence, "", None, None, None, "", upload.name)


def _made(taken: list[Upload], view: View) -> bytes:
    frame = findings_of(taken, view.lang)
    for name in ("expected", "printed", "difference"):
        column = head(name, view.lang)
        frame[column] = pd.to_numeric(frame[column].map(lambda d: None if d is None else float(d)))
    about = About(
        title=view.say("upload.findings_of", n=len(taken)),
        dataset=view.say("common.dataset.working"),
        source=view.say("data.source"),
        selection=view.say("upload.findings_of", n=len(taken)),
        version=version(open_dataset("working")),
        made=datetime.now(UTC),
        definitions=definitions(view.lang)[:3],
    )
    return to_xlsx(frame, about, view.lang)
