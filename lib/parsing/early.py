"""A report for a year before the form: the statistics table it has, or the text alone."""

from __future__ import annotations

from lib.findings import Finding
from lib.form import EDITIONS, SECTIONS
from lib.old_form import TABLE
from lib.parsing.assemble import assemble
from lib.parsing.doubtful import without_doubtful
from lib.parsing.formatted import shown_otherwise
from lib.parsing.masthead import Masthead
from lib.parsing.report import Entry, Report
from lib.parsing.sections import split_sections
from lib.parsing.statistics import Statistics, late, no_table, unconfirmed
from lib.reading.document import Document


def early_report(
    document: Document, masthead: Masthead, statistics: Statistics | None, about: list[Finding]
) -> Report:
    """The report of a document with the old table, or (None) of such a year without any. Its
    sections are not prescribed, so none is missing. `about` are the masthead's findings."""
    year = masthead.year or (statistics.year if statistics else 0)
    taken = statistics.taken if statistics else set()
    sections = split_sections(document, taken)
    if not sections:
        text = [each.text for each in document.paragraphs if id(each) not in taken]
        sections = {SECTIONS[0].key: "\n".join(text)}
    entries: dict[str, Entry] = {}
    if year and not masthead.year:
        about = [each for each in about if each.code != "year.unknown"]
    findings = list(about)
    if statistics is None:
        findings.append(no_table(year))
    else:
        entries = statistics.entries
        if document.recognised:
            entries, more = unconfirmed(entries)
            findings += more
        if document.doubtful:
            entries, more = without_doubtful(entries, document.doubtful)
            findings += more
        findings += shown_otherwise(entries, document.otherwise)
        if year >= EDITIONS[0].since:
            findings.append(late(year))
        findings += statistics.findings
    editions = {TABLE: statistics.form} if statistics else {}
    return assemble(document, masthead, year, editions, entries, sections, findings)
