"""Ways of changing a Page before it is printed: its squares, labels, numbers, parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from lib.layout import Rows, Square
from lib.synthetic.writers.pages import Page, Part

Change = Callable[[Square, "Decimal | None"], "tuple[str, Decimal | None]"]


def squares(page: Page, change: Callable[[Square], Square], table: str = "") -> Page:
    """The page with every square of its tables (or of one section's) changed."""
    return tables_of(
        page,
        lambda tables: tuple(
            tuple(tuple(change(square) for square in row) for row in rows) for rows in tables
        ),
        table,
    )


def tables_of(
    page: Page, change: Callable[[tuple[Rows, ...]], tuple[Rows, ...]], table: str = ""
) -> Page:
    """The page with the tables of every section (or of one) changed."""
    parts = tuple(
        replace(part, tables=change(part.tables)) if table in ("", part.key) else part
        for part in page.parts
    )
    return replace(page, parts=parts)


def parts_of(page: Page, change: Callable[[Part], Part]) -> Page:
    """The page with every section changed."""
    return replace(page, parts=tuple(change(part) for part in page.parts))


def labels_of(page: Page, change: Callable[[str], str], table: str = "") -> Page:
    """The page with every label (or those of one section) worded otherwise."""
    return squares(
        page,
        lambda s: s if s.cell or not s.text else replace(s, text=change(s.text)),
        table,
    )


def numbers_of(page: Page, change: Change) -> Page:
    """The page with numbers printed otherwise: `change` gives the print and what it means."""
    figures = dict(page.figures)

    def changed(square: Square) -> Square:
        if not square.cell:
            return square
        text, figures[square.cell] = change(square, page.figures[square.cell])
        return replace(square, text=text)

    return replace(squares(page, changed), figures=figures)


def part_of(square: Square) -> tuple[str, str, str]:
    """Table, row and column of the cell in a square."""
    table, line, column = square.cell.split(".")
    return table, line, column


def of_numbers(change: Change) -> Callable[[Page], Page]:
    """A quirk that changes numbers one by one."""
    return lambda page: numbers_of(page, change)


def on_the_web(change: Callable[[str], str]) -> Callable[[Page], Page]:
    """A quirk of web pages alone, which changes their HTML."""
    return lambda page: replace(page, web=(*page.web, change))
