"""Section four's one row of fifteen numbers, where it stands in text without its squares."""

from __future__ import annotations

from decimal import Decimal

from lib.form import REMEDIES, paths
from lib.parsing.numbers import read_number
from lib.parsing.rows import Row, Value
from lib.reading.document import Cell


def remedies_row(cells: tuple[Cell, ...], verified: bool) -> Row:
    """Section four's one row. Where its heads are not read the columns are the form's, if every
    group adds up to its total; else they cannot be told."""
    found = list(paths(REMEDIES.blocks[0].columns, "2021"))
    row = Row("remedies", None, None, (), printed=cells)
    row.verified = verified
    numbers = [read_number(cell.text).value for cell in cells]
    groups = [numbers[at : at + 5] for at in range(0, len(numbers), 5)]
    if len(cells) != len(found) or not (verified or all(map(_adds_up, groups))):
        row.problem = "row.ambiguous"
        return row
    row.values = tuple(Value(path[-1], cell) for path, cell in zip(found, cells, strict=True))
    row.groups = tuple(path[-2].key for path in found)
    row.inferred = not verified
    return row


def _adds_up(group: list[Decimal | None]) -> bool:
    return None not in group and sum(each or 0 for each in group[:4]) == group[4]
