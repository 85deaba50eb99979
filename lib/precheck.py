"""Check reports from a shell before or after they are published: hundreds of files at once, each
within itself, against the organ's other years among them, and against a dataset; or a dataset."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lib.batch.reading import Read, lost, read_one, why_not
from lib.batch.sources import items, sources
from lib.batch.workers import Workers
from lib.dataset import Dataset, open_dataset
from lib.findings import Severity
from lib.intake import intake
from lib.organs import Organ
from lib.report_json import finding_json

_TIMEOUT = 120.0  # seconds a file may take
_WORDS = {severity.value: (severity.zh, severity.en) for severity in Severity}


@dataclass(frozen=True, slots=True)
class Said:
    """What there is to say of one report: whose, for which year, its findings as plain values
    (lib.report_json), or why the file cannot be read (zh, en)."""

    file: str
    organ: str = ""
    year: int = 0
    findings: list[dict[str, Any]] = field(default_factory=list)
    unreadable: tuple[str, str] | tuple[()] = ()

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        told: dict[str, Any] = {"file": self.file, "organ": self.organ, "year": self.year}
        if self.unreadable:
            return told | {"unreadable": dict(zip(("zh", "en"), self.unreadable, strict=True))}
        return told | {"findings": self.findings}

    def text(self, english: bool = False) -> str:
        """As lines to read: the report, then a finding a line with what would mend it."""
        lang, at = ("en", 1) if english else ("zh", 0)
        lines = [" ".join(str(part) for part in (self.file, self.organ, self.year or "") if part)]
        if self.unreadable:
            lines.append(f"  {self.unreadable[at]}")
        for each in self.findings:
            lines.append(f"  {_WORDS[each['severity']][at]} {each['code']}: {each[lang]}")
            if each["mend"][lang]:
                lines.append(f"      → {each['mend'][lang]}")
        return "\n".join(lines)


def check_files(
    named: Sequence[str | Path], dataset: str | Path | None = None, jobs: int | None = None
) -> list[Said]:
    """Every report in the named files, folders, globs and zips, in their order; files that no
    reader takes are left out unless they were named. Raises lib.batch.sources.NoSource."""
    from lib.neighbours import together  # pandas loads with it

    read = list(_read(named, jobs))
    parsed = [(r.report, r.organ or _nobody(r.report.organ)) for _, r in read if r.report]
    target = Dataset(dataset) if dataset is not None else None
    across = {id(report): found for report, found in together(parsed, target)}
    said = []
    for name, each in read:
        if each.report is None:
            said.append(Said(name, unreadable=each.reason))
            continue
        report = replace(
            each.report, findings=(*each.report.findings, *across.get(id(each.report), ()))
        )
        plain = [finding_json(finding) for finding in report.findings]
        said.append(Said(name, report.organ, report.year, plain))
    return said


def _nobody(name: str) -> Organ:
    return Organ(f"-:{name}", name, "", "", "", "", "", "")


def _read(named: Sequence[str | Path], jobs: int | None) -> Iterator[tuple[str, Read]]:
    with Workers(jobs or os.cpu_count() or 1, timeout=_TIMEOUT) as workers:
        asked: list[tuple[str, Read | Future[Read]]] = []
        for source in sources(named):
            for item in items(source):
                if item.refused:
                    asked.append((item.label, Read(reason=(item.refused.zh, item.refused.en))))
                elif why_not(item.label, item.data) is None:
                    work = workers.submit(read_one, intake, item.name, item.data, item.url)
                    asked.append((item.label, work))
        for name, answer in asked:
            yield name, answer if isinstance(answer, Read) else _answer(answer)


def _answer(work: Future[Read]) -> Read:
    try:
        return work.result()
    except Exception as error:  # a worker that died or hung is its file's failure
        return lost(error) or Read(reason=("读取失败。", "Reading failed."))


def dataset_there(path: str | Path | None) -> bool:
    """Whether there is a dataset at `path`; the working one always is, if only as what ships."""
    return path is None or Dataset(path).exists()


def check_dataset(path: str | Path | None = None) -> Iterable[Said]:
    """Every report of a dataset that has a finding, stored or across reports."""
    from lib.queries import quality  # pandas and DuckDB load with it
    from lib.selection import Selection

    dataset = Dataset(path) if path is not None else open_dataset("working")
    found = quality.findings(dataset, Selection())
    for _, part in found.groupby(["organ_id", "year"], sort=False):
        records = part.to_dict("records")
        plain = [_stored(row) for row in records]
        yield Said("", records[0]["organ"], records[0]["year"], plain)


def _stored(row: dict[Any, Any]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("code", "severity", "zh", "en")},
        "cells": list(row["cells"]),
        **{
            name: None if row[name] != row[name] else row[name]
            for name in ("expected", "printed", "difference")
        },
        "mend": {"zh": row["mend_zh"], "en": row["mend_en"]},
    }
