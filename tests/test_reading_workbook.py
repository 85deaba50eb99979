"""Workbooks: what a sheet shows, its numbers as stored, its tables told from the text around."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill

from lib.intake import intake
from lib.parsing.report import Report, State
from lib.reading import read
from lib.reading.converted import convert, program
from lib.reading.document import Document, Grid, Unreadable
from lib.reading.workbook import printed
from lib.synthetic import Habits, invent_report
from tests.office_files import docx_of, xlsx_of
from tests.test_synthetic import differences


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def saved(book: Any) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def altered(book: Any, before: bytes, after: bytes) -> bytes:
    """The saved workbook with something else written in its parts."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(book))) as written,
        zipfile.ZipFile(made, "w") as package,
    ):
        for name in written.namelist():
            package.writestr(name, written.read(name).replace(before, after))
    return made.getvalue()


def read_rows(*rows: tuple[Any, ...], change: Any = None) -> Document:
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    if change:
        change(book, sheet)
    return read("x.xlsx", saved(book))


@pytest.mark.parametrize("borders", [True, False])
@pytest.mark.parametrize("as_text", [True, False])
@pytest.mark.parametrize(("seed", "year"), [(1, 2019), (2, 2021), (3, 2024)])
def test_a_report_on_a_sheet_is_read_exactly(
    borders: bool, as_text: bool, seed: int, year: int
) -> None:
    for habits in (Habits(), Habits(slash_for_regulations=True, zeros_blank=borders)):
        report = invent_report(seed, year, habits=habits)
        back = intake("x.xlsx", xlsx_of(report, borders, as_text))
        assert not differences(report, back)
        assert set(back.sections) == set(report.sections)


@pytest.mark.parametrize(("cut", "seed", "year"), [(0, 1, 2019), (5, 2, 2021), (12, 3, 2024)])
def test_a_report_saved_with_python_docx_is_read_exactly(cut: int, seed: int, year: int) -> None:
    for habits in (Habits(), Habits(zeros_blank=True, slash_for_regulations=True)):
        report = invent_report(seed, year, habits=habits)
        assert not differences(report, intake("x.docx", docx_of(report, cut)))


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_a_workbook_with_a_sheet_a_year(kind: str) -> None:
    """The sheet of another year than the first is left out, and this is said."""
    book = Workbook()
    for year, made in (("2023年", 3), ("2022年", 8)):
        sheet: Any = book.active if year == "2023年" else book.create_sheet(year)
        sheet.title = year
        for line in (
            (f"石浦市林业局{year}政府信息公开工作年度报告",),
            ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
            ("规章", 0, 0, 0),
            ("行政规范性文件", made, 1, 20),
        ):
            sheet.append(line)
    data = saved(book)
    if kind == "xls":
        if program() is None:
            pytest.skip("LibreOffice is not installed")
        data = convert(data, "xlsx", "xls")
    report = intake(f"x.{kind}", data)
    assert (report.year, report.value("disclosure.normative_documents.made")) == (2023, 3)
    (said,) = (finding for finding in report.findings if finding.code == "report.several")
    assert "《石浦市林业局2022年政府信息公开工作年度报告》" in said.zh


def test_numbers_are_printed_as_stored() -> None:
    document = read_rows(
        ("规章", 20, 20.0, 5949.088667, 0.1 + 0.2, 3985758, -18),
        ("办法", "20", "3,985,758", True, None, 0, "/"),
    )
    assert texts(document.grids[0]) == [
        ["规章", "20", "20", "5949.088667", "0.3", "3985758", "-18"],
        ["办法", "20", "3,985,758", "TRUE", "", "0", "/"],
    ]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0.0, "0"), (-0.0, "0"), (1e15, "1000000000000000"), (24252.311082, "24252.311082"),
     (59237.2449, "59237.2449"), (5949.088667000001, "5949.088667"), (1e-7, "0.0000001")],
)  # fmt: skip
def test_no_noise_of_binary_fractions(number: float, expected: str) -> None:
    assert printed(number) == expected


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (3985758, "#,##0", "3985758"),
        (20, '0"件"', "20件"),
        (20, '"约"0', "约20"),
        (1767.06, "0.0", "1767.1"),
        (20, "General", "20"),
        (date(2024, 1, 19), "yyyy-mm-dd", "2024-01-19"),
        # a count that somebody formatted as a date shows a date
        (20, "yyyy/m/d", "1900-01-19"),
        (0.2, "0%", "20%"),
        (59237, '0!.0,"万"', "5.9万"),
        (59237, "0.0,", "59.2"),
        (0, '0;-0;"/"', "/"),
        (0, "0;-0;", ""),
        (5, ";;;", ""),
        ("5", ";;;", ""),
        ("20", '@"件"', "20件"),
        (-18, "0;[Red]0", "-18"),
        (-18, "#,##0_);(#,##0)", "-18"),
        # no number that could be taken for another, where it is not certain what is shown
        (5, "# ?/?", "5 «# ?/?»"),
        (59237, "[Red]#,##0.00;[Blue]-#,##0.00", "59237"),
    ],
)
def test_number_formats(value: Any, form: str, expected: str) -> None:
    def change(book: Any, sheet: Any) -> None:
        sheet["B1"].number_format = form

    document = read_rows(("规章", value), ("办法", 1), change=change)
    assert document.grids[0].rows[0][1].text == expected


def formatted(kind: str, *cells: tuple[Any, str]) -> Report:
    """A report whose 行政规范性文件 are made, repealed and in force as `cells` say, which are
    values and their number formats."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "石浦市林业局2023年政府信息公开工作年度报告")
    sheet.write_row(1, 0, ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"])
    sheet.write_row(2, 0, ["规章", 1, 2, 3])
    sheet.write(3, 0, "行政规范性文件")
    for column, (value, code) in enumerate(cells, 1):
        white = {"font_color": "#FFFFFF"} if code == "white" else {"num_format": code}
        result = ("#DIV/0!",) if value == "=1/0" else ()
        sheet.write(3, column, value, book.add_format(white), *result)
    for row in range(40):  # a workbook of a few bytes is packed in another way
        sheet.write(10 + row, 0, f"说明第{row}条：以上各数由石浦市林业局汇总，如有出入以原表为准。")
    book.close()
    data = made.getvalue()
    if kind != "xlsx":
        if program() is None:
            pytest.skip("LibreOffice is not installed")
        data = convert(data, "xlsx", kind)
    return intake(f"x.{kind}", data)


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize(
    ("value", "code", "expected", "state", "held", "seen"),
    [
        (12.6, "0", 13, State.REPORTED, "12.6", "“13”"),
        (0, "0;-0;", None, State.BLANK, "0", "空白"),
        (7, ";;;", None, State.BLANK, "7", "空白"),
        (0, '0;-0;"/"', None, State.NOT_APPLICABLE, "0", "“/”"),
        (1500, "0,", 2, State.REPORTED, "1500", "“2”"),
        (7, "white", None, State.BLANK, "7", "空白"),
    ],
)
def test_a_number_shown_otherwise_than_it_is_stored_is_said(
    kind: str, value: float, code: str, expected: int | None, state: State, held: str, seen: str
) -> None:
    report = formatted(kind, (20, "0"), (value, code), (30, "#,##0"))
    entry = report.entries["disclosure.normative_documents.repealed"]
    assert (entry.value, entry.state) == (expected, state)
    (said,) = (finding for finding in report.findings if finding.code == "cell.format")
    assert said.cells == (entry.cell,)
    assert f"“{held}”，显示为{seen}" in said.zh
    assert report.value("disclosure.normative_documents.made") == 20
    assert report.value("disclosure.normative_documents.in_force") == 30


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_an_error_is_no_blank(kind: str) -> None:
    report = formatted(kind, (20, "0"), ("=1/0", "0"), (30, "0"))
    entry = report.entries["disclosure.normative_documents.repealed"]
    assert (entry.value, entry.state) == (None, State.UNREADABLE)


def test_a_sheet_that_shows_no_zeros() -> None:
    def change(book: Any, sheet: Any) -> None:
        sheet.sheet_view.showZeros = False

    document = read_rows(("规章", 0, "0", 3), ("办法", 1, 2, 3), change=change)
    (grid,) = document.grids
    assert texts(grid)[0] == ["规章", "", "0", "3"]
    assert document.otherwise == {grid.rows[0][1].place: ("0", "")}


@pytest.mark.parametrize("fill", [None, "FF0000FF"])
def test_white_on_white_is_not_seen(fill: str | None) -> None:
    def change(book: Any, sheet: Any) -> None:
        sheet["A1"].font = Font(color="FFFFFFFF")  # of a head the ground may come from elsewhere
        sheet["B1"].font = Font(color="FFFFFFFF")
        if fill:
            sheet["B1"].fill = PatternFill("solid", fgColor=fill)

    (grid,) = read_rows(("规章", 9, 3), ("办法", 1, 2), change=change).grids
    assert texts(grid)[0] == ["规章", "9" if fill else "", "3"]


@pytest.mark.parametrize(
    ("rule", "zero", "three"),
    [
        ({"type": "cell", "criteria": "==", "value": 0, "format": "white"}, "", "3"),
        ({"type": "cell", "criteria": "between", "minimum": 2, "maximum": 5, "format": ";;;"},
         "0", ""),
        ({"type": "formula", "criteria": "=B1=0", "format": "white"}, "", "3"),
        ({"type": "cell", "criteria": ">", "value": 1, "format": "struck"}, "0", ""),
        # by another cell: it may be so
        ({"type": "formula", "criteria": "=$A$9=0", "format": "white"}, "0 «?»", "3 «?»"),
        # a colour that is seen
        ({"type": "cell", "criteria": "==", "value": 0, "format": "red"}, "0", "3"),
        ({"type": "cell", "criteria": "==", "value": 0, "format": "white on blue"}, "0", "3"),
    ],
)  # fmt: skip
def test_what_a_rule_hides_is_not_seen(rule: dict[str, Any], zero: str, three: str) -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["规章", 0, 3])
    sheet.write_row(1, 0, ["办法", 7, 8])
    looks = {
        "white": {"font_color": "#FFFFFF"},
        "red": {"font_color": "#FF0000"},
        "struck": {"font_strikeout": True},
        "white on blue": {"font_color": "#FFFFFF", "bg_color": "#0000FF"},
        ";;;": {"num_format": ";;;"},
    }
    sheet.conditional_format("B1:C1", {**rule, "format": book.add_format(looks[rule["format"]])})
    book.close()
    (grid,) = read("x.xlsx", made.getvalue()).grids
    assert texts(grid) == [["规章", zero, three], ["办法", "7", "8"]]


def test_a_result_of_nought_in_a_workbook_to_be_calculated_is_none_yet() -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["规章", 1])
    sheet.write_formula(0, 2, "=B1+1")
    sheet.write_row(1, 0, ["办法", 1, 2])
    book.close()
    (grid,) = read("x.xlsx", made.getvalue()).grids
    assert texts(grid)[0] == ["规章", "1", "=B1+1"]


def test_a_formula_nobody_calculated_is_not_blank() -> None:
    document = read_rows(("规章", 1, 2, "=SUM(B1:C1)"), ("办法", 1, 2, 3))
    assert document.grids[0].rows[0][3].text == "=SUM(B1:C1)"


def test_a_formula_shows_its_value() -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["规章", 1])
    sheet.write_formula(0, 2, "=B1+1", None, 2)
    sheet.write_formula(0, 3, "=1/0", None, "#DIV/0!")
    sheet.write_row(1, 0, ["办法", 1, 2, 3])
    book.close()
    (grid,) = read("x.xlsx", made.getvalue()).grids
    assert texts(grid)[0] == ["规章", "1", "2", "#DIV/0!"]


def test_raised_marks_and_struck_text() -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    plain, raised = book.add_format(), book.add_format({"font_script": 1})
    struck = book.add_format({"font_strikeout": True})
    sheet.write_row(0, 0, ["规章"])
    sheet.write_rich_string(0, 1, plain, "20", raised, "1")
    sheet.write_rich_string(0, 2, plain, "3", struck, "4", plain, " ")
    sheet.write_number(0, 3, 7, struck)
    sheet.write_number(0, 4, 7, raised)
    sheet.write_row(1, 0, ["办法", 1, 2, 3, 4])
    book.close()
    (grid,) = read("x.xlsx", made.getvalue()).grids
    assert texts(grid)[0] == ["规章", "20(1)", "3", "", "(7)"]


def test_hidden_rows_columns_and_sheets_are_not_shown() -> None:
    def change(book: Any, sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        other = book.create_sheet("旧")
        other.append(["规章", 99])
        other.append(["办法", 99])
        other.sheet_state = "hidden"

    rows = (("规章", 1, 91, 2), ("旧行", 92, 93, 94), ("办法", 3, 95, 4))
    (grid,) = read_rows(*rows, change=change).grids
    assert texts(grid) == [["规章", "1", "2"], ["办法", "3", "4"]]


def test_rows_and_columns_too_small_to_be_seen_are_not_shown() -> None:
    def change(book: Any, sheet: Any) -> None:
        sheet.row_dimensions[2].height = 0.5
        sheet.column_dimensions["C"].width = 0.1

    rows = (("规章", 1, 91, 2), ("旧行", 92, 93, 94), ("办法", 3, 95, 4))
    (grid,) = read_rows(*rows, change=change).grids
    assert texts(grid) == [["规章", "1", "2"], ["办法", "3", "4"]]


def test_mergers_are_spans_and_hide_what_is_under_them() -> None:
    def change(book: Any, sheet: Any) -> None:
        sheet.merge_cells("A1:B2")
        sheet.merge_cells("D1:D3")

    (grid,) = read_rows(("头", None, 1, "x"), (None, None, 2), ("a", "b", 3), change=change).grids
    assert texts(grid) == [["头", "头", "1", "x"], ["头", "头", "2", "x"], ["a", "b", "3", "x"]]
    head = grid.rows[0][0]
    assert (head.rowspan, head.colspan) == (2, 2) and head is grid.rows[1][1]
    assert grid.rows[0][3].rowspan == 3
    assert grid.rows[2][2].place[:4] == (3, 0, 2, 2)


def test_several_tables_and_text_on_one_sheet() -> None:
    document = read_rows(
        ("某局年度报告",), (), ("一、总体情况",), ("规章", 1), ("办法", 2), (),
        (None, "命令", 3), (None, "决定", 4), ("注：以上各数均含上年度结转的数量，特此说明。",),
    )  # fmt: skip
    assert [p.text for p in document.paragraphs] == [
        "某局年度报告", "一、总体情况", "注：以上各数均含上年度结转的数量，特此说明。",
    ]  # fmt: skip
    assert [p.place.line for p in document.paragraphs] == [1, 3, 9]
    assert [texts(grid) for grid in document.grids] == [
        [["规章", "1"], ["办法", "2"]],
        [["命令", "3"], ["决定", "4"]],
    ]


def test_a_label_with_blank_numbers_is_a_row() -> None:
    (grid,) = read_rows(("规章", 1, 2), ("办法", None, None)).grids
    assert texts(grid) == [["规章", "1", "2"], ["办法", "", ""]]


def test_a_locked_workbook_and_a_damaged_one() -> None:
    book = saved(load_workbook(io.BytesIO(xlsx_of(invent_report(1, 2023), True))))
    with pytest.raises(Unreadable) as caught:
        read("x.xlsx", book[:3000] + bytes(300) + book[3300:])
    assert "Excel" in caught.value.zh or "Word" in caught.value.zh


def test_a_merger_of_the_whole_sheet_does_no_harm() -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (("规章", 1), ("办法", 2), ("末",)):
        sheet.append(row)
    sheet.merge_cells("A3:B4")
    document = read("x.xlsx", altered(book, b"A3:B4", b"A3:XFD1048576"))
    assert texts(document.grids[0]) == [["规章", "1"], ["办法", "2"]]
    assert [paragraph.text for paragraph in document.paragraphs] == ["末"]


def test_a_row_beyond_the_sheet_is_damage() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(("规章", 1))
    sheet.append(("办法", 2))
    with pytest.raises(Unreadable, match="damaged"):
        read("x.xlsx", altered(book, b'row r="2"', b'row r="1000000000000"'))


def test_hidden_columns_without_end_do_no_harm() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(("规章", 1, 2))
    sheet.append(("办法", 2, 3))
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions["C"].width = 9
    data = altered(book, b'min="3" max="3"', b'min="-1000000000000" max="0"')
    assert data != saved(book)
    assert texts(read("x.xlsx", data).grids[0]) == [["规章", "1", "2"], ["办法", "2", "3"]]


def test_a_far_row_is_another_table() -> None:
    def far(book: Any, sheet: Any) -> None:
        for row, label in ((1_048_575, "命令"), (1_048_576, "决定")):
            sheet.cell(row, 1, label)
            sheet.cell(row, 2, 7)

    document = read_rows(("规章", 1), ("办法", 2), change=far)
    assert [texts(grid) for grid in document.grids] == [
        [["规章", "1"], ["办法", "2"]],
        [["命令", "7"], ["决定", "7"]],
    ]


def test_thousands_of_tables_on_a_sheet_are_all_found() -> None:
    rows = [row for at in range(4000) for row in ((f"甲{at}", at), (f"乙{at}", at), ())]
    assert len(read_rows(*rows).grids) == 4000
