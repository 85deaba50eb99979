"""Layouts in which a wrong number could pass unseen: each is read right, or said not to be certain.

All reports here are invented; what they print is typed beside what is expected of them.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from lib.findings import Severity
from lib.intake import intake
from lib.parsing.numbers import read_number
from lib.parsing.report import Report, State

TITLE = "<p>某县2023年政府信息公开工作年度报告</p>"
NEW = "一、本年新收政府信息公开申请数量"


def page(*tables: str) -> Report:
    return intake("x.html", (TITLE + "".join(f"<table>{t}</table>" for t in tables)).encode())


def row(*cells: object) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


DOCUMENTS = row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
KINDS = [
    "自然人",
    "法人或其他组织",
    "总计",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
]


def serious(report: Report, cell: str) -> set[str]:
    """The codes of the errors and warnings that touch a cell."""
    return {
        finding.code
        for finding in report.findings
        if cell in finding.cells and finding.severity is not Severity.NOTE
    }


# --- what stands beside a number --------------------------------------------------------------


@pytest.mark.parametrize("printed", ["20①", "20²", "①20", "2⑴0", "20⒈"])
def test_a_numeral_that_is_a_mark_is_no_digit(printed: str) -> None:
    """Compatibility folding would make 201 of 20①."""
    number = read_number(printed)
    assert (number.value, number.state) == (None, State.UNREADABLE)


def test_a_raised_note_is_no_digit() -> None:
    report = page(DOCUMENTS + row("规章", "2<sup>1</sup>", "0", "14"))
    entry = report.entries["disclosure.regulations.made"]
    assert entry.value == Decimal(2)
    assert "cell.note" in {finding.code for finding in report.findings}


@pytest.mark.parametrize("tag", ["s", "strike", "del"])
def test_a_number_struck_out_is_not_read(tag: str) -> None:
    report = page(DOCUMENTS + row("规章", f"<{tag}>5</{tag}>3", "0", "14"))
    assert report.value("disclosure.regulations.made") == Decimal(3)


def test_a_hidden_number_in_a_cell_is_not_read() -> None:
    hidden = '<span style="color:red; DISPLAY : none">9</span>3'
    report = page(DOCUMENTS + row("规章", hidden, "0", "14"))
    assert report.value("disclosure.regulations.made") == Decimal(3)


# --- which cell a number belongs to -----------------------------------------------------------


def test_one_number_over_two_rows_of_section_two_is_neither_rows() -> None:
    report = page(
        row("信息内容", "本年处理决定数量")
        + "<tr><td>行政处罚</td><td rowspan=2>33</td></tr><tr><td>行政强制</td></tr>"
    )
    for cell in ("disclosure.penalties.decisions", "disclosure.coercion.decisions"):
        assert report.value(cell) is None
        assert "row.ambiguous" in serious(report, cell)


def test_a_number_under_a_head_the_form_does_not_have_is_said() -> None:
    report = page(
        row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "备案件数")
        + row("规章", "1", "0", "14", "77")
    )
    assert report.value("disclosure.regulations.in_force") == Decimal(14)
    said = [finding.zh for finding in report.findings if finding.code == "cell.unclaimed"]
    assert any("77" in sentence for sentence in said)


def test_a_blank_at_both_ends_of_a_row_leaves_its_columns_open() -> None:
    """Seven numbers are wanted and eight squares printed: either end may be the one too many."""
    head = "\t".join(KINDS)
    lines = [
        "某县2023年政府信息公开工作年度报告",
        head,
        "\t".join([NEW, "", "4", "0", "0", "0", "0", "4", ""]),
        "\t".join(["二、上年结转政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1", ""]),
    ]
    report = intake("x.txt", "\n".join(lines).encode())
    assert report.value("requests.received.natural_person") is None
    assert "row.ambiguous" in serious(report, "requests.received.total")
    # one blank too many at one end alone leaves no doubt
    assert report.value("requests.carried_in.natural_person") == Decimal(1)
    assert report.value("requests.carried_in.total") == Decimal(1)


def test_columns_in_another_order_are_read_by_their_heads() -> None:
    kinds = ["总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    report = page(row("项目", *kinds) + row(NEW, 21, 15, 1, 2, 0, 0, 3))
    assert report.value("requests.received.total") == Decimal(21)
    assert report.value("requests.received.natural_person") == Decimal(15)
    assert report.value("requests.received.other_organisation") == Decimal(3)


def test_groups_of_section_four_in_another_order_are_read_by_their_heads() -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    report = page(
        "<tr><td colspan=10>行政诉讼</td><td colspan=5>行政复议</td></tr>"
        "<tr><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td>"
        + "".join(f"<td rowspan=2>{result}</td>" for result in results)
        + "</tr>"
        + row(*results, *results)
        + row(1, 0, 0, 0, 1, 0, 2, 0, 0, 2, 0, 0, 3, 0, 3)
    )
    assert report.value("remedies.litigation_direct.upheld") == Decimal(1)
    assert report.value("remedies.litigation_after.corrected") == Decimal(2)
    assert report.value("remedies.reconsideration.other_result") == Decimal(3)


@pytest.mark.parametrize("squares", [6, 8])
def test_a_square_too_few_or_too_many_is_never_shifted_unseen(squares: int) -> None:
    head = row("项目", "自然人", *KINDS[3:], "总计")
    values = [5, 1, 0, 0, 0, 2, 8, 9][:squares]
    report = page(head + row(NEW, *values) + row("四、结转下年度继续办理", *[0] * 7))
    expected = dict(zip(("natural_person", "business"), (5, 1), strict=True))
    for kind, number in expected.items():
        entry = report.entries[f"requests.received.{kind}"]
        assert entry.value in (None, Decimal(number))
    said = {finding.code for finding in report.findings}
    assert {"row.ambiguous", "cell.unclaimed"} & said


def test_last_years_table_on_the_page_is_said() -> None:
    this, last = ("规章", "1", "0", "14"), ("规章", "2", "0", "13")
    report = page(DOCUMENTS + row(*this), DOCUMENTS + row(*last))
    assert "row.repeated" in serious(report, "disclosure.regulations.made")


def test_a_menu_with_the_forms_words_is_no_table_of_it() -> None:
    menu = row("行政许可", "行政处罚", "行政强制") + row("规章", "文件", "更多")
    report = page(menu, row("信息内容", "本年处理决定数量") + row("行政许可", "655"))
    assert report.value("disclosure.licences.decisions") == Decimal(655)
    assert report.entries["disclosure.penalties.decisions"].state is State.MISSING


def test_totals_left_blank_are_said_not_to_be_checked() -> None:
    """The kinds are printed and the total is not: nothing can be added up, and that is said."""
    head = row("项目", "自然人", *KINDS[3:], "总计")
    report = page(head + row(NEW, 5, 1, 0, 0, 0, 2, ""))
    assert report.entries["requests.received.total"].state is State.BLANK
    assert "sum.blank_as_zero" in {finding.code for finding in report.findings}
