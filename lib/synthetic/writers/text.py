"""Plain text: one cell a line, rows of tabs, rows of pipes, and Markdown tables."""

from __future__ import annotations

from collections.abc import Callable

from lib.layout import Rows
from lib.parsing.report import Report
from lib.synthetic.writers.pages import NOTICE, parts, published_line, rectangle, text_of

Lines = list[str]


def cell_a_line(report: Report) -> str:
    """What is left of a page copied without its borders. A blank cell leaves no line."""

    def table(rows: Rows) -> Lines:
        texts = (text_of(square, report) for row in rows for square in row)
        return [line for text in texts if text for line in (text, "")]

    return _text(report, table)


def tab_rows(report: Report) -> str:
    """Rows as a spreadsheet pastes them: a square that spans leaves empty ones behind it."""
    return _text(report, lambda rows: ["\t".join(row) for row in _grid(rows, report)])


def pipe_rows(report: Report) -> str:
    """The same with pipes, and no rule under the head."""
    return _text(report, lambda rows: [" | ".join(row) for row in _grid(rows, report)])


def markdown(report: Report) -> str:
    """Markdown: each table's first row is its head, as a converter writes it."""

    def table(rows: Rows) -> Lines:
        lines = [f"| {' | '.join(row)} |" for row in _grid(rows, report)]
        width = lines[0].count("|") - 1
        return ["", lines[0], "|" + "---|" * width, *lines[1:], ""]

    return _text(report, table, mark="## ", title="# ")


def _grid(rows: Rows, report: Report) -> list[list[str]]:
    return [
        [text_of(square, report) if square else "" for square in row] for row in rectangle(rows)
    ]


def _text(report: Report, table: Callable[[Rows], Lines], mark: str = "", title: str = "") -> str:
    lines = [f"{title}{report.title}", "", published_line(report), "", NOTICE, ""]
    for heading, paragraphs, rows in parts(report):
        lines += [f"{mark}{heading}", *paragraphs]
        if rows:
            lines += table(rows)
    return "\n".join(lines) + "\n"
