"""Reports a second on one core, the whole job, beside what only takes the tables out of the same
files: pandas.read_html for web pages, pdfplumber for PDF, python-docx for Word, in turns in the
same run. And what reading, parsing and checking cost, each by itself. All in time of the processor,
which a busy machine does not lengthen.

A turn is five times the same job, as in a folder of reports one follows another: the first after
the other job finds the processor's caches full of what that has left, and takes up to half as long
again. What that costs is shown for web pages in a line of its own."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
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
_IN_A_TURN = 5
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


def in_turns(
    ours: Job, theirs: Job, times: int, in_a_turn: int = _IN_A_TURN
) -> tuple[list[float], list[float]]:
    """Milliseconds of two jobs done in turns, so that a slow moment hits both: for each turn the
    mean of its jobs."""
    ours(), theirs()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for job, into in zip((ours, theirs), taken, strict=True):
            start = time.process_time()
            for _ in range(in_a_turn):
                job()
            into.append((time.process_time() - start) * 1000 / in_a_turn)
    return taken


def least_ms(job: Job, times: int, in_a_turn: int = _IN_A_TURN) -> float:
    """The least of as many turns: what is added to it is the machine's, not the job's."""
    return min(in_turns(job, lambda: None, times, in_a_turn)[0])


def run() -> None:
    print("the whole job on one core, beside only taking the tables out: least of as many turns,")
    print(
        "and how many times as long the latter takes, by the least and by the median of the turns"
    )
    print(f"{'ms':>8} {'a second':>9} {'tables ms':>10} {'least':>6} {'median':>6}  file")
    sums: dict[str, list[tuple[float, float]]] = {}
    medians: dict[str, list[float]] = {}
    parts: dict[str, list[tuple[float, float, float]]] = {}
    alone: list[tuple[float, ...]] = []
    for name, data in files():
        try:
            kind = intake(name, data).format
        except Unreadable:
            continue
        times, in_a_turn = (3, 1) if kind in SLOW else (15, _IN_A_TURN)
        theirs = baseline(kind, data)
        if theirs is None:
            ours_ms, line = least_ms(partial(intake, name, data), times, in_a_turn), ""
        else:
            ours = partial(intake, name, data)
            turns = in_turns(ours, theirs, times, in_a_turn)
            ours_ms, theirs_ms = min(turns[0]), min(turns[1])
            median = statistics.median(t / o for o, t in zip(*turns, strict=True))
            sums.setdefault(kind, []).append((ours_ms, theirs_ms))
            medians.setdefault(kind, []).append(median)
            if kind == "html":
                alone.append(tuple(map(min, in_turns(ours, theirs, times, 1))))
            line = f"{theirs_ms:>10.2f} {theirs_ms / ours_ms:>6.2f} {median:>6.2f}"
        print(f"{ours_ms:>8.2f} {1000 / ours_ms:>9.0f} {line:>24}  {name}")
        parts.setdefault(kind, []).append(_parts(name, data, times, in_a_turn))
    print()
    for kind, pairs in sums.items():
        ours_all, theirs_all = (sum(pair[side] for pair in pairs) for side in (0, 1))
        print(
            f"{kind}: taking the tables out takes {theirs_all / ours_all:.2f} times as long as the "
            f"whole job (median of the turns: {statistics.mean(medians[kind]):.2f}); "
            f"{1000 * len(pairs) / ours_all:.0f} reports a second"
        )
    ours_all, theirs_all = (sum(each[side] for each in alone) for side in (0, 1))
    print(f"html, in turns of one job: {theirs_all / ours_all:.2f} times")
    for layout in ("html-word", "html-plain"):
        _once_each(layout)
    print(f"\n{'reading':>9} {'parsing':>9} {'checks':>9}  ms a report, format")
    for kind, found in parts.items():
        means = [statistics.mean(each[at] for each in found) for at in range(3)]
        cheaper = "cost less than parsing" if means[2] < means[1] else "cost MORE than parsing"
        print(f"{means[0]:>9.2f} {means[1]:>9.2f} {means[2]:>9.2f}  {kind}: checks {cheaper}")
    print()


def _once_each(layout: str) -> None:
    """Reports of as many organs, each read once, ten a turn: nothing of their text was seen before,
    only the tables of their pages are alike, as those of one office's site are."""
    pages = LAYOUTS[layout].render(
        [page_of(invent_report(seed, 2023)) for seed in range(200, 200 + _PAGES)]
    )
    ours = [partial(intake, "x.html", page) for page in pages]
    theirs = [job for page in pages if (job := baseline("html", page))]
    taken: tuple[list[float], list[float]] = ([], [])
    for at in range(0, _PAGES, 10):
        for jobs, into in zip((ours, theirs), taken, strict=True):
            start = time.process_time()
            for job in jobs[at : at + 10]:
                job()
            into.append(time.process_time() - start)
    ratios = [t / o for o, t in zip(*taken, strict=True)]
    print(
        f"{_PAGES} invented reports as {layout}, each read once: "
        f"{sum(taken[1]) / sum(taken[0]):.2f} times as long (median of the turns: "
        f"{statistics.median(ratios):.2f})"
    )


def _parts(name: str, data: bytes, times: int, in_a_turn: int) -> tuple[float, float, float]:
    document = read(name, data)
    report = parse(document)
    return (
        least_ms(partial(read, name, data), times, in_a_turn),
        least_ms(partial(parse, document), times, in_a_turn),
        least_ms(partial(check, report), times, in_a_turn),
    )
