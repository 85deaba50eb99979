"""A report, not necessarily in the dataset, against its organ's reports for the years beside it:
the rules that lib.queries.series runs over a whole dataset, for the pre-check of files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from lib.checks import copied
from lib.checks import years as rules
from lib.dataset import Dataset
from lib.findings import Finding
from lib.organs import Organ
from lib.parsing.report import Report
from lib.queries.base import table
from lib.queries.series import WATCHED, exact


def against(
    dataset: Dataset, report: Report, organ: Organ, but: Collection[int] = ()
) -> tuple[Finding, ...]:
    """One report against the years before and after it in the dataset, without those of `but`. A
    finding about the year after names that year."""
    own = _values(report)
    found: list[Finding] = []
    year = report.year - 1
    before = dataset.find(organ.organ_id, year) if year not in but else None
    if before:
        found += rules.check_pair(report.year, _stored(before), own)
        found += _copied(report, _text(dataset, before), organ)
    year = report.year + 1
    after = dataset.find(organ.organ_id, year) if year not in but else None
    if after:
        found += rules.check_pair(report.year + 1, own, _stored(after))
    return tuple(found)


def _values(report: Report) -> rules.Values:
    return {key: entry.value for key, entry in report.entries.items()}


def _copied(report: Report, before: dict[str, str], organ: Organ) -> list[Finding]:
    """What there is to say of a report's text beside that of the year before."""
    alike = copied.likeness(
        copied.ready(report.sections, organ.name), copied.ready(before, organ.name)
    )
    return [copied.copied_from_last_year(report.year, alike)] if alike else []


def _stored(row: Mapping[str, Any]) -> dict[str, Decimal | None]:
    return {key: exact(key, row[key]) for key in WATCHED if row.get(key) is not None}


def together(
    parsed: Iterable[tuple[Report, Organ]], dataset: Dataset | None = None
) -> Iterator[tuple[Report, tuple[Finding, ...]]]:
    """Many reports, each with what it and the others say of each other: the years of an organ
    among themselves, and against the dataset where its years are missing here."""
    found = list(parsed)
    series: dict[str, dict[int, Report]] = {}
    for report, organ in found:
        if report.year and report.organ:
            series.setdefault(organ.organ_id, {})[report.year] = report
    for report, organ in found:
        own: list[Finding] = []
        if report.year and report.organ:
            years = series[organ.organ_id]
            before = years.get(report.year - 1)
            if before is not None:
                own += rules.check_pair(report.year, _values(before), _values(report))
                own += _copied(report, before.sections, organ)
            if dataset is not None:
                own += against(dataset, report, organ, years)
        yield report, tuple(own)


def _text(dataset: Dataset, row: Mapping[str, Any]) -> dict[str, str]:
    """Section -> text of one report (a row of `reports`)."""
    sections = table(dataset, "sections")
    own = sections.filter(
        sections["year"] == int(row["year"]),
        sections["report_id"] == row["report_id"],
        sections["section"].isin(copied.SECTIONS),
    ).select("section", "text")
    return {key: text for key, text in own.execute().itertuples(index=False, name=None) if text}
