"""A folder of report files into a dataset: every file read, those that can be identified added,
the rest listed with the reason. One bad file never stops the others."""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from lib.dataset import Dataset, Outcome, open_dataset
from lib.findings import Severity
from lib.intake import intake
from lib.organs import recognise
from lib.parsing.report import Report
from lib.reading.document import Unreadable

SUFFIXES = {".html", ".htm", ".shtml", ".xhtml", ".txt", ".md", ".markdown"}
_CHUNK = 500  # reports written to the dataset in one commit


@dataclass(slots=True)
class Summary:
    """What happened to the files of a folder: how many came to each outcome of the dataset, which
    failed and why, how many of those read carry an error among their findings."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    failed: list[tuple[str, str]] = field(default_factory=list)
    with_errors: int = 0

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {outcome}" for outcome, count in self.outcomes.items())
        lines = [
            f"{counts or 'nothing added'}; {len(self.failed)} failed",
            f"{self.with_errors} of the reports read have errors among their findings",
        ]
        lines += [f"failed: {name}: {reason}" for name, reason in self.failed]
        return "\n".join(lines)


def add_folder(
    folder: Path,
    dataset: Path | None = None,
    executor: Executor | None = None,
    progress: bool = True,
) -> Summary:
    """Add every report file below `folder` to the dataset at `dataset` (the working dataset where
    None), reading on `executor` (a process pool over all cores where None)."""
    paths = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in SUFFIXES
    )
    target = Dataset(dataset) if dataset else open_dataset("working")
    summary = Summary()
    pending: list[Report] = []
    workers = executor or ProcessPoolExecutor(max_workers=os.cpu_count())
    try:
        reading = tqdm(
            zip(paths, workers.map(_read, map(str, paths), chunksize=8), strict=True),
            total=len(paths),
            unit="file",
            disable=not progress,
        )
        for path, read in reading:
            if isinstance(read, str):
                summary.failed.append((str(path.relative_to(folder)), read))
            else:
                pending.append(read)
            if len(pending) >= _CHUNK:
                _write(target, pending, summary)
    finally:
        if executor is None:
            workers.shutdown()
    _write(target, pending, summary)
    return summary


def _read(path: str) -> Report | str:
    """The report in a file, or why there is none. Runs in a worker."""
    try:
        report = intake(Path(path).name, Path(path).read_bytes())
    except Unreadable as error:
        return f"{error.zh} / {error.en}"
    except OSError as error:
        return str(error.strerror or error)
    if not report.year:
        return "未找到报告年度 / the report year was not found"
    if not report.organ:
        return "未找到机关名称 / the organ's name was not found"
    return report


def _write(target: Dataset, pending: list[Report], summary: Summary) -> None:
    if not pending:
        return
    parsed = [(report, recognise(report.organ, report.context, report.year)) for report in pending]
    summary.outcomes.update(result.outcome for result in target.add(parsed))
    summary.with_errors += sum(
        any(finding.severity is Severity.ERROR for finding in report.findings) for report in pending
    )
    pending.clear()
