"""What every way of writing a report has in common: masthead, sections, and the form's tables
with the report's own printed texts in their squares."""

from __future__ import annotations

from collections.abc import Iterator

from lib import form
from lib.layout import Rows, Square, layout
from lib.parsing.report import Report
from lib.synthetic.narrative import heading

NOTICE = "本报告为虚构示例,机关、地名和数字都不存在于现实之中。"


def published_line(report: Report) -> str:
    """发布时间:2024-01-19, or "" where the report has no date."""
    return f"发布时间:{report.published.isoformat()} 09:30" if report.published else ""


def parts(report: Report) -> Iterator[tuple[str, list[str], Rows]]:
    """Each section in order: its heading, its paragraphs, and the rows of its table, if any."""
    for section in form.SECTIONS:
        paragraphs = [line for line in report.sections.get(section.key, "").split("\n") if line]
        rows: Rows = ()
        if section.key in report.editions:
            rows = layout(form.table(section.key), form.edition(report.editions[section.key]))
        yield heading(section), paragraphs, rows


def text_of(square: Square, report: Report) -> str:
    """What the square prints: its label, or the number as the report prints it."""
    return report.entries[square.cell].text if square.cell else square.text


def rectangle(rows: Rows) -> list[list[Square | None]]:
    """The rows with their spans opened: the square where it begins, None where it only reaches."""
    width = sum(square.colspan for square in rows[0])
    opened: list[list[Square | None]] = [[None] * width for _ in rows]
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        column = 0
        for square in row:
            while (r, column) in taken:
                column += 1
            opened[r][column] = square
            taken |= {
                (r + down, column + right)
                for down in range(square.rowspan)
                for right in range(square.colspan)
            }
    return opened
