"""One file's journey: read, parse, check. Upload and batch both call it."""

from __future__ import annotations

from dataclasses import replace

from lib.checks import check
from lib.parsing import parse
from lib.parsing.report import Report
from lib.reading import read


def intake(name: str, data: bytes) -> Report:
    """The report in a file, its findings including those of the checks.

    Raises lib.reading.document.Unreadable, with a sentence in both languages, where the file
    cannot be read or holds no report."""
    report = parse(read(name, data))
    return replace(report, findings=(*report.findings, *check(report)))
