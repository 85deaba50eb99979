"""One file's journey: read, parse, check. Upload and batch both call it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.checks import check
from lib.parsing import parse
from lib.parsing.report import Report
from lib.reading import read
from lib.reading.document import Document


@dataclass(frozen=True, slots=True)
class Examined:
    """A file as read and what was made of it, for showing the one beside the other."""

    document: Document
    report: Report


def examine(name: str, data: bytes) -> Examined:
    """Read, parse and check a file.

    Raises lib.reading.document.Unreadable, with a sentence in both languages, where the file
    cannot be read or holds no report."""
    document = read(name, data)
    report = parse(document)
    return Examined(document, replace(report, findings=(*report.findings, *check(report))))


def intake(name: str, data: bytes) -> Report:
    """The report in a file, its findings including those of the checks. Raises as `examine`."""
    return examine(name, data).report
