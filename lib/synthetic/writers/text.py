"""Plain text: one cell a line, rows of tabs, rows of pipes, Markdown tables, and what is left where
the borders of the cells are lost."""

from __future__ import annotations

from collections.abc import Callable

from lib.layout import Rows
from lib.synthetic.writers.pages import Page, Part, rectangle

Lines = list[str]


def cell_a_line(page: Page) -> str:
    """What is left of a page copied without its borders. A blank cell leaves no line."""

    def table(rows: Rows) -> Lines:
        texts = (square.text for row in rows for square in row)
        return [line for text in texts if text for line in (*text.split("\n"), "")]

    return _text(page, table)


def cell_a_line_with_blanks(page: Page) -> str:
    """One cell a line, where a blank cell leaves the no-break space that filled it."""

    def table(rows: Rows) -> Lines:
        return [line for row in rows for s in row for line in (s.text or "\xa0").split("\n")]

    return _text(page, table)


def tab_rows(page: Page) -> str:
    """Rows as a spreadsheet pastes them: a square that spans leaves empty ones behind it."""
    return _text(page, lambda rows: ["\t".join(row) for row in _grid(rows)])


def pipe_rows(page: Page) -> str:
    """The same with pipes, and no rule under the head."""
    return _text(page, lambda rows: [" | ".join(row) for row in _grid(rows)])


def pipes_after(page: Page) -> str:
    """Each cell that begins in a row with a pipe after it, and the row filled up to the table's
    width with pipes that touch: what takes the text out of a page often leaves this."""
    return _text(page, lambda rows: [f"{''.join(cells)}{fill}" for cells, fill in _ended(rows)])


def pipes_around(page: Page) -> str:
    """The same with a pipe before each row."""
    return _text(page, lambda rows: [f"| {''.join(cells)}{fill}" for cells, fill in _ended(rows)])


def pipes_alone(page: Page) -> str:
    """The same with each cell, and the pipes that fill a row up, on a line of their own."""

    def table(rows: Rows) -> Lines:
        return [line for cells, fill in _ended(rows) for line in (*cells, fill) if line]

    return _text(page, table)


def pipes_below(page: Page) -> str:
    """The same with a cell's pipe on the line below it."""

    def table(rows: Rows) -> Lines:
        lines: Lines = []
        for cells, fill in _ended(rows):
            for cell in cells:
                text = cell.removesuffix("| ").strip()
                lines += [text, "|"] if text else ["|"]
            lines += [fill] if fill else []
        return lines

    return _text(page, table)


def pipes_without_blanks(page: Page) -> str:
    """As pipes_after, with blank cells left out: the row is filled up as if it were shorter."""

    def row(cells: Lines, fill: str) -> str:
        kept = [cell for cell in cells if cell.strip(" |")]
        return f"{''.join(kept)}{fill}{'|' * (len(cells) - len(kept))}"

    return _text(page, lambda rows: [row(*each) for each in _ended(rows)])


def _ended(rows: Rows) -> list[tuple[Lines, str]]:
    """Each row's cells with a pipe after them, and the pipes that fill it up."""
    width = max(map(len, rows))
    return [
        (
            [" ".join(square.text.split("\n")) + " | " for square in row],
            "|" * (width - len(row)),
        )
        for row in rows
    ]


def markdown(page: Page) -> str:
    """Markdown: each table's first row is its head, as a converter writes it."""
    return _text(page, lambda rows: _piped(_grid(rows)), mark="## ", title="# ")


def markdown_row_a_table(page: Page) -> str:
    """As recognition writes section three: a table for each row, under heads it invented."""

    def table(rows: Rows) -> Lines:
        lines: Lines = []
        for row in rows:
            numbers = [square.text for square in row if square.cell]
            if len(numbers) != 7:
                return _piped(_grid(rows))
            label = "".join(square.text for square in row if not square.cell)
            lines += ["", label, ""] if label else []
            lines += _piped([[f"数据{n}" for n in range(1, 8)], numbers])
        return lines

    def body(rows: Rows) -> Lines:
        heads = sum(not any(square.cell for square in row) for row in rows)
        return table(rows[heads:]) if heads == 3 and len(rows) > 20 else table(rows)

    return _text(page, body, mark="## ", title="# ")


def run_together(page: Page) -> str:
    """A table on one line: what a page's text is where nobody kept the borders of its cells."""
    return _text(page, lambda rows: ["".join(s.text for row in rows for s in row)])


def row_a_line(page: Page) -> str:
    """A row on a line, a blank between its cells; a blank cell leaves nothing."""
    return _text(page, lambda rows: [" ".join(s.text for s in row if s.text) for row in rows])


def _piped(grid: list[list[str]]) -> Lines:
    lines = [f"| {' | '.join(row)} |" for row in grid]
    return ["", lines[0], "|" + "---|" * len(grid[0]), *lines[1:], ""]


def _grid(rows: Rows) -> list[list[str]]:
    return [
        [square.text.replace("\n", "") if square else "" for square in row]
        for row in rectangle(rows)
    ]


def _text(page: Page, table: Callable[[Rows], Lines], mark: str = "", title: str = "") -> str:
    lines = [f"{title}{page.title}", "", page.published_line, "", page.notice, ""]
    lines += ["\t".join(row) for row in page.before]
    for part in page.parts:
        lines += [f"{mark}{part.heading}", *part.paragraphs, *_tables(part, table)]
    return "\n".join(lines) + "\n"


def _tables(part: Part, table: Callable[[Rows], Lines]) -> Lines:
    lines: Lines = []
    for number, rows in enumerate(part.tables):
        lines += [*part.between, *table(rows)] if number else table(rows)
    return [*lines, part.note] if part.note else lines
