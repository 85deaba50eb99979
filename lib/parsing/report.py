"""A parsed report: who, which year, and every statutory cell with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from lib.findings import Finding
from lib.reading.document import Place


class State(StrEnum):
    """What stands in a statutory cell. Only REPORTED and INFERRED have a value.

    REPORTED a number is printed · INFERRED solved from run-together print by the form's sums ·
    BLANK the cell is printed empty (never taken as zero here) · NOT_APPLICABLE «/», «—», 无 ·
    UNREADABLE something else is printed, or the cell cannot be told apart · MISSING the form has
    the cell, the report does not."""

    REPORTED = "reported"
    INFERRED = "inferred"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    UNREADABLE = "unreadable"
    MISSING = "missing"


@dataclass(slots=True)  # frozen would triple the cost of the 200 of a report
class Entry:
    """One statutory cell of one report: its number, the text it was printed as, where. Reports
    share those that are the same in each; nobody changes one.

    Counts are whole Decimals; fees are in 万元, procurement value in 元, as the form says."""

    cell: str
    value: Decimal | None
    text: str
    state: State
    place: Place | None = None


class Stated(NamedTuple):
    """One figure that the text states about cells of the form.

    `value` is what the text says of the sum of `cells` (one cell, or all cells of a group such as
    不予公开), money in 万元 whatever unit is printed; `unit` the printed unit, "" where none is;
    `text` the phrase, folded; `section` a section key; `place` of the paragraph; `scope` whom the
    sentence speaks of: "organ" (本机关), "office" (a government's own office), "area" or "" where
    it does not say; `year` the year it speaks of where that is not the report's, 0 otherwise: such
    a figure is no statement about the report's tables."""

    cells: tuple[str, ...]
    value: Decimal
    unit: str
    text: str
    section: str
    place: Place
    scope: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """One annual report as parsed.

    `year` is the year reported on (0 where unknown), `published` the printed date of publication.
    `editions` gives each table's edition key ("2019" or "2021"), judged from the table itself.
    `entries` has one Entry for every cell of those editions, in the form's order, MISSING ones
    included. `sections` maps a section key of the form to its text. `stated` are the figures of
    that text. `scope` says whether the figures are the organ's own ("organ") or its whole area's
    ("area"), "" where the text does not say, and `scope_text` is the phrase this rests on.
    `processing_fee` is the 信息处理费 collected, in 元; None where the text does not state it."""

    organ: str
    year: int
    title: str
    published: date | None
    editions: dict[str, str]
    entries: dict[str, Entry]
    sections: dict[str, str]
    findings: tuple[Finding, ...]
    name: str
    sha256: str
    format: str
    source_url: str = ""
    publisher: str = ""
    places: dict[str, Place] = field(default_factory=dict)  # of title, scope, processing_fee
    context: str = ""  # breadcrumb and address words that help to place the organ
    stated: tuple[Stated, ...] = ()
    scope: str = ""
    scope_text: str = ""
    processing_fee: Decimal | None = None
    processing_fee_text: str = ""

    def value(self, cell: str) -> Decimal | None:
        """The number in a cell, or None where no number is printed there."""
        entry = self.entries.get(cell)
        return entry.value if entry else None
