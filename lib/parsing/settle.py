"""Rows whose numbers cannot be told apart one by one, settled together by the form's sums.

A row of section three whose digits run together, or that lost its blanks, has several readings; the
rows beside it and the sums between them mostly leave one. What they settle is marked as inferred;
the rest stays as it is, without a number.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from lib.findings import Finding
from lib.parsing.labels import fold
from lib.parsing.numbers import read_number
from lib.parsing.readings import COLUMNS, Reading, TooMany, readings, stands_alone
from lib.parsing.report import State
from lib.parsing.rows import Located, Row, Value
from lib.parsing.solve import EDGES, Solved, solve
from lib.reading.document import Cell, Place


class Open(Enum):
    """What stands in a cell about which the readings left of its row differ."""

    OPEN = "open"


OPEN = Open.OPEN
Told = tuple[int | Open | None, ...]
_BLANK = {None}


def settle(found: Located) -> None:
    """Give the rows of section three that are in question their numbers, where the sums do.
    A table printed twice is two tables, each with the first, or the second, row of each name."""
    tables: list[list[int]] = []
    seen: dict[str, int] = {}
    for at, row in enumerate(found.rows):
        if row.table != "requests" or row.line is None:
            continue
        number = seen[row.line.key] = seen.get(row.line.key, -1) + 1
        if number == len(tables):
            tables.append([])
        tables[number].append(at)
    for table in tables:
        _doubt(found, table)
        if any(found.rows[at].problem for at in table):
            _settle(found, table)


def _doubt(found: Located, table: list[int]) -> None:
    """Put the rows without a total in question where text parts the squares of a table and those of
    another row are too few: blank squares are left out there, and a row may be filled up by one."""
    rows = [found.rows[at] for at in table]
    if not any(row.problem and _bordered(row) and _of_text(row) and _short(row) for row in rows):
        return
    for at, row in zip(table, rows, strict=True):
        plain = None if row.problem else plainly(row)
        if plain and plain[-1] is None and set(plain) != _BLANK and _of_text(row):
            found.rows[at] = replace(row, values=(), problem="row.ambiguous")


def _of_text(row: Row) -> bool:
    return all(cell.place.line is not None for cell in row.printed)


def _short(row: Row) -> bool:
    return sum(cell.colspan > 0 for cell in row.printed) < len(COLUMNS)


def _settle(found: Located, table: list[int]) -> None:
    given: dict[str, list[Reading]] = {}
    runs: dict[str, str] = {}
    at_key: dict[str, int] = {}
    too_many: list[Row] = []
    for at in table:
        row = found.rows[at]
        assert row.line is not None
        key = row.line.key
        at_key[key] = at
        if not row.problem:
            plain = plainly(row)
            given[key] = [plain] if plain else []
            continue
        runs[key] = _run(row)
        if not any(cell.text for cell in row.printed):
            given[key] = [(None,) * len(COLUMNS)]  # a label that no number follows
            continue
        try:
            ways = [
                way
                for run in (runs[key], *row.otherwise)
                for way in readings(run)
                if not _bordered(row) or _uncut(way, run)
            ]
        except TooMany:
            too_many.append(row)
            ways = []
        given[key] = list(dict.fromkeys(ways))
    solved = solve(given)
    settled = {
        key: agreed for key in runs if (agreed := _agreed(solved.rows.get(key, []))) is not None
    }
    if any(
        way[-1] is None
        for key in EDGES
        if key in runs and key not in settled
        for way in solved.rows.get(key, [])
    ):
        # one without its total may have lost a number, and what it chose then stands elsewhere
        settled = {key: told for key, told in settled.items() if len(given[key]) == 1}
    # a label that no number follows is blank where blanks are what this report leaves
    if not any(None in told for told in settled.values() if set(told) != _BLANK):
        settled = {key: told for key, told in settled.items() if set(told) != _BLANK}
    if not solved.holds:
        for key, run in runs.items():
            row = found.rows[at_key[key]]
            (only,) = given[key] if len(given[key]) == 1 else (None,)
            if only and not row.otherwise and stands_alone(run, only):
                settled.setdefault(key, only)
    for key, told in settled.items():
        found.rows[at_key[key]] = _with(found.rows[at_key[key]], told)
    found.findings += _findings(solved, settled, runs, too_many, found, at_key)


def _bordered(row: Row) -> bool:
    """Whether borders are printed between the row's numbers: then no number is cut."""
    filled = [cell for cell in row.printed if cell.text]
    return len(filled) > 1 and all(cell.place.table is not None for cell in filled)


def _uncut(way: Reading, run: str) -> bool:
    """Whether a reading takes every piece of the run as the number it is."""
    return [str(number) for number in way if number is not None] == run.split()


def _agreed(left: list[Reading]) -> Told | None:
    """What all readings left of a row say, OPEN where they differ. None where there are none, or
    where one has no total: without it a row's own sum confirms nothing."""
    if not left or any(way[-1] is None for way in left):
        # a row that is blank throughout is the one that needs no total
        return left[0] if len(left) == 1 and set(left[0]) == _BLANK else None
    return tuple(
        numbers[0] if len(set(numbers)) == 1 else OPEN for numbers in zip(*left, strict=True)
    )


def plainly(row: Row) -> Reading | None:
    """The seven numbers of a row whose numbers were told apart, None for a blank among them; None
    where one of them is missing or cannot be read."""
    numbers: dict[str, int | None] = {}
    for value in row.values:
        number = read_number(value.cell.text)
        if not value.cell.colspan or number.state is State.UNREADABLE:
            return None
        numbers[value.column.key] = None if number.value is None else int(number.value)
    if any(column.key not in numbers for column in COLUMNS):
        return None
    return tuple(numbers[column.key] for column in COLUMNS)


def _run(row: Row) -> str:
    """What is printed after the row's label, its digits and blanks alone; "" where anything else
    is printed there too."""
    texts = [fold(piece) for cell in row.printed for piece in cell.text.split()]
    return " ".join(texts) if all(text.isdigit() for text in texts) else ""


def _with(row: Row, told: Told) -> Row:
    """The row with its numbers, a blank where it has one, and all it prints where it is open."""
    place = row.printed[0].place if row.printed else row.label.place if row.label else Place()
    # a stroke between and after the numbers: none of them is the one of this cell for certain
    shown = " | ".join(piece for cell in row.printed for piece in cell.text.split()) + " |"
    texts = (shown if n is OPEN else "" if n is None else str(n) for n in told)
    cells = tuple(Cell(text, place) for text in texts)
    values = tuple(Value(column, cell) for column, cell in zip(COLUMNS, cells, strict=True))
    return replace(row, values=values, printed=cells, problem="", inferred=True)


def _findings(
    solved: Solved,
    settled: dict[str, Told],
    runs: dict[str, str],
    too_many: list[Row],
    found: Located,
    at_key: dict[str, int],
) -> list[Finding]:
    made = []
    places = tuple(
        dict.fromkeys(cell.place for key in runs for cell in found.rows[at_key[key]].printed[:1])
    )
    if settled:
        keys = tuple(
            f"requests.{key}.{column.key}"
            for key, told in settled.items()
            for column, number in zip(COLUMNS, told, strict=True)
            if number is not None and number is not OPEN
        )
        made.append(
            Finding(
                "cell.inferred",
                f"表格的边框或空格已经丢失；{len(runs)}行中有{len(settled)}行的数字"
                "按表内合计关系唯一确定，标为推定。",
                f"The table has lost its borders or its blanks; of {len(runs)} rows the numbers of "
                f"{len(settled)} are settled by the form's sums and marked as inferred.",
                keys,
                places,
            )
        )
    if solved.gave_up or too_many:
        made.append(
            Finding(
                "row.ambiguous",
                "连在一起的数字有太多种分法，未能逐一验算，不能确定的行未采用。",
                "The numbers that run together can be cut in too many ways to try them all; rows "
                "that stay uncertain were not taken.",
                (),
                places,
            )
        )
    return made
