"""Files a second of the whole intake on all cores, the dataset written, beside reading the same
files one after another in one process; the files are invented web pages."""

from __future__ import annotations

import os
import tempfile
import time
from itertools import islice
from pathlib import Path

from lib.batch import take_in
from lib.intake import intake
from lib.synthetic import invent_reports, write

FILES = 2000


def run() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "in")
        folder.mkdir()
        paths = _invent(folder, FILES)
        start = time.perf_counter()
        for path in paths:
            intake(path.name, path.read_bytes())
        alone = len(paths) / (time.perf_counter() - start)
        start = time.perf_counter()
        summary = take_in([folder], Path(made, "dataset"), progress=False)
        together = len(paths) / (time.perf_counter() - start)
        start = time.perf_counter()
        take_in([folder], Path(made, "dataset"), progress=False)
        again = len(paths) / (time.perf_counter() - start)
    outcomes = ", ".join(f"{count} {name}" for name, count in summary.outcomes.items())
    print(f"intake of {len(paths)} invented web pages: {outcomes}")
    print(f"{alone:>8.0f} a second  read in one process, nothing written")
    print(
        f"{together:>8.0f} a second  taken in on {os.cpu_count()} cores, start and writing counted"
    )
    print(f"{together / alone:>8.2f} times as fast")
    print(f"{again:>8.0f} a second  the same folder again, nothing read\n")


def _invent(folder: Path, files: int) -> list[Path]:
    formats = ("html-word", "html-plain", "html-word-gbk", "html-square-heads")
    paths = []
    for at, (report, _) in enumerate(islice(invent_reports(), files)):
        name, data = write(report, formats[at % len(formats)])
        paths.append(folder / f"{at:05}-{name}")
        paths[-1].write_bytes(data)
    return paths
