"""Labels, numbers, mastheads and sections: tables of real-life spellings and what they mean."""

from datetime import date
from decimal import Decimal

import pytest

from lib.form import Unit
from lib.intake import intake
from lib.parsing.labels import find_column, find_row, like_row, squash
from lib.parsing.masthead import read_masthead
from lib.parsing.numbers import read_number, value_like
from lib.parsing.report import State
from lib.parsing.sections import heading_of
from lib.reading import read
from lib.reading.document import Unreadable


@pytest.mark.parametrize(
    ("printed", "row"),
    [
        ("一、本年新收政府信息公开申请数量", "received"),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "partly_granted"),
        ("(二)部分公开(区分处理的,只计这一情况,不计其他情形)", "partly_granted"),
        ("3.危及\u201c三安全一稳定\u201d", "refused_stability"),
        ("3.危及三安全一稳定", "refused_stability"),
        ("4. 无正当理由大量反复 申请", "declined_excessive"),
        ("1、申请人无正当理由逾期不补正,行政机关不再处理其政府信息公开申请", "other_not_corrected"),
        ("1.逾期不补正", "other_not_corrected"),
        ("3.其他", "other_rest"),
        ("（六）其他处理", "other"),
        ("（七）总 计", "handled"),
        ("⼆、上年结转政府信息公开申请数量", "carried_in"),
        ("一、本年新收申请数量", "received"),
        ("规章（设区的市、自治州人民政府应提供）", "regulations"),
        ("行政强制措施", "coercion"),
        ("规范性文件", "normative_documents"),
        ("其他主动公开文件", None),
        ("自然人", None),
    ],
)
def test_rows(printed: str, row: str | None) -> None:
    found = find_row(printed)
    assert (found[1].key if found else None) == row


@pytest.mark.parametrize(
    ("printed", "row"),
    [
        ("2.其他法律行政止公开", "refused_prohibited"),
        ("5.要求行政机关确认或重新出具已获信息", "declined_reissue"),
        ("其他主动公开文件", None),
        ("其他", None),
        ("行政复议", None),
    ],
)
def test_damaged_rows(printed: str, row: str | None) -> None:
    found = like_row(printed)
    assert (found[1].key if found else None) == row


def test_columns() -> None:
    assert find_column("requests", "商业\n企业").key == "business"  # type: ignore[union-attr]
    assert find_column("requests", "总 计").key == "total"  # type: ignore[union-attr]
    found = find_column("disclosure", "上一年项目数量(指2019年事项数)")
    assert found is not None
    assert found.key == "items_last_year"
    assert find_column("disclosure", "本年收费金额（单位：万元）").key == "amount"  # type: ignore[union-attr]
    assert squash("（一）予以公开") == "予以公开"


@pytest.mark.parametrize(
    ("printed", "unit", "value", "state"),
    [
        ("0", Unit.PIECES, 0, State.REPORTED),
        (" 0 ", Unit.PIECES, 0, State.REPORTED),
        ("３", Unit.PIECES, 3, State.REPORTED),
        ("3985758", Unit.PIECES, 3985758, State.REPORTED),
        ("3,259", Unit.PIECES, 3259, State.REPORTED),
        ("32,59", Unit.PIECES, None, State.UNREADABLE),
        ("12件", Unit.PIECES, 12, State.REPORTED),
        ("", Unit.PIECES, None, State.BLANK),
        ("\u3000\xa0", Unit.PIECES, None, State.BLANK),
        ("/", Unit.PIECES, None, State.NOT_APPLICABLE),
        ("-", Unit.CHANGE, None, State.NOT_APPLICABLE),
        ("—", Unit.PIECES, None, State.NOT_APPLICABLE),
        ("无", Unit.PIECES, None, State.NOT_APPLICABLE),
        ("-18", Unit.CHANGE, -18, State.REPORTED),
        ("−18", Unit.CHANGE, -18, State.REPORTED),
        ("+1036", Unit.CHANGE, 1036, State.REPORTED),
        ("55\n（含自然失效 29 件）", Unit.PIECES, 55, State.REPORTED),
        ("20 0", Unit.PIECES, None, State.UNREADABLE),
        ("00", Unit.PIECES, None, State.UNREADABLE),
        ("012", Unit.PIECES, None, State.UNREADABLE),
        ("约20", Unit.PIECES, None, State.UNREADABLE),
        ("3.5", Unit.PIECES, None, State.UNREADABLE),
        ("99999999999", Unit.PIECES, None, State.UNREADABLE),
        ("24252.311082", Unit.FEE, "24252.311082", State.REPORTED),
        ("0.00", Unit.FEE, 0, State.REPORTED),
        ("2858.48万元", Unit.FEE, "2858.48", State.REPORTED),
        ("28584800元", Unit.FEE, "2858.48", State.REPORTED),
        ("251000元", Unit.YUAN, 251000, State.REPORTED),
        ("1767.06万元", Unit.YUAN, 17670600, State.REPORTED),
        ("251000", Unit.YUAN, None, State.UNREADABLE),
        ("0", Unit.YUAN, 0, State.REPORTED),
    ],
)
def test_numbers(printed: str, unit: Unit, value: object, state: State) -> None:
    number = read_number(printed, unit)
    assert number.state is state
    assert number.value == (None if value is None else Decimal(str(value)))


def test_an_amount_takes_its_unit_from_the_head() -> None:
    assert read_number("25.1", Unit.YUAN, "采购总金额(万元)").value == Decimal(251000)


def test_a_count_below_zero_is_named() -> None:
    assert read_number("-3").problem == "cell.negative"


@pytest.mark.parametrize("text", ["行政许可", "1.属于国家秘密", "详见附件", "2023年"])
def test_what_is_no_value(text: str) -> None:
    assert not value_like(text)


def masthead(*lines: str) -> tuple[str, int, date | None]:
    found = read_masthead(read("x.txt", "\n".join(lines).encode()))
    return found.organ, found.year, found.published


@pytest.mark.parametrize(
    ("lines", "organ", "year", "published"),
    [
        (
            [
                "某市甲区人民政府2023年政府信息公开工作年度报告",
                "发布时间:2024-02-04 16:04浏览次数:",
            ],
            "某市甲区人民政府",
            2023,
            date(2024, 2, 4),
        ),
        (
            ["2019年某市人民政府办公厅政府信息公开工作年度报告", "发布日期：2020-01-31"],
            "某市人民政府办公厅",
            2019,
            date(2020, 1, 31),
        ),
        (["某县发展和改革局", "2022年度政府信息公开工作报告"], "某县发展和改革局", 2022, None),
        (["某市水务局关于2021年度政府信息公开工作年度报告"], "某市水务局", 2021, None),
        (["标题：某县民政局2020年政府信息公开年度报告-某县"], "某县民政局", 2020, None),
        (["二〇二三年某市体育局政府信息公开工作年度报告"], "某市体育局", 2023, None),
        (
            ["某镇人民政府政府信息公开工作年度报告(2021年)", "公开日期 2022年1月6日"],
            "某镇人民政府",
            2021,
            date(2022, 1, 6),
        ),
        (["统计期限自2024年1月1日至2024年12月31日止"], "", 2024, None),
        (["天气预报"], "", 0, None),
    ],
)
def test_mastheads(lines: list[str], organ: str, year: int, published: date | None) -> None:
    assert masthead(*lines) == (organ, year, published)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("一、总体情况", "overview"),
        ("二、主动公开政府信息情况", "disclosure"),
        ("、主动公开政府信息情况", "disclosure"),
        ("三、收到和处理政府信息公开申请情况", "requests"),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "remedies"),
        ("四、政府信息公开行政法复议、行政诉讼情况", "remedies"),
        ("五、存在的主要问题及改进措施", "problems"),
        ("六、其他需要报告的事项", "other"),
        ("（二）依申请公开情况", None),
        ("一、本年新收政府信息公开申请数量", None),
        ("本报告由总体情况、主动公开政府信息情况等六个部分组成,统计期限为一年。", None),
    ],
)
def test_headings(text: str, key: str | None) -> None:
    assert heading_of(text) == key


@pytest.mark.parametrize(
    "data",
    [
        "<html><body><h1>天气</h1><p>明天晴</p></body></html>",
        "<table><tr><td>行政许可</td><td>行政处罚</td></tr></table>",
        "一封信\n\n没有表格。",
    ],
)
def test_a_page_that_is_no_report_is_refused(data: str) -> None:
    with pytest.raises(Unreadable) as caught:
        intake("x.html", data.encode())
    assert "没有找到" in caught.value.zh


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>行政许可</td><td>123</td></tr><tr><td>行政处罚</td><td>45</td></tr>",
        "<tr><td>行政许可</td><td>依据</td><td>条件</td></tr>",
    ],
)
def test_labels_that_other_tables_have_make_no_report(table: str) -> None:
    page = f"<h1>石浦市城管局2023年度行政执法数据公示</h1><table>{table}</table>"
    with pytest.raises(Unreadable) as caught:
        intake("x.html", page.encode())
    assert "没有找到" in caught.value.zh


def test_a_report_whose_tables_are_pictures_is_told_from_no_report() -> None:
    text = """<h1>某局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p>
<p>二、主动公开政府信息情况</p><img src="1.png">
<p>三、收到和处理政府信息公开申请情况</p><img src="2.png">
<p>四、政府信息公开行政复议、行政诉讼情况</p><img src="3.png">"""
    with pytest.raises(Unreadable) as caught:
        intake("x.html", text.encode())
    assert "图片" in caught.value.zh and "pictures" in caught.value.en


def test_a_year_without_such_reports_is_refused() -> None:
    text = "某市人民政府1999年政府信息公开工作年度报告\n一、总体情况\n规章\t0\t0\t0"
    with pytest.raises(Unreadable) as caught:
        intake("x.txt", text.encode())
    assert "1999" in caught.value.zh and "1999" in str(caught.value)


def test_a_change_may_be_said_in_a_word() -> None:
    text = """石浦市气象局2020年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容
上一年项目数量
本年增/减
处理决定数量
行政许可
6
减3
3
其他对外管理服务事项
4
增加2
17
"""
    report = intake("x.txt", text.encode())
    assert report.value("disclosure.licences.items_change") == -3
    assert report.value("disclosure.licences.decisions") == 3
    assert report.value("disclosure.other_services.items_change") == 2


def test_run_together_or_short_rows_give_no_number() -> None:
    text = """某局2023年政府信息公开工作年度报告
一、本年新收政府信息公开申请数量
20
0
20
"""
    report = intake("x.txt", text.encode())
    entry = report.entries["requests.received.total"]
    assert (entry.value, entry.state) == (None, State.UNREADABLE)
    assert "row.ambiguous" in {finding.code for finding in report.findings}
