"""Text with one cell a line to rows of the form.

The reader of such a text sees only paragraphs; the form tells which of them are heads, labels and
numbers. Words broken over lines are joined until a number comes; a run of numbers belongs to the
label that stands right before it. A blank cell leaves no line, so a run that is too short cannot
be told apart and is reported, never guessed.
"""

from __future__ import annotations

from lib.findings import Finding
from lib.form import DISCLOSURE, EDITIONS, REMEDIES, REQUESTS, Line, Unit, leaves, paths
from lib.parsing.heads import remedies_heads, requests_heads
from lib.parsing.labels import blocks_by_row, column_lines, row_lines, squash
from lib.parsing.numbers import read_number
from lib.parsing.report import State
from lib.parsing.rows import Located, Row, Value
from lib.parsing.sections import heading_of
from lib.reading.document import Cell, Paragraph

_LONGEST_LABEL = 80


def read_lines(paragraphs: tuple[Paragraph, ...]) -> tuple[Located, set[int]]:
    """The rows of the form among the paragraphs, and the ids of the paragraphs they took."""
    reading = _LineReading()
    for paragraph in paragraphs:
        reading.take(paragraph)
    reading.end_run()
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

    def take(self, paragraph: Paragraph) -> None:
        if _is_number(paragraph.text):
            self.run.append(paragraph)
            return
        self.end_run()
        if len(paragraph.text) > _LONGEST_LABEL or heading_of(paragraph.text):
            self.words.clear()  # a sentence or a heading: no table reaches over it
            return
        self.words.append(paragraph)

    def end_run(self) -> None:
        if not self.run:
            return
        words, run = self.words, self.run
        self.words, self.run = [], []
        joined = "".join(squash(word.text) for word in words)
        # a number's label may be printed over several lines, so it is looked for at the end
        row = self._remedies(joined, run) or self._labelled(words, joined, run)
        if row is None:
            if self.last_table and len(run) >= 2:
                self._unclaimed(words, run)
            return
        self.found.rows.append(row)
        self.last_table = row.table
        self.taken.update(id(word) for word in words)
        self.taken.update(id(number) for number in run)

    # --- the tables ----------------------------------------------------------------------------

    def _labelled(self, words: list[Paragraph], joined: str, run: list[Paragraph]) -> Row | None:
        match = _ending(joined, "requests") or _ending(joined, "disclosure")
        if match is None:
            return None
        table, line = match
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
            if self.heads is None or any(head.key not in own for head in self.heads):
                fitting = [
                    leaves(block.columns, each.key)
                    for each in EDITIONS
                    if each.key in line.editions
                    and len(leaves(block.columns, each.key)) == len(cells)
                ]
                if len(fitting) != 1:
                    row.problem = "row.ambiguous"
                    return row
                columns = fitting[0]
                row.verified = False
            else:
                columns = tuple(self.heads)
        if len(columns) != len(cells):
            row.problem = "row.ambiguous"
            return row
        row.values = tuple(Value(column, cell) for column, cell in zip(columns, cells, strict=True))
        return row

    def _remedies(self, joined: str, run: list[Paragraph]) -> Row | None:
        if not joined.endswith("尚未审结总计"):
            return None
        cells = tuple(Cell(number.text, number.place) for number in run)
        found = list(paths(REMEDIES.blocks[0].columns, "2021"))
        row = Row("remedies", None, None, (), printed=cells)
        row.verified = joined.endswith(remedies_heads())
        if len(cells) != len(found):
            row.problem = "row.ambiguous"
            return row
        row.values = tuple(Value(path[-1], cell) for path, cell in zip(found, cells, strict=True))
        row.groups = tuple(path[-2].key for path in found)
        return row

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


def _ending(joined: str, table: str) -> tuple[str, Line] | None:
    """The row whose label ends the words; the longest spelling wins (其他处理 over 处理)."""
    best = ""
    for spelling in row_lines(table):
        if len(spelling) > len(best) and joined.endswith(spelling):
            best = spelling
    return (table, row_lines(table)[best]) if best else None


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
