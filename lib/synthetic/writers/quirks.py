"""What real reports do to the form, one at a time: each quirk changes a Page before it is printed,
and says in `figures` what a reader must then find. Numbers as in docs/quirks.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from lib.form import REQUESTS, leaves
from lib.layout import Rows, Square
from lib.synthetic.writers.pages import Page, Part, cut

ALL = frozenset({"web", "pdf", "word", "sheet", "text"})
APPLICANTS = leaves(REQUESTS.blocks[0].columns, "2021")
KINDS = tuple(line.key for line in APPLICANTS if line.key not in ("natural_person", "total"))
ONE_BY_ONE = ("other_not_corrected", "other_fee_unpaid", "other_rest")

Change = Callable[[Square, "Decimal | None"], "tuple[str, Decimal | None]"]


@dataclass(frozen=True, slots=True)
class Quirk:
    """`number` in docs/quirks.md; `apply` makes the page a clerk or a program would have made;
    `families` are the kinds of file in which it is seen; `alone` is set where it cannot be had
    together with the others."""

    number: int
    name: str
    apply: Callable[[Page], Page]
    families: frozenset[str] = ALL
    alone: bool = False


# --- ways of changing a page ----------------------------------------------------------------------


def _squares(page: Page, change: Callable[[Square], Square], table: str = "") -> Page:
    """The page with every square of its tables (or of one section's) changed."""
    return _tables(
        page,
        lambda tables: tuple(
            tuple(tuple(change(square) for square in row) for row in rows) for rows in tables
        ),
        table,
    )


def _tables(
    page: Page, change: Callable[[tuple[Rows, ...]], tuple[Rows, ...]], table: str = ""
) -> Page:
    parts = tuple(
        replace(part, tables=change(part.tables)) if table in ("", part.key) else part
        for part in page.parts
    )
    return replace(page, parts=parts)


def _parts(page: Page, change: Callable[[Part], Part]) -> Page:
    return replace(page, parts=tuple(change(part) for part in page.parts))


def _labels(page: Page, change: Callable[[str], str], table: str = "") -> Page:
    return _squares(
        page,
        lambda s: s if s.cell or not s.text else replace(s, text=change(s.text)),
        table,
    )


def _numbers(page: Page, change: Change) -> Page:
    """The page with numbers printed otherwise: `change` gives the print and what it means."""
    figures = dict(page.figures)

    def changed(square: Square) -> Square:
        if not square.cell:
            return square
        text, figures[square.cell] = change(square, page.figures[square.cell])
        return replace(square, text=text)

    return replace(_squares(page, changed), figures=figures)


def _part_of(square: Square) -> tuple[str, str, str]:
    table, line, column = square.cell.split(".")
    return table, line, column


# --- numbers and cells ----------------------------------------------------------------------------


def _zeros_blank(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    return ("", None) if value == 0 else (square.text, value)


def _organisations_blank(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    table, _, column = _part_of(square)
    if table == "requests" and column in KINDS and not value:
        return "", None
    return square.text, value


def _slashes(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    _, line, _ = _part_of(square)
    marks = {"regulations": "/", "coercion": "-"}
    return (marks[line], None) if line in marks and value == 0 else (square.text, value)


def _signs(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    """Signs of full width, before what grew and before what shrank."""
    if not square.cell.endswith(".items_change") or not value:
        return square.text, value
    return (f"＋{value}" if value > 0 else f"－{-value}"), value


def _units(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    if value is None:
        return square.text, value
    if square.cell == "disclosure.fees.amount":
        return f"{value:f}万元", value
    if square.cell == "disclosure.procurement.value":
        text = f"{(value / 10_000):f}"
        return f"{text}万元", value
    return square.text, value


def _decimals(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    if square.cell != "disclosure.fees.amount":
        return square.text, value
    return "24251.310082", Decimal("24251.310082")


def _notes(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    """A remark under a number, with a number in it that is not the cell's."""
    _, line, column = _part_of(square)
    if line == "normative_documents" and column in ("made", "repealed") and value is not None:
        return f"{value}\n（其中修订 16 件）", value
    return square.text, value


def _blanks_around(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    return (f"\xa0{square.text} " if square.text else " "), value


def _huge(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    huge = {"licences": ("11398889", 11398889), "penalties": ("6,937,489", 6937489)}
    _, line, column = _part_of(square)
    if line in huge and column == "decisions":
        return huge[line][0], Decimal(huge[line][1])
    return square.text, value


_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def _wide_digits(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    return square.text.translate(_WIDE), value


def _totals_zero(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    """The totals of section four left at zero, whatever stands beside them."""
    table, _, column = _part_of(square)
    return ("0", Decimal(0)) if (table, column) == ("remedies", "total") else (square.text, value)


def _outcomes_short(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    """(七)总计 six more than the outcomes add up to."""
    _, line, column = _part_of(square)
    if line == "handled" and column in ("natural_person", "total") and value is not None:
        return str(value + 6), value + 6
    return square.text, value


def _of_numbers(change: Change) -> Callable[[Page], Page]:
    return lambda page: _numbers(page, change)


# --- layout mixtures ------------------------------------------------------------------------------


def _single_other_row(page: Page) -> Page:
    """The 2019 form's one row 其他处理 in a table of 2021, an empty square in its second label."""
    if page.editions.get("requests") != "2021":
        return page
    figures = dict(page.figures)
    sums: dict[str, Decimal | None] = {}
    for column in APPLICANTS:
        parts = [figures.pop(f"requests.{row}.{column.key}") for row in ONE_BY_ONE]
        known = [part for part in parts if part is not None]
        sums[f"requests.other.{column.key}"] = sum(known, Decimal(0)) if known else None
    figures |= sums

    def change(tables: tuple[Rows, ...]) -> tuple[Rows, ...]:
        made = []
        for row in (row for rows in tables for row in rows):
            key = next((_part_of(square)[1] for square in row if square.cell), "")
            if key in ONE_BY_ONE[1:]:
                continue
            if key == ONE_BY_ONE[0]:
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
    return replace(_tables(page, change, "requests"), figures=figures, editions=editions)


def _old_label(page: Page) -> Page:
    return _labels(page, lambda t: "规范性文件" if t == "行政规范性文件" else t, "disclosure")


def _added_row(page: Page) -> Page:
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

    return _tables(page, change, "disclosure")


def _no_section_four(page: Page) -> Page:
    """A report in five parts: section four is not there, and section one has another name."""
    parts = tuple(
        replace(part, heading="一、工作基本情况") if part.key == "overview" else part
        for part in page.parts
        if part.key != "remedies"
    )
    figures = {k: v for k, v in page.figures.items() if not k.startswith("remedies.")}
    return replace(page, parts=parts, figures=figures)


# --- headings -------------------------------------------------------------------------------------

_SECOND_RUN = {
    "disclosure": "一",
    "requests": "二",
    "remedies": "三",
    "problems": "四",
    "other": "五",
}


def _numbered_twice(page: Page) -> Page:
    """A narrative numbered from one to four, then the sections numbered again from one."""
    narrative = ("二、制度建设", "制度已经修订。", "三、平台建设", "平台照常运行。", "四、培训")

    def change(part: Part) -> Part:
        if part.key == "overview":
            return replace(part, paragraphs=(*part.paragraphs, *narrative, "举办了培训。"))
        return replace(part, heading=_SECOND_RUN[part.key] + part.heading[1:])

    return _parts(page, change)


def _headings_reworded(page: Page) -> Page:
    words = {
        "remedies": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "problems": "五、政府信息公开工作存在问题及改进情况",
    }
    return _parts(page, lambda part: replace(part, heading=words.get(part.key, part.heading)))


def _heading_with_caption(page: Page) -> Page:
    """The first caption printed at the end of the heading; sentences between a heading and its
    table."""

    def change(part: Part) -> Part:
        if part.key == "disclosure" and part.tables:
            first, *rows = part.tables[0]
            heading = part.heading + "".join(square.text for square in first)
            return replace(part, heading=heading, tables=(tuple(rows), *part.tables[1:]))
        if part.tables:
            return replace(part, paragraphs=("本年度具体情况见下表,没有需要另行说明的事项。",))
        return part

    return _parts(page, change)


def _caption_with_blank(page: Page) -> Page:
    return _labels(page, lambda text: text.replace("条第(", "条 第（").replace(")项", "）项"))


# --- row and column labels ------------------------------------------------------------------------

_DAMAGED = {
    "2.其他法律行政法规禁止公开": "2.其他法律行政止公开",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期不缴费",
    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)": "(二)部分公开(区分处理的,只计这一情况)",
}


def _damaged_labels(page: Page) -> Page:
    return _labels(page, lambda text: _DAMAGED.get(text, text))


def _punctuation(page: Page) -> Page:
    def change(text: str) -> str:
        text = re.sub(r"^(\d)\.", r"\1、", text)
        return text.replace("、行政机关不再", ",行政机关不再").translate(
            str.maketrans("()“”", '（）""')
        )

    return _labels(page, change)


def _broken_labels(page: Page) -> Page:
    """Labels over several lines, a no-break space where a justified one was stretched."""

    def change(text: str) -> str:
        if len(text) < 3 or not re.fullmatch(r"[一-鿿、(),.\d“”:]+", text):
            return text
        pieces = [text[at : at + 4] for at in range(0, len(text), 4)]
        return "\n".join(pieces) if len(text) > 4 else f"{text[:2]}\n{text[2:]}"

    return _labels(page, change, "requests")


def _repeated_label(page: Page) -> Page:
    """三 printed again half way, since the table was once cut there by a page."""

    def change(tables: tuple[Rows, ...]) -> tuple[Rows, ...]:
        (rows,) = tables
        above, below = cut(rows, _row_of(rows, "unable_not_held"), lambda text: (text, text))
        return ((*above, *below),)

    return _tables(page, change, "requests")


def _row_of(rows: Rows, key: str) -> int:
    return next(
        number
        for number, row in enumerate(rows)
        if any(s.cell.startswith(f"requests.{key}.") for s in row)
    )


_SIX, _FOUR = re.compile("[(（]六"), re.compile("[(（]四")


# --- pages ----------------------------------------------------------------------------------------


def _cut_by_pages(page: Page) -> Page:
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

    return _parts(page, change)


def _halves(text: str) -> tuple[str, str]:
    """(四)无 above and 法提供 below; 三 stands above alone."""
    return (text[:4], text[4:]) if _FOUR.match(text) else (text, "")


def _last_row_alone(page: Page) -> Page:
    """The last row of section three on a page of its own, as in a flip-book."""

    def change(part: Part) -> Part:
        if part.key != "requests":
            return part
        *kept, rows = part.tables
        return replace(part, tables=(*kept, rows[:-1], rows[-1:]), between=("下一页",))

    return _parts(page, change)


_RADICALS = str.maketrans("行二文民一人", "⾏⼆⽂⺠⼀⼈")


def _radicals(page: Page) -> Page:
    page = _labels(page, lambda text: text.translate(_RADICALS))
    return _parts(page, lambda part: replace(part, heading=part.heading.translate(_RADICALS)))


def _blanks_in_labels(page: Page) -> Page:
    def change(text: str) -> str:
        if text in ("总计", "自然人"):
            return " ".join(text)
        return re.sub(r"([一-鿿]{6})(?=[一-鿿])", r"\1 ", text)

    return _labels(page, change)


def _wrapped_heads(page: Page) -> Page:
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

    return _tables(page, change, "remedies")


def _note_below(page: Page) -> Page:
    note = "注：行政复议、行政诉讼数量包括上年度结转的 3 件。"
    return _parts(page, lambda part: replace(part, note=note) if part.key == "remedies" else part)


# --- web pages ------------------------------------------------------------------------------------


def _on_the_web(change: Callable[[str], str]) -> Callable[[Page], Page]:
    return lambda page: replace(page, web=(*page.web, change))


def _comment_debris(text: str) -> str:
    debris = "<!--[if !supportLists]-->7、<!--[endif]-->"
    text = text.replace("<td>", f"<td>{debris.replace('7、', '')}")
    return text.replace('<div class="content">', f'--><div class="content">{debris}', 1)


def _boxed_text(text: str) -> str:
    """Paragraphs as tables of one square, as pages and backgrounds frame them."""
    return re.sub(
        r"(<p>本年度?[^<]{10,}</p>|<p>示例[^<]*</p>)",
        r'<table border="1" style="background:#eee"><tr><td>\1</td></tr></table>',
        text,
    )


def _share_bar(text: str) -> str:
    bar = '<div class="share">字体:【大 中 小】分享到:0 微信 微博</div>'
    return text.replace('<div class="content">', f'<div class="content">{bar}', 1)


def _index_table(page: Page) -> Page:
    rows = (("索引号", "AB000/2024-00001", "分类", "年报"), ("公开日期", "", "文号", "2024 1"))
    return replace(page, before=rows)


def _traditional(page: Page) -> Page:
    from opencc import OpenCC

    convert = OpenCC("s2twp").convert
    page = _labels(page, convert)
    return replace(
        _parts(
            page,
            lambda part: replace(
                part,
                heading=convert(part.heading),
                paragraphs=tuple(map(convert, part.paragraphs)),
            ),
        ),
        title=convert(page.title),
    )


def _title_reworded(page: Page) -> Page:
    return replace(page, title=f"{page.organ}{page.year}年度政府信息公开年度报告")


def _digits_lost(page: Page) -> Page:
    """The numerals of dates vanished from the text, as where their font did."""

    def lost(text: str) -> str:
        return re.sub(r"\d+(?=[月日])", "", text)

    return _parts(page, lambda p: replace(p, paragraphs=tuple(map(lost, p.paragraphs))))


QUIRKS = (
    Quirk(1, "zeros printed blank", _of_numbers(_zeros_blank), alone=True),
    Quirk(2, "the kinds of organisation blank", _of_numbers(_organisations_blank), alone=True),
    Quirk(3, "a stroke or dash for nothing", _of_numbers(_slashes)),
    Quirk(4, "signs printed", _of_numbers(_signs)),
    Quirk(5, "units inside the cell", _of_numbers(_units)),
    Quirk(6, "six decimals", _of_numbers(_decimals)),
    Quirk(7, "a remark under a number", _of_numbers(_notes)),
    Quirk(8, "blanks around numbers", _of_numbers(_blanks_around)),
    Quirk(10, "digits lost from the text", _digits_lost),
    Quirk(11, "huge counts, separators", _of_numbers(_huge)),
    Quirk(12, "digits of full width", _of_numbers(_wide_digits), alone=True),
    Quirk(13, "outcomes that do not add up", _of_numbers(_outcomes_short)),
    Quirk(14, "totals of section four at zero", _of_numbers(_totals_zero)),
    Quirk(17, "one row 其他处理 in 2021", _single_other_row),
    Quirk(18, "规范性文件 in 2021", _old_label),
    Quirk(19, "a row added", _added_row),
    Quirk(22, "no section four", _no_section_four, alone=True),
    Quirk(23, "sections numbered twice", _numbered_twice),
    Quirk(24, "headings reworded", _headings_reworded),
    Quirk(25, "a heading with the caption", _heading_with_caption),
    Quirk(26, "captions with blanks", _caption_with_blank),
    Quirk(27, "labels damaged", _damaged_labels),
    Quirk(28, "other punctuation", _punctuation),
    Quirk(29, "labels over several lines", _broken_labels),
    Quirk(30, "三 printed twice", _repeated_label),
    Quirk(34, "tables cut by pages", _cut_by_pages),
    Quirk(35, "text in boxes", _on_the_web(_boxed_text), frozenset({"web", "pdf"})),
    Quirk(36, "radicals for characters", _radicals),
    Quirk(37, "blanks in labels", _blanks_in_labels),
    Quirk(38, "heads wrapped", _wrapped_heads),
    Quirk(40, "a note under table four", _note_below),
    Quirk(41, "the last row on its own page", _last_row_alone),
    Quirk(42, "comment debris", _on_the_web(_comment_debris), frozenset({"web"})),
    Quirk(43, "an index table first", _index_table),
    Quirk(46, "traditional characters", _traditional, alone=True),
    Quirk(
        48,
        "another title, a share bar",
        lambda page: _on_the_web(_share_bar)(_title_reworded(page)),
    ),
)


def together(page: Page, family: str) -> Page:
    """The page with every quirk of the family that others do not exclude."""
    for quirk in QUIRKS:
        if family in quirk.families and not quirk.alone:
            page = quirk.apply(page)
    return page
