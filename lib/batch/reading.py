"""One file of an intake as a worker reads it: never an exception, always an answer."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from pathlib import PurePath

import lib.reading
from lib.batch.workers import WorkerDied, WorkerHung
from lib.organs import Organ, recognise
from lib.parsing.report import Report
from lib.reading.archive import is_clutter
from lib.reading.document import Unreadable

Reader = Callable[..., Report]  # of a name, bytes and, where it is known, `url`

# What lib.reading takes by name, where it does not say so itself.
_READABLE = frozenset(
    {".html", ".htm", ".shtml", ".xhtml", ".pdf", ".txt", ".md", ".markdown"}
    | set(getattr(lib.reading, "READABLE", ()))
)
# The first bytes of documents, and the beginning of a web page saved as .aspx, .jsp, .php …
_DOCUMENT = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"MIME-Version:")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table)\b", re.I)
_PART_OF_PAGE = re.compile(r"(?:_files|\.files)/[^/]+$")  # as browsers and Word save pages
_PARTS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".css", ".js", ".ico"})

NO_READER = ("没有能读取这种文件的程序。", "No reader takes this kind of file.")
PART = ("是所存网页的附件。", "It belongs to a saved web page.")
CLUTTER = ("是操作系统留下的文件。", "It is a file that an operating system leaves behind.")


@dataclass(frozen=True, slots=True)
class Read:
    """A report and its organ, or why there is none; `timeout` is what a stopped file had."""

    report: Report | None = None
    organ: Organ | None = None
    reason: tuple[str, str] = ("", "")
    seconds: float | None = None
    timeout: float = 0.0


def why_not(label: str, data: bytes) -> tuple[str, str] | None:
    """Why a file is not given to a reader, None where it is. `label` is its path with /."""
    if is_clutter(label):
        return CLUTTER
    suffix = PurePath(label).suffix.lower()
    if _PART_OF_PAGE.search(label) and suffix in _PARTS:
        return PART
    if suffix in _READABLE or not suffix or data.lstrip()[:16].startswith(_DOCUMENT):
        return None
    return None if _PAGE.search(data[:4096]) else NO_READER


def read_one(reader: Reader, name: str, data: bytes, url: str) -> Read:
    """The report in a file, its organ placed. Runs in a worker."""
    start = time.perf_counter()
    try:
        # an address says when the page was put up
        report = replace(reader(name, data, url=url), source_url=url) if url else reader(name, data)
        organ = recognise(report.organ, report.context, report.year) if report.organ else None
        return Read(report, organ, seconds=time.perf_counter() - start)
    except Unreadable as error:
        reason = (error.zh, error.en)
    except MemoryError:
        reason = ("读取时内存不足。", "Reading it takes more memory than there is.")
    except RecursionError:
        reason = ("文件嵌套过深，无法读取。", "The file is nested too deeply to be read.")
    except Exception as error:
        logging.getLogger(__name__).debug("reading %s failed", name, exc_info=True)
        kind = type(error).__name__
        reason = (
            f"读取时出了意外（{kind}）。",
            f"Something unexpected happened while reading it ({kind}).",
        )
    return Read(reason=reason, seconds=time.perf_counter() - start)


def lost(error: BaseException) -> Read | None:
    """What to say of a file whose worker gave no answer; None where the executor as a whole broke
    and the file may be without fault."""
    if isinstance(error, BrokenExecutor):
        return None
    if isinstance(error, WorkerHung):
        reason = (
            f"读取超过{error.seconds:g}秒，已中止。",
            f"Reading took longer than {error.seconds:g} seconds and was stopped.",
        )
        return Read(reason=reason, seconds=error.seconds, timeout=error.seconds)
    if isinstance(error, WorkerDied):
        return Read(
            reason=(
                f"读取时进程崩溃（{error.exitcode}）。",
                f"The process that read it crashed ({error.exitcode}).",
            )
        )
    kind = type(error).__name__
    return Read(reason=(f"读取失败（{kind}）。", f"Reading failed ({kind})."))
