"""Section three in a grid: the heads of the kinds of applicant, and the values of a row under
them.

A row's values are taken by the heads they stand under, where each has one; else in the form's
order, where the heads name the kinds in that order.
"""

from __future__ import annotations

from lib.form import APPLICANT_COLUMNS, REQUESTS, Line
from lib.parsing.heads import requests_heads, requests_in_order
from lib.parsing.labels import find_column, like_head, squash
from lib.parsing.rows import Row, Value
from lib.parsing.squares import Squares, shared
from lib.reading.document import Cell

_ANY_TABLES = frozenset(("other_organisation", "total"))  # 其他 and 总计 are heads everywhere


class RequestsReading:
    """Section three of one grid: the heads in force, and what its rows have shown."""

    def __init__(self) -> None:
        self.applicants: dict[int, Line] = {}  # by column
        self.words = ""
        self.lines: list[Line] = []
        self.columns: set[int] = set()
        self.halves: list[Cell] = []  # heads that may go on below
        self.organisations: set[int] = set()  # columns below 法人或其他组织
        # the columns of a row whose heads were all found good: one like it needs no second look
        self.trusted: tuple[tuple[int, Line], ...] = ()
        # where the label and the first number stand in rows that show both
        self.begun: set[tuple[int, int]] = set()
        self.one_row = True
        self.clash = False  # two heads stand over one column

    def is_head(
        self, number: int, row: tuple[Cell, ...], squares: Squares, under_rows: bool
    ) -> bool:
        """Take note of a row of heads; True where the row is one. `under_rows` is whether the last
        row read is one of section three."""
        kinds = {
            line.key
            for _, cell in squares
            if cell.text and (line := find_column("requests", cell.text)) is not None
        }
        if len(kinds) < 2:  # 其他 or 总计 alone is a row's label
            return self._second_halves(squares)
        begun = [cell for _, cell in squares if cell.place.row == number]
        if kinds <= _ANY_TABLES and sum(_unlike(cell.text) for cell in begun) > 2:
            return False  # 网络 | 信函 | 当面 | 其他 | 总计: heads of something else
        if under_rows:
            # heads printed again, after a page's end: they alone are in force from here
            self.applicants, self.columns = {}, set()
            self.organisations, self.clash = set(), False
            self.lines, self.words = [], ""
        self.trusted = ()
        self.words += "".join(squash(cell.text) for cell in begun)
        self.one_row = not self.columns
        for cell in begun:
            if line := find_column("requests", cell.text):
                self.lines.append(line)
        self.columns.update(
            column for column, cell in enumerate(row) if cell.text and cell.colspan == 1
        )
        for column, cell in enumerate(row):
            line = find_column("requests", cell.text) if cell.text else None
            if line and not line.children:
                self.clash |= self.applicants.setdefault(column, line) is not line
            elif line:
                self.organisations.add(column)
        self.halves = [cell for cell in begun if cell.text and not _is_applicant(cell.text)]
        return True

    def _second_halves(self, squares: Squares) -> bool:
        """Whether a row ends the heads of section three that the row above begins: 商业 | 科研
        above 企业 | 机构."""
        halves, self.halves = self.halves, []
        ends = [cell for _, cell in squares if cell.text]
        if not halves or len(ends) != len(halves):
            return False
        pairs = [(one.text, one.text + two.text) for one, two in zip(halves, ends, strict=True)]
        if not all(_is_applicant(whole) for _, whole in pairs):
            return False
        before, last = self.words, len(self.words)
        for half, whole in reversed(pairs):
            at = before.rfind(squash(half), 0, last)
            before, last = before[:at] + squash(whole) + before[at + len(squash(half)) :], at
        self.words = before
        return True

    def row(self, line: Line, label: Cell, values: Squares) -> Row:
        """The row of `line` with its values, or with the problem that keeps them from it."""
        printed = tuple(cell for _, cell in values)
        if len(values) == len(self.trusted) and all(
            column == head and cell.rowspan == 1 and cell.colspan
            for (column, cell), (head, _) in zip(values, self.trusted, strict=True)
        ):
            paired = tuple(
                Value(kind, cell) for (_, kind), cell in zip(self.trusted, printed, strict=True)
            )
            return Row("requests", line, label, paired, True, True, "", printed)
        form = APPLICANT_COLUMNS
        row = Row("requests", line, label, (), True, True, "", printed)
        if shared(label, printed):
            row.problem = "row.ambiguous"
            return row
        by_head = {
            column: cell for column, cell in values if column in self.applicants and cell.colspan
        }
        named = [self.applicants[column] for column in by_head]
        loose = [
            column
            for column, cell in values
            if cell.text and cell.colspan and column not in self.applicants
        ]
        # every head has its value and every value its head, of the form or not
        if (
            len(set(named)) == len(named) >= 4
            and len(named) == len(set(self.applicants.values()))
            and self.columns.issuperset(loose)
            and not self.clash
            and (
                named == [line for line in form if line in named]
                or self._kinds_under_organisation()
            )
        ):
            row.values = tuple(Value(self.applicants[c], cell) for c, cell in by_head.items())
            if len(by_head) == len(values) == len(form):
                self.trusted = tuple((column, self.applicants[column]) for column in by_head)
            kept = {id(cell) for cell in by_head.values()}
            row.printed = tuple(cell for cell in printed if id(cell) in kept or not cell.text)
            return row
        usable = self._usable(label, [cell for cell in printed if cell.colspan], len(form))
        if (
            len(usable) == len(form)
            and all(cell.colspan == 1 for cell in usable)
            and requests_in_order(self.lines)
            and not self._begins_early(label, usable, values)
        ):
            if usable[0].text:
                self.begun.add((label.place.column or 0, usable[0].place.column or 0))
            row.values = tuple(Value(c, cell) for c, cell in zip(form, usable, strict=True))
            # heads that lost their spans still confirm the order they are read in
            row.verified = requests_heads() in self.words
            return row
        row.problem = "row.ambiguous"
        return row

    def _usable(self, label: Cell, squares: list[Cell], wanted: int) -> list[Cell]:
        """The squares that are a row's cells: from where another row's first number stands, after a
        label that stands where this one does, if only blank ones are left; else as `_window`."""
        for at, cell in enumerate(squares[: len(squares) - wanted + 1]):
            if (label.place.column, cell.place.column) in self.begun:
                if not any(each.text for each in squares[:at] + squares[at + wanted :]):
                    return squares[at : at + wanted]
                break
        return _window(squares, wanted)

    def _begins_early(self, label: Cell, usable: list[Cell], values: Squares) -> bool:
        """Whether a row that is too short is filled up by a blank square before its first head,
        or where there are no heads, which may be that of a label: its numbers would all move by
        one. It is none where another
        row prints a number in that square, right after a label that stands where this one does."""
        if usable[0].text or (label.place.column, usable[0].place.column) in self.begun:
            return False
        if not self.applicants and any(each.text for each in usable):
            return True  # no head says so either, and a blank square may be lost at the row's end
        if all(cell.colspan for _, cell in values):
            return False
        return bool(self.applicants) and usable[0].place.column not in self.applicants

    def _kinds_under_organisation(self) -> bool:
        """Whether heads in an order of their own are to be believed: 法人或其他组织 stands over
        its five kinds and nothing else, or is not printed at all."""
        kinds = set(REQUESTS.blocks[0].columns[1].children)
        below = {column for column, line in self.applicants.items() if line in kinds}
        return self.organisations == below or (not self.organisations and self.one_row)


def _unlike(text: str) -> bool:
    """Whether a head is none of the form's in any wording."""
    return bool(text.strip()) and not like_head(text)


def _is_applicant(text: str) -> bool:
    return find_column("requests", text) is not None


def _window(squares: list[Cell], wanted: int) -> list[Cell]:
    """The squares without surplus blank ones at the ends (an empty label cell before the numbers,
    a stray one after them), where only one stretch of `wanted` squares holds all that is printed;
    else all of them. Where nothing is printed any stretch says the same."""
    filled = [at for at, cell in enumerate(squares) if cell.text]
    if len(squares) <= wanted:
        return squares
    if not filled:
        return squares[-wanted:]
    starts = range(max(0, filled[-1] - wanted + 1), min(filled[0], len(squares) - wanted) + 1)
    return squares[starts[0] : starts[0] + wanted] if len(starts) == 1 else squares
