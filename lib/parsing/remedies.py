"""Section four's one row of fifteen numbers, where it stands in text without its squares."""

from __future__ import annotations

from lib.form import LATEST, REMEDIES, paths
from lib.parsing.numbers import Number, read_number
from lib.parsing.report import State
from lib.parsing.rows import Row, Value
from lib.reading.document import Cell


def remedies_row(cells: tuple[Cell, ...], verified: bool) -> Row:
    """Section four's one row. Where its heads are not read the columns are the form's, if every
    group adds up to its total; else they cannot be told."""
    found = list(paths(REMEDIES.blocks[0].columns, LATEST.key))
    row = Row("remedies", None, None, (), printed=cells)
    row.verified = verified
    numbers = [read_number(cell.text) for cell in cells]
    groups = [numbers[at : at + 5] for at in range(0, len(numbers), 5)]
    sure = verified or (any(each.value for each in numbers) and all(map(_adds_up, groups)))
    if len(cells) != len(found) or not sure:
        row.problem = "row.ambiguous"
        return row
    row.values = tuple(Value(path[-1], cell) for path, cell in zip(found, cells, strict=True))
    row.groups = tuple(path[-2].key for path in found)
    row.inferred = not verified
    return row


def _adds_up(group: list[Number]) -> bool:
    """Whether four results, blanks among them, add up to their total, or all five are blank."""
    if any(each.state not in (State.REPORTED, State.BLANK) for each in group):
        return False
    *results, total = (each.value for each in group)
    return sum(each or 0 for each in results) == total or all(
        each.state is State.BLANK for each in group
    )
