"""A whole report, every cell a number of its own, in layouts that an adversary would choose.

In each, a cell has the number that was typed into it, or none and an error or warning that names
it. The expected numbers are those of tests/printed.py, which prints them; what is added to a page
to mislead is typed here.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from lib.findings import Severity
from lib.form import E2019, E2021
from lib.intake import intake
from lib.parsing.report import Report
from lib.reading.document import Unreadable
from tests.printed import Printed, Table, copied, html, numbers, tables

FIGURES = numbers()
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def squares(*texts: object) -> list[Printed]:
    return [Printed(str(text)) for text in texts]


def values(row: list[Printed]) -> int:
    """Where the numbers of a row begin."""
    return next(at for at, square in enumerate(row) if square.cell)


def add_column(table: Table, head: str, at: int, numbers: Callable[[list[Printed]], str]) -> None:
    """A column of section three at the `at`-th place of its seven numbers; a head is printed in
    the row of the kinds where it stands among them, else beside the others."""
    if head and 1 <= at <= 6:
        table[0][1].colspan += 1
        table[1][1].colspan += 1
        table[2].insert(at - 1, Printed(head))
    elif head:
        table[0].insert(2 if at else 1, Printed(head, rowspan=3))
    for row in table[3:]:
        row.insert(values(row) + at, Printed(numbers(row[values(row) :])))


def subtotal(row: list[Printed]) -> str:
    return str(sum(int(square.text) for square in row[1:6]))


def add_row(table: Table, after: str, *texts: object, under: str = "") -> None:
    """A row after the one labelled `after`, below the group `under`."""
    for row in table:
        for square in row:
            square.rowspan += bool(under) and square.text in ("三、本年度办理结果", under)
    at = next(i for i, row in enumerate(table) if any(s.text == after for s in row))
    table.insert(at + 1, squares(*texts))


def lose_spans(table: Table, rows: slice) -> None:
    for row in table[rows]:
        for square in row:
            square.rowspan = square.colspan = 1


def move_total(table: Table, to: int) -> None:
    table[1].insert(to, table[1].pop())
    for row in table[3:]:
        row.insert(values(row) + to, row.pop())


def blank(printed: list[Table], text: str = "") -> list[Table]:
    for table in printed:
        for row in table:
            for square in row:
                if square.cell:
                    square.text = text
    return printed


Spoil = Callable[[list[Table]], "list[Table] | None"]
READ: dict[str, Spoil] = {}  # every cell must be right
SAID: dict[str, tuple[Spoil, str]] = {}  # every cell that is not right must be said to be so


def read(spoil: Spoil) -> Spoil:
    READ[spoil.__name__] = spoil
    return spoil


def said(code: str) -> Callable[[Spoil], Spoil]:
    def register(spoil: Spoil) -> Spoil:
        SAID[spoil.__name__] = spoil, code
        return spoil

    return register


# --- columns ----------------------------------------------------------------------------------


@read
def a_subtotal_of_organisations_before_the_total(t: list[Table]) -> None:
    add_column(t[1], "小计", 6, subtotal)


@read
def a_subtotal_of_organisations_before_the_kinds(t: list[Table]) -> None:
    add_column(t[1], "法人小计", 1, subtotal)


@said("row.ambiguous")
def a_subtotal_without_a_head(t: list[Table]) -> None:
    add_column(t[1], "", 6, subtotal)


@read
def remarks_that_are_numbers(t: list[Table]) -> None:
    add_column(t[1], "备注", 7, lambda row: "5" if len(row[0].text) == 2 else "")


@read
def remarks_that_are_words(t: list[Table]) -> None:
    add_column(t[1], "备注", 7, lambda row: "含3件" if len(row[0].text) == 2 else "")


@read
def rows_counted_first(t: list[Table]) -> None:
    for at, row in enumerate(t[1][3:], 1):
        row.insert(0, Printed(str(at)))


@read
def rows_counted_beside_the_numbers(t: list[Table]) -> None:
    add_column(t[1], "序号", 0, lambda row: "4")


@read
def total_first(t: list[Table]) -> None:
    move_total(t[1], 0)


@read
def total_after_natural_persons(t: list[Table]) -> None:
    move_total(t[1], 1)


@said("row.ambiguous")
def total_first_and_the_heads_spans_lost(t: list[Table]) -> None:
    move_total(t[1], 0)
    lose_spans(t[1], slice(0, 3))


@said("cell.missing")
def no_natural_persons(t: list[Table]) -> None:
    del t[1][1][0]
    for row in t[1][3:]:
        del row[values(row)]


@said("cell.missing")
def no_research_institutions(t: list[Table]) -> None:
    t[1][1][1].colspan = 4
    del t[1][2][1]
    for row in t[1][3:]:
        del row[values(row) + 2]


@said("label.position")
def one_kinds_head_lost(t: list[Table]) -> None:
    del t[1][2][1]


@said("label.position")
def the_head_over_the_kinds_lost(t: list[Table]) -> None:
    del t[1][1][1]


@read
def columns_of_section_two_in_another_order(t: list[Table]) -> None:
    for row in t[0][1:4]:
        row[1], row[3] = row[3], row[1]


@said("row.ambiguous")
def a_head_of_section_two_lost(t: list[Table]) -> None:
    del t[0][1][2]


@said("row.ambiguous")
def a_number_of_section_two_lost(t: list[Table]) -> None:
    del t[0][2][2]


@said("row.ambiguous")
def section_two_with_last_years_columns_beside(t: list[Table]) -> None:
    t[0][1] += squares("本年制发件数", "本年废止件数", "现行有效件数")
    for row in t[0][2:4]:
        row += squares(77, 78, 79)


# --- spans ------------------------------------------------------------------------------------


@read
def labels_spans_lost(t: list[Table]) -> None:
    for row in t[1][3:]:
        for square in row:
            square.rowspan = 1


@read
def labels_spans_a_row_too_long(t: list[Table]) -> None:
    for row in t[1][3:]:
        for square in row:
            square.rowspan += square.rowspan > 2


@read
def labels_spans_a_row_too_short(t: list[Table]) -> None:
    for row in t[1][3:]:
        for square in row:
            square.rowspan -= square.rowspan > 2


@read
def heads_spans_lost(t: list[Table]) -> None:
    lose_spans(t[1], slice(0, 3))


@read
def the_note_over_the_labels_has_no_span(t: list[Table]) -> None:
    lose_spans([t[1][0][:1]], slice(0, 1))


@read
def empty_squares_in_place_of_spans(t: list[Table]) -> None:
    """Quirk 32."""
    for table, before, after in ((t[1], 1, 1), (t[2], 5, 0)):
        for square in table[1]:
            square.rowspan = 1
        table[2][0:0] = squares(*[""] * before)
        table[2] += squares(*[""] * after)


@read
def section_two_on_five_columns(t: list[Table]) -> None:
    """Quirk 33: head and numbers stretch over different columns."""
    for row in t[0]:
        if len(row) == 4:
            at = 1 if row[0].text == "信息内容" else 2
            row[at].colspan += 1
        else:
            row[-1].colspan += 1


# --- rows -------------------------------------------------------------------------------------


@read
def a_row_of_the_provinces_own(t: list[Table]) -> None:
    """Quirk 19."""
    add_row(t[0], "行政规范性文件", "其他主动公开文件", 186, 86, 255)


@read
def a_subtotal_row_in_a_group(t: list[Table]) -> None:
    add_row(t[1], "1.属于国家秘密", "小计", *[99] * 7, under="(三)不予公开")


@read
def another_other_in_another_group(t: list[Table]) -> None:
    add_row(t[1], "3.补正后申请内容仍不明确", "4.其他", *[97] * 7, under="(四)无法提供")


@read
def a_total_below_everything(t: list[Table]) -> None:
    t[1].append([Printed("总计", colspan=3), *squares(*[96] * 7)])


@said("row.repeated")
def a_row_printed_twice_and_differently(t: list[Table]) -> None:
    t[1].insert(6, squares("(二)部分公开", *[95] * 7))


@read
def heads_repeated_half_way(t: list[Table]) -> None:
    t[1][10:10] = copied([t[1][:3]])[0]
    lose_spans(t[1], slice(3, None))


@read
def section_three_cut_into_a_table_a_row(t: list[Table]) -> list[Table]:
    lose_spans(t[1], slice(0, None))
    return [t[0], *([row] for row in t[1]), t[2]]


@read
def all_in_one_table(t: list[Table]) -> list[Table]:
    return [t[0] + t[1] + t[2]]


@read
def no_heads_over_section_three(t: list[Table]) -> None:
    del t[1][:3]


@said("row.ambiguous")
def no_heads_over_section_two(t: list[Table]) -> None:
    t[0] = [row for row in t[0] if any(square.cell for square in row)]


@read
def labels_cut_into_squares(t: list[Table]) -> None:
    for row in t[1]:
        for at, square in enumerate(row):
            if square.text == "一、本年新收政府信息公开申请数量":
                row[at : at + 1] = [
                    Printed("一、本年新收政府信息"),
                    Printed("公开申请数量", colspan=2),
                ]
                break


@said("requests.other_not_corrected")
def a_reasons_label_lost(t: list[Table]) -> None:
    for row in t[1]:
        for square in row:
            if square.text.startswith("1.申请人"):
                square.text = ""


# --- section four -------------------------------------------------------------------------------


@read
def totals_first_in_section_four(t: list[Table]) -> None:
    head, results, row = t[2][1], t[2][2], t[2][3]
    head.insert(0, head.pop(4))
    for at in (0, 5):
        results.insert(at, results.pop(at + 4))
    for at in (0, 5, 10):
        row.insert(at, row.pop(at + 4))


@read
def routes_of_litigation_swapped(t: list[Table]) -> None:
    t[2][1][5:7] = t[2][1][6], t[2][1][5]
    t[2][3] = t[2][3][:5] + t[2][3][10:] + t[2][3][5:10]


@said("row.ambiguous")
def routes_of_litigation_swapped_and_spans_lost(t: list[Table]) -> None:
    routes_of_litigation_swapped(t)
    lose_spans(t[2], slice(0, None))


@said("row.repeated")
def two_years_in_section_four(t: list[Table]) -> None:
    last = ([5, 0, 0, 0, 5], [0, 1, 0, 0, 1], [0, 0, 0, 2, 2])
    for row in t[2][:3]:
        row.insert(0, Printed(""))
    t[2][3].insert(0, Printed("2023年"))
    t[2].insert(3, squares("2022年", *(number for group in last for number in group)))


@said("table.missing")
def section_four_downwards(t: list[Table]) -> None:
    t[2] = [squares("行政复议", result, 4) for result in RESULTS]


# --- other tables on the page -------------------------------------------------------------------


@said("table.repeated")
def last_years_report_below(t: list[Table]) -> list[Table]:
    return t + tables(figures=numbers(offset=100))


@said("table.repeated")
def last_years_report_above(t: list[Table]) -> list[Table]:
    return tables(figures=numbers(offset=100)) + t


@said("table.repeated")
def last_years_report_below_and_a_table_lost_above(t: list[Table]) -> list[Table]:
    """The other's section four must not fill the gap."""
    return t[:2] + tables(figures=numbers(offset=100))


@said("table.repeated")
def last_years_report_below_and_a_row_blank_above(t: list[Table]) -> list[Table]:
    for square in t[1][8]:
        square.text = "" if square.cell else square.text
    return t + tables(figures=numbers(offset=100))


@read
def the_empty_form_above(t: list[Table]) -> list[Table]:
    return blank(copied(t)) + t


@read
def the_empty_form_below(t: list[Table]) -> list[Table]:
    return t + blank(copied(t))


@said("table.repeated")
def a_form_of_zeros_above(t: list[Table]) -> list[Table]:
    return blank(copied(t), "0") + t


@read
def years_compared(t: list[Table]) -> list[Table]:
    labels = ("行政许可", "行政处罚", "行政规范性文件", "一、本年新收政府信息公开申请数量")
    rows = [squares(label, 900, 901, 1) for label in labels]
    return [[squares("项目", "2022年", "2023年", "增减"), *rows], *t]


@read
def seven_years_compared(t: list[Table]) -> list[Table]:
    head = squares("项目", *(f"{year}年" for year in range(2017, 2024)))
    return [[head, squares("一、本年新收政府信息公开申请数量", *range(800, 807))], *t]


@said("table.missing")
def seven_offices_in_place_of_section_three(t: list[Table]) -> None:
    names = ("公安局", "财政局", "教育局", "水务局", "民政局", "审计局", "合计")
    label = "一、本年新收政府信息公开申请数量"
    t[1] = [squares("项目", *names), squares(label, *range(800, 807))]


@said("table.missing")
def seven_offices_with_a_total(t: list[Table]) -> None:
    seven_offices_in_place_of_section_three(t)
    t[1][0][-1].text = "总计"


# --- units ------------------------------------------------------------------------------------


def in_yuan(t: list[Table], label: str, unit_at: str) -> None:
    for row in t[0]:
        for square in row:
            if "万元" in square.text:
                square.text = "本年收费金额"
            if square.text == unit_at:
                square.text = label
            if square.cell == "disclosure.fees.amount":
                square.text = str(FIGURES[square.cell] * 10_000)


@read
def yuan_in_the_head(t: list[Table]) -> None:
    in_yuan(t, "本年收费金额(单位:元)", "本年收费金额")


@read
def yuan_in_the_rows_label(t: list[Table]) -> None:
    in_yuan(t, "行政事业性收费(元)", "行政事业性收费")


@read
def yuan_over_the_block(t: list[Table]) -> None:
    in_yuan(t, "第二十条第(八)项 单位:元", "第二十条第(八)项")


@said("cell.unit")
def thousands_in_the_head(t: list[Table]) -> None:
    in_yuan(t, "本年收费金额(单位:千元)", "本年收费金额")


@read
def heads_in_other_words(t: list[Table]) -> None:
    words = {
        "本年制发件数": "本年制发数量",
        "本年废止件数": "本年废止数量",
        "现行有效件数": "现行有效件数(历史累计)",
        "总计": "合计",
        "(七)总计": "(七)合计",
        "其他": "其它",
        "尚未审结": "未审结",
        "未经复议直接起诉": "未经复议直接提起诉讼",
    }
    for square in (square for table in t for row in table for square in row):
        square.text = words.get(square.text, square.text)


@read
def a_blank_column_on_either_side(t: list[Table]) -> None:
    for row in (row for table in t for row in table):
        row.insert(0, Printed(""))
        row.append(Printed(""))


@read
def a_note_beside_a_number(t: list[Table]) -> None:
    """Quirk 7."""
    t[0][2][2].text += "\n（含自然失效 29 件）"


# --- the tests ----------------------------------------------------------------------------------


def report(printed: list[Table], year: int = 2023) -> Report:
    return intake("x.html", html(printed, f"某县{year}年政府信息公开工作年度报告").encode())


def unsaid(found: Report, expected: dict[str, Decimal]) -> Iterator[str]:
    """Cells that are not right and that no error or warning names."""
    named = {
        cell
        for finding in found.findings
        if finding.severity is not Severity.NOTE
        for cell in finding.cells
    }
    for cell, entry in found.entries.items():
        right = entry.value == expected.get(cell) and entry.value is not None
        if not right and cell not in named:
            yield f"{cell}: {entry.value} for {expected.get(cell)}"


@pytest.mark.parametrize("spoil", READ.values(), ids=READ)
def test_read_all_the_same(spoil: Spoil) -> None:
    printed = tables()
    found = report(spoil(printed) or printed)
    assert {cell: found.value(cell) for cell in FIGURES} == FIGURES


@pytest.mark.parametrize(("spoil", "code"), SAID.values(), ids=SAID)
def test_said_not_to_be_certain(spoil: Spoil, code: str) -> None:
    printed = tables()
    found = report(spoil(printed) or printed)
    assert not list(unsaid(found, FIGURES))
    assert any(code == finding.code or code in str(finding.cells) for finding in found.findings)
    # a number that is given is right, though something be said of it
    given = {cell: e.value for cell, e in found.entries.items() if e.value is not None}
    assert all(FIGURES.get(cell, value) == value for cell, value in given.items())


def mutate(printed: list[Table], chance: random.Random) -> None:
    """One slip of an editor, a converter or a page: a square, a row or a span too many or few."""
    table = chance.choice([table for table in printed if table])
    at = chance.randrange(len(table))
    row = table[at] or squares("")
    square = chance.choice(row)
    slip = chance.randrange(10)
    if slip == 0:
        row.remove(square)
    elif slip == 1:
        row.insert(chance.randrange(len(row) + 1), Printed(""))
    elif slip == 2:
        row.insert(chance.randrange(len(row) + 1), Printed(str(chance.choice((0, 0, 1, 3)))))
    elif slip == 3:
        square.rowspan = max(1, square.rowspan + chance.choice((-1, 1, 2)))
    elif slip == 4:
        square.colspan = max(1, square.colspan + chance.choice((-1, 1, 2)))
    elif slip == 5:
        del table[at]
    elif slip == 6:
        table.insert(at, copied([[row]])[0][0])
    elif slip == 7:
        table[at - 1], table[at] = table[at], table[at - 1]
    elif slip == 8 and not square.cell:
        square.text = ""
    else:
        printed[printed.index(table) : printed.index(table) + 1] = [table[:at], table[at:]]


@pytest.mark.parametrize("seed", range(250))
def test_slips_are_read_or_said(seed: int) -> None:
    chance = random.Random(seed)
    edition = chance.choice((E2021, E2021, E2019))
    expected = numbers(edition, seed % 50)
    printed = tables(edition, expected)
    for _ in range(chance.choice((1, 1, 2))):
        mutate(printed, chance)
    try:
        found = report(printed, edition.since + 1)
    except Unreadable:
        return
    assert not list(unsaid(found, expected))


def test_the_printed_report_keeps_the_forms_sums() -> None:
    found = report(tables())
    assert found.entries.keys() == FIGURES.keys()
    assert not [finding for finding in found.findings if finding.cells]


def test_a_pages_record_above_the_form_is_no_lost_row() -> None:
    (printed,) = all_in_one_table(tables())
    record = [squares("索引号", "0143/2024-00002", "分类", "年报"), squares("文号", "关键词")]
    codes = [finding.code for finding in report([record + printed]).findings]
    assert "cell.unclaimed" not in codes
    # where it has a number, or stands under the form, it may be a row of the form
    for spoiled in ([squares("征收", 5), *printed], [*printed, squares("征收", 5)]):
        codes = [finding.code for finding in report([spoiled]).findings]
        assert "cell.unclaimed" in codes


def test_text_under_a_heading_inside_a_table_is_its_sections() -> None:
    (printed,) = all_in_one_table(tables())
    rows = [squares("一、总体情况"), squares("虚构的概况。"), squares("二、主动公开政府信息情况")]
    below = [squares("五、存在的主要问题及改进情况"), squares("虚构的问题。")]
    sections = report([[*rows, *printed, *below]]).sections
    assert sections["overview"] == "虚构的概况。" and sections["problems"] == "虚构的问题。"
    assert sections["disclosure"] == ""  # the rows of the form are none of its text
