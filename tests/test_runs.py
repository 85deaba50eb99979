"""Run-together digits: told apart by the sums where they leave one way, otherwise not at all."""

from decimal import Decimal

import pytest

from lib.form import E2021, cells, paths
from lib.form import REQUESTS as TABLE
from lib.intake import intake
from lib.parsing.report import Report, State
from lib.parsing.runs import _remedy_splits, _row_splits, _signed_splits, splits


def test_splits_have_no_leading_zeros_and_respect_blanks() -> None:
    assert list(splits("1020", 3)) == [(1, 0, 20), (10, 2, 0)]
    assert next(splits("20 0 00 0 121", 7)) == (20, 0, 0, 0, 0, 1, 21)


def test_a_row_is_split_by_its_own_sum() -> None:
    # 20 + 0 + 0 + 0 + 0 + 1 = 21
    assert _row_splits("200000121") == [(20, 0, 0, 0, 0, 1, 21)]
    assert _row_splits("0000000") == [(0,) * 7]


def test_rows_without_a_sum_are_only_split_where_there_is_one_way() -> None:
    assert _signed_splits("35-15", 2) == [("35", "-15")]
    assert _signed_splits("007", 3) == [("0", "0", "7")]
    assert len(_signed_splits("7777166", 3)) == 2
    assert _signed_splits("1204.056", 1) == [("1204.056",)]


def test_section_four_is_split_by_its_three_sums() -> None:
    assert (1, 0, 2, 0, 3, 12, 0, 0, 0, 12, 0, 0, 0, 0, 0) in _remedy_splits(
        "102031200012" + "0" * 5
    )


LABELS = {path[-1].key: path[-1].zh for path in paths(TABLE.blocks[0].rows, "2021")}


def run_together(rows: dict[str, str], remedies: str = "0" * 15) -> Report:
    """A flattened page: labels and digits without borders. Rows not given are zeros."""
    text = "某县2023年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况"
    text += "信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件101"
    text += "行政许可5行政处罚6行政强制7行政事业性收费8.5"
    text += "三、收到和处理政府信息公开申请情况申请人情况自然人"
    for key, label in LABELS.items():
        text += label + rows.get(key, "0000000")
    text += "行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉"
    text += "结果维持结果纠正其他结果尚未审结总计" * 2 + remedies
    return intake("x.txt", text.encode())


def test_numbers_the_sums_settle_are_inferred() -> None:
    report = run_together({"received": "250300028", "granted": "250300028", "handled": "250300028"})
    entry = report.entries["requests.granted.natural_person"]
    assert (entry.value, entry.state) == (Decimal(25), State.INFERRED)
    assert report.value("requests.granted.research") == Decimal(3)
    assert report.value("requests.granted.total") == Decimal(28)
    assert report.value("disclosure.licences.decisions") == Decimal(5)
    assert report.value("disclosure.fees.amount") == Decimal("8.5")
    assert not [finding for finding in report.findings if finding.code.startswith("sum.")]


def test_what_the_sums_leave_open_gets_no_number() -> None:
    # 1|1|0|0|0|0|2 is the only split of 1100002; 101 of section two may be 1|0|1 alone;
    # section four's fifteen digits 1012 + ... are cut so that several ways remain
    report = run_together({}, remedies="10001" + "11" + "0" * 8)
    states = {report.entries[cell.key].state for cell in cells(E2021, "remedies")}
    assert states == {State.UNREADABLE}
    assert "row.ambiguous" in {finding.code for finding in report.findings}


@pytest.mark.parametrize("digits", ["1100003", "12", "000000", "1" * 60])
def test_a_row_no_split_of_which_adds_up_gets_no_number(digits: str) -> None:
    report = run_together({"granted": digits})
    assert report.entries["requests.granted.total"].value is None
    assert report.entries["requests.granted.total"].state is State.UNREADABLE
