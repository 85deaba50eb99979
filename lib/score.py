"""How exactly a folder of reports parses: every cell against figures read from the source by eye.

The figures are a figures.json as described in `read_figures`. A cell is right when its number (or
its blank) is the figure; inferred when the right number was solved from run-together print;
flagged when no number was given and a finding says so; missing when the cell was not found; wrong
when another number was given, which is the one unforgivable case.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from lib.form import (
    APPLICANT_COLUMNS,
    DISCLOSURE,
    LATEST,
    REMEDIES,
    REQUESTS,
    Unit,
    cell,
    cells,
    leaves,
    line,
)
from lib.intake import intake
from lib.parsing.labels import find_row
from lib.parsing.numbers import read_number
from lib.parsing.report import Report, State
from lib.reading.document import Unreadable

Figures = dict[str, Decimal | None]  # cell key -> the printed number, None where printed blank

_GROUPS = {"denied": "refused", "unable": "unable", "notproc": "declined", "other": "other"}
_ROWS = {
    "new": "received",
    "carried": "carried_in",
    "granted": "granted",
    "partial": "partly_granted",
    "other": "other",
    "total": "handled",
    "next": "carried_out",
}


COUNTS = ("right", "inferred", "flagged", "missing", "wrong")


@dataclass(slots=True)
class Score:
    """Cells counted by how they came out, and a line for each that did not come out right. `format`
    and `edition` are what the table of scores is by."""

    file: str
    format: str = ""
    edition: str = ""
    right: int = 0
    inferred: int = 0
    flagged: int = 0
    missing: int = 0
    wrong: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def cells(self) -> int:
        return self.right + self.inferred + self.flagged + self.missing + self.wrong

    def __iadd__(self, other: Score) -> Score:
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


def by_format(scores: Iterable[Score]) -> dict[tuple[str, str], Score]:
    """The scores added up for each format and edition, in the order they came."""
    sums: dict[tuple[str, str], Score] = {}
    for score in scores:
        key = score.format, score.edition
        sums.setdefault(key, Score("", *key)).__iadd__(score)
    return sums


def read_figures(path: Path) -> dict[str, Figures]:
    """File name -> figures. The file has `reports`, each with `file`, `table2` (row label ->
    numbers in the order of the report's own columns), `table3` (row -> seven numbers) and `table4`
    (fifteen numbers); null is blank; amounts may be text with their unit."""
    loaded = json.loads(path.read_text(encoding="utf-8"))
    return {each["file"]: _figures(each) for each in loaded["reports"]}


def read_identities(path: Path) -> dict[str, tuple[str, int]]:
    """File name -> the organ and year that figures.json gives the report."""
    loaded = json.loads(path.read_text(encoding="utf-8"))
    return {
        each["file"]: (each.get("organ", ""), int(each.get("year", 0)))
        for each in loaded["reports"]
    }


def _figures(report: dict[str, Any]) -> Figures:
    found: Figures = {}
    for label, raw in report.get("table2", {}).items():
        home = find_row(label)
        if home is None:
            raise ValueError(f"figures name a row the form does not have: {label}")
        row = home[1].key
        numbers = raw if isinstance(raw, list) else [raw]
        block = next(b for b in DISCLOSURE.blocks if any(each.key == row for each in b.rows))
        # the era of table 2 shows in its columns; 规章 has three in both
        era = "2021" if str(report["era"]).startswith("2021") else "2019"
        for column, number in zip(leaves(block.columns, era), numbers, strict=True):
            key = f"disclosure.{row}.{column.key}"
            found[key] = _number(number, cell(key).unit)
    for name, numbers in report.get("table3", {}).items():
        row = _row(name)
        for column, number in zip(APPLICANT_COLUMNS, numbers, strict=True):
            found[f"requests.{row}.{column.key}"] = _number(number, Unit.PIECES)
    for item, number in zip(cells(LATEST, REMEDIES.key), report.get("table4", ()), strict=False):
        found[item.key] = _number(number, Unit.PIECES)
    return found


def _row(name: str) -> str:
    if name in _ROWS:
        return _ROWS[name]
    group, number = name.rstrip("0123456789"), int(name[-1])
    return line(REQUESTS.key, _GROUPS[group]).children[number - 1].key


def _number(raw: Any, unit: Unit) -> Decimal | None:
    if raw is None:
        return None
    if isinstance(raw, str):
        return read_number(raw, unit).value
    return Decimal(str(raw))


def score_report(file: str, report: Report, figures: Figures, *, complete: bool = False) -> Score:
    """Compare one parsed report with its figures, cell by cell. Where the figures are `complete`,
    a number in a cell they do not name is wrong too."""
    score = Score(file, report.format, "/".join(sorted(set(report.editions.values()))))
    for key, expected in figures.items():
        entry = report.entries.get(key)
        if entry is None or entry.state is State.MISSING:
            score.missing += 1
            score.failures.append(f"missing {key}: expected {_shown(expected)}")
        elif entry.value is None and entry.state is State.UNREADABLE:
            score.flagged += 1
            score.failures.append(f"flagged {key}: expected {_shown(expected)}")
        elif entry.value == expected:
            score.inferred += entry.state is State.INFERRED
            score.right += entry.state is not State.INFERRED
        else:
            score.wrong += 1
            score.failures.append(
                f"WRONG {key}: expected {_shown(expected)}, got {_shown(entry.value)} "
                f"(printed “{entry.text}”)"
            )
    for key, entry in report.entries.items() if complete else ():
        if key not in figures and entry.value is not None:
            score.wrong += 1
            score.failures.append(f"WRONG {key}: not printed, got {entry.value}")
    return score


def _shown(value: Decimal | None) -> str:
    return "blank" if value is None else str(value)


def score_folder(folder: Path) -> tuple[list[Score], list[str]]:
    """A score for every file of the folder that figures.json names, or whose name but for its
    ending it names; and a sentence for each file that could not be read or has no figures.
    FileNotFoundError where there is no figures.json."""
    scores, sentences = [], []
    listed = folder / "figures.json"
    complete = _complete(listed)
    for file, figures in read_figures(listed).items():
        path = folder / file
        try:
            report = intake(path.name, path.read_bytes())
        except Unreadable as error:
            sentences.append(f"not read: {file}: {error.en}")
            continue
        except FileNotFoundError:
            sentences.append(f"not read: {file}: not in the folder")
            continue
        scores.append(score_report(file, report, figures, complete=file in complete))
    named = read_figures(listed)
    # a page and its text are one report
    copies = {Path(file).stem: figures for file, figures in named.items()}
    for path in sorted(folder.iterdir()):
        if path == listed or not path.is_file() or path.name in named:
            continue
        try:
            report = intake(path.name, path.read_bytes())
        except Unreadable as error:
            sentences.append(f"no figures: {path.name}: not read. {error.en}")
            continue
        if path.stem in copies:
            scores.append(score_report(path.name, report, copies[path.stem], complete=True))
        else:
            sentences.append(f"no figures: {path.name}: {_described(report)}")
    return scores, sentences


def _complete(listed: Path) -> set[str]:
    """The files whose figures name every number printed."""
    loaded = json.loads(listed.read_text(encoding="utf-8"))
    return {each["file"] for each in loaded["reports"] if each.get("complete")}


def _described(report: Report) -> str:
    """How a report comes out that nobody has read by eye."""
    numbers = sum(entry.value is not None for entry in report.entries.values())
    codes = ", ".join(sorted({finding.code for finding in report.findings})) or "none"
    return f"{report.format}, {report.year or 'no year'}, {numbers} numbers; findings: {codes}"
