"""Grids to rows of the form.

Rows are recognised one by one, by their label, so it does not matter whether the form came as one
table or as ten, or was cut by a page break. Columns are read from the printed heads above the row;
only where no head can be read are they taken by position, and then a finding says so.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from lib.findings import Finding
from lib.form import DISCLOSURE, EDITIONS, REMEDIES, REQUESTS, TABLES, Line, Unit, leaves, paths
from lib.layout import layout
from lib.parsing.heads import remedies_heads, requests_heads, requests_in_order
from lib.parsing.labels import (
    ALMOST,
    blocks_by_row,
    find_column,
    find_row,
    fold,
    like_head,
    like_row,
    numbered,
    squash,
)
from lib.parsing.numbers import value_like
from lib.parsing.rows import Located, Row, Value
from lib.reading.document import Cell, Grid

Squares = list[tuple[int, Cell]]  # the distinct cells of a grid row with the column they begin in
Head = tuple[int, int, Line | None, str]  # first column, last column, the form's column, the text


def read_grids(grids: tuple[Grid, ...]) -> Located:
    """The rows of the form in all grids, in document order."""
    found = Located()
    for grid in grids:
        _GridReading(grid, found).run()
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
    return frozenset(words | {"单位件", "单位", "序号"})


class _GridReading:
    """One grid, read from top to bottom with the heads in force kept at hand."""

    def __init__(self, grid: Grid, found: Located) -> None:
        self.grid = grid
        self.found = found
        self.claimed: set[int] = set()
        self.disclosure_heads: list[Head] | None = None
        self.applicants: dict[int, Line] = {}
        self.head_words = ""
        self.head_lines: list[Line] = []
        self.head_columns: set[int] = set()
        self.halves: list[Cell] = []  # heads of section three that may go on below
        self.organisations: set[int] = set()  # columns below 法人或其他组织
        # the columns of a row whose heads were all found good: one like it needs no second look
        self.trusted: tuple[tuple[int, Line], ...] = ()
        # where the label and the first number stand in rows of section three that show both
        self.begun: set[tuple[int, int]] = set()
        self.one_head_row = True
        self.clash = False  # two heads of section three stand over one column
        self.strange = False  # the heads in force are no heads of the form
        self.caption = ""
        self.remedies_from: int | None = None
        self.remedies_read = False
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

    def _squares(self, number: int) -> Squares:
        squares: Squares = []
        for column, cell in enumerate(self.grid.rows[number]):
            if not squares or squares[-1][1] is not cell:
                squares.append((column, cell))
        return squares

    def _row(self, number: int) -> None:
        squares = self._squares(number)
        if self._remedies_row(number, squares):
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
        elif home is None and len(values) >= len(self.applicants) > 0:
            home = like_row(label.text, ALMOST)  # a row blank throughout, under the form's heads
        # heads of another table may end in a word that is a row's label here: 合计
        if home is None or (not values and fold(label.text) in _GENERIC):
            self._other_words(number, squares)
            return
        if not values:
            return
        table, line = home
        if table == "requests" and line.children and (line.key != "other" or label.rowspan > 1):
            return  # a group's head without numbers of its own
        if self.strange or (line.key == "other_rest" and _elsewhere(squares[:at], line)):
            return
        if number + 1 == len(self.grid.rows) and _cut_off(values):
            return
        row = (
            self._requests_row(number, line, label, values)
            if table == "requests"
            else self._disclosure_row(number, line, label, values)
        )
        if row is None or (row.problem and exact and fold(label.text) in _GENERIC):
            return
        row.exact = exact
        row.rank = (numbered(line, label.text), 0)
        if row.problem:
            self.claimed.update(map(id, row.printed))
        else:
            self.claimed.update([id(value.cell) for value in row.values])
        for _, cell in squares[: at + 1]:
            if cell is label or (cell.text.isdigit() and _ordinal(cell, label)):
                self.claimed.add(id(cell))
        self.rows.append(row)

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

    # --- heads -----------------------------------------------------------------------------

    def _is_head(self, number: int, squares: Squares) -> bool:
        """Take note of a row of column heads; True where the row is one."""
        heads: list[Head] = []
        for at, (column, cell) in enumerate(squares):
            end = squares[at + 1][0] - 1 if at + 1 < len(squares) else self.grid.width - 1
            line = find_column("disclosure", cell.text) if cell.text else None
            heads.append((column, end, line, cell.text))
        if any(line for _, _, line, _ in heads):
            labels = {squash(cell.text) for _, cell in squares}
            if "信息内容" in labels or not any(find_row(cell.text) for _, cell in squares):
                first = next(i for i, head in enumerate(heads) if head[2])
                known = next((i for i, h in enumerate(heads) if squash(h[3]) == "信息内容"), None)
                start = first if known is None or known > first else known + 1
                self.disclosure_heads = _completed(_stretched(heads[start:], self.grid.width))
                self.headed = True
                self.strange = False
                self.claimed.update(id(cell) for _, cell in squares if cell.text)
                return True
        kinds = {
            line.key
            for _, cell in squares
            if cell.text and (line := find_column("requests", cell.text)) is not None
        }
        if len(kinds) >= 2:  # 其他 or 总计 alone is a row's label
            begun = [cell for _, cell in squares if cell.place.row == number]
            if any(row.table == "requests" for row in self.rows[-1:]):
                # heads printed again, after a page's end: they alone are in force from here
                self.applicants, self.head_columns = {}, set()
                self.organisations, self.clash = set(), False
                self.head_lines, self.head_words = [], ""
            self.strange = False
            self.trusted = ()
            self.head_words += "".join(squash(cell.text) for cell in begun)
            self.one_head_row = not self.head_columns
            for cell in begun:
                if line := find_column("requests", cell.text):
                    self.head_lines.append(line)
            self.head_columns.update(
                column
                for column, cell in enumerate(self.grid.rows[number])
                if cell.text and cell.colspan == 1
            )
            for column, cell in enumerate(self.grid.rows[number]):
                line = find_column("requests", cell.text) if cell.text else None
                if line and not line.children:
                    self.clash |= self.applicants.setdefault(column, line) is not line
                elif line:
                    self.organisations.add(column)
            self.claimed.update(id(cell) for _, cell in squares if cell.text)
            self.headed = True
            self.halves = [cell for cell in begun if cell.text and not _is_applicant(cell.text)]
            return True
        return self._second_halves(squares)

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
        before, last = self.head_words, len(self.head_words)
        for half, whole in reversed(pairs):
            at = before.rfind(squash(half), 0, last)
            before, last = before[:at] + squash(whole) + before[at + len(squash(half)) :], at
        self.head_words = before
        self.claimed.update(id(cell) for cell in (*halves, *ends))
        return True

    # --- section two -------------------------------------------------------------------------

    def _disclosure_row(self, number: int, line: Line, label: Cell, values: Squares) -> Row | None:
        printed = tuple(cell for _, cell in values)
        if not any(cell.text for cell in printed) and self.disclosure_heads is None:
            return None
        if _shared(label, printed):
            return Row("disclosure", line, label, (), True, True, "row.ambiguous", printed)
        heads = self.disclosure_heads
        block = blocks_by_row("disclosure")[line.key]
        if heads is not None:
            own = {column.key for column in block.columns}
            under = values
            if not any(cell.colspan for cell in printed):  # all were left out as blank
                under = [(first, Cell("", label.place)) for first, _, _, _ in heads]
            if all(head[2] is None or head[2].key in own for head in heads):
                paired = self._with_units(label, _pair(heads, under))
                if paired is None or len({value.column.key for value in paired}) < len(paired):
                    return Row("disclosure", line, label, (), True, True, "row.ambiguous", printed)
                return Row("disclosure", line, label, paired, True, True, "", printed)
        columns = [
            leaves(block.columns, each.key)
            for each in EDITIONS
            if each.key in line.editions and len(leaves(block.columns, each.key)) == len(values)
        ]
        if len(columns) == 1:
            pairs = zip(columns[0], printed, strict=True)
            taken = self._with_units(label, tuple(Value(*pair) for pair in pairs))
            return Row("disclosure", line, label, taken or (), False, True, "", printed)
        if any(cell.text for cell in printed):
            return Row("disclosure", line, label, (), False, True, "row.ambiguous", printed)
        return None

    def _with_units(
        self, label: Cell, values: tuple[Value, ...] | None
    ) -> tuple[Value, ...] | None:
        """The values with the unit their amounts are in beside them: a page may name it in the
        row's label or over the block and not in the column's head."""
        if values is None or not any(value.column in _AMOUNTS for value in values):
            return values
        return tuple(
            value._replace(
                head=next((t for t in (value.head, label.text, self.caption) if "元" in t), "")
            )
            if value.column in _AMOUNTS
            else value
            for value in values
        )

    # --- section three -------------------------------------------------------------------------

    def _requests_row(self, number: int, line: Line, label: Cell, values: Squares) -> Row | None:
        printed = tuple(cell for _, cell in values)
        if len(values) == len(self.trusted) and all(
            column == head and cell.rowspan == 1 and cell.colspan
            for (column, cell), (head, _) in zip(values, self.trusted, strict=True)
        ):
            paired = tuple(
                Value(kind, cell) for (_, kind), cell in zip(self.trusted, printed, strict=True)
            )
            return Row("requests", line, label, paired, True, True, "", printed)
        form = _APPLICANTS
        row = Row("requests", line, label, (), True, True, "", printed)
        if _shared(label, printed):
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
            and self.head_columns.issuperset(loose)
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
            and requests_in_order(self.head_lines)
            and not self._begins_early(label, usable, values)
        ):
            if usable[0].text:
                self.begun.add((label.place.column or 0, usable[0].place.column or 0))
            row.values = tuple(Value(c, cell) for c, cell in zip(form, usable, strict=True))
            # heads that lost their spans still confirm the order they are read in
            row.verified = requests_heads() in self.head_words
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
        which may be that of a label: its numbers would all move by one. It is none where another
        row prints a number in that square, right after a label that stands where this one does."""
        if all(cell.colspan for _, cell in values) or usable[0].text:
            return False
        if (label.place.column, usable[0].place.column) in self.begun:
            return False
        return bool(self.applicants) and usable[0].place.column not in self.applicants

    def _kinds_under_organisation(self) -> bool:
        """Whether heads in an order of their own are to be believed: 法人或其他组织 stands over
        its five kinds and nothing else, or is not printed at all."""
        kinds = set(REQUESTS.blocks[0].columns[1].children)
        below = {column for column, line in self.applicants.items() if line in kinds}
        return self.organisations == below or (not self.organisations and self.one_head_row)

    # --- section four -------------------------------------------------------------------------

    def _remedies_row(self, number: int, squares: Squares) -> bool:
        """Take note of section four's heads, or read its one row; True where the row is either."""
        words = {squash(cell.text) for _, cell in squares if len(cell.text) > 3}
        if not words.isdisjoint(_REMEDIES) and not any(
            value_like(cell.text) and cell.text for _, cell in squares
        ):
            self.remedies_from, self.remedies_read = number, False
            self.claimed.update(id(cell) for _, cell in squares)
            return True
        if self.remedies_from is None:
            return False
        texts = [cell.text for _, cell in squares if cell.text]
        if texts and not any(value_like(text) for text in texts):
            known = [find_column("remedies", text) for text in texts]
            if all(known):
                self.claimed.update(id(cell) for _, cell in squares)
                return True
            return False
        if any(find_row(text) for text in texts):
            return False
        if self.remedies_read and sum(map(bool, map(value_like, texts))) < 15:
            return False
        if not texts and not (self._results_above(number) and len(squares) >= 15):
            return False  # an empty row, unless it is the row of numbers, blank throughout
        row = self._remedies_values(number, squares)
        if row is None:
            return False
        self.claimed.update(id(cell) for cell in row.printed)
        self.rows.append(row)
        self.headed = True
        self.remedies_read = True
        return True

    def _results_above(self, number: int) -> bool:
        above = self.grid.rows[number - 1]
        return sum(find_column("remedies", cell.text) is not None for cell in above) >= 10

    def _remedies_values(self, number: int, squares: Squares) -> Row | None:
        start = self.remedies_from or 0
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
            groups.append(group)
            results.append(result)
        wanted = [(path[-2].key, path[-1].key) for path in paths(_REMEDIES_COLUMNS, "2021")]
        printed = tuple(cell for _, cell in squares)
        if len(squares) < len(wanted):
            if len(squares) < 4:
                return None
            return Row("remedies", None, None, (), True, True, "row.ambiguous", printed)
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
        kept = tuple(value.cell for _, value in by_head)
        # a number under no head may be the one that the heads' spans pushed aside
        over = {id(cell) for cell in kept}
        loose = [
            cell
            for _, cell in squares
            if cell.text and id(cell) not in over and value_like(cell.text)
        ]
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
        columns = [path[-1] for path in paths(_REMEDIES_COLUMNS, "2021")]
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

    # --- what nothing claims -------------------------------------------------------------------

    def _report_unclaimed(self) -> None:
        for number, row in enumerate(self.grid.rows):
            loose = []
            for cell in dict.fromkeys(row):
                if cell.place.row != number or not cell.text or id(cell) in self.claimed:
                    continue
                if squash(cell.text) in furniture() or find_row(cell.text):
                    continue
                loose.append(cell)
            if not loose:
                continue
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


def _shared(label: Cell, printed: tuple[Cell, ...]) -> bool:
    """Whether a printed number stretches over its row and another, with another label: neither
    row can claim it."""
    return any(
        cell.rowspan > 1 and (cell.place.row, cell.rowspan) != (label.place.row, label.rowspan)
        for cell in printed
    )


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


_REMEDIES = frozenset(("行政复议", "行政诉讼"))
_GENERIC = ("其他", "其它", "总计", "合计")  # labels too common to claim a row that does not fit
_AMOUNTS = frozenset(
    line
    for block in DISCLOSURE.blocks
    for line in block.columns
    if line.unit in (Unit.FEE, Unit.YUAN)
)
_REMEDIES_COLUMNS = REMEDIES.blocks[0].columns
_APPLICANTS = leaves(REQUESTS.blocks[0].columns, "2021")


def _stretched(heads: list[Head], width: int) -> list[Head]:
    """Heads without the blank ones, each reaching to where the next begins."""
    printed = [head for head in heads if head[3]]
    ends = [head[0] - 1 for head in printed[1:]] + [width - 1]
    return [
        (first, end, line, text) for (first, _, line, text), end in zip(printed, ends, strict=True)
    ]


def _is_applicant(text: str) -> bool:
    return find_column("requests", text) is not None


def _completed(heads: list[Head]) -> list[Head]:
    """The heads, those that lost their end (本年新 for 本年新制作数量) read by what is left where
    a block of the form has all heads of the row, in their order."""
    if all(line for _, _, line, _ in heads):
        return heads
    for block in DISCLOSURE.blocks:
        for each in EDITIONS:
            columns = leaves(block.columns, each.key)
            if len(columns) == len(heads) and all(
                line is column if line else _begins(text, column)
                for (_, _, line, text), column in zip(heads, columns, strict=True)
            ):
                pairs = zip(heads, columns, strict=True)
                return [(first, last, column, text) for (first, last, _, text), column in pairs]
    return heads


def _begins(text: str, column: Line) -> bool:
    begun = squash(text)
    return len(begun) >= 3 and any(squash(each).startswith(begun) for each in column.spellings())


def _pair(heads: list[Head], values: Squares) -> tuple[Value, ...] | None:
    """Each head's value: by order where the numbers agree, else by the columns they stand in.
    None where neither tells them apart. Heads that are no column of the form keep their value out
    only if it is blank."""
    cells = [cell for _, cell in values]
    if any(not cell.colspan for cell in cells):
        cells = [cell for cell in cells if cell.colspan]
        values = [(column, cell) for column, cell in values if cell.colspan]
    if len(cells) == len(heads):
        return tuple(
            Value(head[2], cell, head[3])
            for head, cell in zip(heads, cells, strict=True)
            if head[2] is not None
        )
    paired: list[Value] = []
    taken: set[int] = set()
    for first, last, line, text in heads:
        under = [cell for column, cell in values if first <= column <= last]
        filled = [cell for cell in under if cell.text] or under[:1]
        if len(filled) != 1 or id(filled[0]) in taken:
            return None
        taken.update(id(cell) for cell in under)
        if line is not None:
            paired.append(Value(line, filled[0], text))
    if any(cell.text and id(cell) not in taken for cell in cells):
        return None
    return tuple(paired)
