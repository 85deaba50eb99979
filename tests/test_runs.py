"""Run-together digits: told apart by the sums where they leave one way, otherwise not at all."""

from decimal import Decimal

import pytest

from lib.form import E2021, cells, paths
from lib.form import REQUESTS as TABLE
from lib.intake import intake
from lib.parsing.readings import cuts, placements, readings, splits, stands_alone
from lib.parsing.report import Report, State
from lib.parsing.runs import amounts, remedies_cut


def test_splits_have_no_leading_zeros_and_respect_blanks() -> None:
    assert list(splits("1020", 3)) == [(1, 0, 20), (10, 2, 0)]
    assert next(splits("20 0 00 0 121", 7)) == (20, 0, 0, 0, 0, 1, 21)


def test_a_row_is_split_by_its_own_sum() -> None:
    # 20 + 0 + 0 + 0 + 0 + 1 = 21
    assert cuts("200000121") == [(20, 0, 0, 0, 0, 1, 21)]
    assert cuts("0000000") == [(0,) * 7]
    # 2 + 7 + 0 + 0 + 20 + 1 = 30, and 27 + 0 + 0 + 2 + 0 + 1 = 30
    assert sorted(cuts("270020130")) == [(2, 7, 0, 0, 20, 1, 30), (27, 0, 0, 2, 0, 1, 30)]
    # the blank is a border, so the 7 stands alone
    assert cuts("2 7 0020130") == [(2, 7, 0, 0, 20, 1, 30)]


def test_too_few_numbers_stand_in_any_columns_that_add_up() -> None:
    # 4 and 4: twice a kind of applicant (15 ways), or once, with the total (6 ways)
    ways = placements((4, 4))
    assert len(ways) == 21
    assert (None, None, None, None, None, 4, 4) in ways
    # 4 and 3 are no number and its total
    assert all(way[6] is None for way in placements((4, 3)))
    # seven numbers are where they are
    assert readings("1 0 0 0 0 2 4") == []
    assert readings("1 0 0 0 0 3 4") == [(1, 0, 0, 0, 0, 3, 4)]


def test_digits_that_may_be_fewer_numbers_do_not_stand_alone() -> None:
    assert stands_alone("3000003", (3, 0, 0, 0, 0, 0, 3))
    # 1 + 1 + 1 + 1 + 0 + 0 = 4, and 11 + 1 + 1 + 0 + 0 = 13 is not there: one way
    assert stands_alone("1111004", (1, 1, 1, 1, 0, 0, 4))
    # 1 + 0 + 1 + 0 + 1 + 0 = 3 would be one way, 10 + 1 + 0 + 10 = 21 has other digits
    assert not stands_alone("12 0 0 0 0 12", (12, 0, 0, 0, 0, None, 12))


def test_rows_without_a_sum_are_only_split_where_there_is_one_way() -> None:
    assert amounts("35-15", 2) == [("35", "-15")]
    assert amounts("007", 3) == [("0", "0", "7")]
    assert len(amounts("7777166", 3)) == 2
    assert amounts("1204.056", 1) == [("1204.056",)]


def test_section_four_is_split_by_its_three_sums() -> None:
    # 1+0+2+0=3, 12+0+0+0=12, zeros
    expected = (1, 0, 2, 0, 3, 12, 0, 0, 0, 12, 0, 0, 0, 0, 0)
    assert remedies_cut("102031200012" + "0" * 5) == expected
    assert remedies_cut("000000000000000") == (0,) * 15
    # fourteen digits are too few, and 10+1 is not 0
    assert remedies_cut("0" * 14) is None
    assert remedies_cut("101000" + "0" * 10) is None


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
