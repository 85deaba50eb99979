"""Section four in a grid: two rows of heads with groups and results, and one row of numbers."""

from __future__ import annotations

from lib.form import LATEST, REMEDIES, Line, paths
from lib.parsing.heads import REMEDIES_NAMES, remedies_heads
from lib.parsing.labels import find_column, find_row, squash
from lib.parsing.numbers import value_like
from lib.parsing.rows import Row, Value
from lib.parsing.squares import Squares
from lib.reading.document import Grid

_COLUMNS = REMEDIES.blocks[0].columns
_LONGEST_CAPTION = 24
_RESULTS = tuple(line.key for line in _COLUMNS[0].children)


class RemediesReading:
    """Section four of one grid, its rows given in their order: `begins` is the number of the row
    its heads begin in, `done` whether its numbers were read. `caption` are the words before the
    grid, which may name the group of a grid that holds one group alone."""

    def __init__(self, grid: Grid, caption: str = "") -> None:
        self.grid = grid
        self.group = _group_of(caption)
        self.begins: int | None = None
        self.done = False

    def is_head(self, number: int, squares: Squares) -> bool:
        """Take note of a row of its heads; True where the row is one."""
        words = {squash(cell.text) for _, cell in squares if len(cell.text) > 3}
        if not words.isdisjoint(REMEDIES_NAMES) and not any(
            value_like(cell.text) and cell.text for _, cell in squares
        ):
            self.begins, self.done = number, False
            return True
        if self.begins is None and self.group is None:
            return False
        texts = [cell.text for _, cell in squares if cell.text]
        if not texts or any(map(value_like, texts)):
            return False
        heads = all(find_column("remedies", text) for text in texts)
        if heads and self.begins is None and len(texts) == len(squares) == len(_RESULTS):
            self.begins = number
        return heads and self.begins is not None

    def row(self, number: int, squares: Squares) -> Row | None:
        """Its row of numbers, None where the row is another."""
        if self.begins is None:
            return None
        texts = [cell.text for _, cell in squares if cell.text]
        alike = sum(map(value_like, texts))
        if (texts and not alike) or any(map(find_row, texts)) or (self.done and alike < 15):
            return None
        if not texts and not (self._results_above(number) and len(squares) >= 15):
            return None  # an empty row, unless it is the row of numbers, blank throughout
        row = self._values(number, squares)
        self.done |= row is not None
        return row

    def _results_above(self, number: int) -> bool:
        above = self.grid.rows[number - 1]
        return sum(find_column("remedies", cell.text) is not None for cell in above) >= 10

    def _values(self, number: int, squares: Squares) -> Row | None:
        start = self.begins or 0
        groups, results = [], []
        for column in range(self.grid.width):
            group: Line | None = None
            result: Line | None = None
            for above in range(start, number):
                text = self.grid.rows[above][column].text
                line = find_column("remedies", text) if text else None
                if line is None:
                    continue
                if line.children:
                    group = line if all(not c.children for c in line.children) else None
                else:
                    result = line
            groups.append(group or self.group)
            results.append(result)
        wanted = [(path[-2].key, path[-1].key) for path in paths(_COLUMNS, LATEST.key)]
        printed = tuple(cell for _, cell in squares)
        if len(squares) < 4:
            return None
        by_head = [
            (group.key, Value(result, cell))
            for column, cell in squares
            if cell.colspan
            and (group := groups[column]) is not None
            and (result := results[column]) is not None
        ]
        if any(value.cell.place.row != number for _, value in by_head):
            # a head reaches down among the numbers and pushes them aside
            return Row("remedies", None, None, (), True, True, "row.ambiguous", printed)
        headed = [(group, value.column.key) for group, value in by_head]
        whole = [(group, key) for group in dict.fromkeys(g for g, _ in headed) for key in _RESULTS]
        if len(squares) < len(wanted) and (len(headed) < len(squares) or headed != whole):
            return Row("remedies", None, None, (), True, True, "row.ambiguous", printed)
        kept = tuple(value.cell for _, value in by_head)
        # a number under no head may be the one that the heads' spans pushed aside
        over = {id(cell) for cell in kept}
        loose = [
            cell
            for _, cell in squares
            if cell.text and id(cell) not in over and value_like(cell.text)
        ]
        # the groups of section four may stand in tables of their own
        wanted = whole if len(squares) < len(wanted) else wanted
        if len(headed) == len(wanted) and set(headed) == set(wanted) and not loose:
            return Row(
                "remedies",
                None,
                None,
                tuple(value for _, value in by_head),
                printed=kept,
                groups=tuple(group for group, _ in by_head),
            )
        usable = [cell for cell in printed if cell.colspan]
        if len(usable) != len(wanted) or not all(value_like(cell.text) for cell in usable):
            return Row("remedies", None, None, (), True, True, "row.ambiguous", printed)
        columns = [path[-1] for path in paths(_COLUMNS, LATEST.key)]
        heads = dict.fromkeys(cell for row in self.grid.rows[start:number] for cell in row)
        words = "".join(squash(cell.text) for cell in heads)
        verified = words.endswith(remedies_heads())
        if (
            not verified
            and sum(find_column("remedies", cell.text) is not None for cell in heads) > 9
        ):
            # heads enough to tell the columns by, but in no order the form has
            return Row("remedies", None, None, (), True, True, "row.ambiguous", printed)
        return Row(
            "remedies",
            None,
            None,
            tuple(Value(column, cell) for column, cell in zip(columns, usable, strict=True)),
            verified=verified,
            printed=tuple(usable),
            groups=tuple(group for group, _ in wanted),
        )


def _group_of(caption: str) -> Line | None:
    """The group that a heading alone names: 行政复议, 行政诉讼(未经复议直接起诉)."""
    words = squash(caption)
    if len(words) > _LONGEST_CAPTION:
        return None
    reconsideration, litigation = _COLUMNS
    direct, after = litigation.children
    if "未经复议" in words or "直接起诉" in words:
        return direct
    if "复议后" in words:
        return after
    return reconsideration if words.endswith("行政复议") else None
