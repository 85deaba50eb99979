"""The old statistics table in grids: a label, a unit, and the year's number under its head."""

from __future__ import annotations

from dataclasses import dataclass

from lib.old_form import LOCAL_ROW, UNITS
from lib.parsing.labels import fold
from lib.parsing.numbers import value_like
from lib.parsing.statistics_rows import (
    Labels,
    Printed,
    Table,
    head_of,
    local_label,
    value_column,
)
from lib.reading.document import Cell, Grid

_FEWEST = 3  # rows that are known: a table of something else may share one label


@dataclass(frozen=True, slots=True)
class _Part:
    """The columns of one table; two halves of it may stand side by side. `value` is None where the
    heads do not tell which column is the year's."""

    first: int
    end: int
    unit: int | None
    value: int | None
    numbers: tuple[int, ...]


def read_statistics_grids(grids: tuple[Grid, ...], year: int) -> Table | None:
    """The rows of the table in all grids; None where no grid is it. A table cut by a page goes on
    under the heads of the grid before it."""
    table = Table()
    labels = Labels()
    parts: tuple[_Part, ...] = ()
    width = 0
    for grid in grids:
        if grid.width != width:
            parts, width = (), grid.width
        found: list[Printed] = []
        for row in grid.rows:
            headed = _heads(row, year)
            if headed:
                parts = headed
                table.year = table.year or _named_year(row, year)
                table.headed = True
                continue
            for part in parts or (_Part(0, grid.width, None, None, ()),):
                printed = _row(row, part, labels, bool(parts))
                if printed:
                    found.append(printed)
        known = sum(not each.key.startswith(LOCAL_ROW) for each in found)
        if known >= _FEWEST or (known and table.rows):
            table.rows += found
        elif not table.rows:
            table.headed, table.year, parts = False, 0, ()
    return table if table.rows else None


def _heads(row: tuple[Cell, ...], year: int) -> tuple[_Part, ...]:
    """The parts of a table whose heads this row is; empty where it is no row of heads."""
    heads = [head_of(cell.text) for cell in row]
    starts = [
        at
        for at, (kind, _) in enumerate(heads)
        if kind == "label" and (at == 0 or row[at] is not row[at - 1])
    ]
    if not starts or not any(kind in ("unit", "year", "period") for kind, _ in heads):
        return ()
    parts = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(row)
        # a head over several columns is one column for each of them: seldom, and never guessed
        own = [
            head if at == start or row[at] is not row[at - 1] else ("", 0)
            for at, head in enumerate(heads[:end])
        ]
        own[:start] = [("", 0)] * start
        unit = next((at for at, (kind, _) in enumerate(own) if kind == "unit"), None)
        numbers = tuple(
            at for at, (kind, _) in enumerate(own) if kind in ("year", "period", "other")
        )
        parts.append(_Part(start, end, unit, value_column(own, year), numbers))
    return tuple(parts)


def _named_year(row: tuple[Cell, ...], year: int) -> int:
    named = {of for cell in row if (of := head_of(cell.text)[1])}
    return year if year in named else named.pop() if len(named) == 1 else 0


def _row(row: tuple[Cell, ...], part: _Part, labels: Labels, headed: bool) -> Printed | None:
    squares = [
        (at, row[at])
        for at in range(part.first, min(part.end, len(row)))
        if at == part.first or row[at] is not row[at - 1]
    ]
    stop = min((at for at in (part.unit, *part.numbers) if at is not None), default=part.end)
    named = [(at, cell) for at, cell in squares if at < stop and _is_label(cell.text)]
    if not named:
        return None
    at, label = named[-1]
    indicator = labels.known(label.text)
    unit = _unit(row[part.unit].text) if part.unit is not None else ""
    after = [cell for column, cell in squares if column > at and cell is not label]
    if not unit:
        unit = next((word for cell in after if (word := _unit(cell.text))), "")
    numbers = tuple(
        row[column] for column in part.numbers if column < len(row) and row[column] is not label
    )
    if not headed:
        numbers = tuple(
            cell
            for cell in after
            if not _unit(cell.text) and cell.colspan and value_like(cell.text)
        )
    if not numbers or (indicator is None and not any(cell.text for cell in numbers)):
        return None  # a heading, or a line of words
    key = indicator.key if indicator else LOCAL_ROW + local_label(label.text)
    if key == LOCAL_ROW:
        return None
    if part.value is not None:
        value: Cell | None = row[part.value]
        if value is label or value is None or not value.colspan:
            return None
        return Printed(key, label, unit, value, numbers)
    filled = [cell for cell in numbers if cell.text]
    if not headed and len(numbers) == 1:
        return Printed(key, label, unit, numbers[0], numbers)
    if not filled:
        return Printed(key, label, unit, numbers[0], numbers)
    return Printed(key, label, unit, None, numbers, "row.ambiguous")


def _is_label(text: str) -> bool:
    return bool(text) and not value_like(text) and not _unit(text)


def _unit(text: str) -> str:
    """The unit a cell names, "" for another cell."""
    folded = fold(text).strip("()")
    return folded if folded in UNITS else ""
