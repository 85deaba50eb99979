"""A label and the numbers on the lines after it -> a row of the form.

Which columns the numbers stand in is told by the heads printed before, or by how many there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from lib.form import APPLICANT_COLUMNS, DISCLOSURE, LATEST, REQUESTS, Line, leaves
from lib.parsing.heads import REMEDIES_NAMES, remedies_heads, requests_heads
from lib.parsing.labels import blocks_by_row
from lib.parsing.line_labels import disclosure_heads, like_label, named
from lib.parsing.remedies import remedies_row
from lib.parsing.rows import Row, Value
from lib.reading.document import Cell, Paragraph

WIDTHS = (7, 15)  # of a row of section three, and of section four's one row


class Run(NamedTuple):
    """The numbers, and lines of blanks, that follow a label."""

    numbers: list[Paragraph]
    beside: bool  # whether they stand on their label's own line
    ends: bool  # whether a sentence or a heading comes next
    page_at: int  # how many of them stand before the end of a page, 0 where none ends

    def cells(self) -> tuple[Cell, ...]:
        return tuple(Cell(number.text, number.place) for number in self.numbers)


@dataclass(slots=True)
class LineRows:
    """What was printed before that the next row depends on."""

    heads: list[Line] | None = None  # of section two
    applicants_verified: bool = False  # whether the heads of section three were the form's

    def row(self, words: list[Paragraph], joined: str, run: Run) -> Row | None:
        """The row whose label ends the words, which `joined` has squashed, with the numbers of the
        run; None where it is no row of the form. A row whose numbers cannot be told apart has a
        problem and no values."""
        return self._remedies(joined, run) or self._labelled(words, joined, run)

    def _labelled(self, words: list[Paragraph], joined: str, run: Run) -> Row | None:
        home = named(words, joined)
        exact = home is not None
        if home is None and len(run.numbers) == WIDTHS[0]:
            home = like_label(words)
        if home is None:
            return None
        table, line = home
        label = Cell(words[-1].text, words[-1].place)
        row = Row(table, line, label, (), exact=exact, printed=run.cells())
        if table == REQUESTS.key:
            if line.in_force(LATEST.key) and line.key != "other":
                return None
            if line.key == "received":
                self.applicants_verified = requests_heads() in joined
            row.verified = self.applicants_verified
            columns: tuple[Line, ...] | None = APPLICANT_COLUMNS
        else:
            self.heads = disclosure_heads(joined) or self.heads
            if run.beside and len(run.numbers) == 1 and not self._heads_of(line):
                return None  # 行政处罚 12 may be a line of a sentence: its head is wanted
            columns = self._disclosure_columns(row, line)
        cells = fitted(run, len(columns), line.key) if columns else ()
        if not columns or len(columns) != len(cells):
            row.problem = "row.ambiguous"
            return row
        row.values = tuple(Value(column, cell) for column, cell in zip(columns, cells, strict=True))
        return row

    def _heads_of(self, line: Line) -> bool:
        """Whether the heads printed before are those of the line's block."""
        own = {column.key for column in blocks_by_row(DISCLOSURE.key)[line.key].columns}
        return self.heads is not None and all(head.key in own for head in self.heads)

    def _disclosure_columns(self, row: Row, line: Line) -> tuple[Line, ...] | None:
        """The columns of a row of section two: by the heads before it, or, where those are not its
        own, by their number. None where neither tells."""
        block = blocks_by_row(DISCLOSURE.key)[line.key]
        forms = [leaves(block.columns, each) for each in line.editions]
        if self.heads is not None and self._heads_of(line):
            # where they are no edition's, no border says which head has slipped in, or has moved
            return tuple(self.heads) if tuple(self.heads) in forms else None
        fitting = [columns for columns in forms if len(columns) == len(row.printed)]
        if len(fitting) != 1:
            return None
        row.verified = False
        return fitting[0]

    @staticmethod
    def _remedies(joined: str, run: Run) -> Row | None:
        known = joined.endswith("尚未审结总计")
        # heads that are printed over two lines are read across: 结果结果其他尚未维持纠正结果审结
        if not known and not all(word in joined for word in (*REMEDIES_NAMES, "维持")):
            return None
        return remedies_row(fitted(run, WIDTHS[1]), joined.endswith(remedies_heads()))


def fitted(run: Run, width: int, row: str = "") -> tuple[Cell, ...]:
    """The cells without the lines of blanks that are too many: those below the last row of a
    table, or of a page; and the second label's before 其他处理, which a table of 2021 may have no
    use for."""
    cells = run.cells()
    extra = max(len(cells) - width, 0)
    first, last = cells[:extra], cells[len(cells) - extra :]
    below = not row or run.ends or run.page_at == width
    if below and not any(each.text for each in last):
        return cells[: len(cells) - extra]
    if row == "other" and not any(each.text for each in first) and cells[-1].text:
        return cells[extra:]
    return cells
