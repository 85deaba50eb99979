"""What happened to every file of an intake: the rows, the table they are written to, and the
record by which the next intake knows the files that were read and not added."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from lib.dataset import Outcome
from lib.exporting.harmless import harmless

_LIB = Path(__file__).resolve().parents[1]
# what decides how a file is read, by its path from here
_READING = (
    *("reading", "parsing", "checks", "organs", "intake.py", "../data/regions.csv"),
    *("form.py", "old_form.py", "layout.py", "findings.py", "mends.py"),
)


class Fate(StrEnum):
    """What became of a file that was not handed to the dataset; lib.dataset.Outcome has the rest.

    FAILED it could not be read · NEEDS_ORGAN, NEEDS_YEAR, AMBIGUOUS it was read, but whose report
    it is, for which year, or in which place its organ is, must be told by a person · NO_READER it
    is of a kind that no reader takes · DUPLICATE the intake had the same bytes before ·
    STOPPED the intake was stopped before it, or a file before it, was read."""

    FAILED = "failed"
    NEEDS_ORGAN = "needs_organ"
    NEEDS_YEAR = "needs_year"
    AMBIGUOUS = "ambiguous"
    NO_READER = "no_reader"
    DUPLICATE = "duplicate"
    STOPPED = "stopped"


UNREAD = (Fate.FAILED, Fate.NEEDS_ORGAN, Fate.NEEDS_YEAR, Fate.AMBIGUOUS)


@dataclass(slots=True)
class Row:
    """One file. `member` is its path inside a zip; `outcome` a Fate or an Outcome of the dataset;
    `candidates` the places an ambiguous organ may be in; `n_…` its findings by severity; `seconds`
    what its reading took, None where it was not read this time."""

    path: str
    member: str = ""
    source_url: str = ""
    sha256: str = ""
    size: int = 0
    format: str = ""
    organ: str = ""
    year: int | None = None
    organ_id: str = ""
    outcome: str = ""
    revision: int | None = None
    reason_zh: str = ""
    reason_en: str = ""
    candidates: str = ""
    n_errors: int | None = None
    n_warnings: int | None = None
    n_notes: int | None = None
    seconds: float | None = None


COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Row))
OUTCOMES: tuple[str, ...] = (*Outcome, *Fate)
_WHOLE = ("size", "year", "revision", "n_errors", "n_warnings", "n_notes")
_SCHEMA = pa.schema(
    [
        (
            name,
            pa.float64() if name == "seconds" else pa.int64() if name in _WHOLE else pa.string(),
        )
        for name in COLUMNS
    ]
)


class Table:
    """The rows as a file, written as they come: Parquet for that suffix, else CSV with a
    byte-order mark, which Excel needs to see that it is UTF-8."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._parquet: Any = None
        self._text: TextIO | None = None
        if path.suffix.lower() == ".parquet":
            self._parquet = pq.ParquetWriter(path, _SCHEMA)
        else:
            self._text = path.open("w", encoding="utf-8-sig", newline="")
            self._csv = csv.DictWriter(self._text, COLUMNS)
            self._csv.writeheader()

    def write(self, rows: Iterable[Row]) -> None:
        values = [asdict(row) for row in rows]
        if self._text is not None:
            self._csv.writerows(map(_harmless, values))
            self._text.flush()
        elif values:
            self._parquet.write_table(pa.Table.from_pylist(values, schema=_SCHEMA))

    def close(self) -> None:
        if self._text is not None:
            self._text.close()
        else:
            self._parquet.close()


def _harmless(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: harmless(value) if isinstance(value, str) else value for name, value in values.items()
    }


class Record:
    """The files that were read and not added, by their bytes, kept beside the dataset: the same
    bytes are not read again by the same readers. One JSON object a line."""

    def __init__(self, path: Path, version: str) -> None:
        self._path = path
        self._version = version
        self._rows: dict[str, tuple[Row, float]] = {}
        if not path.exists():
            return
        # a crash may have cut the last line anywhere, in the middle of a character too
        for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
            try:
                kept = json.loads(line)
                if kept["version"] == version:
                    row = Row(**kept["row"])
                    self._rows[row.sha256] = (row, float(kept["timeout"]))
            except (ValueError, KeyError, TypeError):
                continue  # cut, or of another version of this program

    def find(self, sha256: str, timeout: float) -> Row | None:
        """What became of these bytes; None where they are unknown, or were stopped after less
        time than they would have now."""
        row, had = self._rows.get(sha256, (None, 0.0))
        return None if row is None or (had and had < timeout) else row

    def add(self, kept: Iterable[tuple[Row, float]]) -> None:
        """Rows, each with the seconds after which it was stopped (0 where it was not)."""
        lines = [
            json.dumps(
                {"version": self._version, "timeout": had, "row": asdict(row)}, ensure_ascii=False
            )
            for row, had in kept
        ]
        if lines:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                # begun on a line of its own: the one before may be cut
                file.write("\n" + "\n".join(lines) + "\n")


def reader_version(reader: Callable[..., Any]) -> str:
    """A token that changes whenever the sources that read and parse do, or a helper program is
    installed: nobody has to remember to raise a number."""
    return f"{reader.__module__}.{reader.__qualname__}:{_sources_digest()}"


@cache
def _sources_digest() -> str:
    digest = hashlib.sha256()
    for name in _READING:
        part = _LIB / name
        for path in sorted(part.rglob("*.py")) if part.is_dir() else [part]:
            digest.update(path.read_bytes())
    helpers = [shutil.which(name) for name in ("soffice", "libreoffice")]
    digest.update(repr([helper is not None for helper in helpers]).encode())
    digest.update(repr(importlib.util.find_spec("rapidocr") is not None).encode())
    return digest.hexdigest()[:16]
