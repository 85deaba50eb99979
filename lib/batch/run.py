"""The intake itself: files handed out lazily, answers taken in the order of the files, reports
written to the dataset chunk by chunk.

The order is kept so that of two reports of one organ and year the later path is the later
revision, on however many cores. It costs memory for the answers behind a slow file, so the line of
files on their way has a bound.
"""

from __future__ import annotations

import gc
import hashlib
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from lib.batch.ledger import UNREAD, Fate, Record, Row, Table, reader_version
from lib.batch.progress import Progress
from lib.batch.reading import Read, Reader, lost, read_one, why_not
from lib.batch.sources import Item, count, items, sources
from lib.batch.workers import Workers
from lib.dataset import Dataset, Outcome, open_dataset
from lib.dataset.files import LARGEST
from lib.findings import Severity
from lib.intake import intake
from lib.organs import Organ
from lib.organs.regions import place_name
from lib.parsing.report import Report

CHUNK = 500  # files whose reports are written to the dataset in one commit
_LINE = 1000  # files handed out and not yet judged: enough to keep the workers busy in a write
_IN_FLIGHT = 256 << 20  # bytes of these files
TIMEOUT = 120.0  # seconds for one file


@dataclass(slots=True)
class Summary:
    """What happened to the files: how many came to each outcome (of the dataset, or a Fate), which
    were not added and why, how many of the reports read carry an error among their findings, how
    many files could not be kept; whether the intake was stopped, and the table that has it all."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, str]] = field(default_factory=list)
    with_errors: int = 0
    read: int = 0
    unkept: int = 0
    stopped: bool = False
    broken: str = ""
    table: Path | None = None

    def __str__(self) -> str:
        skipped = {Fate.NO_READER: "of a kind no reader takes", Fate.DUPLICATE: "twice the same"}
        counts = [f"{self.outcomes[each]} {each}" for each in Outcome if self.outcomes[each]]
        lines = [
            f"{', '.join(counts) or 'nothing added'}; {len(self.failed)} failed",
            f"{self.with_errors} of the reports read have errors among their findings",
        ]
        lines += [f"{self.outcomes[f]} {say}" for f, say in skipped.items() if self.outcomes[f]]
        if self.unkept:
            lines.append(
                f"{self.unkept} files not kept beside the dataset: it is in an object store, or "
                f"they are larger than {LARGEST >> 20} MB"
            )
        if self.stopped:
            lines.append("stopped; the same command goes on from here")
        if self.broken:
            lines.append(f"the workers are gone: {self.broken}; the same command goes on from here")
        lines += [f"failed: {name}: {reason}" for name, reason in self.failed]
        if self.table:
            lines.append(f"what happened to every file: {self.table}")
        return "\n".join(lines)


def take_in(
    named: Sequence[str | Path],
    dataset: Path | Dataset | None = None,
    *,
    executor: Executor | None = None,
    jobs: int | None = None,
    timeout: float = TIMEOUT,
    reader: Reader = intake,
    again: bool = False,
    keep_files: bool = True,
    table: Path | None = None,
    progress: bool = True,
) -> Summary:
    """Add the reports in the sources `named` (see lib.batch.sources) to `dataset` (the working one
    where None).

    Reading is on `executor`, any of concurrent.futures; where None on `jobs` processes (all cores)
    that stop a file after `timeout` seconds and outlive its crash. `reader` makes a Report of a
    name and bytes; it must be picklable. Files whose bytes are in the dataset, or were read by the
    same readers and not added, are not read again unless `again`. The files of the reports added
    are kept beside the dataset where it can keep them, unless `keep_files` is false. Raises
    NoSource for a source that is not there."""
    target = (
        dataset
        if isinstance(dataset, Dataset)
        else Dataset(dataset)
        if dataset
        else open_dataset("working")
    )
    found = sources(named)
    home = Path("intake") if "://" in target.root else Path(target.root, "intake")
    record = Record(home / "not-added.jsonl", reader_version(reader))
    started = datetime.now().astimezone()
    rows = Table(table or home / f"{started:%Y%m%d-%H%M%S-%f}.csv")
    workers = executor or Workers(jobs, timeout)
    bar = Progress(sum(count(source) for source in found), progress)
    run = _Run(target, workers, reader, again, keep_files, timeout, record, rows, bar)
    try:
        with _rare_collection(), _interruptible() as run.interrupted:
            run.go(item for source in found for item in items(source))
    finally:
        if executor is None:
            workers.shutdown(cancel_futures=True)
        bar.close()
        rows.close()
    run.summary.table = rows.path
    return run.summary


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """An event that Ctrl-C sets, so that it never falls into the middle of a write; a second one
    interrupts as ever. Outside the main thread Ctrl-C cannot be caught and nothing is changed."""
    event = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield event
        return

    def asked(number: int, frame: Any) -> None:
        if event.is_set():
            raise KeyboardInterrupt
        event.set()

    before = signal.signal(signal.SIGINT, asked)
    try:
        yield event
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _rare_collection() -> Iterator[None]:
    """A thousand reports are half a million objects without a cycle among them; looking through
    them for cycles again and again took longer than receiving them."""
    before = gc.get_threshold()
    gc.set_threshold(1_000_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@dataclass(slots=True)
class _Slot:
    """A file on its way: its row, and its answer when there is one. `final` needs no answer."""

    row: Row
    label: str
    size: int = 0
    data: bytes = b""  # until it is judged, where the file may have to be kept
    future: Future[Read] | None = None
    read: Read | None = None
    recorded: bool = False

    @property
    def done(self) -> bool:
        return self.future is None or self.future.done()


class _Run:
    def __init__(
        self,
        target: Dataset,
        workers: Executor,
        reader: Reader,
        again: bool,
        keep_files: bool,
        timeout: float,
        record: Record,
        table: Table,
        bar: Progress,
    ) -> None:
        self.summary = Summary()
        self.interrupted = threading.Event()
        self._target, self._workers, self._reader = target, workers, reader
        self._again, self._keep_files, self._timeout = again, keep_files, timeout
        self._record, self._table, self._bar = record, table, bar
        self._known = _known(target)
        self._seen: dict[str, str] = {}
        self._zips: Counter[str] = Counter()
        self._slots: deque[_Slot] = deque()
        self._answered: list[_Slot] = []
        self._bytes = 0

    def go(self, files: Iterator[Item]) -> None:
        exhausted = False
        try:
            while not exhausted or self._slots:
                if self.interrupted.is_set() or self.summary.broken:
                    break
                exhausted = self._hand_out(files)
                self._take_answers()
                head = self._slots[0].future if self._slots else None
                if head and (exhausted or self._full()):
                    wait([head], timeout=0.2)  # so that Ctrl-C is seen soon
        except BrokenExecutor as error:
            self.summary.broken = type(error).__name__
        if self._slots:
            self._stop()
        self._flush()
        self.summary.stopped = self.interrupted.is_set()

    def _full(self) -> bool:
        return len(self._slots) >= _LINE or self._bytes >= _IN_FLIGHT

    def _hand_out(self, files: Iterator[Item]) -> bool:
        """Submit as much as may be on its way; whether there is nothing left."""
        while not self._full() and not self.interrupted.is_set():
            item = next(files, None)
            if item is None:
                return True
            slot = self._slot(item)
            self._bytes += slot.size
            self._slots.append(slot)
        return False

    def _slot(self, item: Item) -> _Slot:
        if item.member:
            self._zips[item.path] += 1
            if self._zips[item.path] > 1:
                self._bar.more(1)
        row = Row(item.path, item.member, item.url)
        slot = _Slot(row, item.label, len(item.data))
        if item.refused:
            _say(row, Fate.FAILED, (item.refused.zh, item.refused.en))
            return slot
        digest = hashlib.sha256(item.data).hexdigest()
        row.sha256, row.size = digest, len(item.data)
        reason = why_not(item.label.replace("\\", "/"), item.data)
        if reason:
            _say(row, Fate.NO_READER, reason)
        elif digest in self._seen:
            first = self._seen[digest]
            _say(
                row,
                Fate.DUPLICATE,
                (f"与{first}内容相同。", f"The same bytes as {first}."),
            )
        elif not self._again and self._as_before(row):
            slot.recorded = True
            if row.outcome == Outcome.IDENTICAL:
                self._keep(item.data)
        else:
            slot.data = item.data if self._keep_files else b""
            slot.future = self._workers.submit(
                read_one, self._reader, item.name, item.data, item.url
            )
        self._seen.setdefault(digest, item.label)
        return slot

    def _as_before(self, row: Row) -> bool:
        """Fill the row from the dataset or the record, where the file is known to one of them."""
        known = self._known.get(row.sha256)
        if known:
            for name, value in known.items():
                setattr(row, name, value)
            _say(
                row,
                Outcome.IDENTICAL,
                ("数据集中已有这份文件，未再读取。", "In the dataset already; not read again."),
            )
            return True
        before = self._record.find(row.sha256, self._timeout)
        if before is None:
            return False
        kept = replace(before, path=row.path, member=row.member, source_url=row.source_url)
        for name in Row.__slots__:
            setattr(row, name, getattr(kept, name))
        row.seconds = None
        return True

    def _take_answers(self) -> None:
        """Move the answered files at the head of the line on; write when they make a chunk."""
        while self._slots and self._slots[0].done:
            slot = self._slots[0]
            if slot.future:
                error = slot.future.exception()
                slot.read = lost(error) if error else slot.future.result()
                if slot.read is None:
                    self.summary.broken = type(error).__name__
                    return
                slot.future = None
            self._slots.popleft()
            self._bytes -= slot.size
            self._judge(slot)
            self._answered.append(slot)
            self._bar.step(slot.row.outcome in UNREAD)
            if len(self._answered) >= CHUNK:
                self._flush()

    def _judge(self, slot: _Slot) -> None:
        """Fill the row; keep the file where its report is to be added. Before the report is
        written, so that none is without its file, and at once, so that a chunk's files are not
        all held."""
        _judge(slot)
        if slot.data and not slot.row.outcome:
            self._keep(slot.data)
        slot.data = b""

    def _keep(self, data: bytes) -> None:
        if self._keep_files and not self._target.files.keep(data):
            self.summary.unkept += 1

    def _stop(self) -> None:
        """What was answered counts, the rest is said to be unread."""
        for slot in self._slots:
            future, slot.future = slot.future, None
            if future is not None:
                well = future.done() and not future.cancelled() and not future.exception()
                slot.read = future.result() if well else None
                if slot.read is None:
                    future.cancel()
                    _say(
                        slot.row,
                        Fate.STOPPED,
                        ("尚未读取即已停止。", "Stopped before it was read."),
                    )
            self._judge(slot)
            self._answered.append(slot)
        self._slots.clear()

    def _flush(self) -> None:
        """Reports to the dataset, then the record, then the table: what is in the record or the
        table has been done."""
        adding: list[tuple[_Slot, Report, Organ]] = [
            (slot, slot.read.report, slot.read.organ)
            for slot in self._answered
            if not slot.row.outcome and slot.read and slot.read.report and slot.read.organ
        ]
        if adding:
            results = self._target.add([(report, organ) for _, report, organ in adding])
            for (slot, _, _), result in zip(adding, results, strict=True):
                slot.row.outcome = result.outcome
                slot.row.revision = result.revision or None
        self._record.add(
            (slot.row, slot.read.timeout if slot.read else 0.0)
            for slot in self._answered
            if slot.row.outcome in UNREAD and slot.row.sha256 and not slot.recorded
        )
        self._table.write(slot.row for slot in self._answered)
        for slot in self._answered:
            self._count(slot)
        self._answered.clear()

    def _count(self, slot: _Slot) -> None:
        row = slot.row
        self.summary.outcomes[row.outcome] += 1
        if row.outcome in UNREAD:
            places = f"：{row.candidates}" if row.candidates else ""
            reason = f"{row.reason_zh}{places} / {row.reason_en}"
            self.summary.failed.append((slot.label, reason))
        if slot.read and slot.read.report:
            self.summary.read += 1
            self.summary.with_errors += bool(row.n_errors)


def _judge(slot: _Slot) -> None:
    """Fill the row from the answer. The outcome stays open where the dataset is to give it."""
    row, read = slot.row, slot.read
    if read is None:
        return
    row.seconds = None if read.seconds is None else round(read.seconds, 3)
    report = read.report
    if report is None:
        _say(row, Fate.FAILED, read.reason)
        return
    severities = Counter(finding.severity for finding in report.findings)
    row.format, row.organ, row.year = report.format, report.organ, report.year or None
    row.source_url = report.source_url
    row.n_errors, row.n_warnings = severities[Severity.ERROR], severities[Severity.WARNING]
    row.n_notes = severities[Severity.NOTE]
    if not report.year:
        _say(row, Fate.NEEDS_YEAR, ("未找到报告年度。", "The report year was not found."))
    elif read.organ is None:
        _say(row, Fate.NEEDS_ORGAN, ("未找到机关名称。", "The organ's name was not found."))
    elif read.organ.candidates:
        row.candidates = "、".join(place_name(code) for code in read.organ.candidates)
        _say(
            row,
            Fate.AMBIGUOUS,
            ("机关名称在多个地区都有，未入库。", "Several places have this organ's name."),
        )
    else:
        row.organ_id = read.organ.organ_id


def _say(row: Row, outcome: str, reason: tuple[str, str]) -> None:
    row.outcome = outcome
    row.reason_zh, row.reason_en = reason


def _known(target: Dataset) -> dict[str, dict[str, Any]]:
    """The files that the dataset has, by their bytes: the columns of their rows."""
    delta = target.delta("reports")
    if delta is None:
        return {}
    of = {
        "format": "source_format",
        "organ": "organ",
        "year": "year",
        "organ_id": "organ_id",
        "revision": "revision",
        "n_errors": "n_errors",
        "n_warnings": "n_warnings",
        "n_notes": "n_notes",
    }
    wanted = ["source_sha256", *of.values()]
    return {
        row["source_sha256"]: {name: row[column] for name, column in of.items()}
        for row in delta.to_pyarrow_table(columns=wanted).to_pylist()
    }
