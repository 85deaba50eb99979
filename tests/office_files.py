"""Invented reports as the files that office programs save, for the tests of their readers."""

from __future__ import annotations

import io
from typing import Any

import docx
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from lib.parsing.report import Report
from lib.synthetic.writers.pages import NOTICE, page_of, parts, rectangle, text_of


def docx_of(report: Report, cut: int = 0) -> bytes:
    """A Word document with merged cells; with `cut`, its tables are cut before that row."""
    document: Any = docx.Document()
    for line in (report.title, page_of(report).published_line, NOTICE):
        document.add_paragraph(line)
    for heading, paragraphs, rows in parts(report):
        for line in (heading, *paragraphs):
            document.add_paragraph(line)
        opened = rectangle(rows) if rows else []
        pieces = [(0, len(opened))]
        if cut and len(opened) > cut:
            pieces = [(0, cut), (cut, len(opened))]
        for first, last in pieces if opened else ():
            table = document.add_table(last - first, len(opened[0]))
            for r in range(first, last):
                for c, square in enumerate(opened[r]):
                    if square is None:
                        continue
                    cell = table.cell(r - first, c)
                    below = min(r + square.rowspan, last) - first - 1
                    if (below, square.colspan) != (r - first, 1):
                        cell = cell.merge(table.cell(below, c + square.colspan - 1))
                    cell.text = text_of(square, report)
            document.add_paragraph("")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def number_or_text(text: str) -> Any:
    """As people type into a sheet: a number where it is one."""
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def xlsx_of(report: Report, borders: bool, as_text: bool = False) -> bytes:
    """A workbook with the whole report on one sheet; every cell of a table has a border, or none
    and the tables stand apart. Numbers are numbers, or text."""
    book = Workbook()
    sheet: Any = book.active
    thin = Side(style="thin")
    around = Border(left=thin, right=thin, top=thin, bottom=thin)
    row = 1
    for line in (report.title, page_of(report).published_line, NOTICE):
        sheet.cell(row, 1, line)
        row += 1 if borders else 2
    for heading, paragraphs, rows in parts(report):
        for line in (heading, *paragraphs):
            row += 0 if borders else 1
            sheet.cell(row, 1, line)
            row += 1
        row += 0 if borders else 1
        opened = rectangle(rows) if rows else []
        for r, squares in enumerate(opened):
            for c, square in enumerate(squares):
                cell = sheet.cell(row + r, 1 + c)
                if borders:
                    cell.border = around
                if square is None:
                    continue
                text = text_of(square, report)
                if text:
                    cell.value = text if as_text else number_or_text(text)
                if (square.rowspan, square.colspan) != (1, 1):
                    sheet.merge_cells(
                        start_row=row + r,
                        start_column=1 + c,
                        end_row=row + r + square.rowspan - 1,
                        end_column=c + square.colspan,
                    )
        row += len(opened) + (0 if borders else 1)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
