"""Grids to rows of the form.

Rows are recognised one by one, by their label, so it does not matter whether the form came as one
table or as ten, or was cut by a page break. Columns are read from the printed heads above the row;
only where no head can be read are they taken by position, and then a finding says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from lib.findings import Finding
from lib.form import EDITIONS, TABLES, Line
from lib.layout import layout
from lib.parsing.grids_disclosure import Head, disclosure_heads, disclosure_row
from lib.parsing.grids_remedies import RemediesReading
from lib.parsing.grids_requests import RequestsReading
from lib.parsing.labels import (
    ALMOST,
    find_column,
    find_row,
    fold,
    follows,
    like_head,
    like_row,
    made_up_head,
    numbered,
    squash,
)
from lib.parsing.numbers import read_number, value_like
from lib.parsing.readings import adds_up
from lib.parsing.rows import Located, Row
from lib.parsing.settle import plainly
from lib.parsing.squares import Squares, squares_of
from lib.reading.document import Cell, Grid

_CAPTION = 40  # characters of the words before a table that may name its unit
_NONE: Mapping[int, str] = {}


def read_grids(grids: tuple[Grid, ...], captions: Mapping[int, str] = _NONE) -> Located:
    """The rows of the form in all grids, in document order. `captions` are the words before a
    grid, by its index."""
    found = Located()
    for grid in grids:
        _GridReading(grid, found, captions.get(grid.index, "")).run()
    return found


@cache
def furniture() -> frozenset[str]:
    """Every label the form prints, squashed: text that needs no explanation in a table."""
    words = {
        squash(square.text)
        for table in TABLES
        for edition in EDITIONS
        for row in layout(table, edition)
        for square in row
        if square.text
    }
    return frozenset(words | {"单位件", "单位", "序号", "类别", "项目"})


class _GridReading:
    """One grid, read from top to bottom with the heads in force kept at hand."""

    def __init__(self, grid: Grid, found: Located, caption: str) -> None:
        self.grid = grid
        self.found = found
        self.claimed: set[int] = set()
        self.disclosure_heads: list[Head] | None = None
        self.requests = RequestsReading()
        self.remedies = RemediesReading(grid, caption)
        self.strange = False  # the heads in force are no heads of the form
        self.rows_for_heads = False  # they are labels of its rows, as recognition makes them up
        self.caption = ""
        self.said_before = caption if "单位" in caption and len(caption) < _CAPTION else ""
        self.rows: list[Row] = []
        self.headed = False

    def run(self) -> None:
        for number in range(len(self.grid.rows)):
            self._row(number)
        if not self.rows:
            return
        exact = [row for row in self.rows if row.exact]
        if not self.headed and not exact:
            return  # a table of something else with one label that is like one of ours
        sizes = Counter(row.table for row in self.rows)
        for row in self.rows:
            row.rank = (row.rank[0], sizes[row.table])
        self.found.rows += self.rows
        self._report_unclaimed()

    # --- one row ---------------------------------------------------------------------------

    def _row(self, number: int) -> None:
        squares = squares_of(self.grid.rows[number])
        if self.remedies.is_head(number, squares):
            self.claimed.update(id(cell) for _, cell in squares)
            return
        if remedies := self.remedies.row(number, squares):
            self.claimed.update(id(cell) for cell in remedies.printed)
            self.rows.append(remedies)
            self.headed = True
            return
        if _labels_only(number, squares):
            self._other_words(number, squares)
            return
        at = self._label_at(number, squares)
        if at is None:
            return
        label = squares[at][1]
        # a group's label may hang into the values' side where a rowspan is too long
        values = squares[at + 1 :]
        if any(cell.rowspan > 1 for _, cell in values):
            values = [
                (column, cell)
                for column, cell in values
                if cell.place.row == number or not cell.text or value_like(cell.text)
            ]
        if not any(cell.text and value_like(cell.text) for _, cell in values) and self._is_head(
            number, squares
        ):
            return
        home, label = self._home(number, squares, at)
        exact = home is not None
        if home is None and any(cell.text for _, cell in values):
            home = like_row(label.text)
        elif home is None and len(values) >= len(self.requests.applicants) > 0:
            # a row blank throughout, under the form's heads
            home = like_row(label.text, ALMOST) or self._next_row(like_row(label.text))
        # heads of another table may end in a word that is a row's label here: 合计
        if home is None or (not values and fold(label.text) in _GENERIC):
            self._other_words(number, squares)
            return
        if values:
            self._claim(number, squares[: at + 1], label, values, home, exact)

    def _claim(
        self,
        number: int,
        before: Squares,
        label: Cell,
        values: Squares,
        home: tuple[str, Line],
        exact: bool,
    ) -> None:
        """Take a row whose label is that of `home`, unless it is of another table or no row of
        numbers. `before` are the squares up to its label."""
        table, line = home
        if table == "requests" and line.children and (line.key != "other" or label.rowspan > 1):
            return  # a group's head without numbers of its own
        believed = self.rows_for_heads and numbered(line, label.text)
        if (self.strange and not believed) or (
            line.key == "other_rest" and _elsewhere(before[:-1], line)
        ):
            return
        if number + 1 == len(self.grid.rows) and _cut_off(values):
            return
        row = (
            self.requests.row(line, label, values)
            if table == "requests"
            else disclosure_row(
                line, label, values, self.disclosure_heads, (self.caption, self.said_before)
            )
        )
        generic = fold(label.text) in _GENERIC
        if row is None or (row.problem and exact and generic):
            return
        if generic and not row.verified and not any(each.table == table for each in self.rows):
            return  # the last row of a table by office may be called so
        if self.strange and not _adds_up(row):
            return
        row.exact = exact
        row.rank = (numbered(line, label.text), 0)
        if row.problem:
            self.claimed.update(map(id, row.printed))
        else:
            self.claimed.update([id(value.cell) for value in row.values])
        for _, cell in before:
            if cell is label or (cell.text.isdigit() and _ordinal(cell, label)):
                self.claimed.add(id(cell))
        self.rows.append(row)

    def _next_row(self, home: tuple[str, Line] | None) -> tuple[str, Line] | None:
        """`home`, if its row is the one that the form has after the last row read."""
        return home if home and self.rows and follows(self.rows[-1].line, home[1]) else None

    def _home(self, number: int, squares: Squares, at: int) -> tuple[tuple[str, Line] | None, Cell]:
        """The table and row the label at `at` names, alone or with the squares it was cut from,
        and the label."""
        label = squares[at][1]
        home = find_row(label.text)
        text, before = label.text, at
        while home is None and before > 0 and before > at - 3:
            before -= 1
            part = squares[before][1]
            if part.place.row != number or not part.text:
                break
            text = part.text + text
            home = find_row(text)
            if home is not None:
                self.claimed.update(id(cell) for _, cell in squares[before : at + 1])
                return home, Cell(text, part.place, label.rowspan, label.colspan)
        return home, label

    def _label_at(self, number: int, squares: Squares) -> int | None:
        """The index of the last cell that is no value: what follows it are the row's values."""
        for at in range(len(squares) - 1, -1, -1):
            cell = squares[at][1]
            if not cell.text or value_like(cell.text):
                continue
            # a remark in a value's place, or a group's label that hangs too low, must not hide
            # the label before it
            if cell.place.row != number or find_row(cell.text) is None:
                for before in range(at - 1, -1, -1):
                    other = squares[before][1]
                    home = find_row(other.text) if other.text else None
                    if (
                        home
                        and other.place.row == number
                        and not home[1].children
                        and not find_column("disclosure", cell.text)
                    ):
                        return before
            return at
        return None

    def _other_words(self, number: int, squares: Squares) -> None:
        """Take note of a row of words that are no label of the form: a caption, which may name a
        unit, or heads of some other table, under which no column is the form's."""
        texts = [cell.text for _, cell in squares if cell.text and cell.place.row == number]
        if len(texts) == 1:
            self.caption = texts[0]
        elif len(texts) >= 3 and not any(map(value_like, texts)):
            self.strange = 2 * sum(map(like_head, texts)) < len(texts)
            self.rows_for_heads = sum(find_row(text) is not None for text in texts) > 2

    # --- heads -----------------------------------------------------------------------------

    def _is_head(self, number: int, squares: Squares) -> bool:
        """Take note of a row of column heads; True where the row is one."""
        heads = disclosure_heads(squares, self.grid.width)
        under_rows = bool(self.rows) and self.rows[-1].table == "requests"
        if heads is not None:
            self.disclosure_heads = heads
        elif not self.requests.is_head(number, self.grid.rows[number], squares, under_rows):
            return False
        self.headed = True
        self.strange = False
        self.claimed.update(id(cell) for _, cell in squares if cell.text)
        return True

    # --- what nothing claims -------------------------------------------------------------------

    def _report_unclaimed(self) -> None:
        above = True  # a sheet without borders has the page's own record above the form
        for number, row in enumerate(self.grid.rows):
            loose = []
            for cell in dict.fromkeys(row):
                if cell.place.row != number or not cell.text:
                    continue
                if (
                    id(cell) in self.claimed
                    or squash(cell.text) in furniture()
                    or find_row(cell.text)
                ):
                    above = False
                    continue
                if made_up_head(cell.text) and not value_like(cell.text):
                    continue
                loose.append(cell)
            if not loose:
                continue
            if above and not any(read_number(cell.text).value is not None for cell in loose):
                continue  # a date or an index number, not a count
            if not any(value_like(cell.text) for cell in loose) and len(loose) == 1:
                continue  # a sentence or caption inside the table: text, not a number
            shown = "、".join(f"“{' '.join(cell.text.split())[:30]}”" for cell in loose[:8])
            self.found.findings.append(
                Finding(
                    "cell.unclaimed",
                    f"表格第{number + 1}行的{shown}不属于规定格式的任何一格，未计入。",
                    f"Row {number + 1} of a table prints {shown}, which belong to no cell of the "
                    "form and were not counted.",
                    places=tuple(cell.place for cell in loose),
                )
            )


def _labels_only(number: int, squares: Squares) -> bool:
    """Whether a row prints labels of several of the form's rows and no number: heads of a table of
    something else, or such as recognition makes up."""
    texts = [cell.text for _, cell in squares if cell.text and cell.place.row == number]
    if len(texts) < 3 or any(map(value_like, texts)):
        return False
    homes = filter(None, (find_row(text) for text in texts if fold(text) not in _GENERIC))
    return sum(not home[1].children for home in homes) > 1


def _adds_up(row: Row) -> bool:
    """Whether a row of section three prints its seven numbers, and they add up."""
    numbers = plainly(row) if row.table == "requests" and not row.problem else None
    return numbers is not None and adds_up(numbers)


def _elsewhere(before: Squares, line: Line) -> bool:
    """Whether the group printed before a label is another than its line's: 其他 is a row of every
    local group."""
    groups = [
        home[1]
        for _, cell in before
        if cell.text and (home := find_row(cell.text)) and home[1].children
    ]
    inner = [group for group in groups if not any(child.children for child in group.children)]
    return bool(inner) and not any(line in group.children for group in inner)


def _ordinal(cell: Cell, label: Cell) -> bool:
    """Whether a cell before a row's label only counts the rows."""
    return len(cell.text) <= 2 and cell.text.isdigit() and cell.place.row == label.place.row


def _cut_off(values: Squares) -> bool:
    """Whether a last row ends before its numbers: it prints none, and squares of it are absent."""
    return not any(cell.text for _, cell in values) and not all(cell.colspan for _, cell in values)


_GENERIC = ("其他", "其它", "总计", "合计")  # labels too common to claim a row that does not fit
