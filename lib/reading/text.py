"""Plain text and Markdown to a Document.

A line of tabs or pipes is a table row, and such lines that follow one another are a grid; every
other line that is not empty is a paragraph. Text with one cell a line therefore comes as
paragraphs: telling its cells apart needs the form, which readers do not know.
"""

from __future__ import annotations

import re

from lib.reading.document import Cell, Document, Grid, Paragraph, Place

_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.S)


def read_text(name: str, text: str, sha256: str, encoding: str) -> Document:
    """A Document whose places are line numbers, counted from 1."""
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    blocks: list[Paragraph | Grid] = []
    rows: list[list[Cell]] = []
    grids = 0

    def close() -> None:
        nonlocal grids
        if rows:
            blocks.append(Grid(grids, _rectangle(rows)))
            grids += 1
            rows.clear()

    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            # Pasted tables keep blank lines between their rows: only text ends a grid.
            continue
        if _RULE.match(line) and ("|" in line or rows):
            continue
        squares = _squares(line)
        if squares is None:
            close()
            blocks.append(Paragraph(line.strip(), Place(line=number)))
            continue
        rows.append(
            [
                Cell(square.strip(), Place(number, grids, len(rows), column))
                for column, square in enumerate(squares)
            ]
        )
    close()
    kind = "markdown" if name.lower().endswith((".md", ".markdown")) else "text"
    return Document(name, kind, sha256, tuple(blocks), encoding)


def _squares(line: str) -> list[str] | None:
    """The squares of a table row, or None where the line is no row.

    >>> _squares("| 规章 | 0 | | 7 |")
    [' 规章 ', ' 0 ', ' ', ' 7 ']
    >>> _squares("行政许可 | 22 | +1 | 23")
    ['行政许可 ', ' 22 ', ' +1 ', ' 23']
    """
    if line.count("|") >= 2 or (line.count("|") == 1 and "\t" not in line and _short(line)):
        inner = line.strip()
        inner = inner[1:] if inner.startswith("|") else inner
        inner = inner[:-1] if inner.endswith("|") else inner
        return inner.split("|")
    if "\t" in line.strip("\r\n ") and (line.strip() or "\t" in line):
        return line.strip("\r\n").split("\t")
    return None


def _short(line: str) -> bool:
    # a breadcrumb or a byline has pipes too, but a two-square row is short
    return len(line) < 60 and bool(re.search(r"\|\s*[-+\d./]*\s*$", line))


def _rectangle(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of different lengths, filled up with absent squares (colspan 0) at their end."""
    width = max(len(row) for row in rows)
    return tuple(
        (
            *row,
            *(
                Cell("", Place(row[0].place.line, row[0].place.table, row[0].place.row, c), 1, 0)
                for c in range(len(row), width)
            ),
        )
        for row in rows
    )
