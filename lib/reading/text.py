"""Plain text and Markdown to a Document.

A line of tabs, pipes or drawn borders is a table row, and such lines that follow one another are a
grid; so are the lines of a file that is separated by commas or semicolons. Every other line that is
not empty is a paragraph. Text with one cell or one row of blanks a line therefore comes as
paragraphs: telling its cells apart needs the form, which readers do not know.
"""

from __future__ import annotations

import csv
import re

from lib.reading.document import INVISIBLE, Cell, Document, Grid, Paragraph, Place
from lib.reading.piped import Row, filled_up, keeps_blanks, rows_of

_RULE = re.compile(r"^\s*+(?:\|\s*+)?:?-{2,}:?\s*+(?:\|\s*+:?-{2,}:?\s*+)*+(?:\|\s*+)?$")
_DRAWN = str.maketrans(dict.fromkeys("┃│║｜¦", "|"))
_DRAWN_RULE = re.compile(r"^(?=.*(?:[─━═┄┅┈┉]|\+-|-\+))[\s─-╿=+|-]{3,}$")
_SEPARATED = {
    # possessive, for blanks that two parts could take are tried in every way once a line fails
    mark: re.compile(rf'^[^{mark}]*+(?:{mark}\s*+"?[-+]?[\d.]*+"?\s*+)++$')
    for mark in (",", ";")
}
_FEWEST_SEPARATED = 8  # lines of numbers: commas in a sentence never make so many
_NOT_A_LABEL = re.compile(r"[。！？]|报告|情况$")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_HEADING = re.compile(r"^#{1,6}\s+")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*")
# what Markdown, and the tags it may hold, do to a square: strike out, raise, break, set in bold
_STRUCK = re.compile(r"~~[^~]*~~|<(del|s|strike)>[^<]*</\1>", re.I)
_RAISED = re.compile(r"<su([pb])>([^<]*)</su\1>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_WEIGHT = re.compile(r"(\*\*|__|`)([^*_`]+)\1|</?(?:b|strong|u|em|i)>", re.I)
_MARKED = re.compile(r"[*~<`_]")


def read_text(name: str, text: str, sha256: str, encoding: str) -> Document:
    """A Document whose places are line numbers, counted from 1."""
    text = _UNSEEN.sub("", text)
    end = text.rfind("-->") + 3  # a comment beyond this has no end, and would be looked for to it
    commented = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text[:end])
    text = commented + text[end:]
    blocks: list[Paragraph | Grid] = []
    rows: list[Row] = []
    mark = _separator(text)
    blank_lines: list[int] = []
    grids = 0

    def close(keep: int = 0) -> None:
        """End the grid gathered so far, but for its last `keep` rows."""
        nonlocal grids
        done = rows[: len(rows) - keep]
        if done:
            grid = _grid(grids, done, kept)
            if grid.width:
                blocks.append(grid)
                grids += 1
            del rows[: len(done)]

    drawn = [
        (number, line.translate(_DRAWN))
        for number, line in enumerate(text.splitlines(), start=1)
        if not _DRAWN_RULE.match(line)
    ]
    pieces = list(rows_of(drawn))
    kept = keeps_blanks([line for _, line, _ in pieces if "|" in line])
    for number, line, places in pieces:
        if mark and (mark in line or line.startswith('"')):
            squares = _squares(line, mark)
            only = squares[0].strip() if not any(each.strip() for each in squares[1:]) else ""
            # a spreadsheet ends a title with the separators of its empty squares
            line = only if _NOT_A_LABEL.search(only) else "\t".join(map(_flat, squares))
        if not line.strip():
            if rows and line.count("\t") > 1:
                rows.append((number, line, ()))  # a row of blank squares, not a blank line
            elif line:
                blank_lines.append(number)
            # Pasted tables keep blank lines between their rows: only text ends a grid.
            continue
        if _RULE.match(line) and ("|" in line or rows):
            close(keep=1)  # the row above a Markdown rule heads a table of its own
            continue
        if places or _is_row(line):
            rows.append((number, line, places))
            continue
        close()
        plain = _EMPHASIS.sub(r"\1", _HEADING.sub("", line.strip())).strip()
        blocks.append(Paragraph(plain, Place(line=number)))
    close()
    kind = "markdown" if name.lower().endswith((".md", ".markdown")) else "text"
    return Document(name, kind, sha256, tuple(blocks), encoding, blank_lines=tuple(blank_lines))


def _separator(text: str) -> str:
    """The mark that parts the squares of a file's lines, "" where it is no such file."""
    for mark, wording in _SEPARATED.items():
        found = 0
        for line in text.splitlines():
            found += mark in line and bool(wording.match(line)) and bool(re.search(r"\d", line))
            if found == _FEWEST_SEPARATED:
                return mark
    return ""


def _squares(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark))
    except csv.Error:  # a square longer than the module takes is no square of the form
        return line.split(mark)


def _flat(square: str) -> str:
    return " ".join(square.split())


def _is_row(line: str) -> bool:
    """Whether a line is a table row: tabs, pipes around it, or pipes in it.

    >>> _is_row("| 规章 | 0 |"), _is_row("规章\\t0"), _is_row("首页 | 返回")
    (True, True, False)
    """
    pipes = line.count("|")
    if not line.strip(" |\t\r\n") and pipes == 1:
        return False  # a bar between two links of a menu
    if pipes == 1:
        # a byline has a pipe too: a row of two squares ends in a number, a dash or nothing
        return len(line) < 60 and bool(re.search(r"\|\s*[-+\d./元万]*\s*$", line))
    return pipes > 1 or "\t" in line.strip(" \r\n")


def _line_of(square: int, row: int, places: tuple[int, ...]) -> int:
    """The line a square is on: its own, where each square of the row has one."""
    return places[square] if square < len(places) else row


def _shown(square: str) -> str:
    """A square without the marks that set it in bold, strike something out of it, or raise it.

    >>> _shown("**12**"), _shown("~~15~~12"), _shown("12<sup>1</sup>"), _shown("商业<br>企业")
    ('12', '12', '12(1)', '商业\\n企业')
    """
    if not _MARKED.search(square):
        return square
    square = _RAISED.sub(r"(\2)", _STRUCK.sub("", square))
    return _WEIGHT.sub(lambda found: found[2] or "", _BREAK.sub("\n", square)).strip()


def _grid(index: int, lines: list[Row], keeps_blanks: bool) -> Grid:
    """The squares of the rows, short rows filled up with absent squares (colspan 0).

    Pipes around a row are its border only if every row has them: elsewhere a leading pipe follows
    an empty square; the last row may be cut off before its own, and then has one pipe less. Pipes
    that touch at the end of a row fill it up, if none touch within one; so does a single one, by
    one square, where no blank square is kept within a row."""
    piped = [line.strip() for _, line, _ in lines if "|" in line]
    bordered = all(line.startswith("|") for line in piped)
    closed = all(line.endswith("|") for line in piped[:-1] or piped)
    cut = closed and any(not line.endswith("|") for line in piped[-1:])
    if cut and len({line.count("|") for line in piped}) == 1:
        bordered = closed = False  # the last row prints a square that is empty in the others
    fills = closed and not any("||" in filled_up(line)[0] for line in piped)
    fills_by_one = fills and not keeps_blanks and any(filled_up(line)[1] for line in piped)
    split: list[tuple[int, list[str], tuple[int, ...]]] = []
    for number, line, places in lines:
        if "|" not in line:
            split.append((number, line.strip("\r\n").split("\t"), places))
            continue
        line = filled_up(line.strip())[0] if fills else line
        squares = line.strip().split("|") if bordered or closed else line.strip("\r\n").split("|")
        squares = squares[1:] if bordered else squares
        if closed and line.rstrip().endswith("|"):
            squares.pop()
            if fills_by_one and squares and not squares[-1].strip():
                squares.pop()
        split.append((number, squares, places))
    width = max(len(squares) for _, squares, _ in split)
    rows = []
    for at, (number, squares, places) in enumerate(split):
        rows.append(
            tuple(
                Cell(
                    _shown(squares[column].strip()),
                    Place(_line_of(column + bordered, number, places), index, at, column),
                )
                if column < len(squares)
                else Cell("", Place(number, index, at, column), 1, 0)
                for column in range(width)
            )
        )
    return Grid(index, tuple(rows))
