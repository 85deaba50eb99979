"""Text with one cell a line, or one row a line, to rows of the form.

The reader of such a text sees only paragraphs; the form tells which of them are heads, labels and
numbers. Words broken over lines are joined until a number comes; a run of numbers belongs to the
label that stands right before it, on lines of their own or on the label's.

A cell printed blank may leave a line of blanks. Such lines are cells where every row that has any
comes to the form's own count of cells, and what a row then prints adds up to its total. Elsewhere a
blank cell leaves no trace, and a run that is too short is not told apart here: lib.parsing.settle
may, by the sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lib.findings import Finding
from lib.parsing.labels import find_row, fold, follows, made_up_head, numbered, squash
from lib.parsing.line_labels import (
    is_number,
    label_of,
    like_label,
    named,
    others_among,
    parted,
    tails,
)
from lib.parsing.line_rows import WIDTHS, LineRows, Run
from lib.parsing.readings import adds_up
from lib.parsing.rows import Located, Row
from lib.parsing.sections import heading_of
from lib.parsing.settle import plainly
from lib.parsing.solve import solve
from lib.reading.document import PAGE_FOOT, Cell, Document, Grid, Paragraph, Place

_LONGEST_LABEL = 80
_STOPS = ("。", "；", "！", "？")
_REMARK = re.compile(r"\((?:其中|含|包括|不含)[^()]*\)")  # 55, and below it: (含自然失效29件)


def read_lines(document: Document) -> tuple[Located, set[int]]:
    """The rows of the form among the paragraphs, and the ids of the paragraphs they took."""
    lines = [line for block in document.blocks for line in _lines(block)]
    if document.blank_lines:
        blanks = [Paragraph("", Place(line=line)) for line in document.blank_lines]
        reading = _read(sorted((*lines, *blanks), key=lambda each: each.place.line or 0))
        if reading.blanks_are_cells:
            return reading.found, reading.taken
    reading = _read(lines)
    return reading.found, reading.taken


def _lines(block: Paragraph | Grid) -> Iterable[Paragraph]:
    """A paragraph, or the squares of a table of one row that is a row of the form without its
    label: recognition writes section three so, under heads it makes up."""
    if isinstance(block, Paragraph):
        return (block,)
    *heads, last = block.rows
    squares = tuple(dict.fromkeys(last))
    if (
        len(heads) > 1
        or len(squares) not in WIDTHS
        or not all(made_up_head(head.text) for row in heads for head in row)
        or not all(is_number(square.text) for square in squares if square.text)
    ):
        return ()
    return [Paragraph(square.text, square.place) for square in squares]


def _read(paragraphs: Iterable[Paragraph]) -> _LineReading:
    reading = _LineReading()
    for paragraph in paragraphs:
        reading.take(paragraph)
    reading.close()
    return reading


class _LineReading:
    def __init__(self) -> None:
        self.found = Located()
        self.taken: set[int] = set()
        self.words: list[Paragraph] = []
        self.run: list[Paragraph] = []
        self.rows = LineRows()
        self.last_table = ""
        self.blanks: list[Row] = []
        self.beside = False  # whether the numbers in hand stand on their label's own line
        self.apart: list[Row] = []  # the rows of section three whose numbers do not
        self.doubtful = False  # whether those may belong to another label than the last before them
        self.page_at = 0  # how many numbers stand in hand where a page ends
        self.ends = False  # whether a sentence or a heading comes next
        self.borne_out = self.astray = 0  # rows with blank lines that fit the form, and others

    @property
    def blanks_are_cells(self) -> bool:
        return not self.astray and (self.borne_out > 0 or self._sums_hold())

    def _sums_hold(self) -> bool:
        rows = [row for row in self.found.rows if row.table == "requests" and row.line]
        plain = {row.line.key: plainly(row) for row in rows if row.line}
        whole = len(plain) == len(rows)
        return whole and solve({key: [way] if way else [] for key, way in plain.items()}).holds

    def take(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if not text or is_number(text):
            self.run.append(paragraph)
            return
        if PAGE_FOOT.fullmatch(text):
            # the foot of a page stands between a label and its numbers, or within either
            self.page_at = len(self.run)
            return
        if self.run and self.run[-1].text and _REMARK.fullmatch(fold(text)):
            self.taken |= {id(self.run[-1]), id(paragraph)}
            self.run[-1] = Paragraph(f"{self.run[-1].text}\n{text}", self.run[-1].place)
            return
        label, numbers = parted(text)
        if len(numbers) > 1 and not label:
            self.end_run()
            self._take_row(paragraph, "", numbers)
            return
        if numbers and (label_of(label) or self._ends_label(label, len(numbers))):
            self.end_run()
            self._take_row(paragraph, label, numbers)
            return
        if len(numbers) in WIDTHS:
            # a row whose label is cut, or stands above or below it
            self.end_run()
            self._loose(tuple(Cell(each, paragraph.place) for each in numbers))
        sentence = len(text) > _LONGEST_LABEL or text.endswith(_STOPS)
        self.ends = sentence or bool(heading_of(text))
        self.end_run()
        if self.ends:
            self._blank_rows(self.words)
            self.rows.heads = None
            self.words.clear()  # a sentence or a heading: no table reaches over it
            self.ends = False
            return
        self.words.append(paragraph)

    def _ends_label(self, label: str, count: int) -> bool:
        """Whether the words before a line's numbers end a label that began on the lines before,
        or are a damaged one."""
        if self.run:
            return False
        words = [*self.words, Paragraph(label, Place())]
        home = named(words, "".join(squash(word.text) for word in words))
        if home is None and count == WIDTHS[0]:
            home = like_label(words)
        return home is not None and (home[0] == "requests" or self.rows.heads is not None)

    def _take_row(self, paragraph: Paragraph, label: str, numbers: list[str]) -> None:
        """A row on a line of its own."""
        if label:
            self.words.append(Paragraph(label, paragraph.place))
        self.run = [Paragraph(number, paragraph.place) for number in numbers]
        self.beside = bool(label)
        before = len(self.found.rows)
        self.end_run()
        if len(self.found.rows) > before:
            self.taken.add(id(paragraph))

    def end_run(self) -> None:
        if not self.run:
            self.page_at = 0
            return
        words, run = self.words, self.run
        self.words, self.run = [], []
        beside, self.beside = self.beside, False
        joined = "".join(squash(word.text) for word in words)
        # a number's label may be printed over several lines, so it is looked for at the end
        row = self.rows.row(words, joined, Run(run, beside, self.ends, self.page_at))
        self.page_at = 0
        filled = [each for each in run if each.text]
        if not filled and (row is None or not self._blank_throughout(row, words)):
            self.words = words  # lines of blanks among words are no row
            return
        if row is None:
            numbers = run if len(run) in WIDTHS else filled
            if len(numbers) in WIDTHS:
                self._loose(tuple(Cell(each.text, each.place) for each in numbers))
            elif self.last_table and len(filled) >= 2:
                self._unclaimed(words, filled)
            return
        if len(filled) < len(run) and run[0].place.table is None:
            self._judge(row)
        if not beside and row.line is not None:
            crowded = others_among(words, joined, row)
            if row.table == "requests":
                self.apart.append(row)
                self.doubtful |= crowded
            elif crowded:
                row.values, row.problem = (), "row.ambiguous"
        elif row.table == "requests":
            self._blank_rows(words[:-1])
        self.found.rows.append(row)
        self.last_table = row.table
        self.taken.update(id(word) for word in words)
        self.taken.update(id(number) for number in run)

    def _blank_throughout(self, row: Row, words: list[Paragraph]) -> bool:
        """Whether lines of blanks alone are a row: they are a table's squares; its label has the
        line's own numbering, or stands under heads that were read; a damaged one, if the row
        before is the form's."""
        if row.problem:
            return False
        if row.table != "requests" or row.line is None:
            return row.verified
        if not row.exact:
            return bool(self.found.rows) and follows(self.found.rows[-1].line, row.line)
        squares = row.printed[0].place.table is not None
        return squares or any(numbered(row.line, label) for label in tails(words))

    def _judge(self, row: Row) -> None:
        """What a row with lines of blanks says of them: a row of section three bears them out
        where it has its count of cells and these add up to its total."""
        numbers = plainly(row) if row.table == "requests" else None
        if row.problem or (numbers and numbers[-1] is not None and not adds_up(numbers)):
            self.astray += 1
        elif numbers and numbers[-1] is not None:
            self.borne_out += 1

    def _loose(self, cells: tuple[Cell, ...]) -> None:
        self._without_label(cells)
        self.doubtful |= len(cells) == WIDTHS[0] and self.last_table != "remedies"

    def _without_label(self, cells: tuple[Cell, ...]) -> None:
        if cells[0].place.table is None:  # those of tables are looked for in the tables
            self.found.loose.append(cells)

    def close(self) -> None:
        """Settle, at the end, what only the whole text can say. Where a row of numbers has no
        label, or more labels than one, the labels stand in a clump or behind their numbers: no
        number is then known to be its last label's unless it stands on the label's own line."""
        self.ends = True
        self.end_run()
        rows = self.found.rows
        held = {row.line for row in rows if row.table == "requests"}
        if held:
            known = held | {row.line for row in self.blanks}
            rows += [
                row
                for row in self.blanks
                if row.line and row.line not in held and known.isdisjoint(row.line.children)
            ]
        if not self.doubtful:
            return
        for row in self.apart:
            rows.remove(row)
            if len(row.printed) == WIDTHS[0]:
                self._without_label(row.printed)
            elif row.label:
                label, numbers = Paragraph(row.label.text, row.label.place), row.printed
                self._unclaimed([label], [Paragraph(each.text, each.place) for each in numbers])

    def _blank_rows(self, words: list[Paragraph]) -> None:
        """The rows of section three among labels that no number follows: all their cells are
        blank, if the sums bear that out."""
        for word in words:
            printed = label_of(word.text)
            home = find_row(printed)
            if home is None or home[0] != "requests" or not numbered(home[1], printed):
                continue
            if self.last_table == "remedies" or all(map(home[1].in_force, home[1].editions)):
                continue
            label = Cell(word.text, word.place)
            self.blanks.append(Row("requests", home[1], label, (), problem="row.ambiguous"))
            self.blanks[-1].verified = self.rows.applicants_verified
            self.taken.add(id(word))

    def _unclaimed(self, words: list[Paragraph], run: list[Paragraph]) -> None:
        label = "".join(word.text for word in words)[-30:]
        numbers = "、".join(number.text for number in run[:10])
        self.found.findings.append(
            Finding(
                "cell.unclaimed",
                f"“{label}”之后的数字{numbers}不属于规定格式的任何一行，未计入。",
                f"The numbers {numbers} after “{label}” belong to no row of the form and were not "
                "counted.",
                places=tuple(number.place for number in run),
            )
        )
