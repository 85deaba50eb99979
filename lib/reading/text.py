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
_HEADING = re.compile(r"^#{1,6}\s+")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*")


def read_text(name: str, text: str, sha256: str, encoding: str) -> Document:
    """A Document whose places are line numbers, counted from 1."""
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    blocks: list[Paragraph | Grid] = []
    rows: list[tuple[int, str]] = []  # line number, line
    grids = 0

    def close(keep: int = 0) -> None:
        """End the grid gathered so far, but for its last `keep` rows."""
        nonlocal grids
        done = rows[: len(rows) - keep]
        if done:
            blocks.append(_grid(grids, done))
            grids += 1
            del rows[: len(done)]

    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            if rows and line.count("\t") > 1:
                rows.append((number, line))  # a row of blank squares, not a blank line
            # Pasted tables keep blank lines between their rows: only text ends a grid.
            continue
        if _RULE.match(line) and ("|" in line or rows):
            close(keep=1)  # the row above a Markdown rule heads a table of its own
            continue
        if _is_row(line):
            rows.append((number, line))
            continue
        close()
        plain = _EMPHASIS.sub(r"\1", _HEADING.sub("", line.strip())).strip()
        blocks.append(Paragraph(plain, Place(line=number)))
    close()
    kind = "markdown" if name.lower().endswith((".md", ".markdown")) else "text"
    return Document(name, kind, sha256, tuple(blocks), encoding)


def _is_row(line: str) -> bool:
    """Whether a line is a table row: tabs, pipes around it, or pipes in it.

    >>> _is_row("| 规章 | 0 |"), _is_row("规章\\t0"), _is_row("首页 | 返回")
    (True, True, False)
    """
    pipes = line.count("|")
    if pipes == 1:
        # a byline has a pipe too: a row of two squares ends in a number, a dash or nothing
        return bool(re.search(r"\|\s*[-+\d./元万]*\s*$", line)) and len(line) < 60
    return pipes > 1 or "\t" in line.strip(" \r\n")


def _grid(index: int, lines: list[tuple[int, str]]) -> Grid:
    """The squares of the rows, short rows filled up with absent squares (colspan 0).

    Pipes around a row are its border only if every row has them: elsewhere a leading pipe follows
    an empty square."""
    piped = [line for _, line in lines if "|" in line]
    bordered = all(line.strip().startswith("|") for line in piped)
    closed = all(line.strip().endswith("|") for line in piped)
    split: list[tuple[int, list[str]]] = []
    for number, line in lines:
        if "|" not in line:
            split.append((number, line.strip("\r\n").split("\t")))
            continue
        squares = line.strip().split("|") if bordered else line.strip("\r\n").split("|")
        squares = squares[1:] if bordered else squares
        split.append((number, squares[:-1] if bordered and closed else squares))
    width = max(len(squares) for _, squares in split)
    rows = []
    for at, (number, squares) in enumerate(split):
        rows.append(
            tuple(
                Cell(squares[column].strip(), Place(number, index, at, column))
                if column < len(squares)
                else Cell("", Place(number, index, at, column), 1, 0)
                for column in range(width)
            )
        )
    return Grid(index, tuple(rows))
