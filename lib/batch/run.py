"""An intake from beginning to end: what it is given, on which workers, and how it is stopped."""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from lib.batch.ledger import Record, Table, reader_version
from lib.batch.line import Line
from lib.batch.progress import Progress
from lib.batch.reading import Reader
from lib.batch.sources import count, items, sources
from lib.batch.summary import Summary
from lib.batch.workers import Workers
from lib.dataset import Dataset, open_dataset
from lib.intake import intake

TIMEOUT = 120.0  # seconds for one file


def take_in(
    named: Sequence[str | Path],
    dataset: str | Path | Dataset | None = None,
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
    line = Line(target, workers, reader, again, keep_files, timeout, record, rows, bar)
    try:
        with _rare_collection(), _interruptible() as line.interrupted:
            line.go(item for source in found for item in items(source))
    finally:
        if executor is None:
            workers.shutdown(cancel_futures=True)
        bar.close()
        rows.close()
    line.summary.table = rows.path
    return line.summary


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
