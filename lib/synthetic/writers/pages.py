"""A report as it goes to print: masthead, sections, and the form's tables with the report's own
printed texts in their squares. Writers print a Page; quirks change one first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lib import form
from lib.layout import Rows, Square, layout
from lib.parsing.report import Report
from lib.synthetic.narrative import heading

NOTICE = "本报告为虚构示例,机关、地名和数字都不存在于现实之中。"
# Where the figures are facts of a real report, which a test may print anew.
NOTICE_OF_A_COPY = "本页由程序排印,供测试使用,并非原件。"


@dataclass(frozen=True, slots=True)
class Part:
    """One section. A table cut by a page comes as several `tables`, with `between` printed where
    it was cut; `note` stands under the last."""

    key: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Rows, ...] = ()
    between: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a writer prints, and what a reader must find in it: `figures` has every cell printed,
    with its number or None where it is blank or struck through.

    `before` are rows of a table that is not the report's; `web` are changes to the source of a web
    page, made after everything else."""

    title: str
    organ: str
    year: int
    published: str
    notice: str
    parts: tuple[Part, ...]
    figures: dict[str, Decimal | None]
    editions: dict[str, str]
    before: tuple[tuple[str, ...], ...] = ()
    web: tuple[Callable[[str], str], ...] = field(default=())

    @property
    def published_line(self) -> str:
        """发布时间:2024-01-19 09:30, or "" where the report has no date."""
        return f"发布时间:{self.published} 09:30" if self.published else ""


def page_of(report: Report, notice: str = NOTICE) -> Page:
    """The page that prints a report as the form's notice lays it out."""
    made = []
    for key, title, paragraphs, rows in _parts(report):
        tables = (filled(rows, report),) if rows else ()
        made.append(Part(key, title, tuple(paragraphs), tables))
    return Page(
        report.title,
        report.organ,
        report.year,
        report.published.isoformat() if report.published else "",
        notice,
        tuple(made),
        {key: entry.value for key, entry in report.entries.items()},
        dict(report.editions),
    )


def parts(report: Report) -> Iterator[tuple[str, list[str], Rows]]:
    """Each section in order: its heading, its paragraphs, and the rows of its table, if any."""
    for _, title, paragraphs, rows in _parts(report):
        yield title, paragraphs, rows


def _parts(report: Report) -> Iterator[tuple[str, str, list[str], Rows]]:
    for section in form.SECTIONS:
        paragraphs = [line for line in report.sections.get(section.key, "").split("\n") if line]
        rows: Rows = ()
        if section.key in report.editions:
            rows = layout(form.table(section.key), form.edition(report.editions[section.key]))
        yield section.key, heading(section), paragraphs, rows


def text_of(square: Square, report: Report) -> str:
    """What the square prints: its label, or the number as the report prints it."""
    return report.entries[square.cell].text if square.cell else square.text


def filled(rows: Rows, report: Report) -> Rows:
    """The rows with the report's numbers printed in their squares."""
    return tuple(
        tuple(replace(square, text=text_of(square, report)) for square in row) for row in rows
    )


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


def cut(rows: Rows, at: int, name: Callable[[str], tuple[str, str]]) -> tuple[Rows, Rows]:
    """The table in two, the second beginning with row `at`. A label that reaches over the cut
    stands in both; `name` says what of its text stands above and what below."""
    opened = rectangle(rows)
    above = [list(row) for row in rows[:at]]
    head: list[Square | None] = list(opened[at])
    for r in range(at):
        for column, square in enumerate(opened[r]):
            if square is None or r + square.rowspan <= at:
                continue
            upper, lower = name(square.text)
            place = next(i for i, s in enumerate(above[r]) if s is square)
            above[r][place] = replace(square, text=upper, rowspan=at - r)
            head[column] = replace(square, text=lower, rowspan=r + square.rowspan - at)
    first = tuple(square for square in head if square is not None)
    return tuple(map(tuple, above)), (first, *rows[at + 1 :])
