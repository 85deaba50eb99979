"""The report of a check as a Word file."""

from __future__ import annotations

import io
from typing import Any

from lib.exporting.check_report import CheckReport, FilledTable, Item
from lib.words import say

FONT = "Noto Sans CJK SC"  # Word takes another where the reader's machine lacks it
_COLOURS = {"error": "C44601", "warning": "8A6100", "note": "1F5A96"}
_FILLS = {"error": "F8D5C2", "warning": "FBE9BF", "note": "DCE8F4"}
_HEAD_FILL = "F0F0F0"
_WIDTH = 17.4  # cm between the margins


def to_docx(check: CheckReport) -> bytes:
    """The bytes of the file."""
    import docx  # only when such a file is asked for
    from docx.shared import Cm, Pt

    book = docx.Document()
    book.core_properties.title = check.title
    book.core_properties.author = ""
    for section in book.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.8)
        section.top_margin = section.bottom_margin = Cm(1.8)
    _font(book.styles["Normal"], Pt(10))
    for name in ("Title", "Heading 1", "Heading 2"):
        _font(book.styles[name])
    book.styles["Title"].font.size = Pt(18)
    book.add_heading(check.title, 0)
    _facts(book, check.identity, Pt(9))
    book.add_heading(say("upload.findings", check.lang), 1)
    book.add_paragraph(check.summary)
    for at, item in enumerate(check.findings, start=1):
        _finding(book, at, item, Pt(9))
    book.add_heading(say("upload.form", check.lang), 1)
    book.add_paragraph(check.legend)
    for table in check.tables:
        book.add_heading(table.caption, 2)
        _filled(book, table, Pt(6.5 if len(table.shares) > 10 else 7.5))
    book.add_paragraph()
    book.add_paragraph(check.closing)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _font(style: Any, size: Any = None) -> None:
    from docx.oxml.ns import qn

    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:eastAsia", "w:ascii", "w:hAnsi"):
        fonts.set(qn(name), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    if size is not None:
        style.font.size = size


def _facts(book: Any, facts: tuple[tuple[str, str], ...], size: Any) -> None:
    from docx.shared import Cm

    table = book.add_table(0, 2, "Table Grid")
    for name, text in facts:
        left, right = table.add_row().cells
        _write(left, name, size)
        _fill(left, _HEAD_FILL)
        _write(right, text, size)
        left.width, right.width = Cm(4), Cm(13.4)
    for column, width in zip(table.columns, (Cm(4), Cm(13.4)), strict=True):
        column.width = width  # Word goes by the cells, LibreOffice by the columns


def _finding(book: Any, at: int, item: Item, size: Any) -> None:
    from docx.shared import Cm, RGBColor

    head = book.add_paragraph()
    head.paragraph_format.keep_with_next = True
    run = head.add_run(f"{at}. {item.head}")
    run.bold = True
    run.font.color.rgb = RGBColor.from_string(_COLOURS[item.severity])
    head.paragraph_format.space_after = 0
    book.add_paragraph(item.sentence).paragraph_format.space_after = 0
    for name, text in item.facts:
        line = book.add_paragraph()
        line.paragraph_format.left_indent = Cm(0.6)
        line.paragraph_format.space_after = 0
        for words, bold in ((f"{name}  ", True), (text, False)):
            run = line.add_run(words)
            run.bold, run.font.size = bold, size
    book.add_paragraph().paragraph_format.space_after = 0


def _filled(book: Any, filled: FilledTable, size: Any) -> None:
    from docx.shared import Cm

    table = book.add_table(len(filled.rows), len(filled.shares), "Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, filled.shares, strict=True):
        column.width = Cm(_WIDTH * share / sum(filled.shares))
    squares = [list(row.cells) for row in table.rows]
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(filled.rows):
        column = 0
        for box in row:
            while (at, column) in taken:
                column += 1
            last = (at + box.rowspan - 1, column + box.colspan - 1)
            covered = [(r, c) for r in range(at, last[0] + 1) for c in range(column, last[1] + 1)]
            taken.update(covered)
            square = squares[at][column]
            if len(covered) > 1:
                square = square.merge(squares[last[0]][last[1]])
            _write(square, box.text, size, right=not box.head, bold=bool(box.severity))
            fill = _HEAD_FILL if box.head else _FILLS.get(box.severity)
            if fill:
                _fill(square, fill)


def _write(square: Any, text: str, size: Any, right: bool = False, bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = square.paragraphs[0]
    paragraph.paragraph_format.space_after = 0
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(text)
    run.font.size, run.bold = size, bold


def _fill(square: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    square._tc.get_or_add_tcPr().append(shade)
