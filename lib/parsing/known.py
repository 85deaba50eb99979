"""Forms printed before: an office's pages print the same tables every year but for the numbers.

Which number of a table belongs to which cell is found once for all tables of one pattern
(lib.reading.document.Grid.pattern); where the same patterns come again, the numbers are put there
at once. Only what cannot depend on the numbers themselves is kept: every plain number of the tables
must be the number of exactly one cell, and nothing may have been said but of labels, heads and
cells that are not printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lib.findings import Finding
from lib.form import Unit, all_cells
from lib.parsing.fill import Filled
from lib.parsing.grids import read_grids
from lib.parsing.loose import rows_of_numbers
from lib.parsing.numbers import read_number
from lib.parsing.report import Entry, State
from lib.parsing.rows import Row
from lib.reading.document import PLAIN, Document, Grid, Paragraph, Place

_MOST = 200
_LONGEST = 100_000  # characters of a table; the form's has some thousands
_GROUPED = 15  # the cells of section four
# what these say rests on what the pattern holds
_OF_THE_PATTERN = {"label.fuzzy", "label.position", "cell.missing", "cell.note"}
_OF_THE_PATTERN |= {"table.edition", "text.traditional"}
_FIXED = (State.REPORTED, State.BLANK, State.NOT_APPLICABLE, State.MISSING)
_Key = tuple[int, tuple[tuple[int, str], ...], tuple[str, ...]]


class _Printed(NamedTuple):
    """A cell whose number differs from report to report: its place among the numbers of all tables,
    and the cell where that is 0, as most are. `unit` is set, and `head` may be, for an amount."""

    at: int
    zero: Entry
    unit: Unit | None
    head: str


@dataclass(frozen=True, slots=True)
class _Form:
    """`entries` are the cells in the form's order, those of `printed` as they are with zeros."""

    entries: dict[str, Entry]
    printed: tuple[_Printed, ...]
    editions: dict[str, str]
    findings: tuple[Finding, ...]


_forms: dict[_Key, _Form] = {}
_patterns: set[str] = set()
_idle: set[str] = set()  # tables without numbers that add nothing: menus, search boxes, indexes
_plain = re.compile(PLAIN)
_amounts = {item.key: item.unit for item in all_cells() if item.unit.fractional}


@lru_cache(maxsize=20_000)
def _count(text: str) -> Decimal | None:
    """A plain number that counts pieces; None for one with a fraction, which cannot."""
    return read_number(text).value if "." in text else Decimal(text)


def recall(document: Document, year: int) -> Filled | None:
    """The form filled with the document's numbers; None where its tables are not all known."""
    grids = []
    for grid in document.grids:
        if grid.pattern in _patterns:
            grids.append(grid)
        elif grid.numbers or grid.pattern not in _idle:
            if not grid.pattern or _matters(grid):
                return None
            if not grid.numbers and len(_idle) < _MOST and len(grid.pattern) < _LONGEST:
                _idle.add(grid.pattern)
    form = _forms.get(_key(document, grids, year))
    if form is None:
        return None
    numbers = [number for grid in grids for number in grid.numbers]
    entries = form.entries.copy()
    for at, zero, unit, head in form.printed:
        text = numbers[at]
        if text == "0":
            continue
        if unit is None:
            value = _count(text)
        else:
            value = None if (number := read_number(text, unit, head)).problem else number.value
        if value is None:
            return None
        entries[zero.cell] = Entry(zero.cell, value, text, zero.state, zero.place)
    return Filled(entries, dict(form.editions), list(form.findings))


def remember(document: Document, year: int, rows: list[Row], filled: Filled) -> None:
    """Keep how the form was filled from the document's tables, where their patterns alone decide
    it. The tables must hold the whole form: no row of it may come from the text around them."""
    if not {finding.code for finding in filled.findings} <= _OF_THE_PATTERN:
        return
    if any(row.groups and len(row.groups) < _GROUPED for row in rows):
        return  # the words before a table may say what of section four it holds
    heads = {value.cell.place: value.head for row in rows for value in row.values}
    tables = {place.table for place in heads}
    grids = [grid for grid in document.grids if grid.index in tables]
    if None in tables or any(not 0 < len(grid.pattern) < _LONGEST for grid in grids):
        return
    at = {place: number for number, place in enumerate(_numbers(grids))}
    if len(at) != sum(len(grid.numbers) for grid in grids):
        return
    numbers = [number for grid in grids for number in grid.numbers]
    printed: list[_Printed] = []
    entries = dict(filled.entries)
    for key, entry in filled.entries.items():
        place = entry.place
        number = at.pop(place, -1) if place else -1
        unit = _amounts.get(key)
        head = heads.get(place, "") if place else ""
        if number < 0 and entry.state not in _FIXED:
            return
        if number >= 0:
            again = read_number(numbers[number], unit or Unit.PIECES, head)
            if (again.value, again.state, again.problem) != (entry.value, entry.state, ""):
                return
            zero = read_number("0", unit or Unit.PIECES, head)
            if zero.problem:
                return
            entries[key] = Entry(key, zero.value, "0", entry.state, place)
            printed.append(_Printed(number, entries[key], unit, head))
    if at:
        return  # a number that is no cell's
    if len(_forms) >= _MOST:
        _forms.clear()
        _patterns.clear()
    _forms[_key(document, grids, year)] = _Form(
        entries, tuple(printed), dict(filled.editions), tuple(filled.findings)
    )
    _patterns.update(grid.pattern for grid in grids)


def _key(document: Document, grids: list[Grid], year: int) -> _Key:
    # what stands before a table may say that it counts in thousands
    units = tuple(
        before.text
        for before, block in pairwise(document.blocks)
        if isinstance(block, Grid) and isinstance(before, Paragraph) and "单位" in before.text
    )
    return year, tuple((grid.index, grid.pattern) for grid in grids), units


def _matters(grid: Grid) -> bool:
    """Whether a table adds anything to the form or to what is said of it."""
    found = read_grids((grid,))
    return bool(found.rows or found.findings or rows_of_numbers(grid))


def _numbers(grids: list[Grid]) -> list[Place]:
    """Where the numbers of the tables are printed, in their order."""
    return [
        cell.place
        for grid in grids
        for number, row in enumerate(grid.rows)
        for cell in dict.fromkeys(row)
        if cell.place.row == number and _plain.fullmatch(cell.text)
    ]
