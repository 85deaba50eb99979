"""Two reports of one organ side by side: what changed from the one to the other, cell by cell.

Where the two are on different editions of the form, the crosswalk of lib.form says which cells may
be compared, which only as a sum, and which are different things under one name.
"""

from __future__ import annotations

from enum import StrEnum

import pandas as pd

from lib.form import CROSSWALK, Cell, Comparability, Crosswalk, all_cells
from lib.old_form import TABLE as STATISTICS

COLUMNS = (
    "key", "table", "cell_before", "cell_after", "before", "after", "difference", "relative",
    "kind", "changed", "note_zh", "note_en",
)  # fmt: skip


class Kind(StrEnum):
    """SAME one cell in both forms · SUM comparable only as the sum of several cells · BREAK the
    other form has another thing in its place · ONE_SIDE only one of the forms has it."""

    SAME = "same"
    SUM = "sum"
    BREAK = "break"
    ONE_SIDE = "one_side"


def comparable(before: pd.Series, after: pd.Series) -> bool:
    """Whether both are on the form; the statistics tables before it are another thing."""
    return not any(_text(row.get(f"edition_{STATISTICS}")) for row in (before, after))


def differences(before: pd.Series, after: pd.Series) -> pd.DataFrame:
    """COLUMNS, one row a cell of either form, in the form's order; `before` and `after` are rows
    of the dataset's `reports`.

    The difference is null where a side has no number: a blank is not zero. The relative one is
    null from zero too. `changed` is whether two comparable sides are not the same."""
    found = []
    for cell in all_cells():
        line = _row(cell, before, after)
        if line is not None:
            found.append(line)
    return pd.DataFrame(found, columns=pd.Index(COLUMNS))


def _row(cell: Cell, before: pd.Series, after: pd.Series) -> tuple[object, ...] | None:
    was = _edition(before, cell.table)
    now = _edition(after, cell.table)
    there, here = was in cell.editions, now in cell.editions
    if not there and not here:
        return None
    if there and here:
        return _compared(cell, (cell.key,), (cell.key,), before, after, Kind.SAME, None)
    known = _crosswalk(cell.key)
    if known is not None and known.kind is Comparability.SUM:
        old, new = known.cells_2019, known.cells_2021
        first, second = (old, new) if was == "2019" else (new, old)
        if cell.key not in (old if was == "2019" else new)[:1]:
            return None  # said once, by the first cell of the earlier report
        return _compared(cell, first, second, before, after, Kind.SUM, known)
    kind = Kind.BREAK if known and known.kind is Comparability.BREAK else Kind.ONE_SIDE
    return _line(
        cell,
        (cell.key if there else "", cell.key if here else ""),
        (_number(before[cell.key]) if there else None, _number(after[cell.key]) if here else None),
        kind,
        False,
        known,
    )


def _compared(
    cell: Cell,
    first: tuple[str, ...],
    second: tuple[str, ...],
    before: pd.Series,
    after: pd.Series,
    kind: Kind,
    known: Crosswalk | None,
) -> tuple[object, ...]:
    sides = _sum(before, first), _sum(after, second)
    return _line(cell, (first[0], second[0]), sides, kind, sides[0] != sides[1], known)


def _line(
    cell: Cell,
    keys: tuple[str, str],
    sides: tuple[float | None, float | None],
    kind: Kind,
    changed: bool,
    known: Crosswalk | None,
) -> tuple[object, ...]:
    then, now = sides
    difference = relative = None
    if kind in (Kind.SAME, Kind.SUM) and then is not None and now is not None:
        difference = round(now - then, 6)
        relative = difference / then if then else None
    note = (known.zh, known.en) if known else ("", "")
    return (
        cell.key, cell.table, *keys, then, now, difference, relative, kind.value, changed, *note,
    )  # fmt: skip


def _sum(row: pd.Series, keys: tuple[str, ...]) -> float | None:
    numbers = [_number(row[key]) for key in keys]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _number(value: object) -> float | None:
    return None if value is None or value is pd.NA or value != value else float(value)  # type: ignore[arg-type]


def _edition(row: pd.Series, table: str) -> str:
    return _text(row[f"edition_{table}"])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _crosswalk(key: str) -> Crosswalk | None:
    for each in CROSSWALK:
        if key in (*each.cells_2019, *each.cells_2021):
            return each
    return None


def how_many(before: pd.Series, after: pd.Series) -> int:
    """How many comparable cells the two print differently."""
    return int(differences(before, after)["changed"].sum()) if comparable(before, after) else 0
