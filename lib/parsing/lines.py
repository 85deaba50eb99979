"""Text with one cell a line, or one row a line, to rows of the form.

The reader of such a text sees only paragraphs; the form tells which of them are heads, labels and
numbers. Words broken over lines are joined until a number comes; a run of numbers belongs to the
label that stands right before it, on lines of their own or on the label's. A blank cell leaves no
trace, so a run that is too short is not told apart here: lib.parsing.settle may, by the sums.
"""

from __future__ import annotations

import re

from lib.findings import Finding
from lib.form import DISCLOSURE, REQUESTS, Line, Unit, leaves
from lib.parsing.heads import remedies_heads, requests_heads
from lib.parsing.labels import blocks_by_row, column_lines, find_row, numbered, row_lines, squash
from lib.parsing.numbers import read_number
from lib.parsing.remedies import remedies_row
from lib.parsing.report import State
from lib.parsing.rows import Located, Row, Value
from lib.parsing.sections import heading_of
from lib.reading.document import Cell, Paragraph

_LONGEST_LABEL = 80
_STOPS = ("。", "；", "！", "？")
_WIDTHS = (7, 15)  # of a row of section three, and of section four's one row
_PAGE = re.compile(r"[-—–―]+\s*\d{1,3}\s*[-—–―]+|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3}")


def read_lines(paragraphs: tuple[Paragraph, ...]) -> tuple[Located, set[int]]:
    """The rows of the form among the paragraphs, and the ids of the paragraphs they took."""
    reading = _LineReading()
    for paragraph in paragraphs:
        reading.take(paragraph)
    reading.close()
    return reading.found, reading.taken


def _is_number(text: str) -> bool:
    if len(text) > 24:
        return False
    if text.endswith("元"):
        return text[:1].isdigit()
    # as a fee, since any number may stand here and fees alone have decimals
    return read_number(text, Unit.FEE).state in (State.REPORTED, State.NOT_APPLICABLE)


class _LineReading:
    def __init__(self) -> None:
        self.found = Located()
        self.taken: set[int] = set()
        self.words: list[Paragraph] = []
        self.run: list[Paragraph] = []
        self.heads: list[Line] | None = None
        self.applicants_verified = False
        self.last_table = ""
        self.blanks: list[Row] = []
        self.beside = False  # whether the numbers in hand stand on their label's own line
        self.apart: list[Row] = []  # the rows of section three whose numbers do not
        self.doubtful = False  # whether those may belong to another label than the last before them

    def take(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if _is_number(text):
            self.run.append(paragraph)
            return
        if _PAGE.fullmatch(text):
            return  # the foot of a page stands between a label and its numbers, or within either
        label, numbers = _parted(text)
        if len(numbers) > 1 and not label:
            self.end_run()
            self._take_row(paragraph, "", numbers)
            return
        if numbers and _is_label(label):
            self.end_run()
            self._take_row(paragraph, label, numbers)
            return
        if len(numbers) in _WIDTHS:
            # a row whose label is cut, or stands above or below it
            self.end_run()
            self._loose(_cells(paragraph, numbers))
        self.end_run()
        sentence = len(text) > _LONGEST_LABEL or text.endswith(_STOPS)
        if sentence or heading_of(text):
            self._blank_rows(self.words)
            self.heads = None
            self.words.clear()  # a sentence or a heading: no table reaches over it
            return
        self.words.append(paragraph)

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
            return
        words, run = self.words, self.run
        self.words, self.run = [], []
        beside, self.beside = self.beside, False
        joined = "".join(squash(word.text) for word in words)
        # a number's label may be printed over several lines, so it is looked for at the end
        row = self._remedies(joined, run) or self._labelled(words, joined, run, beside)
        if row is None:
            if len(run) in _WIDTHS:
                self._loose(tuple(Cell(each.text, each.place) for each in run))
            elif self.last_table and len(run) >= 2:
                self._unclaimed(words, run)
            return
        if not beside and row.line is not None:
            crowded = _others_among(words, joined, row)
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

    def _loose(self, cells: tuple[Cell, ...]) -> None:
        self.found.loose.append(cells)
        self.doubtful |= len(cells) == _WIDTHS[0] and self.last_table != "remedies"

    def close(self) -> None:
        """Settle, at the end, what only the whole text can say. Where a row of numbers has no
        label, or more labels than one, the labels stand in a clump or behind their numbers: no
        number is then known to be its last label's unless it stands on the label's own line."""
        self.end_run()
        rows = self.found.rows
        held = {row.line for row in rows if row.table == "requests"}
        if held:
            rows += [row for row in self.blanks if row.line not in held]
        if not self.doubtful:
            return
        for row in self.apart:
            rows.remove(row)
            if len(row.printed) == _WIDTHS[0]:
                self.found.loose.append(row.printed)
            elif row.label:
                label, numbers = Paragraph(row.label.text, row.label.place), row.printed
                self._unclaimed([label], [Paragraph(each.text, each.place) for each in numbers])

    def _blank_rows(self, words: list[Paragraph]) -> None:
        """The rows of section three among labels that no number follows: all their cells are
        blank, if the sums bear that out."""
        for word in words:
            home = find_row(word.text)
            if home is None or home[0] != "requests" or not numbered(home[1], word.text):
                continue
            if home[1].children or self.last_table == "remedies":
                continue
            label = Cell(word.text, word.place)
            self.blanks.append(Row("requests", home[1], label, (), problem="row.ambiguous"))
            self.blanks[-1].verified = self.applicants_verified
            self.taken.add(id(word))

    # --- the tables ----------------------------------------------------------------------------

    def _labelled(
        self, words: list[Paragraph], joined: str, run: list[Paragraph], beside: bool
    ) -> Row | None:
        table = next((key for key in ("requests", "disclosure") if _ending(joined, key)), "")
        if not table:
            return None
        line = row_lines(table)[_ending(joined, table)]
        label = Cell(words[-1].text, words[-1].place)
        cells = tuple(Cell(number.text, number.place) for number in run)
        row = Row(table, line, label, (), printed=cells)
        if table == "requests":
            if line.in_force("2021") and line.key != "other":
                return None
            columns = leaves(REQUESTS.blocks[0].columns, "2021")
            if line.key == "received":
                self.applicants_verified = requests_heads() in joined
            row.verified = self.applicants_verified
        else:
            heads = _disclosure_heads(joined)
            if heads:
                self.heads = heads
            block = blocks_by_row("disclosure")[line.key]
            own = {column.key for column in block.columns}
            forms = [leaves(block.columns, each) for each in line.editions]
            if self.heads is None or any(head.key not in own for head in self.heads):
                if beside and len(run) == 1:
                    return None  # 行政处罚 12 may be a line of a sentence: its head is wanted
                fitting = [columns for columns in forms if len(columns) == len(cells)]
                if len(fitting) != 1:
                    row.problem = "row.ambiguous"
                    return row
                columns = fitting[0]
                row.verified = False
            elif tuple(self.heads) not in forms:
                # no border says which head has slipped in among the others, or has moved
                row.problem = "row.ambiguous"
                return row
            else:
                columns = tuple(self.heads)
        if len(columns) != len(cells):
            row.problem = "row.ambiguous"
            return row
        row.values = tuple(Value(column, cell) for column, cell in zip(columns, cells, strict=True))
        return row

    def _remedies(self, joined: str, run: list[Paragraph]) -> Row | None:
        known = joined.endswith("尚未审结总计")
        # heads that are printed over two lines are read across: 结果结果其他尚未维持纠正结果审结
        if not known and not all(word in joined for word in ("行政复议", "行政诉讼", "维持")):
            return None
        cells = tuple(Cell(number.text, number.place) for number in run)
        return remedies_row(cells, joined.endswith(remedies_heads()))

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


def _others_among(words: list[Paragraph], joined: str, row: Row) -> bool:
    """Whether the words before a row's numbers hold, besides its own, the label of another row."""
    assert row.line is not None
    named = [
        home[1]
        for word in words[:-1]
        if (home := find_row(word.text)) and _leaf(home[1], word.text)
    ]
    before = joined[: -len(_ending(joined, row.table, row.line))]
    named += [
        line
        for spelling, line in row_lines(row.table).items()
        if len(spelling) > 3 and not line.children and spelling in before
    ]
    if "其他处理" in before and row.line.key not in {each.key for each in _OTHER.children}:
        named.append(_OTHER)
    return any(line is not row.line for line in named)


def _leaf(line: Line, text: str) -> bool:
    return not line.children and numbered(line, text)


_OTHER = row_lines("requests")["其他处理"]


def _parted(text: str) -> tuple[str, list[str]]:
    """A line's words, and the numbers after them.

    >>> _parted("行政许可  22  +1  23")
    ('行政许可', ['22', '+1', '23'])
    """
    pieces = text.split()
    at = len(pieces)
    while at and _is_number(pieces[at - 1]):
        at -= 1
    return " ".join(pieces[:at]), pieces[at:]


def _is_label(text: str) -> bool:
    """Whether a line's words are a row's label, after none but the labels of its groups."""
    pieces = text.split()
    for at in range(len(pieces)):
        if find_row("".join(pieces[at:])):
            return (
                at == 0
                or find_row("".join(pieces[:at])) is not None
                or _is_label(" ".join(pieces[:at]))
            )
    return False


def _cells(paragraph: Paragraph, numbers: list[str]) -> tuple[Cell, ...]:
    return tuple(Cell(number, paragraph.place) for number in numbers)


def _ending(joined: str, table: str, line: Line | None = None) -> str:
    """The label (of `line`, if given) that ends the words, "" where none does; the longest
    spelling wins (其他处理 over 处理)."""
    best = ""
    for spelling, each in row_lines(table).items():
        if len(spelling) > len(best) and joined.endswith(spelling) and line in (None, each):
            best = spelling
    return best


def _disclosure_heads(joined: str) -> list[Line]:
    """The column heads printed after 信息内容, in the order printed."""
    start = joined.rfind("信息内容")
    if start < 0:
        return []
    rest = joined[start + len("信息内容") :]
    heads: list[Line] = []
    spellings = sorted(column_lines(DISCLOSURE.key), key=len, reverse=True)
    while rest:
        spelling = next((each for each in spellings if rest.startswith(each)), None)
        if spelling is None:
            break
        heads.append(column_lines(DISCLOSURE.key)[spelling])
        rest = rest[len(spelling) :]
    return heads
