"""One file's journey: read, parse, check. Upload and batch both call it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.checks import OF_THE_ORGAN, check, check_organ
from lib.findings import bounded
from lib.organs import Organ, recognise
from lib.parsing import parse
from lib.parsing.report import Report
from lib.reading import read
from lib.reading.document import Document


@dataclass(frozen=True, slots=True)
class Examined:
    """A file as read and what was made of it, for showing the one beside the other."""

    document: Document
    report: Report


def examine(name: str, data: bytes, organ: Organ | None = None, url: str = "") -> Examined:
    """Read, parse and check a file. `organ` is whose report it is, where that is known better than
    the report says it; `url` the address it was saved from, where known.

    Raises lib.reading.document.Unreadable, with a sentence in both languages, where the file
    cannot be read or holds no report."""
    document = read(name, data)
    if url:
        document = replace(document, metadata={**document.metadata, "url": url})
    report = parse(document)
    organ = organ or recognise(report.organ, report.context, report.year)
    found = check(report, organ.level, organ.kind)
    return Examined(document, replace(report, findings=bounded((*report.findings, *found))))


def intake(name: str, data: bytes, organ: Organ | None = None, url: str = "") -> Report:
    """The report in a file, its findings including those of the checks. Takes and raises what
    `examine` does."""
    return examine(name, data, organ, url).report


def recheck(report: Report, organ: Organ) -> Report:
    """The report with the findings that depend on its organ and year made anew, after a reader has
    corrected them."""
    kept = tuple(each for each in report.findings if each.code not in OF_THE_ORGAN)
    return replace(report, findings=(*kept, *check_organ(report, organ.level, organ.kind)))
