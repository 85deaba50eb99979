"""The line of files on their way: handed out lazily, answers taken in the order of the files,
reports written to the dataset chunk by chunk.

The order is kept so that of two reports of one organ and year the later path is the later
revision, on however many cores. It costs memory for the answers behind a slow file, so the line
has a bound.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, replace

from lib.batch.judging import judge, known, say
from lib.batch.ledger import UNREAD, Fate, Record, Row, Table
from lib.batch.progress import Progress
from lib.batch.reading import Read, Reader, lost, read_one, why_not
from lib.batch.sources import Item
from lib.batch.summary import Summary
from lib.dataset import Dataset, Outcome
from lib.organs import Organ
from lib.parsing.report import Report

CHUNK = 500  # files whose reports are written to the dataset in one commit
_LINE = 1000  # files handed out and not yet judged: enough to keep the workers busy in a write
_IN_FLIGHT = 256 << 20  # bytes of these files


@dataclass(slots=True)
class _Slot:
    """A file on its way: its row, and its answer when there is one."""

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


class Line:
    """The files of one intake: handed out, judged, their reports written."""

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
        self._in_dataset = known(target)
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
            say(row, Fate.FAILED, (item.refused.zh, item.refused.en))
            return slot
        digest = hashlib.sha256(item.data).hexdigest()
        row.sha256, row.size = digest, len(item.data)
        reason = why_not(item.label.replace("\\", "/"), item.data)
        if reason:  # of its name: the same bytes may come again under another
            say(row, Fate.NO_READER, reason)
            return slot
        if digest in self._seen:
            first = self._seen[digest]
            say(
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
        stored = self._in_dataset.get(row.sha256)
        if stored:
            for name, value in stored.items():
                setattr(row, name, value)
            say(
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
        if slot.read is not None:
            judge(slot.row, slot.read)
        if slot.data and not slot.row.outcome:
            self._keep(slot.data)
        slot.data = b""

    def _keep(self, data: bytes) -> None:
        if self._keep_files and not self._target.files.keep(data):
            self.summary.unkept += 1

    def _stop(self) -> None:
        """What was answered counts, the rest is said to be unread. A report behind a file that is
        unread waits with it: that file may hold an earlier revision of it."""
        unread = False
        for slot in self._slots:
            future, slot.future = slot.future, None
            if future is not None:
                well = future.done() and not future.cancelled() and not future.exception()
                slot.read = future.result() if well else None
                if slot.read is None:
                    future.cancel()
                    unread = True
                    say(
                        slot.row,
                        Fate.STOPPED,
                        ("尚未读取即已停止。", "Stopped before it was read."),
                    )
                elif unread and slot.read.report:
                    slot.read = None
                    say(
                        slot.row,
                        Fate.STOPPED,
                        (
                            "停止时前面尚有文件未读，未入库。",
                            "Not added: files before it were unread when the intake was stopped.",
                        ),
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
