"""What real reports do to rows, heads and tables, and what pages do to them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from lib.form import APPLICANT_COLUMNS
from lib.layout import Rows, Square
from lib.synthetic.writers.changes import part_of, parts_of, tables_of
from lib.synthetic.writers.pages import Page, Part, cut

_ONE_BY_ONE = ("other_not_corrected", "other_fee_unpaid", "other_rest")


def single_other_row(page: Page) -> Page:
    """The 2019 form's one row 其他处理 in a table of 2021, an empty square in its second label."""
    if page.editions.get("requests") != "2021":
        return page
    figures = dict(page.figures)
    sums: dict[str, Decimal | None] = {}
    for column in APPLICANT_COLUMNS:
        parts = [figures.pop(f"requests.{row}.{column.key}") for row in _ONE_BY_ONE]
        known = [part for part in parts if part is not None]
        sums[f"requests.other.{column.key}"] = sum(known, Decimal(0)) if known else None
    figures |= sums

    def change(tables: tuple[Rows, ...]) -> tuple[Rows, ...]:
        made = []
        for row in (row for rows in tables for row in rows):
            key = next((part_of(square)[1] for square in row if square.cell), "")
            if key in _ONE_BY_ONE[1:]:
                continue
            if key == _ONE_BY_ONE[0]:
                group = next(square for square in row if "其他处理" in square.text)
                numbers = (
                    Square("" if value is None else str(value), cell)
                    for cell, value in sums.items()
                )
                row = (replace(group, rowspan=1), Square(), *numbers)
            made.append(
                tuple(
                    replace(s, rowspan=s.rowspan - 2) if "本年度办理结果" in s.text else s
                    for s in row
                )
            )
        return (tuple(made),)

    editions = {**page.editions, "requests": "2019"}
    return replace(tables_of(page, change, "requests"), figures=figures, editions=editions)


def added_row(page: Page) -> Page:
    """A row of its own that a province wants reported, and a filling note beside a label."""

    def change(tables: tuple[Rows, ...]) -> tuple[Rows, ...]:
        made = []
        for rows in tables:
            grown: list[tuple[Square, ...]] = []
            for row in rows:
                if row[0].text == "规章":
                    row = (replace(row[0], text="规章(由有权制定的机关填写)"), *row[1:])
                grown.append(row)
                if row[0].text.endswith("规范性文件"):
                    grown.append((Square("其他主动公开文件"), *map(Square, ("186", "86", "255"))))
            made.append(tuple(grown))
        return tuple(made)

    return tables_of(page, change, "disclosure")


def no_section_four(page: Page) -> Page:
    """A report in five parts: section four is not there, and section one has another name."""
    parts = tuple(
        replace(part, heading="一、工作基本情况") if part.key == "overview" else part
        for part in page.parts
        if part.key != "remedies"
    )
    figures = {k: v for k, v in page.figures.items() if not k.startswith("remedies.")}
    return replace(page, parts=parts, figures=figures)


def repeated_label(page: Page) -> Page:
    """三 printed again half way, since the table was once cut there by a page."""

    def change(tables: tuple[Rows, ...]) -> tuple[Rows, ...]:
        (rows,) = tables
        above, below = cut(rows, _row_of(rows, "unable_not_held"), lambda text: (text, text))
        return ((*above, *below),)

    return tables_of(page, change, "requests")


def _row_of(rows: Rows, key: str) -> int:
    return next(
        number
        for number, row in enumerate(rows)
        if any(s.cell.startswith(f"requests.{key}.") for s in row)
    )


_SIX, _FOUR = re.compile("[(（]六"), re.compile("[(（]四")


def cut_by_pages(page: Page) -> Page:
    """Section two cut under a caption; section three inside (四), its label cut in two; the
    number of the page between the parts."""

    def change(part: Part) -> Part:
        if part.key == "disclosure" and len(part.tables) == 1:
            (rows,) = part.tables
            at = next((n + 1 for n, row in enumerate(rows) if _SIX.search(row[0].text)), 0)
            tables = (rows[:at], rows[at:]) if at else part.tables
            return replace(part, tables=tables, between=("-3-",))
        if part.key == "requests" and len(part.tables) == 1:
            (rows,) = part.tables
            tables = cut(rows, _row_of(rows, "unable_to_create"), _halves)
            return replace(part, tables=tables, between=("— 4 —",))
        return part

    return parts_of(page, change)


def _halves(text: str) -> tuple[str, str]:
    """(四)无 above and 法提供 below; 三 stands above alone."""
    return (text[:4], text[4:]) if _FOUR.match(text) else (text, "")


def last_row_alone(page: Page) -> Page:
    """The last row of section three on a page of its own, as in a flip-book."""

    def change(part: Part) -> Part:
        if part.key != "requests":
            return part
        *kept, rows = part.tables
        return replace(part, tables=(*kept, rows[:-1], rows[-1:]), between=("下一页",))

    return parts_of(page, change)


def wrapped_heads(page: Page) -> Page:
    """Heads of section four over two lines, wherever they broke; an empty square before
    行政诉讼, which stands in the middle of its columns."""
    broken = {
        "结果维持": "结果\n维持",
        "结果纠正": "结\n果纠正",
        "其他结果": "其他结\n果",
        "尚未审结": "尚未审\n结",
    }

    def change(tables: tuple[Rows, ...]) -> tuple[Rows, ...]:
        made = []
        for rows in tables:
            grown = []
            for row in rows:
                squares: list[Square] = []
                for square in row:
                    if square.text == "行政诉讼" and square.colspan > 3:
                        squares.append(Square(colspan=3))
                        square = replace(square, colspan=square.colspan - 3)
                    squares.append(replace(square, text=broken.get(square.text, square.text)))
                grown.append(tuple(squares))
            made.append(tuple(grown))
        return tuple(made)

    return tables_of(page, change, "remedies")


def note_below(page: Page) -> Page:
    note = "注：行政复议、行政诉讼数量包括上年度结转的 3 件。"
    return parts_of(page, lambda part: replace(part, note=note) if part.key == "remedies" else part)


def index_table(page: Page) -> Page:
    rows = (("索引号", "AB000/2024-00001", "分类", "年报"), ("公开日期", "", "文号", "2024 1"))
    return replace(page, before=rows)
