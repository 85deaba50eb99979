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
from tests.printed import html
from tests.printed import tables as printed_tables

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


@pytest.mark.parametrize(
    "attribute",
    [
        'style="color:red; DISPLAY : none"',
        "hidden",
        'style="visibility:hidden"',
        'style="text-decoration: line-through"',
    ],
)
def test_a_number_hidden_or_struck_out_by_an_attribute_is_not_read(attribute: str) -> None:
    report = page(DOCUMENTS + row("规章", f"<span {attribute}>9</span>3", "0", "14"))
    assert report.value("disclosure.regulations.made") == Decimal(3)


@pytest.mark.parametrize(
    "unseen",
    [
        '<span style="opacity:0">9</span>',
        '<span style="color:#333;font-size:0">9</span>',
        '<span class="msoDel">9</span>',
        "<rt>9</rt>",
        "<details><summary></summary>9</details>",
        "<canvas>9</canvas>",
        "<dialog>9</dialog>",
        "<progress>9</progress>",
        "<i hidden>8</i><title>9</title>",
        '<s style="position:absolute">9</s>',
        '<style>.gone{display:none}</style><span class="x gone">9</span>',
        "<style>#k{visibility:hidden}</style><b id=k>9</b>",
        "<style>.k{visibility:hidden}</style><kbd class=k>9</kbd>",
        "<style>@media screen{a{b:c}} span.font7 {text-decoration: underline line-through;}"
        '</style><span class="font7">9</span>',
        '<style>.font5{color:red;vertical-align:super}</style><span class="font5">9</span>',
        '<span style="VERTICAL-ALIGN: super">9</span>',
        "<sub>9</sub>",
    ],
)
def test_digits_that_are_not_seen_or_raised_are_none_of_the_number(unseen: str) -> None:
    report = page(DOCUMENTS + row("规章", f"3{unseen}", "0", "14"))
    assert report.value("disclosure.regulations.made") == Decimal(3)


@pytest.mark.parametrize(
    "unsure",
    [
        '3<span style="color:#FFF">9</span>',
        "3<font color=white>9</font>",
        '3<span style="position:relative;top:-3.0pt;mso-text-raise:3.0pt">9</span>',
        '3<span style="position:absolute;left:-999px">9</span>',
        '3<span class="sr-only">9</span>',
        "3<small>9</small>",
        "<bdo dir=rtl>39</bdo>",
        '<span style="direction:rtl;unicode-bidi:bidi-override">39</span>',
        "\u202e39\u202c",
        '<span style="display:block">3</span><span style="display:block">9</span>',
    ],
)
def test_digits_that_may_be_seen_otherwise_are_no_number(unsure: str) -> None:
    entry = page(DOCUMENTS + row("规章", unsure, "0", "14")).entries["disclosure.regulations.made"]
    assert (entry.value, entry.state) == (None, State.UNREADABLE)


@pytest.mark.parametrize(
    "seen",
    [
        '<style>@media print{.a{display:none}}</style><span class="a">39</span>',
        '<style>.tab{display:none}</style><div class="tab">39</div>',  # a script may show it
        '<span style="background:#036;color:#fff">39</span>',
        '<span style="position:relative;top:1pt">39</span>',
        '<span style="font-size:0.9em;opacity:0.5">39</span>',
        "<select><option>7<option selected>39</select>",
    ],
)
def test_digits_that_are_seen_are_the_number(seen: str) -> None:
    report = page(DOCUMENTS + row("规章", seen, "0", "14"))
    assert report.value("disclosure.regulations.made") == Decimal(39)


def test_a_hidden_part_of_a_table_is_not_read() -> None:
    hidden = f"<tbody style='display:none'>{row('规章', '8', '8', '8')}</tbody>"
    report = page(f"{DOCUMENTS}{hidden}<tbody>{row('规章', '3', '0', '14')}</tbody>")
    assert report.value("disclosure.regulations.made") == Decimal(3)


def test_a_number_struck_out_leaves_its_square() -> None:
    struck = row("规章", "3", "7", "14").replace(
        "<td>7", "<td style='text-decoration:line-through'>7"
    )
    report = page(DOCUMENTS + struck)
    assert report.entries["disclosure.regulations.repealed"].state is State.BLANK
    assert report.value("disclosure.regulations.in_force") == Decimal(14)


def test_hidden_rows_and_squares_are_not_read() -> None:
    first = row("规章", "3", "0", "14")
    hidden = first.replace("<tr>", "<tr style='display:none'>").replace("3", "8")
    square = first.replace("<td>0", "<td hidden>7</td><td>0")
    report = page(DOCUMENTS + hidden + square)
    assert report.value("disclosure.regulations.made") == Decimal(3)
    assert report.value("disclosure.regulations.repealed") == Decimal(0)


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ('<input value="3" readonly>', 3),
        ("<INPUT TYPE='text' VALUE=3>", 3),
        ('<input type="hidden" value="9"><input type="number" value="3">', 3),
        ('<input type="checkbox" value="9">3', 3),
    ],
)
@pytest.mark.parametrize("flattened", ["", "<i hidden>9</i>"])  # by either way to the text
def test_a_field_that_was_filled_in_shows_its_value(field: str, shown: int, flattened: str) -> None:
    report = page(DOCUMENTS + row("规章", field + flattened, "0", "14"))
    assert report.value("disclosure.regulations.made") == Decimal(shown)


@pytest.mark.parametrize("flattened", ["", "<i hidden>9</i>"])
def test_a_number_in_a_table_of_its_own_is_in_the_cell_around_it(flattened: str) -> None:
    def numbers(row_of: list[int]) -> list[str]:
        return [f"{flattened}<table><tr><td> {n} </td></tr></table>" for n in row_of]

    heads = row("", *KINDS[:1], *KINDS[3:], KINDS[2])
    received = [5, 2, 0, 0, 1, 0, 8]
    handled = row("（一）予以公开", *numbers([4, 2, 0, 0, 1, 0, 7]))
    rows = row("一、本年新收政府信息公开申请数量", *numbers(received)) + handled
    labels = ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"]
    labels += ["4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息"]
    labels += ["7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息"]
    labels += ["2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]
    labels += ["1.信访举报投诉类申请", "2.重复申请"]
    rest = "".join(row(label, *numbers([0] * 7)) for label in labels)
    report = page(heads + rows + rest)
    assert report.value("requests.received.natural_person") == Decimal(5)
    assert report.value("requests.received.legal_service") == Decimal(1)
    assert report.value("requests.granted.total") == Decimal(7)


def test_the_unit_of_an_amount_may_be_cut_by_a_line() -> None:
    head = row("信息内容", "本年收费金额（单位：万<br>元）")
    report = page(head + row("行政事业性收费", "12.5"))
    assert report.value("disclosure.fees.amount") == Decimal("12.5")


@pytest.mark.parametrize(
    ("before", "head", "label", "amount", "code"),
    [
        ("", "本年收费金额（单位：万元）", "行政事业性收费", Decimal("12.5"), ""),
        ("<p>单位：元</p>", "本年收费金额", "行政事业性收费", Decimal("0.00125"), "cell.note"),
        ("<p>(单位:件、元)</p>", "本年收费金额", "行政事业性收费", Decimal("0.00125"), "cell.note"),
        ("", "本年收费金额", "行政事业性收费", Decimal("12.5"), "cell.note"),
        # the head says one thing and the label, or what stands above, another
        ("", "本年收费金额（单位：万元）", "行政事业性收费（元）", None, "cell.unit"),
        ("<p>单位：元</p>", "本年收费金额（万元）", "行政事业性收费", None, "cell.unit"),
        ("", "本年收费金额（美元）", "行政事业性收费", None, "cell.unit"),
    ],
)  # fmt: skip
def test_the_unit_of_an_amount_is_sought_all_around_it(
    before: str, head: str, label: str, amount: Decimal | None, code: str
) -> None:
    table = f"<table>{row('信息内容', head)}{row(label, '12.5')}</table>"
    report = intake("x.html", f"{TITLE}<p>二、</p>{before}{table}".encode())
    assert report.value("disclosure.fees.amount") == amount
    said = {each.code for each in report.findings if "disclosure.fees.amount" in each.cells}
    assert said == ({code} if code else set())


@pytest.mark.parametrize(
    ("before", "head", "label"),
    [
        ("", "本年处理决定数量（万件）", "行政许可"),
        ("<p>单位：万件</p>", "本年处理决定数量", "行政许可"),
        ("", "本年处理决定数量", "行政许可（千件）"),
        ("", "上年处理决定数量", "行政许可"),
        ("", "累计处理决定数量", "行政许可"),
        ("", "占比（%）", "行政许可"),
        ("", "本年处理决定数量", "行政许可（其中：不予许可）"),
    ],
)
def test_a_number_of_something_else_is_not_the_cells(before: str, head: str, label: str) -> None:
    other = row("信息内容", "本年处理决定数量") + row("行政处罚", "3")
    table = f"<table>{row('信息内容', head)}{row(label, '45')}</table><table>{other}</table>"
    report = intake("x.html", f"{TITLE}<p>二、</p>{before}{table}".encode())
    assert report.value("disclosure.licences.decisions") is None
    assert report.value("disclosure.penalties.decisions") == Decimal(3)
    assert "disclosure.licences.decisions" in {key for f in report.findings for key in f.cells}


def test_a_known_table_is_read_by_the_unit_above_it() -> None:
    """The same tables again, but counted in ten thousands."""

    def whole(before: str) -> Report:
        tables = html(printed_tables(), "石浦县2023年政府信息公开工作年度报告")
        return intake("x.html", tables.replace("<table>", f"{before}<table>", 1).encode())

    assert whole("").value("disclosure.licences.decisions") == Decimal(45)
    assert whole("<p>单位：万件</p>").value("disclosure.licences.decisions") is None


def test_a_text_does_not_contradict_an_empty_form() -> None:
    heads = row("", *KINDS[:1], *KINDS[3:], KINDS[2])
    rows = row("一、本年新收政府信息公开申请数量", *[""] * 7) + row("（一）予以公开", *[""] * 7)
    text = "<p>一、总体情况</p><p>全年收到政府信息公开申请63件。</p>"
    report = intake("x.html", f"{TITLE}{text}<table>{heads}{rows}</table>".encode())
    assert {finding.code for finding in report.findings} & {"form.empty", "text.requests"} == {
        "form.empty"
    }


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


def test_a_heading_may_be_a_row_of_the_one_table_that_holds_all() -> None:
    """As on a sheet: no section is missing that is printed."""
    table = row("二、主动公开政府信息情况", "", "", "") + DOCUMENTS + row("规章", "3", "0", "14")
    headed = table + "<tr><td colspan=4>三、收到和处理政府信息公开申请情况</td></tr>"
    assert set(page(headed).sections) == {"disclosure", "requests"}


RESULTS = row("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def test_the_groups_of_section_four_in_tables_of_their_own() -> None:
    """Each under a heading that names it, as recognised text has them."""
    tables = [
        f"<p>{heading}</p><table>{RESULTS}{row(*numbers)}</table>"
        for heading, numbers in (
            ("行政复议", [4, 1, 0, 2, 7]),
            ("行政诉讼（未经复议直接起诉）", [1, 0, 0, 0, 1]),
            ("行政诉讼（复议后起诉）", [0, 2, 0, 3, 5]),
        )
    ]
    heading = "<p>四、政府信息公开行政复议、行政诉讼情况</p>"
    report = intake("x.html", f"{TITLE}{heading}{''.join(tables)}".encode())
    printed = [report.value(cell) for cell in report.entries if cell.startswith("remedies.")]
    assert printed == [4, 1, 0, 2, 7, 1, 0, 0, 0, 1, 0, 2, 0, 3, 5]
    # the same tables under other headings are not told apart by the table alone
    turned = intake("x.html", f"{TITLE}{heading}{''.join(reversed(tables))}".encode())
    assert turned.value("remedies.reconsideration.total") == 7


def test_a_table_of_results_under_no_heading_is_no_groups() -> None:
    table = f"<p>有关情况如下。</p><table>{RESULTS}{row(4, 1, 0, 2, 7)}</table>"
    report = intake(
        "x.html", f"{TITLE}{table}<table>{DOCUMENTS}{row('规章', 1, 0, 2)}</table>".encode()
    )
    assert report.value("remedies.reconsideration.total") is None


HEADS_OF_ROWS = row(
    "项目", "本年新收件数", "予以公开", "部分公开", "不予公开", "转下年", "其他", "总计"
)


@pytest.mark.parametrize(
    ("numbers", "total"),
    [
        ([142, 1, 0, 0, 0, 0, 143], 143),
        # numbers that do not add up may be of other columns
        ([142, 1, 0, 0, 0, 0, 150], None),
    ],
)
def test_labels_of_rows_for_heads_are_no_heads(numbers: list[int], total: int | None) -> None:
    report = page(HEADS_OF_ROWS + row("（七）总计", *numbers), DOCUMENTS + row("规章", 1, 0, 2))
    assert report.value("requests.handled.total") == total


@pytest.mark.parametrize("heads", [HEADS_OF_ROWS, HEADS_OF_ROWS.replace("转上年", "其他")])
def test_a_table_by_office_with_the_forms_words_is_none_of_it(heads: str) -> None:
    report = page(
        heads + row("教育局", 3, 1, 0, 0, 0, 0, 4) + row("合计", 3, 1, 0, 0, 0, 0, 4),
        DOCUMENTS + row("规章", 1, 0, 2),
    )
    assert report.value("requests.handled.total") is None


LAST_YEARS = DOCUMENTS + row("规章", 8, 1, 20)
THIS_YEARS = DOCUMENTS + row("规章", 3, 0, 14)


@pytest.mark.parametrize(
    ("tables", "made"),
    [
        ([("2022年", LAST_YEARS), ("2023年", THIS_YEARS)], 3),
        ([("二、主动公开政府信息情况", THIS_YEARS), ("附：2022年主动公开情况", LAST_YEARS)], 3),
        ([("", "<tr><td colspan=4>2022年度</td></tr>" + LAST_YEARS), ("", THIS_YEARS)], 3),
        # none is said to be of another year; or no other has the form's tables
        ([("上年", LAST_YEARS), ("本年", THIS_YEARS)], None),
        ([("2022年", THIS_YEARS)], 3),
        ([("2024年1月22日", THIS_YEARS)], 3),
        ([("2022年，我局依法公开。", THIS_YEARS), ("", LAST_YEARS)], None),
    ],
)
def test_a_table_said_to_be_of_another_year_is_left_out(
    tables: list[tuple[str, str]], made: int | None
) -> None:
    body = "".join(f"<p>{caption}</p><table>{table}</table>" for caption, table in tables)
    report = intake("x.html", (TITLE + body).encode())
    assert report.value("disclosure.regulations.made") == made
    left_out = len(tables) > 1 and made is not None
    assert any("2023年的" in finding.zh for finding in report.findings) == left_out


def test_blocks_of_both_forms_are_the_years_form_with_slips() -> None:
    """An office takes the first block of last year's form: what the others lack is not missing."""
    made = row("信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量")
    blocks = made + row("规章", 0, 0, 0) + row("规范性文件", 5, 4, 9)
    blocks += row("信息内容", "本年处理决定数量") + row("行政许可", 7)
    blocks += row("信息内容", "本年收费金额（单位：万元）") + row("行政事业性收费", "28.1")
    report = page(blocks)
    assert report.editions["disclosure"] == "2021"
    assert report.value("disclosure.normative_documents.made") == 5
    assert report.value("disclosure.normative_documents.published_total") == 9
    assert report.value("disclosure.fees.amount") == Decimal("28.1")
    missing = {cell for finding in report.findings for cell in finding.cells}
    assert "disclosure.normative_documents.in_force" in missing
    assert "disclosure.licences.items_last_year" not in missing


WHOLE = (
    DOCUMENTS + row("规章", 1, 0, 2) + row("信息内容", "本年处理决定数量") + row("行政许可", 152)
)


@pytest.mark.parametrize(
    "other",
    [
        # a table by year, by channel, by office, of the kinds of applicant in two columns
        row("年份", 2021, 2022, 2023) + row("行政许可", 140, 150, 152),
        row("渠道", "当面", "网络", "信函", "邮件", "传真", "其他", "总计")
        + row(NEW, 3, 100, 40, 10, 5, 5, 163),
        row("单位", "收到申请", "予以公开", "部分公开", "不予公开", "无法提供", "其他", "合计")
        + row("教育局", 3, 1, 0, 0, 1, 1, 3)
        + row("总计", 3, 1, 0, 0, 1, 1, 3),
    ],
)
def test_a_table_of_something_else_gives_no_cell_a_number(other: str) -> None:
    report = page(other, WHOLE)
    given = {cell for cell, entry in report.entries.items() if entry.value is not None}
    assert given == {
        "disclosure.regulations.made",
        "disclosure.regulations.repealed",
        "disclosure.regulations.in_force",
        "disclosure.licences.decisions",
    }
    assert report.value("disclosure.licences.decisions") == 152


def test_a_row_that_another_gives_whole_is_not_said_to_be_unread() -> None:
    """Its numbers were taken: only the copy that does not fit the form was not."""
    copy = row("信息内容", "本年制发件数", "本年废止件数") + row("规章", 1, 0)
    heads = row("", *KINDS[:1], *KINDS[3:], KINDS[2])
    report = page(heads + row(NEW, 5, 2, 0, 0, 1, 0, 8), row("项目", "数量") + row(NEW, 8), copy)
    assert report.value("requests.received.total") == 8
    assert not serious(report, "requests.received.total") & {"row.ambiguous"}
    said = [finding.zh for finding in report.findings if finding.code == "cell.unclaimed"]
    assert any("另有一行" in sentence for sentence in said)
