"""Section four in a grid: two rows of heads with groups and results, and one row of numbers."""

from __future__ import annotations

from lib.form import LATEST, REMEDIES, Line, paths
from lib.parsing.heads import REMEDIES_NAMES, remedies_heads
from lib.parsing.labels import find_column, find_row, squash
from lib.parsing.numbers import value_like
from lib.parsing.rows import Row, Value
from lib.parsing.squares import Squares
from lib.reading.document import Cell, Grid

_COLUMNS = REMEDIES.blocks[0].columns
_LONGEST_CAPTION = 24
_RESULTS = tuple(line.key for line in _COLUMNS[0].children)
_WANTED = [(path[-2].key, path[-1].key) for path in paths(_COLUMNS, LATEST.key)]


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
        if len(squares) < 4:
            return None
        printed = tuple(cell for _, cell in squares)
        by_head = self._under_heads(number, squares)
        if any(value.cell.place.row != number for _, value in by_head):
            # a head reaches down among the numbers and pushes them aside
            return _open(printed)
        headed = [(group, value.column.key) for group, value in by_head]
        whole = [(group, key) for group in dict.fromkeys(g for g, _ in headed) for key in _RESULTS]
        wanted = _WANTED
        if len(squares) < len(wanted):
            # the groups of section four may stand in tables of their own
            if len(headed) < len(squares) or headed != whole:
                return _open(printed)
            wanted = whole
        kept = tuple(value.cell for _, value in by_head)
        # a number under no head may be the one that the heads' spans pushed aside
        over = {id(cell) for cell in kept}
        loose = any(
            cell.text and id(cell) not in over and value_like(cell.text) for cell in printed
        )
        if len(headed) == len(wanted) and set(headed) == set(wanted) and not loose:
            return Row(
                "remedies",
                None,
                None,
                tuple(value for _, value in by_head),
                printed=kept,
                groups=tuple(group for group, _ in by_head),
            )
        return self._by_position(number, printed, wanted)

    def _under_heads(self, number: int, squares: Squares) -> list[tuple[str, Value]]:
        """The squares that stand under a group and a result, with the group's key."""
        found = []
        for column, cell in squares:
            group, result = self._heads_over(number, column)
            if cell.colspan and group is not None and result is not None:
                found.append((group.key, Value(result, cell)))
        return found

    def _heads_over(self, number: int, column: int) -> tuple[Line | None, Line | None]:
        """The group and the result whose heads stand above a square."""
        group: Line | None = None
        result: Line | None = None
        for above in range(self.begins or 0, number):
            text = self.grid.rows[above][column].text
            line = find_column("remedies", text) if text else None
            if line is None:
                continue
            if line.children:
                group = line if all(not c.children for c in line.children) else None
            else:
                result = line
        return group or self.group, result

    def _by_position(
        self, number: int, printed: tuple[Cell, ...], wanted: list[tuple[str, str]]
    ) -> Row:
        """The numbers in the order of the form, if there are as many; whether the heads confirm
        that order is `verified`."""
        usable = [cell for cell in printed if cell.colspan]
        if len(usable) != len(wanted) or not all(value_like(cell.text) for cell in usable):
            return _open(printed)
        columns = [path[-1] for path in paths(_COLUMNS, LATEST.key)]
        above = self.grid.rows[self.begins or 0 : number]
        heads = dict.fromkeys(cell for row in above for cell in row)
        verified = "".join(squash(cell.text) for cell in heads).endswith(remedies_heads())
        known = sum(find_column("remedies", cell.text) is not None for cell in heads)
        if not verified and known > 9:
            # heads enough to tell the columns by, but in no order the form has
            return _open(printed)
        return Row(
            "remedies",
            None,
            None,
            tuple(Value(column, cell) for column, cell in zip(columns, usable, strict=True)),
            verified=verified,
            printed=tuple(usable),
            groups=tuple(group for group, _ in wanted),
        )


def _open(printed: tuple[Cell, ...]) -> Row:
    """A row whose numbers cannot be told apart."""
    return Row("remedies", None, None, (), True, True, "row.ambiguous", printed)


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
