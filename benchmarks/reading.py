"""Reports a second on one core, reading, parsing and checking; for web pages beside
pandas.read_html, which only reads the tables, on the same files in the same run."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd

from benchmarks.timing import median_ms
from lib.intake import intake
from lib.reading.encoding import decode

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "tests" / "examples", ROOT.parent / "shared" / "reports")
SUFFIXES = {".html", ".txt", ".md"}


def run() -> None:
    print("reading, parsing and checking, one core (medians)")
    print(f"{'ms':>7} {'a second':>9} {'read_html ms':>13} {'ratio':>6}  file")
    ours_html = theirs_html = 0.0
    for folder in FOLDERS:
        for path in sorted(folder.iterdir()) if folder.exists() else ():
            if path.suffix not in SUFFIXES:
                continue
            data = path.read_bytes()
            try:
                intake(path.name, data)
            except Exception:
                continue  # reports of years before 2019 lie there too
            ours = median_ms(lambda: intake(path.name, data))  # noqa: B023
            line = f"{ours:>7.2f} {1000 / ours:>9.0f}"
            if path.suffix == ".html":
                text = decode(data)[0]
                theirs = median_ms(lambda: pd.read_html(io.StringIO(text), flavor="lxml"))  # noqa: B023
                ours_html, theirs_html = ours_html + ours, theirs_html + theirs
                line += f" {theirs:>13.2f} {theirs / ours:>6.2f}"
            else:
                line += f" {'':>13} {'':>6}"
            print(f"{line}  {path.name}")
    print(f"all web pages: pandas.read_html takes {theirs_html / ours_html:.2f} times as long\n")
