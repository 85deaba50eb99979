"""Reports a second on one core, the whole job, beside what only takes the tables out of the same
files: pandas.read_html for web pages, pdfplumber for PDF, python-docx for Word, in turns in the
same run. And what reading, parsing and checking cost, each by itself. All in time of the processor,
which a busy machine does not lengthen."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd

from lib.checks import check
from lib.intake import intake
from lib.parsing import parse
from lib.reading import read
from lib.reading.document import Unreadable
from lib.reading.encoding import decode
from lib.synthetic import invent_report
from lib.synthetic.writers.layouts import LAYOUTS
from lib.synthetic.writers.pages import page_of

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "tests" / "examples", ROOT.parent / "shared" / "reports")
PRINTED = ("html-word", "html-plain", "docx", "pdf-chromium", "pdf-libreoffice", "xlsx")
SLOW = {"pdf"}
_PAGES = 60
Job = Callable[[], object]


def files() -> Iterator[tuple[str, bytes]]:
    """The examples, the real reports where they are, and an invented report in other formats."""
    for folder in FOLDERS:
        for path in sorted(folder.iterdir()) if folder.exists() else ():
            if path.suffix != ".json":
                yield path.name, path.read_bytes()
    page = page_of(invent_report(3, 2023))
    for name in PRINTED:
        layout = LAYOUTS[name]
        if layout.possible():
            yield f"invented as {name}{layout.suffix}", layout.render([page])[0]


def baseline(kind: str, data: bytes) -> Job | None:
    """What takes the tables of a file out and does no more; None where there is none to compare."""
    if kind == "html":
        text = decode(data)[0]
        return lambda: pd.read_html(io.StringIO(text), flavor="lxml")
    if kind == "pdf":
        return lambda: _by_pdfplumber(data)
    if kind == "docx":
        return lambda: _by_python_docx(data)
    return None


def _by_pdfplumber(data: bytes) -> list[object]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [(page.extract_text(), page.extract_tables()) for page in pdf.pages]


def _by_python_docx(data: bytes) -> list[object]:
    from docx import Document

    document = Document(io.BytesIO(data))
    return [[cell.text for row in table.rows for cell in row.cells] for table in document.tables]


def in_turns(ours: Job, theirs: Job, times: int) -> tuple[list[float], list[float]]:
    """Milliseconds of two jobs done in turns, so that a slow moment hits both."""
    ours(), theirs()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for job, into in zip((ours, theirs), taken, strict=True):
            start = time.process_time()
            job()
            into.append((time.process_time() - start) * 1000)
    return taken


def least_ms(job: Job, times: int) -> float:
    """The least of as many turns: what is added to it is the machine's, not the job's."""
    return min(in_turns(job, lambda: None, times)[0])


def run() -> None:
    print("the whole job on one core, beside only taking the tables out: least of as many turns,")
    print(
        "and how many times as long the latter takes, by the least and by the median of the turns"
    )
    print(f"{'ms':>8} {'a second':>9} {'tables ms':>10} {'least':>6} {'median':>6}  file")
    sums: dict[str, list[tuple[float, float]]] = {}
    medians: dict[str, list[float]] = {}
    parts: dict[str, list[tuple[float, float, float]]] = {}
    for name, data in files():
        try:
            kind = intake(name, data).format
        except Unreadable:
            continue
        times = 3 if kind in SLOW else 15
        theirs = baseline(kind, data)
        if theirs is None:
            ours_ms, line = least_ms(lambda: intake(name, data), times), ""  # noqa: B023
        else:
            turns = in_turns(lambda: intake(name, data), theirs, times)  # noqa: B023
            ours_ms, theirs_ms = min(turns[0]), min(turns[1])
            median = statistics.median(t / o for o, t in zip(*turns, strict=True))
            sums.setdefault(kind, []).append((ours_ms, theirs_ms))
            medians.setdefault(kind, []).append(median)
            line = f"{theirs_ms:>10.2f} {theirs_ms / ours_ms:>6.2f} {median:>6.2f}"
        print(f"{ours_ms:>8.2f} {1000 / ours_ms:>9.0f} {line:>24}  {name}")
        parts.setdefault(kind, []).append(_parts(name, data, times))
    print()
    for kind, pairs in sums.items():
        ours_all, theirs_all = (sum(pair[side] for pair in pairs) for side in (0, 1))
        print(
            f"{kind}: taking the tables out takes {theirs_all / ours_all:.2f} times as long as the "
            f"whole job (median of the turns: {statistics.mean(medians[kind]):.2f}); "
            f"{1000 * len(pairs) / ours_all:.0f} reports a second"
        )
    for layout in ("html-word", "html-plain"):
        _once_each(layout)
    print(f"\n{'reading':>9} {'parsing':>9} {'checks':>9}  ms a report, format")
    for kind, found in parts.items():
        means = [statistics.mean(each[at] for each in found) for at in range(3)]
        cheaper = "cost less than parsing" if means[2] < means[1] else "cost MORE than parsing"
        print(f"{means[0]:>9.2f} {means[1]:>9.2f} {means[2]:>9.2f}  {kind}: checks {cheaper}")
    print()


def _once_each(layout: str) -> None:
    """Reports of as many organs, each read once: nothing of their text was seen before, only the
    tables of their pages are alike, as those of one office's site are."""
    pages = [page_of(invent_report(seed, 2023)) for seed in range(200, 200 + _PAGES)]
    ours_all, theirs_all = [], []
    for data in LAYOUTS[layout].render(pages):
        theirs = baseline("html", data)
        assert theirs is not None
        for job, into in ((lambda: intake("x.html", data), ours_all), (theirs, theirs_all)):  # noqa: B023
            start = time.process_time()
            job()
            into.append((time.process_time() - start) * 1000)
    print(
        f"{_PAGES} invented reports as {layout}, each read once: "
        f"{sum(theirs_all) / sum(ours_all):.2f} times as long (median of the pages: "
        f"{statistics.median(t / o for o, t in zip(ours_all, theirs_all, strict=True)):.2f})"
    )


def _parts(name: str, data: bytes, times: int) -> tuple[float, float, float]:
    document = read(name, data)
    report = parse(document)
    return (
        least_ms(lambda: read(name, data), times),
        least_ms(lambda: parse(document), times),
        least_ms(lambda: check(report), times),
    )
